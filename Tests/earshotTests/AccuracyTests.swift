import Foundation
import Testing

/// The floors of `Models/floors.tsv`.
private let floors: [String: Double] = {
    let file = projectRoot.appendingPathComponent("Models/floors.tsv")
    let text = String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
    let pairs = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line -> (String, Double)? in
        let cells = line.split(separator: "\t")
        return cells.count == 2 ? Double(cells[1]).map { (String(cells[0]), $0) } : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}()

/// Prints the figure and holds it against its floor.
private func hold(_ measure: String, _ value: Double) throws {
    let floor = try #require(floors[measure], "Models/floors.tsv has no floor for \(measure)")
    print("accuracy: \(measure) \(String(format: "%.4f", value)) (floor \(floor))")
    #expect(value >= floor, "\(measure) is \(value), under its floor of \(floor)")
}

@Suite("Accuracy on real data", .enabled(if: realData != nil, "no real data: set EARSHOT_REAL_DATA"))
struct AccuracyTests {
    private func objects(_ lines: [String]) throws -> [[String: Any]] {
        try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    /// The sets that Models/evaluate/sets.py makes of the real data.
    private func made(in work: Workspace) throws -> URL {
        let script = projectRoot.appendingPathComponent("Models/evaluate/sets.py").path
        let data = try #require(realData)
        let made = try run(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", script, "sets"], in: work.url,
            environment: ["EARSHOT_REAL_DATA": data.path])
        try #require(made.code == 0, "\(made.err)")
        return work.path("sets")
    }

    /// The rows of `earshot evaluate all` over the sets that Models/evaluate/sets.py makes of the real data.
    private func rows() throws -> [[String: Any]] {
        let work = try Workspace()
        _ = try made(in: work)
        let outcome = try earshot(["evaluate", "all", "sets", "--json"], in: work.url)
        try #require(outcome.code == 0, "\(outcome.err)")
        let report = try #require(try objects([outcome.out]).first)
        return try #require(report["figures"] as? [[String: Any]])
    }

    /// Floor, set, figure, slice. What each set is stands in Models/evaluate/sets.py.
    private static let held: [(floor: String, set: String, figure: String, slice: String)] = [
        ("tone macro-recall, TweetEval validation", "tone-tweeteval", "macro_recall", "all"),
        ("tone correlation, tweets", "tone-rated-tweets", "pearson", "all"),
        ("tone correlation, film sentences", "tone-rated-films", "pearson", "all"),
        ("language, whole sentences", "language-whole", "accuracy", "all"),
        ("language, 100 characters", "language-100", "accuracy", "all"),
        ("language, 30 characters", "language-30", "accuracy", "all"),
        ("language, Welsh, 30 characters", "language-30", "accuracy", "cy"),
        ("language, English tweets", "language-english-tweets", "accuracy", "all"),
        ("language, English news comments", "language-english-news-comments", "accuracy", "all"),
        ("position right, giving motions", "position-giving", "right", "all"),
        ("position decided, giving motions", "position-giving", "coverage", "all"),
        ("position right, nine in ten for", "position-giving-9-for", "right", "all"),
        ("position right, nine in ten against", "position-giving-9-against", "right", "all"),
    ]

    @Test("tone, position and language: no figure falls under its floor")
    func scores() throws {
        let rows = try rows()
        for held in Self.held {
            let row = try #require(
                rows.first {
                    $0["set"] as? String == held.set && $0["slice"] as? String == held.slice
                        && $0["method"] as? String == "earshot"
                }, "\(held.set) \(held.slice)")
            let figure = try #require(row[held.figure] as? [String: Any], "\(held.floor)")
            let value = try #require(figure["value"] as? Double)
            try hold(held.floor, value)
        }
    }

    @Test("the shares of every comment of the evaluation add up exactly to its tone")
    func shares() throws {
        let work = try Workspace()
        let sets = try made(in: work)
        var seen = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: sets.path).sorted() where name.hasPrefix("tone")
        {
            let input = String(decoding: try Data(contentsOf: sets.appendingPathComponent(name)), as: UTF8.self)
            let outcome = try earshot(["score"], in: work.url, input: input)
            for row in try objects(outcome.out.split(separator: "\n").map(String.init)) {
                guard let tone = row["tone"] as? Double, let bias = row["tone_bias"] as? Double else { continue }
                let terms = try #require(row["terms"] as? [[String: Any]]).filter { $0["kind"] as? String == "tone" }
                let sum = terms.reduce(bias) { $0 + ($1["weight"] as? Double ?? .nan) }
                #expect(Int((sum * 1000).rounded()) == Int((tone * 1000).rounded()), "\(name): \(row["id"] ?? "")")
                seen += 1
            }
        }
        #expect(seen > 10_000)
    }

    @Test("links: reader comments to debates, on the half that nothing was tuned on")
    func links() throws {
        let folder = try #require(realData).appendingPathComponent("linking/linking_arc")
        let work = try Workspace()
        let outcome = try earshot(["evaluate", "link", folder.path, "--json", "--quick"], in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        let report = try #require(try objects([outcome.out]).first)
        let rows = try #require(report["figures"] as? [[String: Any]])
        let row = try #require(
            rows.first {
                $0["method"] as? String == "earshot" && $0["half"] as? String == "held_out"
                    && $0["slice"] as? String == "all"
            })
        for (measure, name) in [
            ("top1", "top-1"), ("precision", "precision"), ("f1", "F1"), ("no_item_rejection", "no-item rejection"),
        ] {
            let figure = try #require(row[measure] as? [String: Any])
            try hold("links \(name), held-out half", try #require(figure["value"] as? Double))
        }
    }
}
