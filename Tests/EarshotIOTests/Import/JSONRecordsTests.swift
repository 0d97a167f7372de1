import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("JSON, record by record")
struct JSONRecordsTests {
    /// What reading gave: "path:line value" for each element, "path! message" for a broken one.
    private struct Outcome: Equatable {
        var records: [String] = []
        var rest: JSONValue = .null
        var notes: [String] = []
        var fault: String?
    }

    private func read(_ bytes: [UInt8], at paths: [String], pieceSize: Int = 1 << 20) throws -> Outcome {
        let url = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).json")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        var outcome = Outcome()
        do {
            outcome.rest = try JSONRecords.read(
                try SourceFile(url), path: "x.json", at: paths, pieceSize: pieceSize,
                note: { outcome.notes.append($0.message) },
                emit: { record in
                    switch record {
                    case .value(let value, let path, let line):
                        outcome.records.append("\(path):\(line) \(Self.text(value))")
                    case .broken(let fault, let path): outcome.records.append("\(path)! \(fault.line)")
                    }
                })
        } catch let fault as Diagnostic {
            outcome.fault = fault.line
        }
        return outcome
    }

    private func read(_ text: String, at paths: [String], pieceSize: Int = 1 << 20) throws -> Outcome {
        try read(Array(text.utf8), at: paths, pieceSize: pieceSize)
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .int(let number): "\(number)"
        case .number(let number): "\(number)"
        case .string(let text): "'\(text)'"
        case .array(let values): "[" + values.map(text).joined(separator: ",") + "]"
        case .object(let members): "{" + members.map { "\($0.key):\(text($0.value))" }.joined(separator: ",") + "}"
        }
    }

    static let files: [(text: String, paths: [String], records: [String], rest: String)] = [
        (
            "[1, -2.5,\ntrue,null , \"a]b\", [3], {\"k\": \"}\"}]", ["[]"],
            ["[]:1 1", "[]:1 -2.5", "[]:2 true", "[]:2 null", "[]:2 'a]b'", "[]:2 [3]", "[]:2 {k:'}'}"], "[]"
        ),
        ("[]", ["[]"], [], "[]"),
        (
            "{\"n\":1,\"items\":[{\"a\":[1]},\n\n {\"a\":[2]}],\"after\":{\"items\":[9]}}", ["items[]"],
            ["items[]:1 {a:[1]}", "items[]:3 {a:[2]}"], "{n:1,items:[],after:{items:[9]}}"
        ),
        (
            "[{\"p\":1,\"items\":[10,11]},{\"items\":[12],\"p\":2}]", ["[].items[]"],
            ["[].items[]:1 10", "[].items[]:1 11", "[].items[]:1 12"], "[{p:1,items:[]},{items:[],p:2}]"
        ),
        (
            "{\"a\":{\"b\":[[1],[2]]},\"b\":[3]}", ["a.b[][]", "b[]"], ["a.b[][]:1 1", "a.b[][]:1 2", "b[]:1 3"],
            "{a:{b:[[],[]]},b:[]}"
        ),
        ("{\"items\":{\"no\":\"list\"}}", ["items[]"], [], "{items:{no:'list'}}"),
        (
            "{\"it\\\"ems\":[1],\"items\":[\"\\\\\",\"\\\"]\"]}", ["items[]"], ["items[]:1 '\\'", "items[]:1 '\"]'"],
            "{it\"ems:[1],items:[]}"
        ),
        (
            "{\n  \"items\": [\n    {\n      \"a\": 1\n    },\n    {\n      \"a\": 2\n    }\n  ],\n  \"n\": 2\n}\n",
            ["items[]"], ["items[]:3 {a:1}", "items[]:6 {a:2}"], "{items:[],n:2}"
        ),
        ("{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}", [], [":1 {a:1}", ":2 {a:2}", ":4 {a:3}"], "null"),
        (
            "{\"a\":1}\n{\"a\":2", ["[]"],
            [
                ":1 {a:1}",
                "! error: x.json:2:7: The file ends in the middle of a JSON value. "
                    + "Save or download it again in full",
            ], "null"
        ),
        (
            "{\"a\":\"x\"}\n{\"a\":\"bro\n{\"a\":\"y\"}\n", [""],
            [
                ":1 {a:'x'}",
                "! error: x.json:2:10: The file ends in the middle of a JSON value. Save or download it again in full",
                ":3 {a:'y'}",
            ], "null"
        ),
        ("{\n\"a\":1\n}\n{\n\"a\":[\n2]\n}", [""], [":1 {a:1}", ":4 {a:[2]}"], "null"),
        ("{\"items\":[1]}{\"items\":[2]}", ["items[]"], ["items[]:1 1", ":1 {items:[]}", ":1 {items:[2]}"], "null"),
        ("[1]\n[2]\n", ["[]"], ["[]:1 1", ":1 []", ":2 [2]"], "null"),
        (
            "[{\"a\":nul},{\"a\":2}]", ["[]"],
            [
                "[]! error: x.json:1:9: A value should stand here for this to be JSON. Save or download the file again",
                "[]:1 {a:2}",
            ], "[]"
        ),
        (" 12 ", [""], [":1 12"], "null"),
    ]

    @Test("elements and what stands around them come the same in pieces of every size", arguments: files)
    func pieces(_ text: String, _ paths: [String], _ records: [String], _ rest: String) throws {
        let whole = try read(text, at: paths)
        #expect(whole.records == records)
        #expect(Self.text(whole.rest) == rest)
        #expect(whole.fault == nil)
        // The first piece is at least 4096 bytes long: what is read in small pieces stands behind so many spaces.
        let far = String(repeating: " ", count: 4096) + text
        for size in Array(1...24) + [4095, 4096, 4097, 4100] {
            #expect(try read(far, at: paths, pieceSize: size) == whole)
        }
    }

    @Test("the surroundings are what reading leaves", arguments: files)
    func surroundings(_ text: String, _ paths: [String], _ records: [String], _ rest: String) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString).json")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let around = try JSONRecords.surroundings(try SourceFile(url), path: "x.json", without: paths)
        #expect(Self.text(around) == rest)
    }

    @Test("a file that breaks off anywhere is told so with its line, or gives what is whole")
    func truncated() throws {
        let text = "{\n \"n\": [1, 2],\n \"items\": [\n  {\"a\": \"é\\\"\"},\n  {\"a\": -1.5e3}\n ]\n}"
        let bytes = Array(text.utf8)
        for end in 0..<bytes.count {
            let outcome = try read(Array(bytes[..<end]), at: ["items[]"], pieceSize: 7)
            let fault = try #require(outcome.fault)
            let lines = bytes[..<end].count { $0 == 10 } + 1
            #expect(outcome.records.count <= 2)
            #expect(outcome.rest == .null)
            #expect(fault.contains(" x.json:"), "\(fault)")
            if end > 0 {
                #expect(
                    fault.hasPrefix("error: x.json:\(lines): The file ends in the middle of a JSON value"), "\(fault)")
            }
        }
    }

    @Test(
        "a fault outside the elements is told with the line of the file",
        arguments: [
            ("{\"items\":[\n{\"a\":\n1},\n2\n],\n\n\"n\": nul}", 7), ("{\"items\":[{\n\n}],\"n\":tru}", 3),
            ("{\"items\":[1,\n\n\n2] \"n\":1}", 4), ("{\n\n\n\n\"n\" 1,\"items\":[]}", 5),
        ])
    func faultLine(_ text: String, _ line: Int) throws {
        let fault = try #require(try read(text, at: ["items[]"]).fault)
        #expect(fault.hasPrefix("error: x.json:\(line): "), "\(fault)")
    }

    @Test("UTF-16, Windows-1252, NULs and lone surrogates are read in pieces of every size")
    func encodings() throws {
        let text = "[" + (0..<400).map { "{\"a\":\"Caffè Nero – £\($0) 😀\"}" }.joined(separator: ",") + "]"
        let plain = try read(text, at: ["[]"])
        #expect(plain.records.count == 400)
        var little: [UInt8] = [0xFF, 0xFE]
        var big: [UInt8] = []
        for unit in text.utf16 {
            little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let latin = Array("[{\"a\":\"".utf8) + [0xA3, 0x35, 0x97, 0xE9] + Array("\"}]".utf8)
        for size in [1, 2, 3, 5, 4097] {
            #expect(try read(text, at: ["[]"], pieceSize: size) == plain)
            #expect(try read(little, at: ["[]"], pieceSize: size) == plain)
            #expect(try read(big, at: ["[]"], pieceSize: size) == plain)
            let mended = try read(latin, at: ["[]"], pieceSize: size)
            #expect(mended.records == ["[]:1 {a:'£5—é'}"])
            #expect(mended.notes == ["The file is not all UTF-8; the rest was read as Windows-1252"])
        }
        #expect(try read("[\"a\0b\"]", at: ["[]"]).records == ["[]:1 'ab'"])
        #expect(try read("[\"\\ud83d\", \"\\u0000\"]", at: ["[]"]).records == ["[]:1 '\u{FFFD}'", "[]:1 '\0'"])
    }

    @Test("what is nested too deep is told, in an element and around it")
    func deep() throws {
        let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
        let element = try read("{\"items\":[\(deep),1]}", at: ["items[]"])
        #expect(element.records.count == 2)
        #expect(element.records.first?.contains("nested more than 256 deep") == true)
        #expect(element.records.last == "items[]:1 1")
        #expect(try read("{\"x\":\(deep)}", at: ["items[]"]).fault?.contains("nested more than 256 deep") == true)
        let around = "{\"x\":" + String(repeating: "[", count: 100_000)
        #expect(try read(around, at: ["items[]"]).fault?.contains("nested more than 256 deep") == true)
        let open = String(repeating: "[", count: 100_000)
        #expect(try read(open, at: ["[]"]).fault?.contains("ends in the middle") == true)
    }

    @Test("white space without end between elements fills no memory and moves no line")
    func spaces() throws {
        let gap = String(repeating: " \n", count: 100_000)
        let outcome = try read("[1,\(gap)2\(gap)]", at: ["[]"])
        #expect(outcome.records == ["[]:1 1", "[]:100001 2"])
    }

    // MARK: - Outline

    private func outline(_ text: String) -> JSONOutline? { FileHead(bytes: Array(text.utf8)).json }

    @Test("the outline tells paths, values and bases")
    func outline() throws {
        let json = try #require(
            outline("[{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t3\",\"data\":{\"id\":\"a\\\"b\"}}]}}]")
        )
        #expect(json.isArray)
        #expect(!json.isLines)
        #expect(json.has(all: "[].kind", "[].data.children", "[].data.children[].data.id"))
        #expect(json.value("[].kind") == "Listing")
        #expect(json.keys(in: "[]") == ["kind", "data"])
        #expect(json.bases(having: ["kind", "data"]) == ["[]", "[].data.children[]"])
        #expect(json.bases(having: ["data.children"]) == ["[]"])
        #expect(json.bases(having: ["kind"], any: ["data.id"]) == ["[].data.children[]"])
        #expect(outline("{\"a\":1}\n{\"b\":2}")?.isLines == true)
        #expect(outline("{\"a\":1}\n{\"b\":2}")?.bases(having: ["b"]) == [""])
        #expect(outline("<a/>") == nil)
    }

    @Test("a head cut off anywhere still has an outline, with no path that the whole has not")
    func cutOutline() throws {
        let text =
            "\u{FEFF} {\"a\":[{\"b\\\"é\":\"x\\\\\",\"c\":{\"d\":[1,[2,{\"e\":null}]]}}],\"f\":\"g\"}\n{\"h\":[\"i\"]}"
        let whole = try #require(outline(text))
        #expect(whole.has(all: "a[].c.d", "a[].c.d[][].e", "f", "h"))
        let bytes = Array(text.utf8)
        for end in 5..<bytes.count {
            guard let cut = FileHead(bytes: Array(bytes[..<end])).json else {
                Issue.record("no outline of the first \(end) bytes")
                continue
            }
            for key in cut.keys(in: "") { #expect(whole.has(key)) }
            for key in cut.keys(in: "a[]") { #expect(whole.has("a[].\(key)")) }
        }
    }

    @Test("outlines of hostile heads end", arguments: ["[", "{", "[{\"a\":", "[\"", "{\"\\", "]}", ",\"", "[}{]"])
    func hostile(_ part: String) {
        let json = outline("[" + String(repeating: part, count: 20_000))
        #expect(json != nil)
    }
}
