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
}
