/// What kind of Office file this is, told from its parts, and how the tables in a workbook begin.
package struct OfficeOutline: Sendable {
    package enum Kind: Sendable {
        /// .docx, .docm
        case document
        /// .xlsx, .xlsm
        case workbook
        /// .xlsb, which holds no XML.
        case binaryWorkbook
        /// .odt
        case openDocument
        /// .ods
        case openSheet
        case presentation
        /// .doc, of Word 97 to 2003.
        case oldDocument
        /// .xls
        case oldWorkbook
        /// Protected by a password, so that nobody can tell what is inside.
        case locked
        /// Another file of Office 97 to 2003: .ppt, .msg.
        case oldOther
        /// A zip archive of another kind.
        case archive
    }

    /// The beginning of a sheet.
    package struct Sheet: Sendable {
        package let name: String
        /// The first rows that hold anything, cells in order, empty ones as "".
        package let rows: [[String]]
    }

    package let kind: Kind
    /// Of a workbook: its visible sheets.
    package let sheets: [Sheet]

    /// Rows looked at in each sheet, and sheets (chosen, not derived).
    static let rowLimit = 10
    static let sheetLimit = 30

    /// Tells the kind from the first bytes alone; `nil` where this is no Office file and no archive.
    package init?(head: [UInt8]) {
        guard let kind = Self.kind(ofArchive: head) ?? Self.kind(ofCompound: head) else { return nil }
        self.kind = kind
        sheets = []
    }

    /// Looks into the file itself; `nil` where this is no Office file and no archive. A damaged one is told by its first
    /// bytes.
    package init?(_ file: SourceFile, head: [UInt8]) {
        guard let guess = OfficeOutline(head: head) else { return nil }
        guard head.starts(with: Self.zipMark), let package = try? OfficePackage(file, path: "") else {
            self = guess
            return
        }
        kind = Self.kind(of: package) ?? guess.kind
        sheets = kind == .workbook ? Self.sheets(of: package) : []
    }

    private static func sheets(of package: OfficePackage) -> [Sheet] {
        guard let workbook = try? Workbook(package) else { return [] }
        return workbook.sheets.filter { !$0.isHidden }.prefix(sheetLimit).map { sheet in
            let rows = (try? workbook.firstRows(of: sheet, limit: rowLimit)) ?? []
            return Sheet(name: sheet.name, rows: rows)
        }
    }

    // MARK: - Archives

    private static let zipMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    private static func kind(of package: OfficePackage) -> Kind? {
        if let main = try? package.mainPart() {
            return kind(ofPart: main)
        }
        guard let mark = package.archive.part(named: "mimetype"),
            let bytes = try? package.archive.bytes(of: mark, limit: 1000)
        else { return nil }
        return kind(ofType: String(decoding: bytes, as: UTF8.self))
    }

    private static func kind(ofPart name: String) -> Kind? {
        if name.hasPrefix("word/") { return .document }
        if name.hasPrefix("xl/") { return name.hasSuffix(".bin") ? .binaryWorkbook : .workbook }
        if name.hasPrefix("ppt/") { return .presentation }
        return nil
    }

    private static func kind(ofType type: String) -> Kind? {
        if type.contains("opendocument.text") { return .openDocument }
        if type.contains("opendocument.spreadsheet") { return .openSheet }
        return type.contains("opendocument.presentation") ? .presentation : nil
    }

    /// By the names that stand before each packed part.
    private static func kind(ofArchive head: [UInt8]) -> Kind? {
        guard head.starts(with: zipMark) else { return nil }
        let bytes = head.span
        var i = 0
        while i + 30 <= bytes.count {
            guard bytes[i] == 0x50, bytes[i + 1] == 0x4B, bytes[i + 2] == 3, bytes[i + 3] == 4 else {
                i += 1
                continue
            }
            let length = Int(bytes[i + 26]) | Int(bytes[i + 27]) << 8
            let end = min(i + 30 + length, bytes.count)
            let name = String(decoding: head[(i + 30)..<end], as: UTF8.self)
            if let kind = kind(ofPart: name) { return kind }
            if name == "mimetype" {
                let type = String(decoding: head[end..<min(end + 80, head.count)], as: UTF8.self)
                if let kind = kind(ofType: type) { return kind }
            }
            i = end
        }
        return .archive
    }

    // MARK: - Office 97 to 2003

    private static let compoundMark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// By the names of the streams, which stand in UTF-16 in the file's directory.
    private static func kind(ofCompound head: [UInt8]) -> Kind? {
        guard head.starts(with: compoundMark) else { return nil }
        func holds(_ name: String) -> Bool { head.firstRange(of: name.utf8.flatMap { [$0, 0] }) != nil }
        if holds("EncryptedPackage") { return .locked }
        if holds("WordDocument") { return .oldDocument }
        return holds("Workbook") || holds("Book") ? .oldWorkbook : .oldOther
    }
}
