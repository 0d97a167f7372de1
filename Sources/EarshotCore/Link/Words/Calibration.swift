/// Turns how well the words fit into how often such a link was right.
enum Calibration {
    /// Evidence → confidence, both in thousandths; straight lines between, flat beyond the ends.
    ///
    /// Evidence is the likeness of thread and item less half of the likeness to the next best item.
    /// Made by Models/link/calibrate.py; do not edit by hand.
    static let table: [(evidence: Int, confidence: Int)] = [
        (0, 0), (20, 3), (40, 44), (60, 142), (80, 284), (100, 554), (120, 680), (150, 804), (180, 864), (220, 933),
        (270, 944), (330, 950), (400, 950),
    ]

    /// `likeness` and `next`, the likeness to the next best item (or to the best, for any other item), in millionths.
    static func confidence(ofWords likeness: Int, next: Int) -> Int {
        interpolate((likeness - next / 2) / 1000)
    }

    static func interpolate(_ evidence: Int) -> Int {
        guard let first = table.first, let last = table.last else { return 0 }
        if evidence <= first.evidence { return first.confidence }
        if evidence >= last.evidence { return last.confidence }
        let upper = table.firstIndex { $0.evidence >= evidence } ?? table.count - 1
        let (a, b) = (table[upper - 1], table[upper])
        return a.confidence + (b.confidence - a.confidence) * (evidence - a.evidence) / (b.evidence - a.evidence)
    }
}
