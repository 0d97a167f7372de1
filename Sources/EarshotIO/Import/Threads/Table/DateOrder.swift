import EarshotCore

/// Whether 09/11/2026 in a table's column of times is in November or in September.
///
/// A part over 12 proves what it is. The first rows are looked at; where they prove nothing, the rest of the rows up to
/// the first one that does: the answer never depends on how much of a file fits into memory. Where there is no proof,
/// or one for each order, the day comes first, as in the United Kingdom.
struct DateOrder {
    private(set) var dayFirst: Bool
    private let column: Int?
    private let isSaid: Bool
    private let usual: Bool
    private var first = 0
    private var second = 0
    private var ambiguous = 0

    /// - Parameters:
    ///   - said: What `meeting.yaml` says.
    ///   - usual: How tables of this kind are written.
    init(map: ColumnMap, said: Bool?, usual: Bool) {
        column = map[.postedAt]
        isSaid = said != nil
        self.usual = usual
        dayFirst = said ?? usual
    }

    mutating func look(head: TableHead, events: ((CSVEvent) throws -> Void) throws -> Void) throws {
        guard let column, !isSaid else { return }
        for value in head.values(column) { take(value) }
        if first + second == 0, ambiguous > 0, !head.isWhole {
            do {
                try events { event in
                    guard case .row(let row) = event else { return }
                    take(row[column])
                    if first + second > 0 { throw TableBeginning.Enough() }
                }
            } catch is TableBeginning.Enough {
                // The order is proved.
            }
        }
        if first > 0, second == 0 { dayFirst = true }
        if second > 0, first == 0 { dayFirst = false }
        if first > 0, second > 0 { dayFirst = true }
    }

    func notes(_ path: String) -> [Diagnostic] {
        guard !isSaid else { return [] }
        if first > 0, second > 0 {
            return [
                Diagnostic(
                    .warning, "Some dates are only possible with the day first and some with the month first", at: path,
                    mend: "They are read with the day first; say which is right in meeting.yaml (files: date_order: …)")
            ]
        }
        if second > 0 {
            return [
                Diagnostic(.note, "Dates are read with the month first: some have a second number over 12", at: path)
            ]
        }
        guard !usual, ambiguous > 0, first == 0 else { return [] }
        return [
            Diagnostic(
                .note, "Dates are read with the month first, as this kind of table is written", at: path,
                mend: "If they are not, say so in meeting.yaml (files: date_order: day-first)")
        ]
    }

    /// "12/25/2026 …" or "25.12.26": one or two digits, a mark, one or two digits, the same mark, a year.
    private mutating func take(_ text: String) {
        let bytes = text.utf8.span
        var i = 0
        while i < bytes.count, bytes[i] <= 32 { i += 1 }
        guard let a = Self.number(bytes, &i), i < bytes.count else { return }
        let mark = bytes[i]
        guard mark == UInt8(ascii: "/") || mark == UInt8(ascii: ".") || mark == UInt8(ascii: "-") else { return }
        i += 1
        guard let b = Self.number(bytes, &i), i < bytes.count, bytes[i] == mark else { return }
        i += 1
        guard i + 1 < bytes.count, bytes[i] &- 48 < 10, bytes[i + 1] &- 48 < 10 else { return }
        if a > 12, a <= 31, b <= 12 {
            first += 1
        } else if b > 12, b <= 31, a <= 12 {
            second += 1
        } else if a != b {
            ambiguous += 1
        }
    }

    private static func number(_ bytes: Span<UInt8>, _ i: inout Int) -> Int? {
        let start = i
        var value = 0
        while i < bytes.count, bytes[i] &- 48 < 10, i - start < 3 {
            value = value * 10 + Int(bytes[i] - 48)
            i += 1
        }
        return (1...2).contains(i - start) ? value : nil
    }
}
