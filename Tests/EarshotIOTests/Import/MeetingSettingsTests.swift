import EarshotCore
import EarshotIO
import Testing

@Suite("meeting.yaml")
struct MeetingSettingsTests {
    private static let whole = """
        council: Derwent Vale Council
        body: Cabinet
        title: Cabinet, special meeting
        start: Wednesday, 25th November, 2026 6.30 pm
        venue: Town Hall
        time_zone: Europe/London
        url: https://democracy.derwentvale.example/x?MId=151
        wards: [Mill, Station]
        deadline: 2026-11-23 12:00
        places:
          - name: Derwent Vale Chat
            network: Facebook
            url: https://facebook.example/groups/1
            kind: group
            members: 12,400
            ward: Mill
            topic: general
            checked: 9 November 2026
            access: closed
          - r/derwentvale
        columns:
          "*": {text: Comment}
          threads/survey.csv: {text: "Your answer", posted: Submitted}
        files:
          threads/forms.csv: {date_order: month-first}
        leave_out:
          - 7
          - AI104
        rules:
          - reason: Personal attack
            text: Attacks on a person
          - Off topic
        names: [the Rec]
        redact: Alex Example
        note: Read on 23 November.
        notes: {7: The plans hang in the library.}
        quotes: short
        """

    @Test("every key is read")
    func everyKey() throws {
        let (settings, diagnostics) = try MeetingSettings.read(Self.whole, path: "meeting.yaml")
        #expect(diagnostics.isEmpty)
        #expect(settings.council == "Derwent Vale Council")
        #expect(settings.body == "Cabinet")
        #expect(settings.title == "Cabinet, special meeting")
        #expect(settings.start?.iso == "2026-11-25T18:30:00")
        #expect(settings.venue == "Town Hall")
        #expect(settings.timeZone == "Europe/London")
        #expect(settings.url == "https://democracy.derwentvale.example/x?MId=151")
        #expect(settings.wards == ["Mill", "Station"])
        #expect(settings.deadline?.iso == "2026-11-23T12:00:00")
        #expect(settings.names == ["the Rec"])
        #expect(settings.redact == ["Alex Example"])
        #expect(settings.note == "Read on 23 November." && settings.quotes == .short)
        #expect(settings.notes.map(\.text) == ["The plans hang in the library."])
        #expect(settings.leaveOut.map(\.name) == ["7", "AI104"])
        #expect(settings.rules.map(\.reason) == ["Personal attack", "Off topic"])
        #expect(settings.columns(for: "threads/survey.csv") == ["text": "Your answer", "posted": "Submitted"])
        #expect(settings.columns(for: "threads/other.csv") == ["text": "Comment"])
        let group = try #require(settings.places.first)
        #expect(
            group
                == Place(
                    id: Place.ID("facebook/derwent vale chat"), name: "Derwent Vale Chat", network: "facebook",
                    url: "https://facebook.example/groups/1", kind: "group", members: 12400, ward: "Mill",
                    topic: "general", checked: "2026-11-09", access: .closed))
        #expect(settings.places.last?.name == "r/derwentvale")
    }

    @Test("every key that is documented is taken", arguments: MeetingSettings.keys)
    func knownKeys(_ key: String) throws {
        #expect(try MeetingSettings.read("\(key):\n", path: "meeting.yaml").1.isEmpty)
        #expect(Self.whole.contains("\(key):"))
    }

    @Test(
        "an empty file says nothing, and the standard rules hold",
        arguments: ["", "# nothing yet\n", "council:\n", "~"])
    func empty(_ text: String) throws {
        let (settings, diagnostics) = try MeetingSettings.read(text, path: "meeting.yaml")
        #expect(settings == MeetingSettings(path: "meeting.yaml"))
        #expect(diagnostics.isEmpty)
        #expect(settings.rules.map(\.reason).contains("private information"))
    }

    @Test("an unknown key is passed over with a warning that names its line and the likely key")
    func unknownKey() throws {
        let (settings, diagnostics) = try MeetingSettings.read(
            "council: A\nleave-out: [7]\ncolour: red\n", path: "meeting.yaml")
        #expect(settings.council == "A")
        #expect(
            diagnostics.map(\.line) == [
                "warning: meeting.yaml:2: The key \"leave-out\" is not known and was passed over. Did you mean \"leave_out\"?",
                "warning: meeting.yaml:3: The key \"colour\" is not known and was passed over. "
                    + "Known are: council, body, title, start, venue, time_zone, url, wards, deadline, places, columns, "
                    + "files, leave_out, rules, names, redact, note, notes, quotes",
            ])
    }

    @Test(
        "a value of the wrong kind is refused with key, line and what is expected",
        arguments: [
            ("council: [a]", "meeting.yaml:1", "\"council\" holds a list, and a text is expected"),
            ("\nwards: {a: b}", "meeting.yaml:2", "\"wards\" holds keys with values, and a list of texts is expected"),
            (
                "start: tomorrow", "meeting.yaml:1",
                "\"start\" holds something else, and a date and time such as 2026-11-25 18:30 is expected"
            ),
            (
                "start: 25 November 2026 25:99", "meeting.yaml:1",
                "\"start\" holds something else, and a date and time such as 2026-11-25 18:30 is expected"
            ),
            (
                "time_zone: BST", "meeting.yaml:1",
                "\"time_zone\" holds something else, and a time zone such as Europe/London is expected"
            ),
            (
                "url: example", "meeting.yaml:1",
                "\"url\" holds something else, and an address that begins with https:// is expected"
            ),
            (
                "places:\n  - name: A\n    members: many", "meeting.yaml:3",
                "\"members\" holds something else, and a whole number is expected"
            ),
            (
                "places:\n  - name: A\n    access: half", "meeting.yaml:3",
                "\"access\" holds something else, and open or closed is expected"
            ),
            ("places:\n  - network: reddit", "meeting.yaml:2", "A place has no name"),
            (
                "columns: [a]", "meeting.yaml:1",
                "\"columns\" holds a list, and file names, each with its columns is expected"
            ),
            ("rules: abuse", "meeting.yaml:1", "\"rules\" holds something else, and a list of rules is expected"),
            (
                "- a\n- b", "meeting.yaml:1",
                "The file must hold keys with values, each on a line such as \"council: Acacia Borough Council\""
            ),
        ])
    func wrongKind(_ text: String, _ place: String, _ message: String) {
        let thrown = #expect(throws: Diagnostic.self) { try MeetingSettings.read(text, path: "meeting.yaml") }
        #expect(thrown?.message == message)
        #expect(thrown?.place == place)
        #expect(thrown?.mend.isEmpty == false)
    }

    @Test("what is no YAML is refused with its line")
    func noYAML() {
        let broken = #expect(throws: Diagnostic.self) {
            try MeetingSettings.read("a: b\nc: [d\n", path: "meeting.yaml")
        }
        #expect(broken?.message == "The file is not readable as YAML")
        #expect(broken?.place.hasPrefix("meeting.yaml:") == true)
        let twice = #expect(throws: Diagnostic.self) {
            try MeetingSettings.read("body: a\nbody: b\n", path: "meeting.yaml")
        }
        #expect(twice?.message == "A key stands twice: body")
    }

    @Test("the meeting's address completes those of items and documents")
    func addresses() throws {
        let page = "https://democracy.derwentvale.example/ieListDocuments.aspx?MId=151"
        let report = AgendaItem.Document(title: "Report", url: "documents/s1/Mill Lane.pdf")
        var agenda = Agenda(
            meeting: Meeting(id: Meeting.ID("m")),
            items: [
                AgendaItem(id: AgendaItem.ID("AI7"), position: 1, title: "Trees", documents: [report]),
                AgendaItem(id: AgendaItem.ID("item-2"), position: 2, title: "Lights"),
            ])
        let (settings, _) = try MeetingSettings.read("url: \(page)", path: "meeting.yaml")
        #expect(settings.apply(to: &agenda).isEmpty)
        #expect(agenda.items.map(\.url) == ["\(page)#AI7", nil])
        let address = "https://democracy.derwentvale.example/documents/s1/Mill%20Lane.pdf"
        #expect(agenda.items[0].documents.first?.url == address)
    }

    @Test("settings go before the page, and what they leave out is not linkable")
    func apply() throws {
        var agenda = Agenda(
            meeting: Meeting(id: Meeting.ID("m"), council: "Old", body: "Cabinet", title: "Cabinet", venue: "Hall"),
            items: [
                AgendaItem(id: AgendaItem.ID("AI1"), position: 1, number: "7", title: "Trees"),
                AgendaItem(id: AgendaItem.ID("AI2"), position: 2, number: "8", title: "Lights"),
                AgendaItem(id: AgendaItem.ID("AI3"), position: 3, number: "9", title: "Signs"),
                AgendaItem(id: AgendaItem.ID("AI4"), position: 4, number: "9", title: "Bins"),
            ])
        let text = "council: New\nbody: Board\nleave_out:\n  - Item 7\n  - ai2\n  - signs\n  - 9\n  - 12\n"
        let (settings, _) = try MeetingSettings.read(text, path: "meeting.yaml")
        let warnings = settings.apply(to: &agenda)
        #expect(agenda.meeting.council == "New")
        #expect(agenda.meeting.body == "Board")
        #expect(agenda.meeting.title == "Board")
        #expect(agenda.meeting.venue == "Hall")
        #expect(agenda.items.map(\.leftOut) == [true, true, true, true])
        #expect(
            warnings.map(\.line) == [
                "warning: meeting.yaml:7: leave_out names \"9\", and several items carry it; all are left out: AI3, AI4. "
                    + "Name the one you mean by its id",
                "warning: meeting.yaml:8: No agenda item has the number, id or title \"12\" that leave_out names. "
                    + "Write the number, id or title as the agenda has it",
            ])
    }
}
