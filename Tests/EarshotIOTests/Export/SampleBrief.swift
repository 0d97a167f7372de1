import EarshotCore
import EarshotIO

/// A meeting of an invented council, with something of everything that a pack can show.
struct SampleBrief {
    /// Applied to every text that comes from outside, so that tests can put hostile strings in each place at once.
    var spice: (String) -> String = { $0 }

    static var plain: Brief { SampleBrief().brief }

    var brief: Brief {
        let sections = [library, parking, flats]
        var totals = Brief.Totals()
        totals.included = 134
        totals.excluded = 5
        totals.read = 139
        totals.skipped = 1
        totals.people = 97
        totals.unnamed = 3
        totals.threads = 9
        totals.places = 5
        totals.networks = 3
        totals.itemsTalkedAbout = sections.count
        totals.linkable = 4
        totals.offAgenda = 21
        totals.first = LocalTime(year: 2026, month: 11, day: 5, hour: 7, minute: 12)
        totals.last = LocalTime(year: 2026, month: 11, day: 20, hour: 16, minute: 48)
        totals.unread = 5
        var brief = Brief(
            meeting: meeting, totals: totals, items: items(sections), offAgenda: offAgenda,
            offAgendaKeyphrases: [
                Keyphrase(text: spice("bin collections"), comments: 14, people: 12, contrast: 210),
                Keyphrase(text: spice("bus 42"), comments: 5, people: 5, contrast: 96),
            ], unreadComments: unreadComments, places: places,
            exclusions: [
                .init(reason: spice("abuse"), count: 3), .init(reason: spice("deleted by its author"), count: 2),
            ],
            skipped: [
                Diagnostic(
                    .warning, spice("The row has 4 cells, the header 9"), at: spice("threads/survey.csv:31"),
                    mend: spice("Mend the row, then import the file again"))
            ], sources: sources, methods: methods,
            rules: [spice("No attacks on a person."), spice("No advertising.")])
        brief.offAgendaThemes = [theme(["bin collections", "missed bin"], (0, 0, 13, 1), (11, 3, 0, 0), people: 12)]
        brief.offAgendaOther = count((0, 0, 7, 0), (1, 6, 0, 0), people: 7)
        return brief
    }

    private var meeting: Meeting {
        Meeting(
            id: .init("cabinet-2026-11-25"), council: spice("Harwick Borough Council"), body: spice("Cabinet"),
            title: spice("Cabinet"), start: LocalTime(year: 2026, month: 11, day: 25, hour: 18, minute: 30),
            venue: spice("Town Hall, Harwick"), url: spice("https://council.example/meetings/812"),
            wards: [spice("Priory"), spice("Quayside"), spice("Hillfoot")],
            deadline: LocalTime(year: 2026, month: 11, day: 20, hour: 17))
    }

    private func items(_ sections: [ItemBrief]) -> [ItemBrief] {
        [
            ItemBrief(item: item(1, "1", "Apologies for absence", kind: .procedural)),
            ItemBrief(item: item(2, "2", "Declarations of interest", kind: .procedural)),
            ItemBrief(item: item(3, "", "Reports for decision", kind: .heading)),
        ] + sections + [
            ItemBrief(item: item(7, "6", "Treasury management: half-year report")),
            ItemBrief(
                item: AgendaItem(
                    id: .init("item-8"), position: 8, number: "7", title: spice("Sale of land (exempt)"),
                    text: spice("Secret text of the exempt report"), url: "https://council.example/secret",
                    documents: [.init(title: spice("Secret annex"), restricted: true)], restricted: true)),
            ItemBrief(
                item: AgendaItem(
                    id: .init("item-9"), position: 9, number: "8", title: spice("Staffing matters"), leftOut: true)),
        ]
    }

    private func item(
        _ position: Int, _ number: String, _ title: String, _ text: String = "", kind: AgendaItem.Kind = .business
    ) -> AgendaItem {
        AgendaItem(
            id: .init("item-\(position)"), position: position, number: number, title: spice(title), text: spice(text),
            url: spice("https://council.example/items/\(position)"), kind: kind)
    }

