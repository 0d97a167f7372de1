import Foundation
import Testing

@Suite("inspect")
struct InspectTests {
    private static let threads = sampleFolder.appendingPathComponent("threads")
    private static let files = ((try? FileManager.default.contentsOfDirectory(atPath: threads.path)) ?? []).sorted()

    @Test(
        "shows titles, places, days and counts that are those of the import, and no words of a comment",
        arguments: files)
    func thread(_ name: String) throws {
        let work = try Workspace()
        let outcome = try earshot(["inspect", name], in: Self.threads)
        #expect(outcome.code == 0, "\(outcome.err)")
        let pack = projectRoot.appendingPathComponent("Exports/\(sampleMeeting)/comments.csv")
        let rows = try table(pack).filter { $0["source_file"] == "threads/\(name)" }
        #expect(outcome.out.contains(" \(rows.count) comments\n"), "\(outcome.out)")
        #expect(outcome.out.contains(" = \(rows.count) stored + 0 skipped + "), "\(outcome.out)")
        let place = try #require(rows.first?["place"])
        #expect(outcome.out.contains("Place: \(place) (\(rows.count))"), "\(outcome.out)")
        let json = try earshot(["inspect", "--json", Self.threads.appendingPathComponent(name).path], in: work.url).out
        let found = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(found["comments"] as? Int == rows.count)
        let states = ["with_words", "deleted", "hidden", "empty"].compactMap { found[$0] as? Int }
        #expect(states.reduce(0, +) == rows.count)
        #expect(
            found["records"] as? Int == rows.count + (found["skipped"] as? Int ?? 0)
                + (found["passed_over"] as? Int ?? 0))
        for text in rows.compactMap({ $0["text"] }) where text.count > 30 {
            let start = String(text.prefix(30))
            #expect(!outcome.out.contains(start) && !json.contains(start))
        }
    }

    @Test("shows an agenda's meeting and its items, procedural ones marked")
    func agenda() throws {
        let outcome = try earshot(["inspect", "agenda.html"], in: sampleFolder)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("Wednesday 25 November 2026"), "\(outcome.out)")
        #expect(outcome.out.contains("17 items: 8 that threads may be about, 6 procedural, 1 restricted, 2 headings"))
        #expect(outcome.out.contains("    1 Apologies for absence (procedural)\n"))
    }

    @Test("ends with 1 for skipped records only, with 2 for what is no discussion and no agenda")
    func codes() throws {
        let work = try Workspace()
        try work.write(smallThread, to: "whole.csv")
        try work.write(smallThread + "T1,x\n", to: "broken.csv")
        try work.write("1\n0\n2\n", to: "labels.txt")
        for (file, code) in [("whole.csv", Int32(0)), ("broken.csv", 1), ("labels.txt", 2)] {
            let outcome = try earshot(["inspect", file], in: work.url)
            #expect(outcome.code == code, "\(file): \(outcome.out)\(outcome.err)")
        }
    }

    @Test("a Word document among the threads is told how its words can be brought in, not called an agenda")
    func wordAmongThreads() throws {
        let work = try Workspace()
        try work.write("1. Apologies\n2. Trees\n", to: "meeting/agenda.txt")
        let document = projectRoot.appendingPathComponent(
            "Tests/EarshotIOTests/Fixtures/agenda-docx/typed-numbers/input.docx")
        let threads = work.url.appendingPathComponent("meeting/threads")
        try FileManager.default.createDirectory(at: threads, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: document, to: threads.appendingPathComponent("chat.docx"))
        let outcome = try earshot(["import", "meeting"], in: work.url)
        #expect(outcome.code == 1)
        #expect(outcome.err.contains("Save a Word document as plain text"), "\(outcome.err)")
        #expect(!outcome.err.contains("This is an agenda"))
    }

    @Test("a file in a folder inside threads is read with its meeting's settings, as the import reads it")
    func settingsFromBelow() throws {
        let work = try Workspace()
        try work.write("columns:\n  threads/north/in.csv:\n    text: What else\n", to: "meeting/meeting.yaml")
        try work.write(
            "Nr,What else,Remark\n1,Too few trees,a\n2,Too many cars,b\n", to: "meeting/threads/north/in.csv")
        let outcome = try earshot(["inspect", "meeting/threads/north/in.csv"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect((outcome.out + outcome.err).contains("text from “What else”"), "\(outcome.out)\(outcome.err)")
    }

    @Test("what nothing reads is told which formats of threads and of agendas it was held against")
    func formatsConsidered() throws {
        let work = try Workspace()
        try work.write("<!DOCTYPE html><html><body><h1>Welcome</h1><p>Write to us.</p></body></html>", to: "page.html")
        let outcome = try earshot(["inspect", "page.html"], in: work.url)
        #expect(outcome.code == 2)
        for title in ["Saved forum page", "ModernGov agenda page", "CSV agenda template", "thread_title"] {
            #expect(outcome.err.contains(title), "\(title): \(outcome.err)")
        }
    }
}
