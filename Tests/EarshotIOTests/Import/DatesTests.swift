import EarshotCore
import EarshotIO
import Testing

@Suite("Dates")
struct DatesTests {
    @Test(
        "moments are read in the spellings that files use",
        arguments: [
            ("2026-11-09T18:04:00Z", "2026-11-09T18:04:00Z", 0),
            ("2026-11-09T18:04:00.123+01:00", "2026-11-09T17:04:00Z", 60),
            ("2026-06-09T18:04:05+0530", "2026-06-09T12:34:05Z", 330),
            ("2026-11-09 18:04", "2026-11-09T18:04:00Z", nil),
            ("2026-06-09 18:04", "2026-06-09T17:04:00Z", nil),
            (" 2026-11-09 ", "2026-11-09T00:00:00Z", nil),
            ("9 November 2026 18:04", "2026-11-09T18:04:00Z", nil),
            ("November 9, 2026 at 6:04 PM", "2026-11-09T18:04:00Z", nil),
            ("09/11/2026 18:04", "2026-11-09T18:04:00Z", nil),
            ("12/03/2026, 09:15", "2026-03-12T09:15:00Z", nil),
            ("9 Jun 2026\u{202F}6:04:09 pm", "2026-06-09T17:04:09Z", nil),
            ("Sat Nov 17 05:09:36 WIB 2018", "2018-11-17T05:09:36Z", nil),
            ("Mon Nov 09 18:04:00 +0000 2026", "2026-11-09T18:04:00Z", 0),
            ("Tue, 15 Nov 1994 08:12:31 GMT", "1994-11-15T08:12:31Z", 0),
            ("Tue, 15 Nov 94 08:12:31 -0500", "1994-11-15T13:12:31Z", -300),
            ("20261109T180400Z", "2026-11-09T18:04:00Z", 0),
            ("1731175440", "2024-11-09T18:04:00Z", 0),
            ("1731175440.0", "2024-11-09T18:04:00Z", 0),
            ("1731175440123", "2024-11-09T18:04:00Z", 0),
            ("1731175440123456", "2024-11-09T18:04:00Z", 0),
            ("2026/11/09 6:04:12 PM GMT+1", "2026-11-09T17:04:12Z", 60),
            ("2020-06-01 08:15:23 EDT", "2020-06-01T12:15:23Z", -240),
        ] as [(String, String, Int?)])
    func moments(_ text: String, _ iso: String, _ offset: Int?) throws {
        let found = try #require(Dates.moment(text, zone: "Europe/London"))
        #expect(found.iso == iso)
        #expect(found.offset == offset)
    }

    @Test(
        "what names no moment is nil, never a guess",
        arguments: [
            "", "hello", "12", "2026", "Nov 2026", "31/02/2026 10:00", "2026-11-09T24:00:00Z", "99999999999999999999",
            "2026-13-01", "9/22/26, 10:15:32 AM", "9 November 2026 and more", "25 November 2026 25:99", "2026-11-09T18",
        ])
    func noMoments(_ text: String) {
        #expect(Dates.moment(text, zone: "Europe/London") == nil)
    }

    @Test(
        "a spreadsheet's day number is a moment, other numbers are none",
        arguments: [
            ("46335.75", "2026-11-09T18:00:00Z"), ("46335", "2026-11-09T00:00:00Z"),
            ("46174.5", "2026-06-01T11:00:00Z"),
            ("12", nil), ("99999", nil), ("1.2.3", nil), ("", nil),
        ] as [(String, String?)])
    func spreadsheet(_ text: String, _ iso: String?) {
        #expect(Dates.spreadsheetMoment(text, zone: "Europe/London")?.iso == iso)
    }

    @Test("the month comes first where the file is said to be so")
    func monthFirst() {
        #expect(Dates.moment("9/22/26, 10:15:32 AM", zone: "UTC", dayFirst: false)?.iso == "2026-09-22T10:15:32Z")
        #expect(Dates.moment("22/9/26 10:15", zone: "UTC", dayFirst: false) == nil)
    }

    @Test(
        "local times are read as councils print them",
        arguments: [
            ("Wednesday, 11th February, 2026 3.00 pm", "2026-02-11T15:00:00"),
            ("Thursday 15 January 2026 7:30 pm", "2026-01-15T19:30:00"),
            ("2026-11-25 18:30", "2026-11-25T18:30:00"),
            ("2026-11-25", "2026-11-25"),
            ("6.30 pm on Wednesday 25 November 2026", "2026-11-25T18:30:00"),
            ("15-Jan-2026 19.30", "2026-01-15T19:30:00"),
            ("25 November 2026 at 12 noon", "2026-11-25T12:00:00"),
            ("25 November 2026 1830 hrs", "2026-11-25T18:30:00"),
            ("Wednesday 25 November 2026 - 6.30 p.m.", "2026-11-25T18:30:00"),
            ("Dydd Mercher, 11eg Chwefror, 2026 3.00 yp", "2026-02-11T15:00:00"),
            ("Dydd Mawrth, 3ydd Mawrth 2026 10.00 yb", "2026-03-03T10:00:00"),
        ])
    func locals(_ text: String, _ iso: String) {
        #expect(Dates.local(text)?.iso == iso)
    }

    @Test(
        "a date is found within a longer text, and how far it goes",
        arguments: [
            ("Cabinet - Thursday 15 January 2026 7:30 pm", "Thursday 15 January 2026 7:30 pm", "2026-01-15T19:30:00"),
            (
                "Cabinet on Wednesday, 11th February, 2026, 3.00 pm - Acacia",
                "Wednesday, 11th February, 2026, 3.00 pm", "2026-02-11T15:00:00"
            ),
            ("Room 5, Cabinet, 7pm, Tuesday 3 March 2026", "7pm, Tuesday 3 March 2026", "2026-03-03T19:00:00"),
        ])
    func within(_ text: String, _ part: String, _ iso: String) throws {
        let found = try #require(Dates.firstLocal(in: text))
        #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == part)
        #expect(found.time.iso == iso)
    }

    @Test(
        "clock changes: a time shown twice is the earlier moment, one that is skipped moves on",
        arguments: [
            ("2026-10-25 01:30", "2026-10-25T00:30:00Z"), ("2026-10-25 02:30", "2026-10-25T02:30:00Z"),
            ("2026-03-29 00:59", "2026-03-29T00:59:00Z"), ("2026-03-29 01:30", "2026-03-29T01:30:00Z"),
            ("2026-03-29 02:00", "2026-03-29T01:00:00Z"),
        ])
    func clockChanges(_ text: String, _ iso: String) {
        #expect(Dates.moment(text, zone: "Europe/London")?.iso == iso)
    }

    @Test(
        "a moment goes to local time and back", arguments: ["Europe/London", "America/New_York", "Asia/Kolkata", "UTC"])
    func thereAndBack(_ zone: String) {
        for hours in stride(from: Int64(0), to: 24 * 366, by: 7) {
            let moment = Timestamp(seconds: 1_767_225_600 + hours * 3600)
            let local = Dates.local(of: moment, zone: zone)
            let again = Dates.moment(of: local, zone: zone)
            // The second of the two hours that October shows twice comes back as the first.
            #expect(again.seconds == moment.seconds || again.seconds == moment.seconds - 3600)
            #expect(Dates.local(of: again, zone: zone) == local)
        }
    }

    @Test("zones are checked by name")
    func zones() {
        #expect(Dates.isZone("Europe/London") && Dates.isZone("UTC"))
        #expect(!Dates.isZone("Europe/Londno") && !Dates.isZone("BST") && !Dates.isZone(""))
    }
}
