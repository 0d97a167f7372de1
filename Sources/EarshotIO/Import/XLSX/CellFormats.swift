import EarshotCore

/// Which of a workbook's number formats show dates, and how its cells' numbers read.
///
/// Source: ECMA-376 part 1, 18.8.30 (built-in formats) and 18.17.4 (dates as numbers).
struct CellFormats {
    private enum Kind { case number, date, time, dateTime }

    /// By the number of the cell's style.
    private var kinds: [Kind] = []
    private let from1904: Bool

    init(_ styles: MarkupTree?, from1904: Bool) {
        self.from1904 = from1904
        guard let root = styles?.root else { return }
        var own: [String: Kind] = [:]
        for element in root.descendants where OfficePackage.local(element.name) == "numFmt" {
            guard let id = element.attribute("numFmtId"), let code = element.attribute("formatCode") else { continue }
            own[id] = Self.kind(code: code)
        }
        let list = root.children.first { OfficePackage.local($0.name) == "cellXfs" }
        kinds = (list?.children ?? []).map { style in
            let id = style.attribute("numFmtId") ?? "0"
            return own[id] ?? Self.builtIn(Int(id) ?? 0)
        }
    }

    /// A number as text: a date where the style shows one, else the number without needless digits.
    func text(of value: String, style: Int) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        let kind = kinds.indices.contains(style) ? kinds[style] : .number
        guard kind != .number, let date = Self.date(number, kind: kind, from1904: from1904) else {
            return Self.plain(number, value)
        }
        return date
    }

    /// The date for a number in a cell that has no date's style: "45231.5" in a column of dates. `nil` for numbers that
    /// are more likely something else (before 1990, after 2060; chosen, not derived).
    static func likelyDate(_ text: String) -> String? {
        guard let number = Double(text), number >= 32_874, number < 58_806, !text.contains("e") else { return nil }
        return date(number, kind: number == number.rounded(.down) ? .date : .dateTime, from1904: false)
    }

    private static func date(_ number: Double, kind: Kind, from1904: Bool) -> String? {
        guard number >= 0, number < 2_958_466 else { return nil }
        let seconds = Int64((number * 86400).rounded())
        if kind == .time || (number < 1 && kind != .date) {
            let part = { (number: Int64) in LocalTime.padded(Int(number), 2) }
            return "\(part(seconds / 3600)):\(part(seconds / 60 % 60)):\(part(seconds % 60))"
        }
        // 1900 counts from 1899-12-31 and has a 29 February that never was; from March 1900 on, from 1899-12-30.
        let start: Int64 = from1904 ? -2_082_844_800 : number < 60 ? -2_209_075_200 : -2_209_161_600
        var time = LocalTime(secondsFromEpoch: start + seconds)
        if kind == .date, time.hour == 0, time.minute == 0, time.second == 0 { time.hasTime = false }
        return time.iso
    }

    /// "12" for 12.0, "0.1" for 0.10000000000000001.
    private static func plain(_ number: Double, _ written: String) -> String {
        if !written.contains(where: { ".eE".contains($0) }) { return written }
        if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
        return "\(number)"
    }

    private static func builtIn(_ id: Int) -> Kind {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45...47, 55, 56: .time
        case 22: .dateTime
        default: .number
        }
    }

    /// By the letters that a format shows: "dd/mm/yyyy hh:mm", not "#,##0 [$USD]" or "0\d".
    private static func kind(code: String) -> Kind {
        guard !["general", "standard"].contains(code.lowercased()) else { return .number }
        var letters = ""
        var rest = code.split(separator: ";", maxSplits: 1).first.map { $0[...] } ?? ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                if ["h", "hh", "m", "mm", "s", "ss"].contains(inside) { letters += inside }
                rest = rest.drop { $0 != "]" }.dropFirst()
            default: letters += character.lowercased()
            }
        }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDate = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
        if hasDate { return hasTime ? .dateTime : .date }
        return hasTime ? .time : .number
    }
}
