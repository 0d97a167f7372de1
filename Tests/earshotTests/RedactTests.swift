import Foundation
import Testing

@Suite("Redaction on the command line")
struct RedactTests {
    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test("redact answers one line for one line, in order, with byte offsets, and marks the lines that it cannot read")
    func filter() throws {
        let work = try Workspace()
        let input = """
            {"id":"a","text":"Zo\\u00eb: ring 07700 900123","author":"Jane"}
            {"id":"b"}
            not json
            {"id":7,"text":"Nothing here"}

            {"text":"My name is Jane Smith"}
            """
        let outcome = try earshot(["redact"], in: work.url, input: input)
        let answers = try lines(outcome.out)
        #expect(outcome.code == 1)
        #expect(answers.count == 5)
        #expect(answers[0]["text"] as? String == "Zo\u{EB}: ring [phone number]" && answers[0]["author"] == nil)
        let found = try #require((answers[0]["redactions"] as? [[String: Any]])?.first)
        #expect(found["kind"] as? String == "phone" && found["start"] as? Int == 11 && found["end"] as? Int == 23)
        #expect(answers[1]["error"] is String && answers[1]["id"] as? String == "b" && answers[1]["text"] == nil)
        #expect(answers[2]["error"] is String)
        #expect(answers[3]["id"] as? Int == 7 && (answers[3]["redactions"] as? [Any])?.isEmpty == true)
        #expect(answers[4]["text"] as? String == "My name is [name]" && answers[4]["id"] is NSNull)
    }

    @Test(
        "--names takes out listed names, --strict honorifics and links; a line that names nobody is told by its number")
    func options() throws {
        let work = try Workspace()
        try work.write("# private people\r\n\r\nMarjorie Oddie\r\nQ\r\n", to: "names.txt")
        let input = #"{"id":"1","text":"Marjorie Oddie met Mrs Pell, see https://example.org/a"}"#
        let named = try earshot(["redact", "--names", "names.txt"], in: work.url, input: input)
        #expect(try lines(named.out)[0]["text"] as? String == "[name] met Mrs Pell, see https://example.org/a")
        #expect(named.code == 1 && named.err.contains("names.txt:4"))
        let strict = try earshot(["redact", "--strict"], in: work.url, input: input)
        #expect(try lines(strict.out)[0]["text"] as? String == "Marjorie Oddie met [name], see [link]")
        #expect(strict.code == 0)
        #expect(try earshot(["redact", "--names", "none.txt"], in: work.url, input: input).code == 2)
    }

    @Test("redact.txt in the meeting's folder takes names out of the pack, whatever its encoding")
    func listInFolder() throws {
        let work = try Workspace()
        try work.makeMeeting(
            "small",
            threads: [
                "a.csv":
                    "thread_id,comment_id,author,text\nt,1,x,Cllr Ren\u{E9} Oddie says that Harrow Lane Library must stay open\n"
            ])
        try work.write(Data("# private\nRen".utf8) + Data([0xE9]) + Data(" Oddie\n\n?\n".utf8), to: "small/redact.txt")
        let outcome = try earshot(["brief", "small"], in: work.url)
        let said = outcome.out + outcome.err
        #expect(said.contains("redact.txt:4") && !said.contains("plays no part"), "\(said)")
        let comments = try work.text("Exports/small/comments.csv")
        #expect(comments.contains("Cllr [name] says") && !comments.contains("Oddie"))
    }
}
