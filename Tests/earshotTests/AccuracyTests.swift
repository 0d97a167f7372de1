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
    private func lines(_ path: String, _ encoding: String.Encoding = .utf8) throws -> [String] {
        let data = try Data(contentsOf: try #require(realData).appendingPathComponent(path))
        let text = try #require(String(data: data, encoding: encoding))
        return text.split(whereSeparator: { $0 == "\n" || $0 == "\r\n" }).map(String.init)
    }

    private func objects(_ lines: [String]) throws -> [[String: Any]] {
        try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    private func json(_ objects: [[String: Any]]) throws -> String {
        try objects.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) }
            .joined(separator: "\n")
    }

    /// The answers of `earshot score`, one for each text.
    private func scores(_ texts: [String]) throws -> [[String: Any]] {
        let work = try Workspace()
        let outcome = try earshot(["score"], in: work.url, input: try json(texts.map { ["id": "", "text": $0] }))
        #expect(outcome.code == 0, "\(outcome.err)")
        let answers = try objects(outcome.out.split(separator: "\n").map(String.init))
        try #require(answers.count == texts.count)
        return answers
    }

    @Test("tone: three labels on TweetEval's validation tweets, which no weight was made from")
    func toneLabels() throws {
        let texts = try lines("sentiment/tweeteval/val_text.txt")
        let truth = try lines("sentiment/tweeteval/val_labels.txt")
        try #require(texts.count == truth.count && texts.count == 2000)
        let labels = ["0": "negative", "1": "neutral", "2": "positive"]
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        for (answer, label) in zip(try scores(texts), truth) {
            all[label, default: 0] += 1
            // "Not scored" counts as wrong but for neutral tweets: it says nothing of the tone.
            let given = answer["tone_label"] as? String
            if given == labels[label] || (given == "not_scored" && label == "1") { right[label, default: 0] += 1 }
        }
        let recall = all.keys.sorted().map { Double(right[$0] ?? 0) / Double(all[$0] ?? 1) }
        try hold("tone macro-recall, TweetEval validation", recall.reduce(0, +) / 3)
    }

    @Test(
        "tone: correlation with the mean of twenty human raters",
        arguments: [("tweets", String.Encoding.utf8), ("movieReviewSnippets", .isoLatin1)])
    func toneCorrelation(_ name: String, _ encoding: String.Encoding) throws {
        let rows = try lines("sentiment/vader_ground_truth/\(name)_GroundTruth.txt", encoding)
            .map { $0.split(separator: "\t", maxSplits: 2).map(String.init) }.filter { $0.count == 3 }
        try #require(rows.count > 4000)
        let tones = try scores(rows.map { $0[2] }).map { $0["tone"] as? Double ?? 0 }
        try hold("tone correlation, \(name)", correlation(tones, try rows.map { try #require(Double($0[1])) }))
    }

    private func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let meanA = a.reduce(0, +) / Double(a.count)
        let meanB = b.reduce(0, +) / Double(b.count)
        var (ab, aa, bb) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            ab += (x - meanA) * (y - meanB)
            aa += (x - meanA) * (x - meanA)
            bb += (y - meanB) * (y - meanB)
        }
        return ab / (aa * bb).squareRoot()
    }

    @Test("language: 24 languages, whole sentences and their first thirty characters")
    func language() throws {
        var sentences: [(language: String, text: String)] = []
        let folder = try #require(realData).appendingPathComponent("langid/lingua_sentences")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let language = String(file.prefix(2))
            for line in try lines("langid/lingua_sentences/\(file)").prefix(300) { sentences.append((language, line)) }
        }
        try #require(sentences.count > 6000)
        for (name, cut) in [("whole sentences", Int.max), ("first 30 characters", 30)] {
            let answers = try scores(sentences.map { String($0.text.prefix(cut)) })
            let right = zip(answers, sentences).count { $0["language"] as? String == $1.language }
            try hold("language, \(name)", Double(right) / Double(sentences.count))
        }
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
