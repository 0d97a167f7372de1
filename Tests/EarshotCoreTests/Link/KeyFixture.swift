import EarshotCore
import Testing

/// Agendas of a line or two, for the tests of keys.
enum KeyFixture {
    /// A thread's words against an agenda, and what the best reasons of the wanted kind must hold.
    struct Case: Sendable, CustomTestStringConvertible {
        /// Titles of the items, numbered from 1; the first is the one that the thread is about.
        var items: [String]
        var thread: String
        /// A part of the reason; `nil` where no key may be found.
        var reason: String?
        var names: [String] = []
        var testDescription: String { "\(items.first ?? "") ← \(thread)" }

        init(_ item: String, _ thread: String, _ reason: String?, names: [String] = []) {
            items = [item, "Budget monitoring for the second quarter"]
            self.thread = thread
            self.reason = reason
            self.names = names
        }
    }

    static let meeting = Meeting(
        id: .init("m"), council: "Derwent Vale Council", body: "Cabinet",
        start: LocalTime(year: 2026, month: 11, day: 25, hour: 18, minute: 30),
        url: "https://democracy.derwentvale.gov.uk/ieListDocuments.aspx?CId=138&MId=4127&Ver=4",
        wards: ["Brackenside", "Fell End"])

    static func items(_ titles: [String]) -> [AgendaItem] {
        titles.enumerated().map { index, title in
            AgendaItem(id: .init("AI50\(index + 1)"), position: index + 1, number: "\(index + 1)", title: title)
        }
    }

    /// The reasons by keys for the first item, the thread's words standing in its title.
    static func reasons(
        _ items: [AgendaItem], _ thread: LinkThread, names: [String] = [], kinds: Set<LinkReason.Kind> = keyKinds
    ) -> [LinkReason] {
        let linker = Linker(meeting: meeting, items: items, names: names)
        let link = linker.links(for: [linker.profile(thread)])[0]
        let candidate = link.candidates.first { $0.item == items[0].id }
        return candidate?.reasons.filter { kinds.contains($0.kind) } ?? []
    }

    static func reasons(_ example: Case) -> [LinkReason] {
        reasons(items(example.items), LinkThread(id: .init("t"), title: example.thread), names: example.names)
    }

    static let keyKinds: Set<LinkReason.Kind> = [.url, .reference, .number, .name]
}
