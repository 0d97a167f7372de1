import EarshotCore

/// A made-up agenda and threads for the linker's tests.
enum LinkFixture {
    static let meeting = Meeting(
        id: .init("derwent"), council: "Derwent Vale Council", body: "Environment Panel",
        venue: "Larch House, Fell Street",
        wards: ["Brackenside"])

    static let items = [
        item(1, "Apologies for absence", kind: .procedural),
        item(2, "Minutes of the meeting about Acacia Road Library", kind: .procedural),
        item(
            3, "Acacia Road Library: Monday closing",
            "To consider closing the library on Mondays from April, saving £38,000 a year.",
            url: "https://democracy.derwentvale.gov.uk/ieIssueDetails.aspx?IId=900&PlanId=0#AI903",
            documents: [
                .init(title: "Visitor counts", url: "https://democracy.derwentvale.gov.uk/documents/s55/visitors.pdf"),
                .init(title: "Staffing", url: "https://democracy.derwentvale.gov.uk/s56.pdf", restricted: true),
            ]),
        item(
            4, "26/01234/FUL: 14 Mill Lane",
            "Conversion of a house to eight flats. Report CAB/117/B refers. Objections were received."),
        item(
            5, "Mill Road controlled parking zone",
            "Introducing a controlled parking zone (CPZ) with permits for residents in Brackenside."),
        item(6, "Black bin collections every three weeks", "Refuse, recycling and food waste rounds would change."),
        item(7, "Riverside Park playground", "New swings, a fence and shade trees for children."),
        item(8, "Disposal of Station Yard", "Sale of land to a developer.", restricted: true),
        item(9, "Grants to village halls", "Grants for repairs to roofs and kitchens.", leftOut: true),
    ]

    static func item(
        _ number: Int, _ title: String, _ text: String = "", url: String? = nil, documents: [AgendaItem.Document] = [],
        kind: AgendaItem.Kind = .business, restricted: Bool = false, leftOut: Bool = false
    ) -> AgendaItem {
        AgendaItem(
            id: .init("AI90\(number)"), position: number, number: "\(number)", title: title, text: text, url: url,
            documents: documents, kind: kind, restricted: restricted, leftOut: leftOut)
    }

    static let linker = Linker(meeting: meeting, items: items)

    static func thread(
        _ title: String, _ texts: [String] = [], id: String = "t", url: String? = nil, declared: String? = nil
    ) -> LinkThread {
        LinkThread(id: .init(id), title: title, url: url, declaredItem: declared, texts: texts)
    }

    static func link(_ thread: LinkThread, rejected: Set<AgendaItem.ID> = []) -> ThreadLink {
        links([thread], rejected: [thread.id: rejected])[0]
    }

    static func links(
        _ threads: [LinkThread], rejected: [DiscussionThread.ID: Set<AgendaItem.ID>] = [:]
    ) -> [ThreadLink] {
        linker.links(
            for: threads.map(linker.profile),
            verdicts: rejected.mapValues { .rejected($0.sorted { $0.rawValue < $1.rawValue }) })
    }

    /// Threads as residents may write them, with the number of the item each is about.
    static let conversation: [(thread: LinkThread, item: Int?)] = [
        (thread("Save our library", ["Acacia Road Library must stay open on Mondays", "agree"], id: "a"), 3),
        (
            thread(
                "", ["eight flats at 14 mill lane?? where will they all park", "26/01234/FUL has the plans"], id: "b"),
            4
        ),
        (thread("Permits", ["The CPZ in Mill Road means £120 for a permit", "residents need permits"], id: "c"), 5),
        (
            thread(
                "Bins", ["black bin every three weeks, the refuse will stink", "recycling collections too"], id: "d"), 6
        ),
        (thread("Swings at last", ["new swings for the playground in Riverside Park"], id: "e"), 7),
        (thread("", ["Has anyone found a grey cat with a red collar?", "Try the vet"], id: "f"), nil),
        (thread("Best curry in town?", ["The Spice Garden is lovely", "too salty for me"], id: "g"), nil),
    ]
}
