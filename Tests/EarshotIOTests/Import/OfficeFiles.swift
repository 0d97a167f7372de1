import EarshotCore
import EarshotIO
import Foundation

/// Small Office files, made for a test out of the XML that it is about.
enum OfficeFiles {
    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

    static func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
        let inner = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)\($0.type)\" Target=\"\($0.target)\"/>" }
        return "<Relationships>\(inner.joined())</Relationships>"
    }

    /// A Word file with a document's body.
    static func document(_ body: String, numbering: String = "", styles: String = "") -> [UInt8] {
        var zip = ZipWriter()
        zip.store("_rels/.rels", relationships([("r1", "officeDocument", "word/document.xml")]))
        zip.store(
            "word/document.xml", "<w:document xmlns:w=\"w\" xmlns:mc=\"mc\"><w:body>\(body)</w:body></w:document>")
        zip.store(
            "word/_rels/document.xml.rels",
            relationships([("r2", "numbering", "numbering.xml"), ("r3", "styles", "styles.xml")]))
        zip.store("word/numbering.xml", "<w:numbering xmlns:w=\"w\">\(numbering)</w:numbering>")
        zip.store("word/styles.xml", "<w:styles xmlns:w=\"w\">\(styles)</w:styles>")
        return zip.bytes
    }

    static func paragraph(_ text: String, list: Int? = nil, level: Int = 0) -> String {
        let number = list.map { "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0)\"/></w:numPr>" } ?? ""
        return "<w:p><w:pPr>\(number)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
    }

    /// An Excel file with sheets as rows of XML cells.
    static func workbook(
        _ sheets: [(name: String, rows: String)], strings: String = "", styles: String = "", properties: String = ""
    ) -> [UInt8] {
        var zip = ZipWriter()
        zip.store("_rels/.rels", relationships([("r1", "officeDocument", "xl/workbook.xml")]))
        var links = [("s", "sharedStrings", "sharedStrings.xml"), ("t", "styles", "styles.xml")]
        var list = ""
        for (index, sheet) in sheets.enumerated() {
            links.append(("r\(index)", "worksheet", "worksheets/sheet\(index).xml"))
            list += "<sheet name=\"\(sheet.name)\" r:id=\"r\(index)\"/>"
            zip.store("xl/worksheets/sheet\(index).xml", "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>")
        }
        zip.store("xl/workbook.xml", "<workbook xmlns:r=\"r\">\(properties)<sheets>\(list)</sheets></workbook>")
        zip.store("xl/_rels/workbook.xml.rels", relationships(links))
        zip.store("xl/sharedStrings.xml", "<sst>\(strings)</sst>")
        zip.store("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>")
        return zip.bytes
    }

    /// The agenda in a file's bytes, by the importer that knows it.
    static func agenda(_ bytes: [UInt8], _ folder: ScratchFolder, name: String = "agenda.bin") throws -> AgendaReading {
        let url = folder.url.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        let file = try SourceFile(url)
        let importer = try AgendaImporters.importer(for: try file.head(), path: name)
        return try importer.read(file, context: ImportContext(path: name))
    }

    /// The records in a file's bytes, by the importer that knows it.
    static func records(_ bytes: [UInt8], _ folder: ScratchFolder, name: String = "in.xlsx") throws -> [ImportedRecord]
    {
        let url = folder.url.appendingPathComponent(name)
        try Data(bytes).write(to: url)
        let file = try SourceFile(url)
        let importer = try ThreadImporters.importer(for: try file.head(), path: name)
        var records: [ImportedRecord] = []
        try importer.read(file, context: ImportContext(path: name)) { records.append($0) }
        return records
    }
}
