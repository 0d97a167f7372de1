import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Files for other programs")
struct ExchangeExportTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func write(
        _ sample: SampleBrief = SampleBrief(), also formats: [ExchangeFormat] = ExchangeFormat.allCases,
        bom: Bool = false, start: String? = nil, changed change: (inout CommentRow) -> Void = { _ in }
    ) throws {
        var export = try PackExport(folder: scratch.url, bom: bom, also: formats)
        for var row in sample.rows {
            change(&row)
            try export.write(comment: row)
        }
        var brief = sample.brief
        if let start { brief.meeting.start = LocalTime(iso: start) }
        _ = try export.finish(brief: brief)
    }

    private func event() throws -> Agenda {
        let file = try SourceFile(scratch.url.appendingPathComponent("opencivicdata-event.json"))
        let importer = try #require(AgendaImporters.importer(for: try file.head()))
        #expect(importer.format.name == "open-civic-event")
        return try importer.read(file, context: ImportContext(path: "agenda.json")).agenda
    }

    private func lines(_ name: String) throws -> [[String: Any]] {
        let text = try #require(scratch.text(name))
        return try text.split(separator: "\n").map {
            try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test(
        "are written only where they are asked for, and stand in SHA256SUMS and on the page",
        arguments: [[], [ExchangeFormat.openCivicData], [.sensemaking, .themeFinder], ExchangeFormat.allCases])
    func onlyWhereAsked(_ formats: [ExchangeFormat]) throws {
        try write(also: formats)
        let names = try scratch.names().filter {
            $0.hasPrefix("themefinder-") || $0 == "sensemaking.csv" || $0 == "opencivicdata-event.json"
        }
        let wanted = [
            formats.contains(.openCivicData) ? 1 : 0, formats.contains(.sensemaking) ? 1 : 0,
            formats.contains(.themeFinder) ? 6 : 0,
        ]
        #expect(names.count == wanted.reduce(0, +))
        let sums = try #require(scratch.text("SHA256SUMS"))
        let page = try #require(scratch.text("index.html"))
        for name in names { #expect(sums.contains("  \(name)\n") && page.contains("\"\(name)\"")) }
    }

    @Test("are none beside the edition for the public")
    func noneForThePublic() throws {
        for format in ExchangeFormat.allCases {
            #expect(throws: Diagnostic.self) {
                _ = try PackExport(folder: scratch.url, bom: false, audience: .public, also: [format])
            }
        }
        #expect(try scratch.names() == [])
    }

    // MARK: - Open Civic Data

    @Test("give the same agenda when the event is imported")
    func eventComesBack() throws {
        try write()
        let agenda = try event()
        let brief = SampleBrief.plain
        var meeting = brief.meeting
        meeting.id = agenda.meeting.id
        // meeting.yaml's own.
        meeting.wards = []
        meeting.deadline = nil
        #expect(agenda.meeting == meeting)
        let items = brief.items.map { item -> AgendaItem in
            var item = item.item
            item.leftOut = false
            if item.restricted {
                item.text = ""
                item.url = nil
                item.documents = []
            }
            return item
        }
        #expect(agenda.items == items)
    }

    @Test(
        "give the same start whatever the offset",
        arguments: ["2026-07-08T18:30:00", "2026-11-25T18:30:00", "2026-11-25"])
    func start(_ start: String) throws {
        try write(also: [.openCivicData], start: start)
        #expect(try event().meeting.start?.iso == start)
    }

    @Test("tell with each item what was linked to it, and of a restricted one its number and title")
    func counts() throws {
        try write()
        let text = try #require(scratch.text("opencivicdata-event.json"))
        #expect(!text.contains("Secret") && !text.contains("council.example/secret"))
        let event = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let agenda = try #require(event["agenda"] as? [[String: Any]])
        let library = try #require(agenda[3]["extras"] as? [String: Any])
        #expect(library["threads"] as? Int == 3 && library["comments"] as? Int == 64 && library["people"] as? Int == 49)
        #expect((library["positions"] as? [String: Int])?["oppose"] == 37)
        let restricted = try #require(agenda[7]["extras"] as? [String: Any])
        #expect(Set(restricted.keys) == ["agenda_number"])
        #expect(agenda[7]["classification"] as? [String] == ["business", "restricted"])
        #expect(event["start_date"] as? String == "2026-11-25T18:30:00+00:00")
        #expect((event["_id"] as? String)?.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil)
    }

    // MARK: - ThemeFinder and sensemaking

    @Test("hold each included comment about an item once, with Consult's keys")
    func themeFinder() throws {
        try write()
        let respondents = try lines("themefinder-respondents.jsonl")
        let responses = try lines("themefinder-responses-4.jsonl")
        let mapping = try lines("themefinder-mapping-4.jsonl")
        let sentiment = try lines("themefinder-sentiment-4.jsonl")
        for rows in [respondents, responses, mapping, sentiment] {
            #expect(rows.map { $0["themefinder_id"] as? Int } == Array(1...134))
        }
        #expect(Set(respondents[0].keys) == ["themefinder_id", "supplied_respondent_id", "demographics"])
        #expect(respondents[7]["supplied_respondent_id"] as? String == "facebook:1/c7")
        #expect(Set(responses[0].keys) == ["themefinder_id", "text", "options"])
        #expect(responses[7]["text"] as? String == "Comment number 7, with a comma and “quotes”.")
        #expect(mapping[3]["theme_keys"] as? [String] == ["1", "2"] && mapping[4]["theme_keys"] as? [String] == [])
        #expect(Set(sentiment.compactMap { $0["sentiment"] as? String }) == ["DISAGREEMENT"])
        let question = try lines("themefinder-question-4.json")[0]
        #expect(question["question_number"] as? Int == 4)
        #expect((question["question_text"] as? String)?.hasSuffix("3 Priory Library: opening hours from April") == true)
        let themes = try #require(
            JSONSerialization.jsonObject(with: Data(scratch.bytes("themefinder-themes-4.json"))) as? [[String: String]])
        #expect(themes.map { $0["theme_key"] } == ["1", "2"] && themes[0]["theme_name"] == "Monday")
    }

    @Test(
        "say of every position the word that Consult has for it",
        arguments: zip(Position.allCases, ["AGREEMENT", "UNCLEAR", "UNCLEAR", "DISAGREEMENT"]))
    func sentiment(_ position: Position, _ word: String) throws {
        try write(also: [.themeFinder]) { $0.score?.position = position }
        let said = try lines("themefinder-sentiment-4.jsonl").compactMap { $0["sentiment"] as? String }
        #expect(said == Array(repeating: word, count: 134))
    }

    @Test("hold no word against an item that is restricted or left out", arguments: [true, false])
    func nothingRestricted(_ isRestricted: Bool) throws {
        try write { row in
            row.item?.restricted = isRestricted
            row.item?.leftOut = !isRestricted
        }
        #expect(try scratch.names().filter { $0.hasPrefix("themefinder-") } == ["themefinder-respondents.jsonl"])
        #expect(scratch.text("themefinder-respondents.jsonl") == "")
        let rows = try CSVWriterTests.read(scratch.bytes("sensemaking.csv"))
        #expect(rows.dropFirst().allSatisfy { $0[4] == "" && $0[5] == "" })
    }

    @Test(
        "have a table for sensemaking, never with a byte-order mark, safe for spreadsheets", arguments: [false, true])
    func sensemaking(_ bom: Bool) throws {
        try write(SampleBrief { "=\($0)" }, bom: bom)
        let bytes = try scratch.bytes("sensemaking.csv")
        #expect(bytes.starts(with: Array("participant_id,survey_text,".utf8)))
        let rows = try CSVWriterTests.read(bytes)
        #expect(rows.count == 135 && rows.allSatisfy { $0.count == rows[0].count })
        #expect(rows.dropFirst().map(\.[0]) == (1...134).map(String.init))
        #expect(rows[8][1] == "'=Comment number 7, with a comma and “quotes”.")
        #expect(rows[8][3] == "c7" && rows[8][6] == "Resident 8")
    }

    @Test("stand in Docs/Formats.md as they are")
    func documented() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let document = String(
            decoding: try Data(contentsOf: root.appendingPathComponent("Docs/Formats.md")), as: UTF8.self)
        let table = PackTables.sensemakingDocumentation
        #expect(document.contains(table), "Docs/Formats.md differs; its table of sensemaking.csv must read:\n\(table)")
        for format in ExchangeFormat.allCases { #expect(document.contains("`\(format.rawValue)`")) }
    }
}
