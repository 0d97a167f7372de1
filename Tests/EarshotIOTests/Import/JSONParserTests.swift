import EarshotCore
import EarshotIO
import Testing

@Suite("JSON")
struct JSONParserTests {
    static let values: [(text: String, value: JSONValue)] = [
        ("null", .null), ("true", .bool(true)), (" false ", .bool(false)), ("0", .int(0)), ("-0", .int(0)),
        ("12345678901", .int(12_345_678_901)), ("-9223372036854775808", .int(.min)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        ("123456789012345678901234567890", .number(1.2345678901234568e29)),
        ("1.5", .number(1.5)), ("-2E-3", .number(-0.002)), ("1e2", .number(100)), ("0.0", .number(0)),
        (#""""#, .string("")), (#""a b""#, .string("a b")), (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
        (#""\u00e9\u00E9""#, .string("éé")), (#""\ud83d\ude00""#, .string("😀")), (#""\u0000""#, .string("\0")),
        (#""\ud83d x""#, .string("\u{FFFD} x")), (#""\ude00""#, .string("\u{FFFD}")),
        (#""\ud83d\ud83d\ude00""#, .string("\u{FFFD}😀")), (#""\ud83d\n""#, .string("\u{FFFD}\n")),
        ("\"é😀\u{2028}\"", .string("é😀\u{2028}")), ("[]", .array([])), ("[ ]", .array([])), ("{ }", .object([])),
        ("[1,[2],\r\n\t3]", .array([.int(1), .array([.int(2)]), .int(3)])), ("\u{FEFF}[1]", .array([.int(1)])),
        (
            #"{"b":1,"a":{"c":null}}"#,
            .object([
                .init(key: "b", value: .int(1)), .init(key: "a", value: .object([.init(key: "c", value: .null)])),
            ])
        ),
    ]

    @Test("a value is read", arguments: values)
    func value(_ text: String, _ value: JSONValue) throws {
        #expect(try JSONParser.parse(Array(text.utf8), path: "x.json") == value)
    }

    static let faults: [(text: String, place: String, message: String)] = [
        ("", "1:1", "There is no JSON value"),
        (" \n\t", "2:2", "There is no JSON value"),
        ("[1,\n 2", "2:3", "The file ends in the middle of a JSON value"),
        (#"{"a""#, "1:5", "The file ends in the middle of a JSON value"),
        (#"{"a":"#, "1:6", "The file ends in the middle of a JSON value"),
        (#"["é"#, "1:4", "The file ends in the middle of a JSON value"),
        (#"["\u00"#, "1:7", "The file ends in the middle of a JSON value"),
        ("tru", "1:4", "The file ends in the middle of a JSON value"),
        ("[1]x", "1:4", "Something stands after the end of the JSON value"),
        ("[1 2]", "1:4", "A comma or ] should stand here for this to be JSON"),
        (#"{"a":1 "b":2}"#, "1:8", "A comma or } should stand here for this to be JSON"),
        (#"{"a" 1}"#, "1:6", "A colon should stand here for this to be JSON"),
        ("{a:1}", "1:2", "A name in quotation marks should stand here for this to be JSON"),
        (#"{"a":1,}"#, "1:8", "A name in quotation marks should stand here for this to be JSON"),
        ("[1,]", "1:4", "A value should stand here for this to be JSON"),
        ("[nul]", "1:5", "A value should stand here for this to be JSON"),
        ("[.5]", "1:2", "A value should stand here for this to be JSON"),
        ("[1.]", "1:4", "A digit should stand here for this to be JSON"),
        ("[-]", "1:3", "A digit should stand here for this to be JSON"),
        (#"["\x"]"#, "1:4", "An escape that JSON knows should stand here for this to be JSON"),
        (#"["\u00g0"]"#, "1:7", "Four hexadecimal digits should stand here for this to be JSON"),
    ]

    @Test("a fault is told with its line and column", arguments: faults)
    func fault(_ text: String, _ place: String, _ message: String) throws {
        let error = #expect(throws: Diagnostic.self) { try JSONParser.parse(Array(text.utf8), path: "x.json") }
        #expect(error?.place == "x.json:\(place)")
        #expect(error?.message == message)
        #expect(error?.mend.isEmpty == false)
        #expect(error?.severity == .error)
    }

    @Test(
        "other things that are no JSON are refused",
        arguments: [
            "[01]", "[1e]", "[1e+]", "[1e999]", "+1", "'a'", "[\"\t\"]", "[\"a\nb\"]", "NaN", "{\"a\"}", "\"abc", "[[",
            "]",
        ])
    func refused(_ text: String) {
        #expect(throws: Diagnostic.self) { try JSONParser.parse(Array(text.utf8), path: "x.json") }
    }

    @Test("256 levels are read, 257 are not")
    func depth() throws {
        func nested(_ levels: Int) -> [UInt8] {
            Array((String(repeating: "[", count: levels) + String(repeating: "]", count: levels)).utf8)
        }
        var value = try JSONParser.parse(nested(256), path: "x.json")
        var levels = 0
        while let inner = value.array {
            levels += 1
            value = inner.first ?? .null
        }
        #expect(levels == 256)
        let error = #expect(throws: Diagnostic.self) { try JSONParser.parse(nested(257), path: "x.json") }
        #expect(error?.place == "x.json:1:257")
        #expect(throws: Diagnostic.self) { try JSONParser.parse(nested(1_000_000), path: "x.json") }
    }

    @Test("every beginning of a value but the whole is refused")
    func truncated() throws {
        let whole = Array(#"{"a":[1,-2.5e3,true,null,"x\u00e9\ud83d\ude00é"],"b":{"c":"d"}}"#.utf8)
        for length in 0..<whole.count {
            #expect(throws: Diagnostic.self) { try JSONParser.parse(Array(whole[..<length]), path: "x.json") }
        }
        #expect(try JSONParser.parse(whole, path: "x.json")["b"]?["c"]?.string == "d")
    }

    @Test("bytes that are not UTF-8 become replacement characters")
    func foreignBytes() throws {
        let value = try JSONParser.parse([34, 0xE9, 65, 34], path: "x.json")
        #expect(value == .string("\u{FFFD}A"))
    }

    @Test("of equal keys the last counts, and a line's number is kept")
    func keysAndLines() throws {
        #expect(try JSONParser.parse(Array(#"{"a":1,"a":2}"#.utf8), path: "x.jsonl", line: 7)["a"] == .int(2))
        let error = #expect(throws: Diagnostic.self) { try JSONParser.parse(Array("{".utf8), path: "x.jsonl", line: 7) }
        #expect(error?.place == "x.jsonl:7:2")
    }

    @Test(
        "whole numbers are read however they are written",
        arguments: [
            ("12", 12), ("12.0", 12), ("\"12\"", 12), ("1.5", nil), ("\"x\"", nil), ("1e30", nil), ("true", nil),
        ] as [(String, Int?)])
    func whole(_ text: String, _ number: Int?) throws {
        #expect(try JSONParser.parse(Array(text.utf8), path: "x.json").int == number)
    }
}
