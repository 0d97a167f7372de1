/// What one word, phrase or sign adds to the two sums of its comment.
struct TonePart: Equatable, Sendable {
    /// UTF-8 byte offsets, end exclusive.
    var start: Int
    var end: Int
    /// Thousandths of a scale point.
    var polarity: Int
    var opinion: Int
}

/// The two sums of a comment: whether it is warm or cold, and how opinionated it is.
struct ToneSums: Equatable, Sendable {
    /// In the order of the text; they do not overlap. Their polarities add up to `polarity`.
    private(set) var parts: [TonePart] = []
    /// Whether the parts are kept.
    var isWhole = true
    var polarity = 0
    /// The parts' opinions, the marks' and the model's own.
    var opinion = 0
    /// Words, with the model's `length`.
    var length = 0
}

extension ToneReader {
    /// Weighs what was read: prior strengths, learned weights of words, and of pairs, half to each of the two words.
    /// Without `withParts` the parts are left out; the sums are the same.
    func sums(_ reading: ToneReading, withParts: Bool = true) -> ToneSums {
        var sums = ToneSums(isWhole: withParts)
        let units = reading.units
        var hit = 0
        var carried = (polarity: 0, opinion: 0)
        for i in units.indices {
            let unit = units[i]
            while hit < reading.hits.count, reading.hits[hit].start <= Int(unit.start) {
                sums.add(part(reading.hits[hit]))
                hit += 1
            }
            let word = own(unit)
            var polarity = word.polarity + carried.polarity
            var opinion = word.opinion + carried.opinion
            carried = (0, 0)
            if i + 1 < units.count, let pair = weights.pair(unit, units[i + 1]) {
                let whole = turned(Int(pair.polarity), units[i + 1]) * Int(units[i + 1].share) * ToneWeights.unit / 100
                let said = Int(pair.opinion) * ToneWeights.unit
                carried = (whole / 2, said / 2)
                polarity += whole - whole / 2
                opinion += said - said / 2
            }
            guard polarity != 0 || opinion != 0 else { continue }
            sums.add(TonePart(start: Int(unit.start), end: Int(unit.end), polarity: polarity, opinion: opinion))
        }
        while hit < reading.hits.count {
            sums.add(part(reading.hits[hit]))
            hit += 1
        }
        sums.opinion += opinion(of: reading.marks) + model.opinion
        sums.length = units.count + model.length
        return sums
    }

    /// The figure in thousandths and its divisor, and the label.
    func judgement(_ sums: ToneSums) -> (value: Int, root: Int, label: ToneLabel) {
        let (value, root) = Apportion.squash(sums.polarity, square: model.half * model.half * sums.length)
        let scale = Apportion.squareRoot(sums.length * 1_000_000)
        let warm = sums.opinion + sums.polarity + model.positive * scale / 1000
        let cold = sums.opinion - sums.polarity + model.negative * scale / 1000
        let label: ToneLabel = value > 0 && warm > 0 ? .positive : value < 0 && cold > 0 ? .negative : .neutral
        return (value, root, label)
    }

    private func part(_ hit: ToneHit) -> TonePart {
        let isWarm = hit.strength > 0
        let factor = hit.isSign ? isWarm ? model.warmSign : model.coldSign : isWarm ? model.warm : model.cold
        return TonePart(
            start: hit.start, end: hit.end, polarity: hit.strength * factor.polarity / 100,
            opinion: abs(hit.strength) * factor.opinion / 100)
    }

    @inline(__always)
    private func own(_ unit: ToneUnit) -> (polarity: Int, opinion: Int) {
        guard unit.slot >= 0, !unit.isInPhrase else { return (0, 0) }
        let weight = weights.entries[Int(unit.slot)]
        let polarity = turned(Int(weight.polarity), unit) + (unit.isTurned ? Int(weight.turned) : 0)
        return (polarity * Int(unit.share) * ToneWeights.unit / 100, Int(weight.opinion) * ToneWeights.unit)
    }

    /// A weight where a negator stands before: half of it, the other way.
    @inline(__always)
    private func turned(_ weight: Int, _ unit: ToneUnit) -> Int { unit.isTurned ? -weight / 2 : weight }

    private func opinion(of marks: ToneMarks) -> Int {
        min(marks.exclaimed, 3) * model.exclaimed + min(marks.asked, 3) * model.asked
            + min(marks.capitals, 3) * model.capitals + min(marks.drawnOut, 3) * model.drawnOut
    }
}

extension ToneSums {
    /// Adds a part, into the last one where they stand on the same words.
    fileprivate mutating func add(_ part: TonePart) {
        polarity += part.polarity
        opinion += part.opinion
        guard isWhole else { return }
        if let last = parts.last, part.start < last.end {
            parts[parts.count - 1].end = max(last.end, part.end)
            parts[parts.count - 1].polarity += part.polarity
            parts[parts.count - 1].opinion += part.opinion
        } else {
            parts.append(part)
        }
    }
}
