import EarshotCore
import Testing

@Suite("References, item numbers and addresses in their many shapes")
struct ReferenceVariantTests {
    static let references: [(printed: String, written: String)] = [
        ("25/03195/FUL", "25/03195/ful"), ("25/03195/FUL", "25-03195-FUL"), ("25/03195/FUL", "25/03195"),
        ("DC/25/01234/FUL", "25/01234/FUL"), ("P/2025/1234", "p/2025/1234"), ("2025/1234/FUL", "2025/1234"),
        ("25/1234/P", "25/1234/P"), ("S/25/0123", "S/25/0123"), ("PA/25/00123/A1", "pa/25/00123/a1"),
        ("UTT/25/1234/FUL", "UTT/25/1234"), ("25/P/01234/F", "25/P/01234/F"), ("3PL/2025/0123/F", "3PL/2025/0123/F"),
        ("HGY/2025/1234", "hgy 2025/1234"), ("F/25/12345", "F/25/12345"), ("1/0123/2025/FUL", "1/0123/2025/FUL"),
        ("P25/S1234/HH", "P25/S1234/HH"), ("SDNP/25/01234/FUL", "SDNP/25/01234/FUL"),
        ("APP/A1234/W/25/3312345", "app/a1234/w/25/3312345"), ("TPO/25/0001", "TPO 25/0001"),
        ("LA04/2025/0123/F", "la04/2025/0123/f"), ("25/501234/FULL", "25/501234/full"),
        ("2025/01234/F", "2025 01234 F"), ("25/00012/HOU", "25/00012/hou"),
        ("KD5432", "kd5432"), ("25/AP/0123", "25/AP/0123"),
    ]

    @Test("a planning or report reference is found in every usual shape", arguments: references)
    func reference(_ printed: String, _ written: String) {
        let items = KeyFixture.items(["Application \(printed) at the mill", "Other business"])
        let reasons = KeyFixture.reasons(items, LinkThread(id: .init("t"), title: "see \(written) please"))
        #expect(reasons.contains { $0.kind == .reference && $0.text == "both cite \(printed)" }, "\(reasons)")
    }

    @Test(
        "dates, sums, times and telephone numbers are no references",
        arguments: [
            "25/11/2026", "2026/27", "2026-11-25", "01234 567890", "0800-123-4567", "24/7", "9-5", "1/2",
            "£1,200/2,400",
            "10:30-12:00", "B12 7XY",
        ])
    func noReference(_ text: String) {
        let items = KeyFixture.items(["The matter of \(text) at the mill", "Other business"])
        let reasons = KeyFixture.reasons(items, LinkThread(id: .init("t"), title: "see \(text)"))
        #expect(!reasons.contains { $0.kind == .reference }, "\(reasons)")
    }

    @Test(
        "an item's number counts once the thread names the meeting",
        arguments: [
            ("item 1 at Cabinet", true), ("agenda item 1", true), ("item 1 on the agenda", true),
            ("agenda no. 1", true),
            ("item 1, the 25 November meeting", true), ("item 1 on 25th Nov", true),
            ("item 1, meeting of 25/11/2026", true),
            ("item 1 on November 25", true), ("item 1, Wednesday's cabinet", true),
            ("item 1 at wednesday's meeting", true),
            ("item 1: https://democracy.derwentvale.gov.uk/ieListDocuments.aspx?CId=138&MId=4127", true),
            ("item 1", false), ("item 1 on my shopping list, 26 November", false),
            ("item 1 of a kitchen cabinet", false),
            ("item 1, Thursday's meeting", false), ("item 1, 25 people", false),
            ("item 1 of the 14 October Cabinet meeting", false),
        ])
    func number(_ text: String, _ counts: Bool) {
        let items = KeyFixture.items(["Refuse rounds", "Other business"])
        let reasons = KeyFixture.reasons(items, LinkThread(id: .init("t"), title: text))
        #expect(reasons.contains { $0.kind == .number } == counts, "\(reasons)")
    }

    static let site = "https://democracy.derwentvale.gov.uk"
    static let addresses: [(address: String, isItems: Bool)] = [
        ("\(site)/ieListDocuments.aspx?CId=138&MId=4127&Ver=4#AI501", true),
        ("http://www.democracy.derwentvale.gov.uk/ieListDocuments.aspx?MId=4127&CId=138#AI501", true),
        ("www.democracy.derwentvale.gov.uk:443/mgAi.aspx?ID=501", true),
        ("\(site)/mgai.aspx?id=501&utm_source=x", true),
        ("\(site)/ieDecisionDetails.aspx?AIId=501", true),
        ("\(site)/ieIssueDetails.aspx?IId=900&Opt=3", true),
        ("\(site)/ieIssueDetails.aspx?IId=900&PlanId=0&RPID=77", true),
        ("\(site)/documents/s55/Visitor%20counts.pdf", true),
        ("\(site)/documents/s55/renamed.pdf?t=1", true),
        ("\(site)/Documents/S55/Visitor counts.pdf", true),
        (
            "https://l.facebook.com/l.php?u=https%3A%2F%2Fdemocracy.derwentvale.gov.uk%2FmgAi.aspx%3FID%3D501&h=AT0",
            true
        ),
        ("https://www.google.com/url?q=https://democracy.derwentvale.gov.uk/mgAi.aspx?ID%3D501&sa=D", true),
        ("\(site)/ieIssueDetails.aspx?IId=900#:~:text=closing", true),
        ("\(site)/ieListDocuments.aspx?CId=138&MId=4127", false),
        ("\(site)/mgAi.aspx?ID=777", false),
        ("\(site)/ieIssueDetails.aspx?IId=900#AI777", false),
        ("\(site)/documents/s99/Visitor%20counts.pdf", false),
        ("https://other.gov.uk/mgAi.aspx?ID=501", false),
        ("\(site)/", false),
    ]

    @Test("an item's address is known in all the forms that its site has", arguments: addresses)
    func address(_ address: String, _ isItems: Bool) {
        var items = KeyFixture.items(["Visitor centre", "Other business"])
        items[0].url = "\(Self.site)/ieIssueDetails.aspx?IId=900&PlanId=0&Opt=3#AI501"
        items[0].documents = [.init(title: "Visitor counts", url: "\(Self.site)/documents/s55/Visitor%20counts.pdf")]
        items[1].url = "\(Self.site)/ieIssueDetails.aspx?IId=901&PlanId=0&Opt=3#AI502"
        for thread in [
            LinkThread(id: .init("t"), title: "", texts: ["see \(address.replacing(" ", with: "%20"))"]),
            LinkThread(id: .init("t"), title: "look", linkedURL: address),
        ] {
            let found = KeyFixture.reasons(items, thread).contains { $0.kind == .url }
            #expect(found == isItems, "\(thread)")
        }
    }
}
