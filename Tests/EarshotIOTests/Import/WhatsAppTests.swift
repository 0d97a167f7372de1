import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("WhatsApp chats")
struct WhatsAppTests {
    @Test(
        "the first line of a message is known in the spellings of many countries",
        arguments: [
            ("25/03/2026, 21:15 - ", "2026-03-25T21:15:00Z"), ("3/25/26, 9:15 PM - ", "2026-03-25T21:15:00Z"),
            ("[3/25/26, 9:15:32\u{202F}PM] ", "2026-03-25T21:15:32Z"),
            ("\u{200E}[25/03/2026, 21:15:32] ", "2026-03-25T21:15:32Z"), ("25.03.26, 21:15 - ", "2026-03-25T21:15:00Z"),
            ("[25.03.26, 21:15:32] ", "2026-03-25T21:15:32Z"), ("25-03-2026 21:15 - ", "2026-03-25T21:15:00Z"),
            ("2026-03-25, 9:15 p.m. - ", "2026-03-25T21:15:00Z"), ("2026/03/25, 9:15 pm - ", "2026-03-25T21:15:00Z"),
            ("25/3/2026 9:15 p.\u{A0}m. - ", "2026-03-25T21:15:00Z"),
            ("25/3/2026, 12:15 a. m. - ", "2026-03-25T00:15:00Z"), ("25/3/26 12:15 pm - ", "2026-03-25T12:15:00Z"),
            ("[25.3.2026 klo 21.15.32] ", "2026-03-25T21:15:32Z"), ("25. 3. 2026, 21:15 - ", "2026-03-25T21:15:00Z"),
            ("3/25/26, 9:15:59 PM: ", "2026-03-25T21:15:59Z"), ("25/03/2026 21:15:48: ", "2026-03-25T21:15:48Z"),
            ("2026/3/25 下午9:15 - ", "2026-03-25T21:15:00Z"), ("2026. 3. 25. 오후 9:15 - ", "2026-03-25T21:15:00Z"),
            ("٢٥/٣/٢٠٢٦، ٩:١٥ م - ", "2026-03-25T21:15:00Z"),
        ])
    func firstLine(_ start: String, _ moment: String) throws {
        let outcome = try ThreadOutcome(Array("\(start)Ann Lee: Half past: yes\n\(start)Bob: No\n".utf8))
        #expect(outcome.format == "whatsapp-chat")
        #expect(outcome.comments.map(\.author) == ["Ann Lee", "Bob"])
        #expect(outcome.comments.map(\.text) == ["Half past: yes", "No"])
        #expect(outcome.comments.map { $0.posted?.iso } == [moment, moment])
        #expect(outcome.addsUp)
    }

    @Test(
        "the order of day and month is worked out from the file, or asked for",
        arguments: [
            (["03/04/2026", "25/04/2026"], [:], "2026-04-03", false),
            (["03/04/2026", "04/25/2026"], [:], "2026-03-04", false),
            // In the order of time only one reading runs forward.
            (["01/05/2026", "02/05/2026", "01/06/2026"], [:], "2026-05-01", false),
            (["01/05/2026", "01/06/2026", "02/05/2026"], [:], "2026-01-05", false),
            (["03/04/2026", "03/04/2026"], [:], "2026-04-03", true),
            (["03/04/2026", "03/04/2026"], ["date_order": "mdy"], "2026-03-04", false),
            (["03/04/2026", "03/04/2026"], ["date_order": "dmy"], "2026-04-03", false),
            (["03.04.26", "03.04.26"], [:], "2026-04-03", false),
        ] as [([String], [String: String], String, Bool)])
    func dateOrder(_ days: [String], _ columns: [String: String], _ first: String, _ isAsked: Bool) throws {
        let text = days.map { "\($0), 12:00 - Ann: Word \($0)\n" }.joined()
        let outcome = try ThreadOutcome(Array(text.utf8), columns: columns)
        #expect(outcome.comments.first?.posted?.iso.hasPrefix(first) == true)
        #expect(outcome.notes.contains { $0.severity == .warning && $0.mend.contains("date_order") } == isAsked)
    }

    @Test("a telephone number is one person and stands in no value")
    func numbers() throws {
        let text =
            "25/03/2026, 21:15 - +44 7700 900123: One\n[25/03/2026, 21:16:00] \u{202A}+44 7700 900123\u{202C}: Two\n"
            + "25/03/2026, 21:17 - ~ Dora: Three\n"
        let outcome = try ThreadOutcome(Array(text.utf8))
        let authors = outcome.comments.map { $0.author ?? "" }
        #expect(authors.count == 3 && authors[0] == authors[1] && authors[2] == "Dora")
        #expect(authors[0].hasPrefix("phone:"))
        #expect(!"\(outcome.threads) \(outcome.comments)".contains("7700"))
    }

    @Test(
        "the thread is named after the group, never after a person",
        arguments: [
            ("WhatsApp Chat with Acacia Road.txt", "", "Acacia Road"),
            ("WhatsApp Chat with Acacia Road (1).txt", "", "Acacia Road"),
            ("WhatsApp Chat - Acacia Road.txt", "", "Acacia Road"),
            ("WhatsApp Chat with Ann.txt", "", ""), ("WhatsApp Chat with +44 7700 900123.txt", "", ""),
            ("chat.txt", "25/03/2026, 09:00 - Ann created group \"The Rec\"\n", "The Rec"),
            (
                "chat.txt", "25/03/2026, 09:00 - Ann changed the subject from “The Rec” to “Save the Rec: now”\n",
                "Save the Rec: now"
            ),
            ("chat.txt", "", ""),
        ])
    func title(_ name: String, _ line: String, _ title: String) throws {
        let outcome = try ThreadOutcome(Array("\(line)25/03/2026, 21:15 - Ann: Yes\n".utf8), name: name)
        #expect(outcome.threads.map(\.title) == [title])
        #expect(outcome.addsUp)
    }

    @Test(
        "other text is not taken for a chat",
        arguments: [
            "[2026-03-25 21:15:32] INFO: started\n[2026-03-25 21:15:33] INFO: stopped\n",
            "2026-03-25 21:15:32,123 - root - INFO: x\n2026-03-25 21:15:32,124 - root - INFO: y\n",
            "25/03/2026,21:15,Ann,text\n26/03/2026,21:15,Bob,more\n", "25/03/2026\n1. Apologies\n",
            "Ann, 25/03/2026 21:15: Yes\nBob, 25/03/2026 21:16: No\n",
        ])
    func noChat(_ text: String) throws {
        #expect(try ThreadOutcome(Array(text.utf8)).format != "whatsapp-chat")
    }

    @Test("a chat read again after more was said keeps its ids")
    func grows() throws {
        let text = "25/03/2026, 21:15 - Ann: Yes\n25/03/2026, 21:15 - Ann: Yes\n26/03/2026, 07:00 - Bob: No\n"
        let before = try ThreadOutcome(Array(text.utf8))
        let after = try ThreadOutcome(Array((text + "27/03/2026, 07:00 - Bob: Never\n").utf8))
        #expect(after.threads.map(\.id) == before.threads.map(\.id))
        #expect(Array(after.comments.map(\.id).prefix(3)) == before.comments.map(\.id))
        #expect(Set(after.comments.map(\.id)).count == 4)
    }
}
