import EarshotCore

/// One cell of a table. Only `text` can come from outside.
package enum CSVCell: Equatable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    /// 1000 stands for 1.
    case thousandths(Int)
    /// 10 stands for 1.
    case tenths(Int)
    case boolean(Bool)

    /// Text, or nothing where there is none.
    package static func optional(_ text: String?) -> CSVCell {
        guard let text, !text.isEmpty else { return .empty }
        return .text(text)
    }

    package static func optional(_ number: Int?) -> CSVCell { number.map(CSVCell.integer) ?? .empty }
}

/// Writes CSV (RFC 4180): UTF-8, CRLF, quotes doubled, cells that a spreadsheet would run as a formula made harmless.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter bom: Whether to begin with a byte-order mark, by which old spreadsheets tell UTF-8.
    package init(bom: Bool = false) {
        if bom { bytes = [0xEF, 0xBB, 0xBF] }
    }

    /// Hands over what has been written and goes on with nothing.
    package mutating func take() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    package mutating func row(_ cells: [CSVCell]) {
        for (i, cell) in cells.enumerated() {
            if i > 0 { bytes.append(UInt8(ascii: ",")) }
            switch cell {
            case .empty: break
            case .text(let text): self.text(text)
            case .integer(let number): bytes.append(contentsOf: String(number).utf8)
            case .thousandths(let number): bytes.append(contentsOf: Decimals.thousandths(number).utf8)
            case .tenths(let number): bytes.append(contentsOf: Decimals.tenths(number).utf8)
            case .boolean(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }

    private mutating func text(_ text: String) {
        let span = text.utf8.span
        // Semicolons, tabs and bars too: a spreadsheet may be set to cut cells there and would then see a formula that
        // begins in the middle of ours.
        let isQuoted = CSVWriter.needsQuotes(span)
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
        if FormulaCheck.looksLikeFormula(text) { bytes.append(UInt8(ascii: "'")) }
        for i in 0..<span.count {
            let byte = span[i]
            switch byte {
            case UInt8(ascii: "\""): bytes.append(contentsOf: "\"\"".utf8)
            case 0x09, 0x0A, 0x0D: bytes.append(byte)
            case 0..<0x20, 0x7F: bytes.append(contentsOf: "\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
        if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    }

    private static func needsQuotes(_ span: Span<UInt8>) -> Bool {
        guard span.count > 0 else { return false }
        if span[0] == UInt8(ascii: " ") || span[span.count - 1] == UInt8(ascii: " ") { return true }
        for i in 0..<span.count {
            switch span[i] {
            case 0x09, 0x0A, 0x0D: return true
            case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return true
            default: continue
            }
        }
        return false
    }
}

/// Whether a spreadsheet might read a cell as a formula (OWASP ASVS 1.2.10, CWE-1236).
enum FormulaCheck {
    static func looksLikeFormula(_ text: String) -> Bool {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3D, 0x2B, 0x2D, 0x40: return true  // = + - @
            case 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20: return true  // the same at full width
            case 0xFE66, 0xFE62, 0xFE63, 0xFE6B: return true  // the same, small
            case 0x2212: return true  // minus sign
            case 0x00, 0x09, 0x0A, 0x0D: return true
            case 0x20, 0xA0, 0x1680, 0x2000...0x200F, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF: continue  // spaces
            case 0x202A...0x202E, 0x2066...0x2069, 0x61C: continue  // direction marks
            case 0x22, 0x27, 0x60, 0xB4, 0x2018...0x201F, 0xFF02, 0xFF07: continue  // quotes
            default: return false
            }
        }
        return false
    }
}
