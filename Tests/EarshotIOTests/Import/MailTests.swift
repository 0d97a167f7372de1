import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Mail")
struct MailTests {
    /// One message with the given header lines and body, as an .eml.
    static func read(_ header: String, _ body: String) throws -> ThreadOutcome {
        let fields = "Message-ID: <1@example.org>\nFrom: Ann <ann@example.org>\nDate: 9 Nov 2026 18:04:11 +0000\n"
        let given = Set(header.split(separator: "\n").map { $0.prefix { $0 != ":" }.lowercased() })
        let others = fields.split(separator: "\n").filter { !given.contains($0.prefix { $0 != ":" }.lowercased()) }
        let text = (others.map(String.init) + (header.isEmpty ? [] : [header])).joined(separator: "\n")
        return try ThreadOutcome(Array((text + "\n\n" + body).utf8))
    }

    @Test(
        "only the writer's own words are read",
        arguments: [
            ("I agree.\n\n> No.\n>> Yes.\n", "I agree."),
            ("I agree.\n\nOn Mon, 9 Nov 2026, Bob <b@example.org> wrote:\n\nNo mark stands here.\n", "I agree."),
            ("On Mon, 9 Nov 2026, Bob wrote:\n> No.\n\nYes, I say.\n", "Yes, I say."),
            (
                "On Monday 9 I wrote to the council\nand got no answer.\n",
                "On Monday 9 I wrote to the council\nand got no answer."
            ),
            ("Bob wrote:\n> No.\nYes.\n", "Yes."),
            ("The council wrote:\nnothing.\n", "The council wrote:\nnothing."),
            ("Yes.\n-- \nAnn Lee\n12 Acacia Road\n", "Yes."),
            ("Yes.\n\nSent from my iPhone\n", "Yes."),
            (
                "Sent from my allotment: beans.\nThey are good.\nAnd cheap.\nAnd here.\n",
                "Sent from my allotment: beans.\nThey are good.\nAnd cheap.\nAnd here."
            ),
            ("Yes.\n\n-----Original Message-----\nFrom: Bob\nNo.\n", "Yes."),
            ("Yes.\n\nFrom: Bob\nSent: Monday\nTo: Ann\nSubject: x\n\nNo.\n", "Yes."),
            ("From: my window I see it.\nYes.\n", "From: my window I see it.\nYes."),
            ("Am 9.11.2026 um 18:04 schrieb Bob:\n> Nein.\nDoch.\n", "Doch."),
            ("JS> No.\nYes.\n", "Yes."),
            ("Yes.\n____________________\nResidents mailing list\nhttps://x.example\n", "Yes."),
            ("Yes.\n--\nYou received this message because you are subscribed to the group.\n", "Yes."),
            (">From the top it looks fine.\n", "From the top it looks fine."),
            ("> said:\n>From the top\n> it looks fine\nNo.\n", "No."),
            ("> Only a quote\n", ""),
        ])
    func ownWords(_ body: String, _ words: String) throws {
        let outcome = try Self.read("Subject: x", body)
        #expect(outcome.comments.map(\.text) == [words])
        #expect(outcome.comments.map(\.state) == [words.isEmpty ? .empty : .visible])
        #expect(outcome.addsUp)
    }

    @Test(
        "a person is known by the name shown, else by a number made of the address, which is kept nowhere",
        arguments: [
            ("Ann Lee <ann@example.org>", "Ann Lee"), ("\"Lee, Ann\" <ann@example.org>", "Lee, Ann"),
            ("ann@example.org (Ann Lee)", "Ann Lee"), ("ann at example.org (Ann Lee)", "Ann Lee"),
            ("=?utf-8?q?Si=C3=A2n?= <s@example.org>", "Siân"),
            ("=?utf-8?b?U2nD?= =?utf-8?b?om4=?= <s@example.org>", "Siân"),
            ("\"'Ann Lee' via Residents\" <residents@example.org>", "Ann Lee"),
        ])
    func names(_ field: String, _ name: String) throws {
        #expect(try Self.read("From: \(field)", "Yes.").comments.map(\.author) == [name])
    }

    @Test(
        "one address is one person however it is written",
        arguments: [
            "ann@example.org", "<ann@example.org>", "ANN@example.org", "ann at example.org",
            "\"ann@example.org\" <ann@example.org>",
        ])
    func addresses(_ field: String) throws {
        let author = try #require(try Self.read("From: \(field)", "Yes.").comments.first?.author)
        #expect(author == (try Self.read("From: ann@example.org (ann@example.org)", "No.").comments.first?.author))
        #expect(author.hasPrefix("mail:") && !author.contains("ann") && !author.contains("example"))
    }