    private var library: ItemBrief {
        var brief = ItemBrief(
            item: item(
                4, "3", "Priory Library: opening hours from April",
                "Cabinet is asked to agree that Priory Library opens five days a week in place of six from April 2027, and "
                    + "stays shut on Mondays, which saves £38,000 a year.\nThe report sets out three options."))
        brief.counts = counts(comments: 64, texts: 52, people: 49, unnamed: 3, busiestFive: 12)
        brief.positions = positions(7, 4, 16, 37)
        brief.positionsByText = positions(7, 4, 16, 25)
        brief.bases = [.declared: 9, .stated: 17, .inferred: 22, .none: 16]
        brief.tones = tones(27, 22, 10, [("pl", 4), ("cy", 1)])
        addVoices(to: &brief)
        brief.keyphrases = [
            Keyphrase(
                text: spice("homework club"), comments: 14, people: 13, contrast: 124, positions: positions(1, 0, 4, 9),
                tones: tones(5, 7, 2, 0)),
            Keyphrase(text: spice("warm place"), comments: 11, people: 9, contrast: 88),
            Keyphrase(text: spice("Monday"), comments: 31, people: 27, contrast: 61),
        ]
        brief.quotes = libraryQuotes
        brief.questions = [
            Question(text: spice("Will homework club move to another day?"), comments: 6),
            Question(text: spice("Has anybody counted the visits?"), comments: 1),
        ]
        brief.copiedTexts = [
            CopiedText(
                text: spice("Keep Priory Library open six days a week."), comments: 13, people: 12, first: "2026-11-08",
                last: "2026-11-20",
                places: ["Priory Neighbours", "r/harwick", "Library survey", "A", "B", "C", "D"].map(spice), threads: 4)
        ]
        brief.places = [
            .init(place: spice("Priory Neighbours"), members: 1940, ward: spice("Priory ward"), comments: 38),
            .init(place: spice("r/harwick"), members: 6210, ward: "", comments: 18),
            .init(place: spice("Library survey"), members: nil, ward: "", comments: 8),
        ]
        brief.threads = libraryThreads
        brief.days = days([(5, 3), (6, 4), (8, 6), (9, 22), (10, 11), (11, 7), (14, 5), (20, 3)])
        return brief
    }

    private var libraryQuotes: [Quote] {
        [
            quote(
                "My neighbour goes every Monday because nothing else is open. Where does she go now?", .oppose, 14,
                themes: [0]),
            quote("If it keeps the branch open on the other days then fine,\ndo it.", .support, 33, themes: [0, 1]),
            quote("I see why money has to be saved, but pick a day when the day centre is open.", .mixed, 52),
            quote("يجب أن تبقى المكتبة مفتوحة يوم الاثنين.", .oppose, 61),
        ]
    }

    private var libraryThreads: [ThreadBrief] {
        [
            ThreadBrief(
                id: .init("facebook:1"), title: spice("Shut on Mondays??"), url: spice("https://social.example/1"),
                place: spice("Priory Neighbours"), comments: 38, people: 31, missingReplies: 12,
                link: link("facebook:1", 4, 980, [(.name, "both name Priory Library", 700)], then: (5, 20)),
                verdict: .confirmed(.init("item-4"))),
            ThreadBrief(
                id: .init("reddit:2"), title: spice("Homework club"), url: nil, place: spice("r/harwick"), comments: 18,
                people: 15, missingReplies: 0,
                link: link("reddit:2", 4, 810, [(.words, "both say: Monday, club, library", 550)], then: (5, 120)),
                verdict: nil),
            ThreadBrief(
                id: .init("survey:3"), title: "", url: nil, place: spice("Library survey"), comments: 8, people: 5,
                missingReplies: 0, link: ThreadLink(thread: .init("survey:3"), linked: nil, candidates: []),
                verdict: .attached(.init("item-4"))),
        ]
    }

