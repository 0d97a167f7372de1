import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Calendar files")
struct CalendarTests {
    private func reading(_ lines: [String]) throws -> AgendaReading {
        let folder = try ScratchFolder()
        let text = (["BEGIN:VCALENDAR", "BEGIN:VEVENT"] + lines + ["END:VEVENT", "END:VCALENDAR"]).joined(
            separator: "\r\n")
        return try OfficeFiles.agenda(Array(text.utf8), folder)
    }

    @Test(
        "the start is read in the entry's own zone",
        arguments: [
            ("DTSTART:20260603T180000Z", "2026-06-03T19:00:00", "Europe/London"),
            ("DTSTART:20260603T180000", "2026-06-03T18:00:00", "Europe/London"),
            ("DTSTART;TZID=America/Chicago:20260603T180000", "2026-06-03T18:00:00", "America/Chicago"),
            ("DTSTART;TZID=\"Nowhere: Standard Time\":20260603T1800", "2026-06-03T18:00:00", "Europe/London"),
            ("DTSTART;VALUE=DATE:20260603", "2026-06-03", "Europe/London"),
        ])
    func start(_ line: String, _ start: String, _ zone: String) throws {
        let meeting = try reading([line, "SUMMARY:Cabinet", "DESCRIPTION:1. Minutes\\n2. Trees"]).agenda.meeting
        #expect(meeting.start?.iso == start)
        #expect(meeting.timeZone == zone)
    }

    @Test("folded lines and escapes are taken back, in the middle of a word too")
    func folded() throws {
        let agenda = try reading([
            "DESCRIPTION:1. Mi", " nutes\\, and \\\\ more\\N2. Str", "\teet trees\\; roads", "SUMMARY:Cab", " inet",
        ]).agenda
        #expect(agenda.items.map(\.label) == ["1 Minutes, and \\ more", "2 Street trees; roads"])
        #expect(agenda.meeting.title == "Cabinet")
    }

    @Test("an entry without a numbered agenda names the meeting and its day")
    func bare() {
        let thrown = #expect(throws: Diagnostic.self) {
            try reading(["DTSTART:20260603T180000Z", "SUMMARY:Cabinet", "DESCRIPTION:Papers will follow."])
        }
        #expect(
            thrown?.message
                == "This is a calendar entry for one meeting (Cabinet) on 2026-06-03, without its agenda items")
    }

    @Test(
        "real calendars are lists of as many meetings as they have entries", .enabled(if: RealThreads.areHere),
        arguments: ["chi_low_income_housing_trust_fund.ics", "minn_st_paul_ps_ical.ics"])
    func real(_ name: String) throws {
        let bytes = try SourceFile(RealThreads.folder.appendingPathComponent("agendas/ics/\(name)")).wholeBytes()
        let entries = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
            .count { $0 == "BEGIN:VEVENT" }
        let folder = try ScratchFolder()
        let thrown = #expect(throws: Diagnostic.self) { try OfficeFiles.agenda(bytes, folder) }
        #expect(thrown?.message == "This is a list of \(entries) meetings, not an agenda")
    }
}
