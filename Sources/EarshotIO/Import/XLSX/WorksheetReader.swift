import EarshotCore

/// Turns the XML of a sheet into rows, event by event.
struct WorksheetReader {
    private enum Tag { case row, cell, value, inline, other }

    private let formats: CellFormats
    private let shared: (Int) -> String
    private var open: [Tag] = []
    private var number = 0
    private var cells: [(column: Int, text: String)] = []
    private var nextColumn = 0
    private var column = 0
    private var type = ""
    private var style = 0
    private var value = ""
    private var inline = RichText()

    /// - Parameter shared: The shared string with an index.
    init(formats: CellFormats, shared: @escaping (Int) -> String) {
        self.formats = formats
        self.shared = shared
    }

    mutating func take(_ event: XMLEvent, _ emit: (Workbook.Row) throws -> Void) throws {
        switch event {
        case .start(let name, let attributes, _): start(OfficePackage.local(name), attributes)
        case .text(let text):
            switch open.last {
            case .value: value += text
            default: if open.contains(.inline) { inline.add(text) }
            }
        case .end: try end(emit)
        }
    }

    private mutating func start(_ name: Substring, _ attributes: [MarkupTree.Attribute]) {
        func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
        if open.contains(.inline) {
            inline.start(name)
            return open.append(.other)
        }
        switch name {
        case "row":
            number = attribute("r").flatMap { Int($0) } ?? number + 1
            cells = []
            nextColumn = 0
            open.append(.row)
        case "c":
            column = attribute("r").flatMap(Self.column) ?? nextColumn
            type = attribute("t") ?? "n"
            style = attribute("s").flatMap { Int($0) } ?? 0
            value = ""
            inline = RichText()
            open.append(.cell)
        case "v" where open.last == .cell: open.append(.value)
        case "is" where open.last == .cell: open.append(.inline)
        default: open.append(.other)
        }
    }

    private mutating func end(_ emit: (Workbook.Row) throws -> Void) throws {
        let isInside = open.dropLast().contains(.inline)
        switch open.popLast() {
        case .cell:
            nextColumn = column + 1
            let text = text
            if text.utf8.contains(where: { $0 > 32 }) { cells.append((column, text)) }
        case .row where !cells.isEmpty:
            // Cells out of order are no valid sheet, and are read all the same.
            if zip(cells, cells.dropFirst()).contains(where: { $0.column > $1.column }) {
                cells.sort { $0.column < $1.column }
            }
            try emit(Workbook.Row(number: number, cells: cells))
        case .other where isInside: inline.end()
        default: break
        }
    }

    /// What the cell shows, as near as a text can come.
    private var text: String {
        switch type {
        case "s": Int(value.filter { $0 != " " }).map(shared) ?? ""
        case "inlineStr": inline.text
        case "str": RichText.decoded(value)
        case "b": value == "1" || value == "true" ? "TRUE" : value.isEmpty ? "" : "FALSE"
        case "e": ""
        case "d": value
        default: value.isEmpty ? inline.text : formats.text(of: value, style: style)
        }
    }

    /// "C12" → 2. Excel has 16,384 columns; what goes beyond is no cell's address.
    private static func column(_ address: String) -> Int? {
        var column = 0
        for byte in address.utf8 {
            guard byte & 0xDF >= UInt8(ascii: "A"), byte & 0xDF <= UInt8(ascii: "Z") else { break }
            column = column * 26 + Int(byte & 0xDF - UInt8(ascii: "A")) + 1
            guard column <= 16_384 else { return nil }
        }
        return column > 0 ? column - 1 : nil
    }
}
