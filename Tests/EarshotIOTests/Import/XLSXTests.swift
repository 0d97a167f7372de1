import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Excel workbooks")
struct XLSXTests {
    private func titles(_ bytes: [UInt8]) throws -> [String] {
        let folder = try ScratchFolder()
        return try OfficeFiles.records(bytes, folder).compactMap {
            if case .thread(let thread) = $0 { thread.title } else { nil }
        }
    }

    private func comments(_ bytes: [UInt8]) throws -> [ThreadComment] {
        let folder = try ScratchFolder()
        return try OfficeFiles.records(bytes, folder).compactMap {
            if case .comment(let comment) = $0 { comment } else { nil }
        }
    }

    private func sheet(_ cells: [String]) -> String {
        cells.enumerated().map { "<row r=\"\($0 + 1)\">\($1)</row>" }.joined()
    }

    private func text(_ value: String) -> String { "<c t=\"inlineStr\"><is><t>\(value)</t></is></c>" }

    @Test(
        "cells of every type read as what they show",
        arguments: [
            ("<c t=\"s\"><v>1</v></c>", "second"), ("<c t=\"s\"><v>99</v></c>", ""),
            ("<c t=\"inlineStr\"><is><r><t>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>", "a b"),
            ("<c t=\"str\"><f>A1&amp;\"\"</f><v>made</v></c>", "made"), ("<c t=\"b\"><v>1</v></c>", "TRUE"),
            ("<c t=\"e\"><v>#N/A</v></c>", ""), ("<c><v>12</v></c>", "12"), ("<c><v>12.0</v></c>", "12"),
            ("<c><v>0.10000000000000001</v></c>", "0.1"), ("<c><v>1E3</v></c>", "1000"),
            ("<c s=\"1\"><v>46351.75</v></c>", "2026-11-25T18:00:00"), ("<c s=\"2\"><v>46351</v></c>", "2026-11-25"),
            ("<c s=\"3\"><v>0.75</v></c>", "18:00:00"), ("<c s=\"4\"><v>46351</v></c>", "46351"),
            ("<c s=\"2\"><v>61</v></c>", "1900-03-01"), ("<c s=\"2\"><v>1</v></c>", "1900-01-01"),
            ("<c t=\"d\"><v>2026-11-25</v></c>", "2026-11-25"),
            ("<c t=\"str\"><v>line_x000A_next _x005F_x0041_</v></c>", "line\nnext _x0041_"),
        ])
    func cells(_ cell: String, _ expected: String) throws {
        let styles =
            "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-809]dd\\ mmm\\ yyyy\\ hh:mm\"/>"
            + "<numFmt numFmtId=\"171\" formatCode=\"0&quot; days&quot;\"/></numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
            + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/><xf numFmtId=\"20\"/>"
            + "<xf numFmtId=\"171\"/></cellXfs>"
        let strings = "<si><t>first</t></si><si><t>second</t></si>"
        let bytes = OfficeFiles.workbook(
            [("S", sheet([text("thread_title") + text("text"), cell + text("In words.")]))], strings: strings,
            styles: styles)
        #expect(try titles(bytes) == [expected])
    }

    @Test("workbooks that count days from 1904 do")
    func from1904() throws {
        let bytes = OfficeFiles.workbook(
            [("S", sheet([text("thread_title") + text("text"), "<c s=\"1\"><v>44889</v></c>" + text("In words.")]))],
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
            properties: "<workbookPr date1904=\"1\"/>")
        #expect(try titles(bytes) == ["2026-11-25"])
    }

    @Test("cells without an address follow one another; cells with one stand where it says")
    func sparse() throws {
        let rows =
            "<row r=\"1\"><c r=\"B1\" t=\"str\"><v>text</v></c><c r=\"D1\" t=\"str\"><v>author</v></c></row>"
            + "<row r=\"5\"><c r=\"D5\" t=\"str\"><v>Ann</v></c><c r=\"B5\" t=\"str\"><v>One</v></c></row>"
            + "<row r=\"7\"><c/><c t=\"str\"><v>Two</v></c><c/><c t=\"str\"><v>Bea</v></c></row>"
        let found = try comments(OfficeFiles.workbook([("S", rows)]))
        #expect(found.map(\.text) == ["One", "Two"])
        #expect(found.map(\.author) == ["Ann", "Bea"])
    }

