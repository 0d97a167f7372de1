/// What was taken out of a text, and where.
package struct Redaction: Equatable, Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable, Codable {
        case email
        case phone
        /// The inward part is taken out: "BS3 1AB" becomes "BS3…".
        case postcode
        /// The number before a street's name; the street stays, for it is what people talk about.
        case houseNumber = "house_number"
        case nationalInsurance = "national_insurance"
        case nhs
        case card
        /// Sort code, account number or both.
        case bankAccount = "bank_account"
        /// "@name", "u/name".
        case handle
        /// The address of a person's page.
        case profile
        /// A person's name: one that was listed, or told by what stands round it.
        case name
        /// The plate of a vehicle.
        case vehicle
        case iban
        /// Any other link; only where the redaction is strict.
        case link

        /// What stands in its place: no mark holds anything that is itself redacted.
        package var mark: String {
            switch self {
            case .email: "[e-mail address]"
            case .phone: "[phone number]"
            case .postcode: "…"
            case .houseNumber: "[house number]"
            case .nationalInsurance: "[National Insurance number]"
            case .nhs: "[NHS number]"
            case .card: "[card number]"
            case .bankAccount: "[bank details]"
            case .handle: "[account name]"
            case .profile: "[profile link]"
            case .name: "[name]"
            case .vehicle: "[vehicle plate]"
            case .iban: "[account number]"
            case .link: "[link]"
            }
        }
    }

    package var kind: Kind
    /// UTF-8 byte offsets into the original text, end exclusive.
    package var start: Int
    package var end: Int

    package init(kind: Kind, start: Int, end: Int) {
        self.kind = kind
        self.start = start
        self.end = end
    }
}

/// A text without the particulars by which a person could be found or harmed.
package struct Redacted: Equatable, Sendable {
    package var text: String
    /// In order, apart from one another.
    package var redactions: [Redaction]
    /// Where the marks stand in `text`, by redaction.
    private var marks: [Range<Int>]

    /// `text` with the name's mark in the place of each of `names`, which are in order and apart.
    init(_ text: String, without names: [Range<Int>]) {
        var out: [UInt8] = []
        var redactions: [Redaction] = []
        var marks: [Range<Int>] = []
        var next = 0
        let bytes = text.utf8.span
        for range in names {
            for i in next..<range.lowerBound { out.append(bytes[i]) }
            let start = out.count
            out += Redaction.Kind.name.mark.utf8
            redactions.append(Redaction(kind: .name, start: range.lowerBound, end: range.upperBound))
            marks.append(start..<out.count)
            next = range.upperBound
        }
        for i in next..<bytes.count { out.append(bytes[i]) }
        self.init(text: String(decoding: out, as: UTF8.self), redactions: redactions, marks: marks)
    }

    init(text: String, redactions: [Redaction] = [], marks: [Range<Int>] = []) {
        self.text = text
        self.redactions = redactions
        self.marks = marks
    }

    /// This, and then what was found in its text; the offsets point into the text that this was made of.
    func followed(by next: Redacted) -> Redacted {
        if next.redactions.isEmpty { return self }
        if redactions.isEmpty { return next }
        var all: [(redaction: Redaction, mark: Range<Int>)] = []
        for (redaction, mark) in zip(next.redactions, next.marks) {
            let start = original(redaction.start, isEnd: false)
            let end = original(redaction.end, isEnd: true)
            all.append((Redaction(kind: redaction.kind, start: start, end: end), mark))
        }
        for (redaction, mark) in zip(redactions, marks) {
            let isSwallowed = next.redactions.contains { $0.start < mark.upperBound && $0.end > mark.lowerBound }
            if isSwallowed { continue }
            let before = next.redactions.lastIndex { $0.end <= mark.lowerBound }
            let shift = before.map { next.marks[$0].upperBound - next.redactions[$0].end } ?? 0
            all.append((redaction, (mark.lowerBound + shift)..<(mark.upperBound + shift)))
        }
        all.sort { $0.redaction.start < $1.redaction.start }
        return Redacted(text: next.text, redactions: all.map(\.redaction), marks: all.map(\.mark))
    }

    /// The place in the original of a place in `text`; inside a mark, the beginning or end of what it stands for.
    private func original(_ place: Int, isEnd: Bool) -> Int {
        var shift = 0
        for (redaction, mark) in zip(redactions, marks) {
            if mark.lowerBound < place, place < mark.upperBound { return isEnd ? redaction.end : redaction.start }
            if mark.upperBound <= place { shift = mark.upperBound - redaction.end }
        }
        return place - shift
    }

    /// What has become of a part of the original text; a redaction that reaches into it is shown whole.
    func text(of range: Range<Int>) -> String {
        var shiftStart = 0
        var shiftEnd = 0
        var start: Int?
        var end: Int?
        for (redaction, mark) in zip(redactions, marks) {
            let shift = mark.upperBound - redaction.end
            if redaction.end <= range.lowerBound { shiftStart = shift }
            if redaction.end <= range.upperBound { shiftEnd = shift }
            if redaction.start < range.lowerBound, redaction.end > range.lowerBound { start = mark.lowerBound }
            if redaction.start < range.upperBound, redaction.end > range.upperBound { end = mark.upperBound }
        }
        let from = start ?? range.lowerBound + shiftStart
        return Excerpt.slice(text, from..<max(from, end ?? range.upperBound + shiftEnd))
    }
}
