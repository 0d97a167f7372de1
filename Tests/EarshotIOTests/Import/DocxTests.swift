import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Agendas in Word files")
struct DocxTests {
    private func level(_ at: Int, _ format: String, _ text: String, start: Int = 1) -> String {
        "<w:lvl w:ilvl=\"\(at)\"><w:start w:val=\"\(start)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"\(text)\"/></w:lvl>"
    }

    private func list(_ id: Int, _ levels: String...) -> String {
        "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
            + "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(id)\"/></w:num>"
    }

    private func numbers(_ body: String, _ numbering: String) throws -> [String] {
        let folder = try ScratchFolder()
        return try OfficeFiles.agenda(OfficeFiles.document(body, numbering: numbering), folder).agenda.items.map(
            \.label)
    }

    @Test(
        "Word's own numbers are counted in every format",
        arguments: [
            ("decimal", "%1.", 1, ["1 Minutes", "2 Trees", "3 Roads"]),
            ("decimal", "Item %1:", 4, ["4 Minutes", "5 Trees", "6 Roads"]),
            ("upperRoman", "%1.", 3, ["III Minutes", "IV Trees", "V Roads"]),
            ("lowerLetter", "(%1)", 25, ["(y) Minutes", "(z) Trees", "(aa) Roads"]),
            ("decimalZero", "%1", 8, ["08 Minutes", "09 Trees", "10 Roads"]),
        ])
    func formats(_ format: String, _ text: String, _ start: Int, _ expected: [String]) throws {
        let body = ["Minutes", "Trees", "Roads"].map { OfficeFiles.paragraph($0, list: 1) }.joined()
        #expect(try numbers(body, list(1, level(0, format, text, start: start))) == expected)
    }

    @Test("levels count on their own, begin anew under each number, and name the level above where they show it")
    func levels() throws {
        let body = [("Minutes", 0), ("Reports", 0), ("Trees", 1), ("Roads", 1), ("Parks", 0), ("Swings", 1)]
            .map { OfficeFiles.paragraph($0.0, list: 1, level: $0.1) }.joined()
        let found = try numbers(body, list(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")))
        #expect(found == ["1 Minutes", "2 Reports", "2.1 Trees", "2.2 Roads", "3 Parks", "3.1 Swings"])
    }

    @Test("lists inside an item are its text, whichever way they count")
    func inner() throws {
        let body =
            OfficeFiles.paragraph("Minutes", list: 1) + OfficeFiles.paragraph("Trees", list: 1)
            + OfficeFiles.paragraph("limes", list: 2) + OfficeFiles.paragraph("oaks", list: 2)
            + OfficeFiles.paragraph("ash", list: 3) + OfficeFiles.paragraph("Roads", list: 1)
        let numbering =
            list(1, level(0, "decimal", "%1.")) + list(2, level(0, "decimal", "%1."))
            + list(3, level(0, "bullet", "•"))
        let folder = try ScratchFolder()
        let items = try OfficeFiles.agenda(OfficeFiles.document(body, numbering: numbering), folder).agenda.items
        #expect(items.map(\.label) == ["1 Minutes", "2 Trees", "3 Roads"])
        #expect(items[1].text == "1. limes\n2. oaks\nash")
    }

    @Test(
        "items counted by Roman numbers or letters are read, and so is what is counted anew under each",
        arguments: [
            (
                ["I. Call to order", "II. Business", "1. Trees", "2. Roads", "III. Close"],
                ["I Call to order", "II Business", "II.1 Trees", "II.2 Roads", "III Close"]
            ),
            (["A. Opening", "B. Reports", "C. Close"], ["A Opening", "B Reports", "C Close"]),
            (
                ["A. Opening", "1. Apologies", "B. Reports", "2. Trees", "3. Roads"],
                ["1 Apologies", "2 Trees", "3 Roads"]
            ),
            (["1. Trees", "I. the limes", "II. the oaks", "2. Roads"], ["1 Trees", "2 Roads"]),
        ])
    func outlines(_ lines: [String], _ expected: [String]) throws {
        let body = (["Parish Council"] + lines).map { OfficeFiles.paragraph($0) }.joined()
        #expect(try numbers(body, "") == expected)
    }

    @Test("a file without the parts that number and style its paragraphs is read by the numbers typed in it")
    func bare() throws {
        var zip = ZipWriter()
        zip.store("_rels/.rels", OfficeFiles.relationships([("r", "officeDocument", "/word/document.xml")]))
        let body = ["Cabinet", "1. Minutes", "2. Trees"].map { OfficeFiles.paragraph($0) }.joined()
        zip.store("word\\document.xml", "<w:document xmlns:w=\"w\"><w:body>\(body)</w:body></w:document>")
        let folder = try ScratchFolder()
        let agenda = try OfficeFiles.agenda(zip.bytes, folder).agenda
        #expect(agenda.items.map(\.label) == ["1 Minutes", "2 Trees"])
        #expect(agenda.meeting.body == "Cabinet")
    }

    @Test("a document that goes deeper than the parser does, or declares entities, is refused with a sentence")
    func hostile() throws {
        let folder = try ScratchFolder()
        let deep = String(repeating: "<w:tbl><w:tr><w:tc>", count: 5000)
        for body in [deep, "<w:p>&bomb;</w:p>", "<w:p>"] {
            let thrown = #expect(throws: Diagnostic.self) { try OfficeFiles.agenda(OfficeFiles.document(body), folder) }
            #expect(thrown?.place.hasPrefix("agenda.bin") == true)
        }
    }

    @Test("any one byte of a Word file changed gives an agenda or a sentence")
    func changed() throws {
        let body = ["Minutes", "Trees"].map { OfficeFiles.paragraph($0, list: 1) }.joined()
        let whole = OfficeFiles.document(body, numbering: list(1, level(0, "decimal", "%1.")))
        let folder = try ScratchFolder()
        for index in stride(from: 0, to: whole.count, by: 7) {
            var bytes = whole
            bytes[index] ^= 0x15
            do {
                #expect(try !OfficeFiles.agenda(bytes, folder).agenda.items.isEmpty)
            } catch let diagnostic as Diagnostic {
                #expect(diagnostic.severity == .error && !diagnostic.mend.isEmpty)
            }
        }
    }

    @Test(
        "files of other programs are told apart, and it is said how to save them",
        arguments: [
            ("WordDocument", "This is a Word file of the old kind (.doc), which is not read"),
            ("Workbook", "This is an Excel file of the old kind (.xls), which is not read"),
        ])
    func old(_ stream: String, _ message: String) throws {
        // A compound file: its mark, and the name of a stream in UTF-16.
        let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let bytes = mark + [UInt8](repeating: 0, count: 504) + stream.utf8.flatMap { [$0, 0] }
        let folder = try ScratchFolder()
        let thrown = #expect(throws: Diagnostic.self) { try OfficeFiles.agenda(bytes, folder) }
        #expect(thrown?.message == message)
    }
}
