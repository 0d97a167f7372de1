import EarshotCore

/// An Excel workbook (.xlsx): its sheets in order, and what their cells refer to.
final class Workbook {
    struct Sheet {
        var name: String
        /// The name of its part in the archive.
        var part: String
        /// Hidden by whoever made the workbook.
        var isHidden: Bool
    }

    /// One row that holds anything.
    struct Row {
        /// As Excel counts, from 1.
        var number: Int
        /// Cells that hold anything, in order; columns from 0.
        var cells: [(column: Int, text: String)]
    }

    /// Bytes of one sheet's XML, unpacked (chosen: a million rows of long comments).
    static let sheetLimit = 4 << 30

    /// Pieces of a sheet's XML in which its first rows must come (chosen, not derived).
    private static let firstEvents = 1_000_000

    let sheets: [Sheet]
    let package: OfficePackage
    private let formats: CellFormats
    private let stringsPart: String
    private var strings: SharedStrings?

    init(_ package: OfficePackage) throws {
        self.package = package
        guard let main = try package.mainPart(), let root = try package.tree(of: main)?.root else {
            throw Diagnostic(
                .error, "The file holds no workbook", at: package.path, mend: "Open it in Excel and save it as .xlsx")
        }
        let links = try package.relationships(of: main)
        sheets = root.descendants.filter { OfficePackage.local($0.name) == "sheet" }.compactMap { element in
            let id = Self.attribute("id", of: element)
            guard let link = links.first(where: { $0.id == id && $0.type == "worksheet" }) else { return nil }
            let state = element.attribute("state") ?? "visible"
            return Sheet(name: element.attribute("name") ?? "", part: link.target, isHidden: state != "visible")
        }
        stringsPart = links.first { $0.type == "sharedStrings" }?.target ?? ""
        let properties = root.descendants.first { OfficePackage.local($0.name) == "workbookPr" }
        let from1904 = ["1", "true"].contains(properties?.attribute("date1904") ?? "")
        let styles = try links.first { $0.type == "styles" }.flatMap { try package.tree(of: $0.target) }
        formats = CellFormats(styles, from1904: from1904)
    }

    /// Hands over the rows of a sheet, one by one. Throws a `Diagnostic` where the sheet cannot be read on, or whatever
    /// `emit` throws.
    func rows(of sheet: Sheet, emit: (Row) throws -> Void) throws {
        let strings = try strings ?? SharedStrings(package, part: stringsPart)
        self.strings = strings
        var reader = WorksheetReader(formats: formats) { strings[$0] }
        let isThere = try package.events(of: sheet.part, limit: Self.sheetLimit) { try reader.take($0, emit) }
        guard isThere else {
            throw Diagnostic(
                .error, "The sheet “\(sheet.name)” is not in the file", at: package.path,
                mend: "Open the file in Excel and save it again")
        }
    }

    /// The first rows that hold anything, with no more read than they need.
    func firstRows(of sheet: Sheet, limit: Int) throws -> [[String]] {
        struct Enough: Error {}
        var found: [Row] = []
        var events = 0
        // A shared string's index stands for its text until it is known which are needed.
        let mark = "\u{1F}"
        var reader = WorksheetReader(formats: formats) { "\(mark)\($0)" }
        do {
            _ = try package.events(of: sheet.part, limit: Self.sheetLimit) { event in
                events += 1
                if events > Self.firstEvents { throw Enough() }
                try reader.take(event) { row in
                    found.append(row)
                    if found.count == limit { throw Enough() }
                }
            }
        } catch is Enough {}
        let indices = found.flatMap(\.cells).compactMap { Int($0.text.dropFirst()) }
        let strings = try self.strings ?? SharedStrings(package, part: stringsPart, upTo: indices.max() ?? -1)
        return found.map { row in
            var cells = [String](
                repeating: "", count: min((row.cells.last?.column ?? -1) + 1, WorkbookTable.columnLimit))
            for cell in row.cells where cell.column < cells.count {
                let isShared = cell.text.hasPrefix(mark)
                cells[cell.column] = isShared ? strings[Int(cell.text.dropFirst()) ?? -1] : cell.text
            }
            return cells
        }
    }

    /// An attribute by its name without prefix: "r:id".
    private static func attribute(_ name: String, of element: MarkupElement) -> String? {
        element.tree.nodes[element.index].attributes.first { $0.name.hasSuffix(":\(name)") }?.value
            ?? element.attribute(name)
    }
}
