/// Which comments of an item an officer should label next.
///
/// The first twenty stand for the rest: each is the one that lies nearest to most comments that no chosen one is near to.
/// From then on, comments that the model is unsure of count more. Source: Models/position/REPORT.md.
package struct TeachQueue: Sendable {
    /// Chosen, not derived: comparing so many takes under a second, and forty of them are wanted.
    package static let candidateLimit = 800
    /// How many comments are chosen by what they stand for alone.
    package static let opening = 20

    private let texts: [TaughtText]
    private let candidates: [Int]
    /// Likeness of each two candidates: of the directions of their meanings, in thousandths.
    private let likeness: [[Int32]]

    /// - Parameter texts: the item's comments, one of each wording, in a fixed order; of more than `candidateLimit`
    ///   every so manieth is a candidate.
    package init(_ texts: [TaughtText]) {
        self.texts = texts
        let step = max(1, (texts.count + Self.candidateLimit - 1) / Self.candidateLimit)
        let candidates = Array(stride(from: 0, to: texts.count, by: step))
        self.candidates = candidates
        let lengths = candidates.map { index -> Double in
            Double(texts[index].meaning.reduce(0) { $0 + $1 * $1 }).squareRoot()
        }
        likeness = candidates.indices.map { i in
            candidates.indices.map { j in
                guard lengths[i] > 0, lengths[j] > 0 else { return 0 }
                var product = 0
                let a = texts[candidates[i]].meaning
                let b = texts[candidates[j]].meaning
                for k in 0..<min(a.count, b.count) { product += a[k] * b[k] }
                return Int32((Double(product) * 1000 / (lengths[i] * lengths[j])).rounded())
            }
        }
    }

    /// The next comments to label, most telling first; indices into the texts.
    ///
    /// - Parameters:
    ///   - labelled: indices that have been asked, whatever the answer.
    ///   - model: what has been learnt so far, if anything.
    package func next(_ count: Int, labelled: [Int], model: TaughtModel?) -> [Int] {
        let asked = Set(labelled)
        var best = [Int32](repeating: 0, count: candidates.count)
        for place in candidates.indices where asked.contains(candidates[place]) { cover(&best, by: place) }
        let doubts = candidates.map { index -> Int in
            guard labelled.count >= Self.opening, let model else { return 1000 }
            // 1 where the model is torn, a third where it is sure.
            return 1000 - 4 * (model.reading(of: texts[index]).confidence - 500) / 3
        }
        var chosen: [Int] = []
        var taken = asked
        while chosen.count < count {
            var found: (gain: Int, place: Int)?
            for place in candidates.indices where !taken.contains(candidates[place]) {
                var gain = 0
                for other in candidates.indices { gain += max(0, Int(likeness[place][other] - best[other])) }
                gain *= doubts[place]
                if gain > found?.gain ?? -1 { found = (gain, place) }
            }
            guard let place = found?.place else { break }
            chosen.append(candidates[place])
            taken.insert(candidates[place])
            cover(&best, by: place)
        }
        return chosen
    }

    private func cover(_ best: inout [Int32], by place: Int) {
        for other in best.indices { best[other] = max(best[other], likeness[place][other]) }
    }
}
