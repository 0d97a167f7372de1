/// Turns how well a thread fits an item into how often such a link was right.
///
/// Evidence, thousandths, is the fit less a share of the fit of the next best item, more for every doubling of the
/// number of comments. Straight lines between the knots, flat beyond the ends.
/// Made by Models/link/calibrate.py; do not edit by hand.
struct Calibration: Sendable {
    /// Thousandths of the next best item's fit that are taken off.
    let nextShare: Int
    /// Thousandths of evidence that each doubling of the comments adds.
    let perDoubling: Int
    let table: [(evidence: Int, confidence: Int)]

    /// The threads that the tables were fitted on have fewer than 32 comments; longer ones count as those do.
    private static let mostDoublings = 4

    /// Threads compared by words alone.
    static let words = Calibration(
        nextShare: 662, perDoubling: 14,
        table: [
            (-40, 0), (-20, 22), (0, 38), (20, 66), (40, 112), (60, 185), (80, 288), (100, 420), (120, 564), (140, 698),
            (160, 805), (180, 881), (200, 930), (220, 950),
        ])

    /// Threads of `Doubt.longThread` comments and more, compared by words alone: so many words are like any item a
    /// little that a small lead says much.
    static let wordsOfLongThreads = Calibration(
        nextShare: 842, perDoubling: 0,
        table: [(-10, 0), (0, 43), (10, 111), (20, 256), (30, 487), (40, 724), (50, 879), (60, 950)])

    /// Threads compared by meaning and words.
    static let meaning = Calibration(
        nextShare: 542, perDoubling: -16,
        table: [
            (90, 0), (120, 24), (150, 42), (180, 72), (210, 122), (240, 200), (270, 309), (300, 445), (330, 590),
            (360, 720), (390, 822), (420, 892), (450, 937), (480, 964),
        ])

    /// The one for a thread of `comments` comments that is compared by words alone.
    static func ofWords(comments: Int) -> Calibration {
        comments < Doubt.longThread ? words : wordsOfLongThreads
    }

    /// `value` and `next`, the fit of the next best item (of the best, for any other item), in millionths. Thousandths.
    func confidence(_ value: Int, next: Int, comments: Int) -> Int {
        let doublings = min(Int.bitWidth - 1 - max(comments, 1).leadingZeroBitCount, Self.mostDoublings)
        return interpolate((value - next * nextShare / 1000) / 1000 + doublings * perDoubling)
    }

    func interpolate(_ evidence: Int) -> Int {
        guard let first = table.first, let last = table.last else { return 0 }
        if evidence <= first.evidence { return first.confidence }
        if evidence >= last.evidence { return last.confidence }
        let upper = table.firstIndex { $0.evidence >= evidence } ?? table.count - 1
        let (a, b) = (table[upper - 1], table[upper])
        return a.confidence + (b.confidence - a.confidence) * (evidence - a.evidence) / (b.evidence - a.evidence)
    }
}