    private var parking: ItemBrief {
        var brief = ItemBrief(item: item(5, "4", "Mill Lane area: controlled parking zone"))
        brief.counts = counts(comments: 40, texts: 40, people: 33, unnamed: 0, busiestFive: 11)
        brief.positions = positions(15, 3, 9, 13)
        brief.positionsByText = brief.positions
        brief.bases = [.stated: 20, .taught: 11, .none: 9]
        brief.evidence.teaching = .learnt(support: 12, oppose: 10, balanced: 824, plainest: 910)
        brief.tones = tones(18, 15, 7, [])
        brief.places = [.init(place: spice("Priory Neighbours"), members: 1940, ward: "Priory", comments: 40)]
        brief.days = [.init(day: "2026-10-28", comments: 4), .init(day: "2026-11-09", comments: 36)]
        brief.threads = [
            ThreadBrief(
                id: .init("facebook:4"), title: spice("Parking permits"), url: spice("https://social.example/4"),
                place: spice("Priory Neighbours"), comments: 40, people: 33, missingReplies: 0,
                link: link("facebook:4", 5, 930, [(.words, "both say: permit, zone, Mill Lane", 610)], then: nil),
                verdict: nil)
        ]
        return brief
    }

    private var flats: ItemBrief {
        var brief = ItemBrief(item: item(6, "5", "Application 26/01234/FUL: 41 flats at Harbour Yard"))
        brief.counts = counts(comments: 9, texts: 9, people: 1, unnamed: 8, busiestFive: 1)
        brief.positions = positions(0, 0, 8, 1)
        brief.positionsByText = brief.positions
        brief.bases = [.stated: 1, .none: 8]
        brief.evidence.isBlind = true
        brief.tones = tones(1, 8, 0, [])
        return brief
    }

    private var offAgenda: [ThreadBrief] {
        [
            ThreadBrief(
                id: .init("reddit:5"), title: spice("Bins again"), url: spice("https://social.example/5"),
                place: spice("r/harwick"), comments: 16, people: 14, missingReplies: 0,
                link: ThreadLink(
                    thread: .init("reddit:5"), linked: nil,
                    candidates: [LinkCandidate(item: .init("item-5"), confidence: 60, reasons: [])]), verdict: nil),
            ThreadBrief(
                id: .init("reddit:6"), title: spice("Bus 42"), url: nil, place: spice("r/harwick"), comments: 5,
                people: 5, missingReplies: 3,
                link: link("reddit:6", 5, 510, [(.words, "both say: lane", 300)], then: nil),
                verdict: .rejected([.init("item-5")])),
        ]
    }

    private var places: [PlaceBrief] {
        [
            place("Priory Neighbours", "facebook", "group", 1940, "Priory", threads: 2, comments: 78),
            place("r/harwick", "reddit", "", 6210, "", threads: 3, comments: 39),
            place("Library survey", "survey", "survey", nil, "", threads: 1, comments: 8),
            place("Quayside Forum", "discourse", "forum", 88, "Quayside", threads: 1, comments: 9),
        ]
    }

    private func place(
        _ name: String, _ network: String, _ kind: String, _ members: Int?, _ ward: String, threads: Int, comments: Int
    ) -> PlaceBrief {
        PlaceBrief(
            place: Place(
                id: .init("\(network)/\(name)"), name: spice(name), network: spice(network),
                url: spice("https://social.example/places"), kind: spice(kind), members: members, ward: spice(ward),
                checked: "2026-11-02"), threads: threads, comments: comments)
    }

    private var sources: [Brief.SourceFile] {
        let digits = String(repeating: "0123456789abcdef", count: 4)
        return [
            .init(
                path: spice("agenda.html"), kind: "agenda", format: "Meeting page (HTML)", sha256: digits, threads: 0,
                comments: 0, skipped: 0),
            .init(
                path: spice("threads/group.json"), kind: "threads", format: "Facebook export (JSON)", sha256: digits,
                threads: 2, comments: 78, skipped: 0),
            .init(
                path: spice("threads/survey.csv"), kind: "threads", format: "CSV", sha256: digits, threads: 1,
                comments: 8,
                skipped: 1),
        ]
    }

    private var methods: [MethodNote] {
        [
            MethodNote(
                name: spice("Links"), version: spice("words 3"), how: spice("Compares each thread with each item."),
                limits: [spice("Right in 91 of 100 threads that it had never seen.")]),
            MethodNote(
                name: spice("Quotes"), version: spice("1"),
                how: spice("From each side in proportion, the comment that holds most of the item's keyphrases."),
                limits: []),
        ]
    }
}

