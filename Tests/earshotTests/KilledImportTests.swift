import Foundation
import Testing

@Suite("A run that is killed")
struct KilledImportTests {
    @Test("in the middle of a large file leaves nothing half-written; the next run gives the undisturbed pack")
    func killed() throws {
        let work = try Workspace()
        var text = "thread_id,thread_title,comment_id,author,posted_at,text\n"
        for row in 0..<30_000 {
            text +=
                "T\(row % 40),Harrow Lane Library \(row % 40),c\(row),p\(row % 900),,Please keep it open, row \(row)\n"
        }
        text = text.replacingOccurrences(of: "open, row", with: "open; row")
        try work.makeMeeting("m", threads: ["a.csv": smallThread, "b.csv": text])
        let began = Date()
        #expect(try earshot(["import", "m", "--database", "fresh.sqlite"], in: work.url).code == 0)
        let whole = Date().timeIntervalSince(began)
        var kills = 0
        for share in [0.2, 0.5, 0.8].map({ $0 + Double.random(in: -0.15...0.15) }) {
            let outcome = try run(program, ["import", "m"], in: work.url) { process in
                Foundation.Thread.sleep(forTimeInterval: whole * share)
                kill(process.processIdentifier, SIGKILL)
            }
            if outcome.code == 0 { continue }
            kills += 1
            // What a run did not finish is not there at all: the file is new again.
            let check = try earshot(["links", "list", "--meeting", "m"], in: work.url)
            let threads = check.out.split(separator: "\n").filter { $0.contains("Harrow Lane Library ") }.count
            #expect(threads == 0 || threads == 40, "killed after \(share) of the time: \(threads) threads")
        }
        #expect(kills > 0)
        let last = try earshot(["brief", "m"], in: work.url)
        #expect(last.code == 0, "\(last.err)")
        #expect(try earshot(["brief", "m", "--out", "fresh", "--database", "fresh.sqlite"], in: work.url).code == 0)
        #expect(try work.text("Exports/m/SHA256SUMS") == work.text("fresh/m/SHA256SUMS"))
    }
}
