import Foundation
import Testing

@Suite("The sample pack")
struct SamplePackTests {
    private static let pack = projectRoot.appendingPathComponent("Exports/\(sampleMeeting)")

    @Test("is made again byte for byte, in any time zone and locale")
    func isReproducible() throws {
        let work = try Workspace()
        let outcome = try earshot(
            ["brief", sampleFolder.path, "--out", "out", "--database", "db.sqlite"], in: work.url,
            environment: ["TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"])
        #expect(outcome.code == 0, "\(outcome.err)")
        let expected = try FileManager.default.contentsOfDirectory(atPath: Self.pack.path).sorted()
        #expect(work.names(in: "out/\(sampleMeeting)") == expected)
        #expect(expected.count >= 8)
        for name in expected {
            let made = try Data(contentsOf: work.path("out/\(sampleMeeting)/\(name)"))
            let kept = try Data(contentsOf: Self.pack.appendingPathComponent(name))
            #expect(
                made == kept, "\(name) differs; if that is meant, run Scripts/demo and commit Exports/\(sampleMeeting)")
        }
    }

    @Test("has a row for every comment, and counts that add up")
    func addsUp() throws {
        let rows = try table(Self.pack.appendingPathComponent("comments.csv"))
        let excluded = rows.filter { $0["status"] == "excluded" }
        #expect(rows.count == 254)
        #expect(excluded.allSatisfy { $0["exclusion_reason"] != "" })
        #expect(rows.filter { $0["status"] == "included" }.allSatisfy { $0["exclusion_reason"] == "" })
        let items = try table(Self.pack.appendingPathComponent("items.csv"))
        let onItems = items.compactMap { Int($0["comments"] ?? "") }.reduce(0, +)
        let offAgenda = rows.filter { $0["status"] == "included" && $0["item_id"] == "" }.count
        #expect(onItems + offAgenda + excluded.count == rows.count)
    }

    @Test("links threads as the table of right answers says")
    func linksRight() throws {
        let truth = try table(projectRoot.appendingPathComponent("Tests/earshotTests/sample-links.csv"))
        let rows = try table(Self.pack.appendingPathComponent("comments.csv"))
        var wrong: [String] = []
        for thread in truth {
            let own = rows.filter { row in
                thread["thread_id"] == ""
                    ? row["thread_title"] == thread["thread_title"] : row["thread_id"] == thread["thread_id"]
            }
            #expect(!own.isEmpty, "no comments of \(thread)")
            if own.first?["item_id"] != thread["item_id"] {
                wrong.append("\(thread) is linked to \(own.first?["item_id"] ?? "")")
            }
        }
        #expect(wrong.isEmpty, "\(wrong)")
        #expect(truth.count == 15)
    }

    @Test(
        "holds no personal data that the sample planted",
        arguments: ["gerald_p", "abbotsgate_andy", "Marjorie Oddie", "Stubbings", "@CourierNewsdesk", "@weirsidewendy"])
    func hidesPeople(_ secret: String) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.pack.path) {
            let text = String(decoding: try Data(contentsOf: Self.pack.appendingPathComponent(name)), as: UTF8.self)
            #expect(!text.contains(secret), "\(name) shows \(secret)")
        }
    }

    @Test("passes sha256sum -c")
    func checksums() throws {
        let outcome = try run(
            URL(fileURLWithPath: "/usr/bin/sha256sum"), ["--check", "--strict", "SHA256SUMS"], in: Self.pack)
        #expect(outcome.code == 0, "\(outcome.out)\(outcome.err)")
    }
}
