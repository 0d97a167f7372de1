import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("JSON")
struct JSONWriterTests {
    private static func text(_ body: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        body(&json)
        return String(decoding: json.bytes, as: UTF8.self)
    }

    @Test(
        "escapes what it must, and what shows nothing",
        arguments: [
            ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{8}\u{C}", #""\n\r\t\b\f""#),
            ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
            ("\u{9B}", #""\u009b""#), ("\u{202E}\u{2066}", #""\u202e\u2066""#),
            ("\u{2028}\u{2029}", #""\u2028\u2029""#),
            ("\u{1FFFF}", #""\ud83f\udfff""#), ("é🙂</script>", "\"é🙂</script>\""), ("", "\"\""),
        ])
    func escapes(_ string: String, _ expected: String) {
        #expect(Self.text { $0.string(string) } == expected)
    }

    @Test(
        "writes exact decimals",
        arguments: [
            (-313, "-0.313"), (1000, "1.000"), (5, "0.005"), (-1000, "-1.000"), (0, "0.000"), (12345, "12.345"),
        ])
    func thousandths(_ number: Int, _ expected: String) {
        #expect(Self.text { $0.thousandths(number) } == expected)
    }

    @Test("puts commas and line breaks where they belong")
    func structure() {
        let text = Self.text { json in
            json.object { json in
                json.field("a", 1)
                json.field("b", nil as String?)
                json.field("c", [1, 2]) { json, number in
                    json.lineBreak()
                    json.integer(number)
                }
                json.field("d", [Int]()) { $0.integer($1) }
                json.key("e")
                json.object { _ in }
                json.field("f", true)
                json.field("g", thousandths: 250)
            }
            json.endLine()
        }
        #expect(text == "{\"a\":1,\"b\":null,\"c\":[\n1,\n2],\"d\":[],\"e\":{},\"f\":true,\"g\":0.250}\n")
    }

    @Test(
        "is read back by another's reader as it was",
        arguments: HostilePageTests.strings)
    func roundTrip(_ string: String) throws {
        let json = Self.text { $0.array { $0.string(string) } }
        let back = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
        #expect(back?.first.map { Array($0.unicodeScalars) } == Array(string.unicodeScalars))
    }
}
