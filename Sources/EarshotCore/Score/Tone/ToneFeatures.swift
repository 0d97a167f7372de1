/// What the tone scorer reads from a text, spelled out for training: the same reading that scores a comment.
package struct ToneFeatures: Sendable {
    private let reader = ToneReader(weights: [])

    package init() {}

    /// One line: warm and cold strength of the prior's words, then of its signs (thousandths of a scale point); sentences
    /// that exclaim, that ask; words in capitals, drawn out; then the units, each as spelling, share in per cent, 1 where
    /// turned, 1 where it joins the one before, 1 where a phrase of the prior speaks for it. Fields are parted by tabs, those of a unit by spaces.
    package func line(_ text: String) -> String {
        let bytes = text.utf8.span
        var words: [Word] = []
        Words.scan(bytes, into: &words)
        let reading = reader.reading(bytes, words)
        let marks = reading.marks
        var fields: [String] = []
        for isSign in [false, true] {
            let strengths = reading.hits.filter { $0.isSign == isSign }.map(\.strength)
            fields.append(String(strengths.filter { $0 > 0 }.reduce(0, +)))
            fields.append(String(strengths.filter { $0 < 0 }.reduce(0, +)))
        }
        fields += [marks.exclaimed, marks.asked, marks.capitals, marks.drawnOut].map(String.init)
        fields += spelled(reading.units, bytes)
        return fields.joined(separator: "\t")
    }

    private func spelled(_ units: [ToneUnit], _ text: Span<UInt8>) -> [String] {
        units.compactMap { unit in
            guard let spelling = spelling(of: unit, text) else { return nil }
            return "\(spelling) \(unit.share) \(unit.isTurned ? 1 : 0) \(unit.joins ? 1 : 0) \(unit.isInPhrase ? 1 : 0)"
        }
    }

    /// The word whose hash the unit holds: itself, cut, or the part of the hashtag.
    private func spelling(of unit: ToneUnit, _ text: Span<UInt8>) -> String? {
        let range = Int(unit.start)..<Int(unit.end)
        let slice = text.extracting(range).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        let folded = Words.folded(slice)
        for candidate in [folded, Self.cut(folded, 2), Self.cut(folded, 1)] where Words.hash(candidate) == unit.hash {
            return candidate
        }
        var found: String?
        HashtagParts.each(text, range, isKnown: { reader.table.single($0) != nil }) { part, hash in
            guard hash == unit.hash else { return }
            let bytes = text.extracting(part).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            found = Words.folded(bytes)
        }
        return found
    }

    private static func cut(_ word: String, _ keep: Int) -> String {
        var runs: [(letter: Unicode.Scalar, count: Int)] = []
        for scalar in word.unicodeScalars {
            if let last = runs.last, last.letter == scalar {
                runs[runs.count - 1].count += 1
            } else {
                runs.append((scalar, 1))
            }
        }
        var out = String.UnicodeScalarView()
        for run in runs {
            for _ in 0..<(run.count >= 3 ? keep : run.count) { out.append(run.letter) }
        }
        return String(out)
    }
}
