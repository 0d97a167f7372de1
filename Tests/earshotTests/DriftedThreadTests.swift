import Foundation
import Testing

@Suite("A thread that leaves for another item half way")
struct DriftedThreadTests {
    private static let library = [
        "Keep Harrow Lane Library open on Mondays", "closing on Mondays hurts the children",
        "the library is full on Mondays", "Harrow Lane Library is all we have", "closing it saves nothing",
        "Mondays are when I use the library", "who wants the library closing at all",
    ]
    private static let permits = [
        "Tolpuddle Street permits cost too much", "permits for everyone?", "my permit went up again",
        "permits do not give you a space", "no parking on Tolpuddle Street since the permits",
        "visitors need permits too", "I would pay if parking got better",
    ]

    /// A drifting thread of 14 comments by 7 people, and a thread of two that does not drift.
    private static var threads: String {
        let lines = (library + permits).enumerated().map {
            "T2,Harrow Lane Library hours,d\($0),user\($0 % 7),,\"\($1)\""
        }
        return smallThread + lines.joined(separator: "\n") + "\n"
    }

    private func briefed() throws -> Workspace {
        let work = try Workspace()
        try work.makeMeeting("m", threads: ["a.csv": Self.threads])
        let outcome = try earshot(["brief", "m"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        return work
    }

    private func again(_ work: Workspace, _ arguments: [String]) throws {
        let outcome = try earshot(arguments, in: work.url)
        #expect(outcome.code == 0, "\(arguments): \(outcome.err)")
        let brief = try earshot(["brief", "m"], in: work.url)
        #expect(brief.code == 0, "\(arguments): \(brief.err)")
    }

    private func items(_ work: Workspace) throws -> [String?] {
        try table(work.path("Exports/m/comments.csv")).filter { $0["thread_id"] == "T2" }.map { $0["item_number"] }
    }

    private static let split: [String?] = Array(repeating: "2", count: 7) + Array(repeating: "3", count: 7)

    /// Every table of the pack counts every included comment once.
    private func checkSums(_ work: Workspace, included: Int) throws {
        let rows = try table(work.path("Exports/m/comments.csv")).filter { $0["status"] == "included" }
        #expect(rows.count == included)
        let links = try table(work.path("Exports/m/links.csv"))
        let inForce = links.filter { ["suggested", "confirmed", "attached"].contains($0["link_status"]) }
        for item in try table(work.path("Exports/m/items.csv")) where item["comments"] != "" {
            let own = rows.count { $0["item_id"] == item["item_id"] }
            #expect(item["comments"] == "\(own)", "\(item)")
            let linked = inForce.filter { $0["item_id"] == item["item_id"] }
            #expect(linked.reduce(0) { $0 + (Int($1["comments"] ?? "") ?? 0) } == own, "\(linked)")
            #expect(item["threads"] == "\(Set(linked.map { $0["thread_id"] }).count)")
        }
        #expect(Set(links.map { ($0["thread_id"] ?? "") + "/" + ($0["rank"] ?? "") }).count == links.count)
    }

    @Test("counts for each item what was said about it, and adds up")
    func addsUp() throws {
        let work = try briefed()
        #expect(try items(work) == Self.split)
        try checkSums(work, included: 16)
        let stretch = try #require(
            try table(work.path("Exports/m/links.csv")).first { $0["first_comment"] != "" })
        #expect(stretch["item_number"] == "3" && stretch["comments"] == "7" && stretch["people"] == "7")
        #expect(stretch["first_comment"] == "8" && stretch["last_comment"] == "14")
        let rows = try table(work.path("Exports/m/comments.csv")).filter { $0["item_number"] == "3" }
        #expect(rows.allSatisfy { $0["link_status"] == "suggested" && $0["link_confidence"] == stretch["confidence"] })
        #expect(rows.allSatisfy { $0["position"] != "" })
        let page = try work.text("Exports/m/index.html")
        #expect(page.contains("7 of its 14 comments (from the 8th) moved on to item 3"))
        #expect(page.contains("Part of a thread of 14 comments, the 8th to the 14th; the rest is linked to item 2"))
        let json = try work.text("Exports/m/pack.json")
        #expect(json.contains("\"moved_on\":[{\"item_id\":"))
    }

    @Test("running again changes nothing, and an excluded comment leaves its stretch's count")
    func again() throws {
        let work = try briefed()
        let before = try work.text("Exports/m/SHA256SUMS")
        try again(work, ["link"])
        #expect(try work.text("Exports/m/SHA256SUMS") == before)
        try again(work, ["exclude", "T2/d9", "--reason", "abuse"])
        try checkSums(work, included: 15)
        #expect(try work.text("Exports/m/index.html").contains("6 of its 13 comments (from the 8th) moved on"))
    }

    @Test("stands under one item once a person has decided on the whole of it")
    func verdicts() throws {
        for (arguments, item) in [
            (["links", "confirm", "T2"], "2"), (["links", "attach", "T2", "3"], "3"),
            (["links", "reject", "--none", "T2"], ""),
        ] {
            let work = try briefed()
            try again(work, arguments)
            #expect(try items(work).allSatisfy { $0 == item }, "\(arguments)")
            try checkSums(work, included: 16)
        }
    }

    @Test("a stretch comes into force again with the suggestion it goes with")
    func rejection() throws {
        let work = try briefed()
        try again(work, ["links", "reject", "T2"])
        #expect(try items(work).suffix(7) == Self.split.suffix(7))
        #expect(try items(work).prefix(7).allSatisfy { $0 != "2" })
        try checkSums(work, included: 16)
    }

    @Test("is explained on one page, by its id or a part of its title")
    func why() throws {
        let work = try briefed()
        for name in ["T2", "library HOURS"] {
            let outcome = try earshot(["links", "why", name], in: work.url)
            #expect(outcome.code == 0, "\(outcome.err)")
            for line in [
                "Linked to: 2 Harrow Lane Library: closing on Mondays", "What would have tipped it",
                "Comments that left for another item",
                "The 7 comments from 8 to 14: 3 Tolpuddle Street parking permits",
                "earshot links attach T2 ITEM",
            ] {
                #expect(outcome.out.contains(line), "\(line)\n\(outcome.out)")
            }
        }
        try again(work, ["links", "attach", "T2", "3"])
        let attached = try earshot(["links", "why", "T2"], in: work.url).out
        #expect(attached.contains("attached by a person"))
        #expect(attached.contains("What the program itself would have done: 2 Harrow Lane Library"), "\(attached)")
        for (name, sentence) in [
            ("nothing like it", "error: This meeting has no thread \u{201C}nothing like it\u{201D}"),
            ("librar", "error: 2 threads have \u{201C}librar\u{201D} in their title"),
        ] {
            let outcome = try earshot(["links", "why", name], in: work.url)
            #expect(outcome.code == 2)
            #expect(outcome.err.hasPrefix(sentence), "\(outcome.err)")
        }
    }
}
