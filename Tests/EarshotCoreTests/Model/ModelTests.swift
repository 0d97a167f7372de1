import EarshotCore
import Testing

@Suite("The model's values")
struct ModelTests {
    @Test(
        "an item's request is the paragraph that asks, else the first, else nothing",
        arguments: [
            (
                "Traffic has risen.\n\nCabinet is recommended to: approve the scheme.",
                "Cabinet is recommended to: approve the scheme."
            ),
            (
                "A scheme.\nCabinet is asked to:\n1. approve it;\n2. thank all.",
                "Cabinet is asked to: 1. approve it; 2. thank all."
            ),
            ("Members are invited to note the report.", "Members are invited to note the report."),
            ("\n  \nTraffic has risen.\nNothing is asked.", "Traffic has risen."),
            (" \n ", nil),
        ] as [(String, String?)])
    func request(_ text: String, _ expected: String?) {
        #expect(AgendaItem(id: AgendaItem.ID("1"), position: 1, title: "Roads", text: text).request == expected)
    }

    @Test(
        "only business that is neither restricted nor left out can be linked to",
        arguments: [
            (AgendaItem.Kind.business, false, false, true), (.business, true, false, false),
            (.business, false, true, false), (.procedural, false, false, false), (.heading, false, false, false),
        ])
    func linkable(_ kind: AgendaItem.Kind, _ restricted: Bool, _ leftOut: Bool, _ expected: Bool) {
        let item = AgendaItem(
            id: AgendaItem.ID("1"), position: 1, title: "Roads", kind: kind, restricted: restricted, leftOut: leftOut)
        #expect(item.isLinkable == expected)
    }

    @Test(
        "a moment is a date and a time, and back again",
        arguments: [
            (0, "1970-01-01T00:00:00Z"), (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"),
            (1_795_631_400, "2026-11-25T18:30:00Z"), (-1, "1969-12-31T23:59:59Z"),
            (4_102_444_800, "2100-01-01T00:00:00Z"),
        ] as [(Int64, String)])
    func moments(_ seconds: Int64, _ iso: String) throws {
        #expect(Timestamp(seconds: seconds).iso == iso)
        let local = try #require(LocalTime(iso: String(iso.dropLast())))
        #expect(local.secondsFromEpoch == seconds)
    }

    @Test("there is no 30 February and no 25 o'clock; weekdays are right")
    func dates() throws {
        #expect(LocalTime(year: 2026, month: 2, day: 30) == nil)
        #expect(LocalTime(year: 2026, month: 2, day: 1, hour: 25) == nil)
        #expect(LocalTime(iso: "soon") == nil)
        #expect(try #require(LocalTime(iso: "2026-11-25")).weekday == 2)
        #expect(try #require(LocalTime(iso: "1969-12-29")).weekday == 0)
    }

    @Test(
        "a thread's place is found by its name, its address, or because the network has one place only",
        arguments: [
            (DiscussionThread(id: .init("a"), place: "R/Ashcombe"), "r/ashcombe"),
            (DiscussionThread(id: .init("a"), url: "http://forum.example/t/1", network: "discourse"), "Forum"),
            (DiscussionThread(id: .init("a"), network: "reddit"), "r/ashcombe"),
            (DiscussionThread(id: .init("a"), network: "facebook"), nil),
            (DiscussionThread(id: .init("a"), place: "r/elsewhere", network: "reddit"), nil),
        ] as [(DiscussionThread, String?)])
    func places(_ thread: DiscussionThread, _ expected: String?) {
        let register = PlaceRegister([
            Place(id: .init("1"), name: "r/ashcombe", network: "reddit"),
            Place(id: .init("2"), name: "Forum", network: "discourse", url: "https://www.forum.example/"),
            Place(id: .init("3"), name: "Mill group", network: "facebook"),
            Place(id: .init("4"), name: "Ward group", network: "facebook"),
        ])
        #expect(register.place(of: thread)?.name == expected)
    }
}