    @Test(
        "dates are read in all their forms",
        arguments: [
            ("Mon, 9 Nov 2026 18:04:11 +0000", "2026-11-09T18:04:11Z", 0),
            ("9 Nov 2026 18:04 GMT", "2026-11-09T18:04:00Z", 0),
            ("Mon, 09 Nov 2026 18:04:11 +0100 (Central European Time (Berlin))", "2026-11-09T17:04:11Z", 60),
            ("Mon,  9 Nov 98 18:04:11 EST", "1998-11-09T23:04:11Z", -300),
            ("Mon, 9 Nov 102 18:04:11 -0000", "2002-11-09T18:04:11Z", 0),
            ("Mon, 9 Nov 2026 18.04.11 +0530", "2026-11-09T12:34:11Z", 330),
            ("Monday, 9-Nov-2026 18:04:11 CEST", "2026-11-09T16:04:11Z", 120),
            ("Mon Nov  9 18:04:11 2026", "2026-11-09T18:04:11Z", nil),
            ("2026-11-09T18:04:11+00:00", "2026-11-09T18:04:11Z", 0),
        ] as [(String, String, Int?)])
    func dates(_ field: String, _ moment: String, _ offset: Int?) throws {
        let posted = try #require(try Self.read("Date: \(field)", "Yes.").comments.first?.posted)
        #expect(posted.iso == moment)
        #expect(posted.offset == offset)
    }

    @Test("the address of the sender's computer and their own stand in no value")
    func privacy() throws {
        let header =
            "From: ann@example.org\nX-Originating-IP: [192.0.2.7]\nReceived: from [192.0.2.7]\nReply-To: ann@example.org"
        let outcome = try Self.read(header, "Yes.")
        let said = "\(outcome.threads) \(outcome.comments) \(outcome.notes)"
        #expect(!said.contains("192.0.2.7") && !said.contains("ann@"))
    }

    @Test("a sentence that begins with From parts no messages")
    func fromInText() throws {
        let text =
            "From a@example.org Mon Nov  9 18:04:11 2026\nFrom: Ann <a@example.org>\nDate: 9 Nov 2026 18:04 GMT\n\n"
            + "Well.\n\nFrom here on: nothing.\n\nFrom 10:00 to 12:00 it is shut\nFrom Monday 18:04 2026 as said\nSubject: closed\n"
        let outcome = try ThreadOutcome(Array(text.utf8))
        #expect(outcome.totals == [2])  // the last is what an archive's mark looks like
        let tame = try ThreadOutcome(Array(text.replacing("2026 as said\nSubject", with: "as said\nSubject").utf8))
        #expect(tame.totals == [1])
        #expect(tame.comments.map { $0.text.hasSuffix("Subject: closed") } == [true])
    }

    @Test("all of 20,000 messages come out, in threads, however deep they answer one another")
    func many() throws {
        var text = ""
        for number in 0..<20_000 {
            text +=
                "From a@example.org Mon Nov  9 18:04:11 2026\nMessage-ID: <\(number)@x>\nFrom: A\(number % 50) <a@x>\n"
            if number % 4000 != 0 { text += "In-Reply-To: <\(number - 1)@x>\nReferences: <\(number - 1)@x>\n" }
            text += "Date: 9 Nov 2026 18:04:11 +0000\nSubject: Thread\n\nWords \(number)\n\n"
        }
        let outcome = try ThreadOutcome(Array(text.utf8))
        #expect(outcome.comments.count == 20_000)
        #expect(outcome.threads.count == 5)
        #expect(outcome.comments.count { $0.kind == .opening } == 5)
        #expect(outcome.comments.count { $0.parent != nil } == 19_995)
        #expect(outcome.addsUp)
    }

    @Test(
        "text that is no mail is not taken for it",
        arguments: [
            "Dear Ann,\nFrom: the council we hear nothing.\n", "From: Ann\nSubject: Library\n\nHello\n",
            "From Monday on the library is shut\nsays the council\n",
            "Date: 9 November 2026\nVenue: Town Hall\n\n1. Apologies\n",
            "From,To,Text\na,b,c\n",
        ])
    func noMail(_ text: String) throws {
        #expect(try ThreadOutcome(Array(text.utf8)).format != "mail")
    }

    @Test(
        "cut off or with bytes changed, the file is read or refused, and what is read adds up",
        arguments: ["mail", "whatsapp-chat", "typed-sheet"])
    func damaged(_ format: String) throws {
        let cases = ThreadFixtureTests.cases.filter { $0.format == format }
        #expect(!cases.isEmpty)
        for fixture in cases {
            let bytes = [UInt8](try Data(contentsOf: fixture.input))
            var seed: UInt64 = 7
            for round in 0..<30 {
                var damaged = Array(bytes.prefix(bytes.count * (round + 1) / 30))
                for _ in 0..<(round % 3) * 4 where !damaged.isEmpty {
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    damaged[Int(seed >> 33) % damaged.count] = UInt8(truncatingIfNeeded: seed >> 20)
                }
                let outcome = try ThreadOutcome(damaged)
                #expect(outcome.error != nil || outcome.addsUp, "\(fixture.testDescription) \(round)")
            }
        }
    }
}
