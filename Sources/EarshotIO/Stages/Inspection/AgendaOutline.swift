package import EarshotCore

/// What an agenda holds, as far as an officer needs it to know the right file from a wrong one.
package struct AgendaOutline: Sendable {
    package var meeting: Meeting
    package var items: [AgendaItem]

    init(of agenda: Agenda) {
        meeting = agenda.meeting
        items = agenda.items
    }

    /// Items to which threads may be linked.
    package var linkable: Int { items.filter(\.isLinkable).count }
    package var procedural: Int { items.filter { $0.kind == .procedural }.count }
    package var headings: Int { items.filter { $0.kind == .heading }.count }
    package var restricted: Int { items.count - linkable - procedural - headings }

    /// "Cabinet, Wednesday 25 November 2026, 6.30 pm, Town Hall"; empty where the file says nothing of the meeting.
    package var title: String {
        let text = PackText.english
        let name = meeting.title.isEmpty ? meeting.body : meeting.title
        let day = meeting.start.map(text.weekdayAndDate) ?? ""
        return [meeting.council, name, day, text.timeAndVenue(meeting)].filter { !$0.isEmpty }.joined(separator: ", ")
            .replacing("\u{A0}", with: " ")
    }
}
