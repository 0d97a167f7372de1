import Foundation
import Testing

@Suite("earshot export: files for other programs, and one file for all")
struct ExchangeTests {
    private func meeting() throws -> Workspace {
        let work = try Workspace()
        try work.makeMeeting("ryde", threads: ["library.csv": smallThread])
        let made = try earshot(["brief", "ryde"], in: work.url)
        #expect(made.code == 0, "\(made.err)")
        return work
    }

    @Test(
        "writes what --also names, and takes it away again where it is not named",
        arguments: [
            ["--also", "opencivicdata,themefinder,sensemaking"],
            ["--also", "opencivicdata", "--also", "themefinder", "--also", "sensemaking"],
        ])
    func also(_ options: [String]) throws {
        let work = try meeting()
        let plain = work.names(in: "Exports/ryde")
        let outcome = try earshot(["export", "ryde"] + options, in: work.url)
        #expect(outcome.code == 0, "\(outcome.err)")
        let more = Set(work.names(in: "Exports/ryde")).subtracting(plain)
        #expect(
            more == [
                "opencivicdata-event.json", "sensemaking.csv", "themefinder-respondents.jsonl",
                "themefinder-question-2.json", "themefinder-responses-2.jsonl", "themefinder-mapping-2.jsonl",
                "themefinder-sentiment-2.jsonl", "themefinder-themes-2.json",
            ])
        for name in more { #expect(outcome.out.contains("  Exports/ryde/\(name)  ")) }
        #expect(try earshot(["export", "ryde"], in: work.url).code == 0)
        #expect(work.names(in: "Exports/ryde") == plain)
    }

    @Test("says which forms there are where one is misspelt")
    func misspelt() throws {
        let work = try Workspace()
        let outcome = try earshot(["export", "--also", "themfinder"], in: work.url)
        #expect(outcome.code == 2)
        #expect(
            outcome.err.contains("There is no form “themfinder”. Name one of opencivicdata, themefinder, sensemaking"))
    }

    @Test("puts the pack into one file that Python opens, the same bytes in any time zone")
    func zip() throws {
        let work = try meeting()
        let outcome = try earshot(["export", "ryde", "--zip"], in: work.url, environment: ["TZ": "Pacific/Auckland"])
        #expect(outcome.code == 0, "\(outcome.err)")
        #expect(outcome.out.contains("  Exports/ryde.zip  "))
        #expect(work.names(in: "Exports") == ["ryde", "ryde.zip"])
        let first = try Data(contentsOf: work.path("Exports/ryde.zip"))
        let again = try earshot(["export", "ryde", "--zip"], in: work.url, environment: ["TZ": "America/St_Johns"])
        #expect(again.code == 0, "\(again.err)")
        #expect(try Data(contentsOf: work.path("Exports/ryde.zip")) == first)
        let reader = """
            import sys, zipfile
            archive = zipfile.ZipFile('Exports/ryde.zip')
            bad = archive.testzip()
            same = all(archive.read(i) == open('Exports/' + i.filename, 'rb').read() for i in archive.infolist())
            dates = {i.date_time for i in archive.infolist()}
            print(bad, same, len(archive.infolist()), dates, archive.infolist()[0].external_attr >> 16 == 0o100644)
            """
        let python = try run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", reader], in: work.url)
        let count = work.names(in: "Exports/ryde").count
        #expect(python.out == "None True \(count) {(2026, 11, 25, 12, 0, 0)} True\n", "\(python.err)")
        // An archive of the pack as it was would go on holding what has since been taken out.
        #expect(try earshot(["export", "ryde"], in: work.url).code == 0)
        #expect(work.names(in: "Exports") == ["ryde"])
    }
}
