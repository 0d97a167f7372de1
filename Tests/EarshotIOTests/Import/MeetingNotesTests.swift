import EarshotCore
import EarshotIO
import Testing

@Suite("An officer's notes in meeting.yaml")
struct MeetingNotesTests {
    private static let items = [
        AgendaItem(id: AgendaItem.ID("AI1"), position: 1, number: "7", title: "Trees in Mill Lane"),
        AgendaItem(id: AgendaItem.ID("AI2"), position: 2, number: "8", title: "Lights"),
        AgendaItem(id: AgendaItem.ID("AI3"), position: 3, number: "9", title: "Signs"),
        AgendaItem(id: AgendaItem.ID("AI4"), position: 4, number: "9", title: "Bins"),
    ]

    private func read(_ text: String) throws -> (Presentation, [String]) {
        let (settings, diagnostics) = try MeetingSettings.read(text, path: "meeting.yaml")
        #expect(diagnostics.isEmpty)
        let (presentation, warnings) = settings.presentation(of: Self.items)
        return (presentation, warnings.map(\.line))
    }

    @Test(
        "an item is named by number, id or title",
        arguments: ["7", "\"7\"", "Item 7", "AI1", "ai1", "Trees in Mill Lane", "trees  in mill lane"])
    func byName(_ name: String) throws {
        let (presentation, warnings) = try read("notes:\n  \(name): The plans are in the library.\n")
        #expect(presentation.notes == ["AI1": "The plans are in the library."])
        #expect(warnings.isEmpty)
    }

    @Test("a note on no item, or on several, is warned of with its line")
    func unknown() throws {
        let (presentation, warnings) = try read("notes:\n  8: Seen.\n  12: Nowhere.\n  9: Twice.\n  7:\n")
        #expect(presentation.notes == ["AI2": "Seen.", "AI3": "Twice.", "AI4": "Twice."])
        #expect(
            warnings == [
                "warning: meeting.yaml:3: No agenda item has the number, id or title \"12\" that notes names. "
                    + "Write the number, id or title as the agenda has it",
                "warning: meeting.yaml:4: notes names \"9\", and several items carry it; all carry the note: AI3, AI4. "
                    + "Name the one you mean by its id",
            ])
    }

    @Test("the whole pack's note is one line; how words are quoted is said in a word", arguments: QuotePolicy.allCases)
    func whole(_ policy: QuotePolicy) throws {
        let (presentation, _) = try read(
            "note: |\n  Read on\n  20 November.\nquotes: \(policy.rawValue.uppercased())\n")
        #expect(presentation.note == "Read on 20 November.")
        #expect(presentation.quotes == policy)
        #expect(try read("title: A").0 == Presentation())
    }

    @Test(
        "a value of the wrong kind is refused",
        arguments: [
            ("notes: [a]", "\"notes\" holds a list, and item numbers, each with the officer's note is expected"),
            ("notes:\n  7: [a]", "\"7\" holds a list, and a text is expected"),
            ("quotes: loud", "\"quotes\" holds something else, and verbatim, short or none is expected"),
            ("note: {a: b}", "\"note\" holds keys with values, and a text is expected"),
        ])
    func wrongKind(_ text: String, _ message: String) {
        let thrown = #expect(throws: Diagnostic.self) { try MeetingSettings.read(text, path: "meeting.yaml") }
        #expect(thrown?.message == message)
    }
}