    @Test("a date that lost its style is a date in a column of dates, and a number elsewhere")
    func bareDates() throws {
        let cells = "<c><v>46351.75</v></c>" + text("It costs 46351.75") + "<c><v>46351</v></c>"
        let bytes = OfficeFiles.workbook([("S", sheet([text("created_at") + text("text") + text("id"), cells]))])
        let found = try #require(try comments(bytes).first)
        #expect(found.posted?.iso == "2026-11-25T18:00:00Z")
        #expect(found.id.rawValue == "46351")
    }

    @Test("a long sheet is read row by row, and every row counts")
    func long() throws {
        var zip = ZipWriter()
        zip.store("_rels/.rels", OfficeFiles.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
        zip.store(
            "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r\"/></sheets></workbook>")
        zip.store("xl/_rels/workbook.xml.rels", OfficeFiles.relationships([("r", "worksheet", "sheet.xml")]))
        let rows = (1...20_000).map { "<row>\(text("c\($0)"))\(text("Comment number \($0)"))</row>" }.joined()
        zip.store(
            "xl/sheet.xml",
            "<worksheet><sheetData><row>\(text("id"))\(text("comment"))</row>\(rows)</sheetData></worksheet>")
        let folder = try ScratchFolder()
        var total = 0
        var found = 0
        for record in try OfficeFiles.records(zip.bytes, folder) {
            switch record {
            case .comment: found += 1
            case .total(let count): total = count
            default: break
            }
        }
        #expect(found == 20_000)
        #expect(total == 20_000)
    }

    @Test("a sheet bomb is refused with a sentence")
    func bomb() throws {
        var zip = ZipWriter()
        zip.store("_rels/.rels", OfficeFiles.relationships([("r1", "officeDocument", "xl/workbook.xml")]))
        zip.store(
            "xl/workbook.xml", "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" r:id=\"r\"/></sheets></workbook>")
        zip.store("xl/_rels/workbook.xml.rels", OfficeFiles.relationships([("r", "worksheet", "sheet.xml")]))
        zip.bomb("xl/sheet.xml", size: 60 << 20)
        let folder = try ScratchFolder()
        let thrown = #expect(throws: Diagnostic.self) { try OfficeFiles.records(zip.bytes, folder) }
        #expect(thrown?.severity == .error && thrown?.place.hasPrefix("in.xlsx") == true)
    }

    @Test("any one byte of a workbook changed gives records or a sentence")
    func changed() throws {
        let whole = OfficeFiles.workbook(
            [("S", sheet([text("text") + text("author"), "<c t=\"s\"><v>0</v></c>" + text("Ann")]))],
            strings: "<si><t>Yes</t></si>")
        let folder = try ScratchFolder()
        for index in stride(from: 0, to: whole.count, by: 5) {
            for change: UInt8 in [0x15, 0xFF] {
                var bytes = whole
                bytes[index] ^= change
                do {
                    _ = try OfficeFiles.records(bytes, folder)
                } catch let diagnostic as Diagnostic {
                    #expect(diagnostic.severity == .error && !diagnostic.mend.isEmpty)
                }
            }
        }
    }

    @Test("e-mail addresses in a Go Vocal file are never read")
    func noAddresses() throws {
        let header = ["id", "input", "body", "author_name", "author_email", "created_at", "parent"].map(text).joined()
        let row = ["1", "Trees", "Plant them", "ann@example.org", "ann@example.org", "46351", ""].map(text).joined()
        let found = try comments(OfficeFiles.workbook([("Comments", sheet([header, row]))]))
        #expect(found.map(\.author) == [nil])
        #expect(found.map(\.text) == ["Plant them"])
    }
}
