import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Mapping columns")
struct MapColumnsTests {
    private static func scratch(_ name: String, _ text: String?) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "earshot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let url = folder.appending(path: name)
        if let text { try Data(text.utf8).write(to: url) }
        return url
    }

    private static let survey = """
        Ref no,Received on,Contact,Do you support the charge?,Why do you say so?,Anything else to say?
        a1,2026-11-09 18:04,ann@example.org,Yes,It mends the surface at long last,Write to ann@example.org about the bins please
        a2,2026-11-10 09:15,bob@example.org,No,The shops will lose their passing trade,
        a3,2026-11-10 09:40,cai@example.org,No,I shall drive to the retail park instead,Keep the lights on in the lane at night
        """

    private static func proposal(_ text: String, _ said: [String: String] = [:]) throws -> ColumnProposal {
        try ColumnProposal(of: SourceFile(scratch("in.csv", text)), path: "threads/in.csv", columns: said)
    }

    @Test("every column is proposed with the reason, and personal data is not shown")
    func columns() throws {
        let proposal = try Self.proposal(Self.survey)
        #expect(proposal.rows == 3)
        #expect(proposal.columns.map(\.reading) == ["", "posted_at", "", "position", "text", "text"])
        #expect(proposal.columns[2].samples.isEmpty)
        #expect(proposal.columns[2].why == "personal data (e-mail addresses), not read")
        #expect(!proposal.columns.contains { $0.samples.joined().contains("@") })
        #expect(proposal.columns[1].why == "dates or times")
        #expect(proposal.columns[3].why.hasPrefix("answers for and against"))
        #expect(proposal.columns[4].why.hasPrefix("free text: "))
        #expect(proposal.mapping == ["text": "Why do you say so?\nAnything else to say?", "posted_at": "Received on"])
        #expect(proposal.columns.allSatisfy { $0.samples.allSatisfy { $0.count <= 40 } })
    }

    @Test("what meeting.yaml says goes before the guess")
    func said() throws {
        let proposal = try Self.proposal(Self.survey, ["text": "Why do you say so?", "posted_at": "Received on"])
        #expect(proposal.mapping["text"] == "Why do you say so?")
        #expect(proposal.mapping["posted_at"] == "Received on")
        #expect(proposal.columns[1].why == "meeting.yaml says so; dates or times")
    }

    @Test("the columns chosen for a survey read as those told from it, positions too")
    func chosen() throws {
        let told = try TableOutcome(Self.survey)
        let chosen = try TableOutcome(Self.survey, columns: try Self.proposal(Self.survey).mapping)
        #expect(told.comments == chosen.comments)
        #expect(
            told.comments.filter { $0.thread == told.threads.first?.id }.map(\.declaredPosition) == [
                .support, .oppose, .oppose,
            ])
        #expect(chosen.notes.count == told.notes.count - 1)
    }

    @Test("names are not shown, ids of authors are")
    func names() throws {
        let named = try Self.proposal("author,text\nAnn Field,words one\nBea Ford,words two\nAnn Field,words three\n")
        #expect(named.columns[0].samples.isEmpty)
        let numbered = try Self.proposal("author,text\n17,words one\n18,words two\n")
        #expect(numbered.columns[0].samples == ["17", "18"])
    }

    @Test("a table without free text is shown all the same, with what stands in the way")
    func noText() throws {
        let proposal = try Self.proposal("key,val\n1,2\n")
        #expect(proposal.columns.map(\.why) == ["numbers", "numbers"])
        #expect(proposal.obstacle?.message == "No column holds the comments' text")
    }

    private static let mapping = ["text": "Say \"why\": \\ now\nCafé # two", "posted_at": "Sent"]

    @Test(
        "the mapping is written beside what is there, and read back the same",
        arguments: [
            nil, "", "# mine\ncouncil: Harwick\n", "columns:\n", "columns:\n\n# end\ncouncil: Harwick\n",
            "columns:\n  threads/other.csv: {text: A}  # kept\nleave_out: [\"3\"]\n",
            "columns:\n    \"threads/in.csv\":\n        text: Old\n        # about it\n    threads/b.csv:\n        text: B\n",
            "council: Harwick\ncolumns:\n  'threads/in.csv': {text: Old}\n  \"*\":\n    text: C",
        ] as [String?])
    func write(_ before: String?) throws {
        let url = try Self.scratch("meeting.yaml", before)
        let old = try MeetingSettings.read(before ?? "", path: "m").0
        #expect(try SettingsEdit.write(Self.mapping, of: "threads/in.csv", to: url, force: true) == .written)
        let text = try String(contentsOf: url, encoding: .utf8)
        let new = try MeetingSettings.read(text, path: "m").0
        #expect(new.columns["threads/in.csv"] == Self.mapping)
        for (file, columns) in old.columns where file != "threads/in.csv" { #expect(new.columns[file] == columns) }
        #expect(new.council == old.council)
        for line in (before ?? "").split(separator: "\n") where line.contains("#") && !line.contains("about it") {
            #expect(text.contains(line))
        }
        #expect(try SettingsEdit.write(Self.mapping, of: "threads/in.csv", to: url, force: false) == .unchanged)
        #expect(try String(contentsOf: url, encoding: .utf8) == text)
    }

    @Test("another mapping of the same file is not replaced without --force")
    func refuses() throws {
        let before = "columns:\n  threads/in.csv:\n    text: Old\n"
        let url = try Self.scratch("meeting.yaml", before)
        let thrown = #expect(throws: Diagnostic.self) {
            try SettingsEdit.write(Self.mapping, of: "threads/in.csv", to: url, force: false)
        }
        #expect(thrown?.mend == "Add --force to replace that mapping")
        #expect(try String(contentsOf: url, encoding: .utf8) == before)
    }

    @Test(
        "a file that cannot be changed by lines stays as it is",
        arguments: [
            "columns: {threads/b.csv: {text: B}}\n", "{council: Harwick}\n", "columns: &all\n  x.csv: {text: a}\n",
        ])
    func leavesAlone(_ before: String) throws {
        let url = try Self.scratch("meeting.yaml", before)
        #expect(throws: Diagnostic.self) {
            try SettingsEdit.write(Self.mapping, of: "threads/in.csv", to: url, force: true)
        }
        #expect(try String(contentsOf: url, encoding: .utf8) == before)
    }

    @Test(
        "settings for files fit by path and pattern, the longer pattern first",
        arguments: [
            ("threads/a.csv", "A", "dmy"), ("threads/survey-1.csv", "S", "mdy"), ("threads/b/c.csv", "B", "dmy"),
        ])
    func patterns(_ path: String, _ place: String, _ order: String) throws {
        let (settings, diagnostics) = try MeetingSettings.read(
            """
            files:
              "*": {place: A, date_order: day-first}
              threads/b/*: {place: B}
              threads/survey-*.csv: {place: S, date_order: month-first, delimiter: semicolon, network: Survey, thread_title: T}
            """, path: "meeting.yaml")
        #expect(diagnostics.isEmpty)
        #expect(settings.columns(for: path)["default_place"] == place)
        #expect(settings.columns(for: path)["date_order"] == order)
    }

    @Test(
        "what is no order or delimiter is refused",
        arguments: ["date_order: sometimes", "delimiter: \"ab\"", "place: [a]"])
    func wrong(_ line: String) {
        let thrown = #expect(throws: Diagnostic.self) {
            try MeetingSettings.read("files:\n  a.csv:\n    \(line)\n", path: "meeting.yaml")
        }
        #expect(thrown?.place == "meeting.yaml:3")
    }
}
