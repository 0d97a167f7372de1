import Crypto
import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("A whole pack")
struct PackExportTests {
    private static let names = [
        "SHA256SUMS", "comments.csv", "csv-metadata.json", "index.html", "items.csv", "keyphrases.csv", "links.csv",
        "pack.json", "questions.csv", "themes.csv", "word-lists.csv",
    ]
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @discardableResult
    private func write(_ sample: SampleBrief = SampleBrief(), bom: Bool = false) throws -> [WrittenFile] {
        var export = try PackExport(folder: scratch.url, bom: bom)
        for row in sample.rows { try export.write(comment: row) }
        return try export.finish(brief: sample.brief)
    }

    private func table(_ name: String) throws -> [[String: String]] {
        let rows = try CSVWriterTests.read(scratch.bytes(name))
        let header = rows[0]
        return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    private func json(_ name: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(scratch.bytes(name))) as? [String: Any])
    }

    @Test("has its eleven files, each as SHA256SUMS says")
    func files() throws {
        let files = try write()
        #expect(files.map(\.name) == Self.names)
        #expect(try scratch.names() == Self.names)
        let sums = try #require(scratch.text("SHA256SUMS"))
        let expected = try Self.names.dropFirst().map { name in
            let digest = SHA256.hash(data: try scratch.bytes(name)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
            return "\(digest.joined())  \(name)\n"
        }
        #expect(sums == expected.joined())
        for file in files { #expect(try scratch.bytes(file.name).count == file.size) }
    }

    @Test("is the same, byte for byte, when it is made again")
    func isReproducible() throws {
        let first = try write()
        let again = try PackExportTests()
        #expect(try again.write() == first)
    }

    @Test("is not finished where a comment is missing, or one more was written", arguments: [133, 138, 140])
    func countsAddUp(_ count: Int) throws {
        let rows = SampleBrief().rows
        var export = try PackExport(folder: scratch.url, bom: false)
        for i in 0..<count { try export.write(comment: rows[i % rows.count]) }
        let refusal = #expect(throws: Diagnostic.self) { try export.finish(brief: SampleBrief.plain) }
        #expect(refusal?.message.contains("do not add up") == true)
        #expect(!(try scratch.names()).contains("SHA256SUMS"))
    }

    @Test("is not finished where an excluded comment was written as an included one")
    func fateCounts() throws {
        var export = try PackExport(folder: scratch.url, bom: false)
        for var row in SampleBrief().rows {
            row.status = .included
            try export.write(comment: row)
        }
        #expect(throws: Diagnostic.self) { try export.finish(brief: SampleBrief.plain) }
    }

    @Test("has tables whose rows are all as wide as their header, hostile text or not", arguments: [false, true])
    func widths(_ isHostile: Bool) throws {
        try write(isHostile ? SampleBrief { "\($0)\",;\r\n\t|=1" } : SampleBrief())
        for note in PackTables.all {
            let rows = try CSVWriterTests.read(scratch.bytes(note.file))
            #expect(rows[0] == note.columns.map(\.name))
            #expect(rows.count > 1)
            #expect(rows.allSatisfy { $0.count == note.columns.count }, "\(note.file)")
        }
    }

    @Test("holds in every cell what its column says")
    func cells() throws {
        try write()
        for note in PackTables.all {
            let rows = try table(note.file)
            for column in note.columns {
                let values = rows.compactMap { $0[column.name] }
                #expect(values.count == rows.count)
                if column.isRequired { #expect(!values.contains(""), "\(note.file): \(column.name)") }
                for value in values where !value.isEmpty {
                    #expect(Self.fits(value, column.type), "\(note.file): \(column.name) “\(value)”")
                }
            }
            let keys = rows.map { row in note.key.map { row[$0] ?? "" } }
            #expect(Set(keys).count == keys.count, "\(note.file): the key names a row twice")
            for reference in note.references {
                let known = Set(try table(reference.table).compactMap { $0[reference.tableColumn] })
                let used = Set(rows.compactMap { $0[reference.column] }.filter { !$0.isEmpty })
                #expect(used.subtracting(known) == [], "\(note.file): \(reference.column)")
            }
        }
    }

    private static func fits(_ value: String, _ type: ColumnType) -> Bool {
        switch type {
        case .text, .address: return true
        case .date: return value.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
        case .moment: return value.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil
        case .boolean: return value == "true" || value == "false"
        case .count: return Int(value).map { $0 >= 0 } == true
        case .integer: return Int(value) != nil
        case .decimal(let digits, let from, let to):
            guard let number = Double(value), value.split(separator: ".").last?.count == digits else { return false }
            return number >= Double(from) && number <= to.map { Double($0) } ?? .infinity
        case .word(let words): return words.contains(value)
        }
    }

    @Test("describes its tables as they are, in csv-metadata.json")
    func metadata() throws {
        try write()
        let tables = try #require(try json("csv-metadata.json")["tables"] as? [[String: Any]])
        #expect(tables.compactMap { $0["url"] as? String } == PackTables.all.map(\.file))
        for (table, note) in zip(tables, PackTables.all) {
            let schema = try #require(table["tableSchema"] as? [String: Any])
            let columns = try #require(schema["columns"] as? [[String: Any]])
            #expect(
                columns.compactMap { $0["name"] as? String } == (try CSVWriterTests.read(scratch.bytes(note.file)))[0])
            #expect(columns.allSatisfy { ($0["dc:description"] as? String)?.hasSuffix(".") == true })
            #expect(schema["primaryKey"] as? [String] == note.key)
        }
    }

    @Test("marks every table with a byte-order mark where one is asked for")
    func mark() throws {
        try write(bom: true)
        for note in PackTables.all { #expect(try scratch.bytes(note.file).starts(with: [0xEF, 0xBB, 0xBF])) }
        #expect(try scratch.bytes("pack.json").first == UInt8(ascii: "{"))
    }

    @Test("keeps in pack.json the text that comments.csv had to mark")
    func rawText() throws {
        try write(SampleBrief { "=\($0)\u{1}" })
        let comments = try #require(try json("pack.json")["comments"] as? [[String: Any]])
        #expect(comments.count == 139)
        #expect(comments[7]["text"] as? String == "=Comment number 7, with a comma and “quotes”.\u{1}")
        #expect(try table("comments.csv")[7]["text"] == "'=Comment number 7, with a comma and “quotes”.\u{FFFD}")
        #expect(comments[1]["likes"] as? Int == 0)
        #expect(comments[10]["tone"] is NSNull)
    }

    @Test("says of a restricted item its number and title, in no file more")
    func restricted() throws {
        try write()
        for name in Self.names {
            let text = try #require(scratch.text(name))
            #expect(!text.contains("Secret") && !text.contains("council.example/secret"), "\(name)")
        }
        let items = try #require(try json("pack.json")["items"] as? [[String: Any]])
        let item = try #require(items.first { $0["restricted"] as? Bool == true })
        #expect(Set(item.keys) == ["id", "position", "number", "title", "kind", "restricted", "left_out", "note"])
        #expect(item["note"] is NSNull)
    }

    @Test("counts in pack.json what the brief counts")
    func totals() throws {
        try write()
        let pack = try json("pack.json")
        #expect(pack["format"] as? String == "earshot-pack")
        let totals = try #require(pack["totals"] as? [String: Any])
        #expect(totals["read"] as? Int == 139)
        #expect(totals["included"] as? Int == 134)
        let items = try #require(pack["items"] as? [[String: Any]])
        #expect(items.count == 9)
        let positions = try #require(items[3]["positions"] as? [String: Int])
        #expect(positions == ["support": 7, "mixed": 4, "unclear": 16, "oppose": 37])
    }

    @Test("says of every comment its themes, and whether a person should read it")
    func evidenceOfThemes() throws {
        try write()
        let comments = try table("comments.csv")
        #expect(comments[3]["themes"] == "1;2" && comments[4]["themes"] == "" && comments[4]["keyphrases"] == "3")
        #expect(comments[10]["needs_reader"] == "true" && comments[10]["language"] == "pl")
        #expect(comments[41]["needs_reader"] == "true" && comments[41]["other_language"] == "cy")
        #expect(comments[2]["needs_reader"] == "false" && comments[138]["needs_reader"] == "")
        let themes = try table("themes.csv")
        #expect(themes.map { $0["rank"] } == ["1", "2", "0", "1", "0"])
        #expect(themes[0]["theme"] == "Monday" && themes[0]["phrases"] == "Monday; homework club; warm place")
        #expect(themes[0]["oppose"] == "21" && themes[0]["tone_neutral"] == "10" && themes[0]["comments"] == "34")
        #expect(themes[3]["part"] == "off-agenda")
        let questions = try table("questions.csv")
        #expect(questions.map { $0["kind"] } == ["question", "question", "suggestion", "suggestion"])
        #expect(try table("items.csv")[3]["mixed_language"] == "2")
    }

    @Test("keeps in pack.json how positions were read")
    func evidence() throws {
        try write()
        let items = try #require(try json("pack.json")["items"] as? [[String: Any]])
        let library = try #require(items[3]["evidence"] as? [String: Any])
        #expect(library["inferred_confidence"] as? Double == 0.836)
        #expect(library["not_read_for_meaning"] as? Int == 6)
        let parking = try #require(items[4]["evidence"] as? [String: Any])
        #expect((parking["taught"] as? [String: Any])?["labels_support"] as? Int == 12)
        #expect((items[5]["evidence"] as? [String: Any])?["blind"] as? Bool == true)
        let quotes = try #require(items[3]["quotes"] as? [[String: Any]])
        #expect(quotes[1]["themes"] as? [Int] == [1, 2])
    }
}

@Suite("The documentation of the pack's tables")
struct FormatsDocumentTests {
    @Test("describes every column as the tables do")
    func columns() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let document = String(
            decoding: try Data(contentsOf: root.appendingPathComponent("Docs/Formats.md")), as: UTF8.self)
        let expected = PackTables.documentation
        #expect(document.contains(expected), "Docs/Formats.md differs; its part on the tables must read:\n\(expected)")
    }
}