extension SampleBrief {
    func counts(
        comments: Int, texts: Int, people: Int, unnamed: Int, busiestFive: Int
    ) -> ItemBrief.Counts {
        var counts = ItemBrief.Counts()
        counts.comments = comments
        counts.texts = texts
        counts.copies = comments - texts
        counts.people = people
        counts.unnamed = unnamed
        counts.busiestFive = busiestFive
        return counts
    }

    func positions(_ support: Int, _ mixed: Int, _ unclear: Int, _ oppose: Int) -> PositionCounts {
        var counts = PositionCounts()
        counts.support = support
        counts.mixed = mixed
        counts.unclear = unclear
        counts.oppose = oppose
        return counts
    }

    private func tones(_ negative: Int, _ neutral: Int, _ positive: Int, _ unscored: [(String, Int)]) -> ToneCounts {
        var tones = ToneCounts()
        tones.negative = negative
        tones.neutral = neutral
        tones.positive = positive
        tones.notScored = unscored.map { .init(language: $0, comments: $1) }
        return tones
    }

    func quote(_ text: String, _ position: Position, _ number: Int, themes: [Int] = []) -> Quote {
        Quote(
            text: spice(text), position: position, person: "Resident \(number)", place: spice("Priory Neighbours"),
            day: "2026-11-09", thread: .init("facebook:1"), comment: .init("c\(number)"),
            themes: themes)
    }

    private func days(_ days: [(Int, Int)]) -> [ItemBrief.DayCount] {
        days.map { .init(day: "2026-11-\(LocalTime.padded($0, 2))", comments: $1) }
    }

    private func link(
        _ thread: String, _ item: Int, _ confidence: Int, _ reasons: [(LinkReason.Kind, String, Int)],
        then runnerUp: (item: Int, confidence: Int)?
    ) -> ThreadLink {
        let first = LinkCandidate(
            item: .init("item-\(item)"), confidence: confidence,
            reasons: reasons.map { LinkReason(kind: $0, text: spice($1), weight: $2) })
        let second = runnerUp.map {
            LinkCandidate(item: .init("item-\($0.item)"), confidence: $0.confidence, reasons: [])
        }
        return ThreadLink(
            thread: .init(thread), linked: .init("item-\(item)"), candidates: [first] + (second.map { [$0] } ?? []))
    }

    /// As many comments as the brief's totals count.
    var rows: [CommentRow] {
        let library = item(4, "3", "Priory Library: opening hours from April")
        return (0..<139).map { number in
            var row = CommentRow(
                thread: .init("facebook:1"), comment: .init("c\(number)"), kind: number == 0 ? .opening : .reply,
                text: spice("Comment number \(number), with a comma and “quotes”."),
                status: number < 134 ? .included : .excluded, linkStatus: .confirmed,
                sourceFile: spice("threads/group.json"))
            row.item = library
            row.linkConfidence = 980
            row.place = spice("Priory Neighbours")
            row.network = "facebook"
            row.threadTitle = spice("Shut on Mondays??")
            row.person = "Resident \(number % 49 + 1)"
            row.posted = Timestamp(seconds: 1_794_200_000 + Int64(number) * 600, offset: number % 3 == 0 ? nil : 60)
            row.likes = number % 7 - 1
            row.exclusionReason = number < 134 ? "" : spice("abuse")
            row.parent = number > 0 ? .init("c0") : nil
            if number < 134 {
                row.score = CommentScore(
                    tone: number % 10 == 0 ? nil : number * 13 % 2000 - 1000,
                    toneLabel: number % 10 == 0 ? .notScored : .negative, position: .oppose, positionBasis: .stated,
                    positionConfidence: 900, language: number % 10 == 0 ? "pl" : "en",
                    otherLanguage: number % 40 == 1 ? "cy" : nil, terms: [])
                row.themes = number % 3 == 0 ? [1, 2] : []
                row.keyphrases = number % 4 == 0 ? [3] : []
            }
            return row
        }
    }
}
