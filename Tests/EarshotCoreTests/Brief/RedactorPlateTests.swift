import EarshotCore
import Testing

@Suite("Redactor: plates, accounts, links")
struct RedactorPlateTests {
    static let plates: [RedactionCase] = [
        .init("the van AB12 CDE blocks it", "the van [vehicle plate] blocks it"),
        .init("AB12CDE", "[vehicle plate]"),
        .init("(KN74 XYZ)", "([vehicle plate])"),
        .init("A123 BCD, a blue one", "[vehicle plate], a blue one"),
        .init("ABC 123D", "[vehicle plate]"),
        .init("reg ab12 cde", "reg [vehicle plate]"),
        .init("Reg: P7 LKW", "Reg: [vehicle plate]"),
        .init("number plate is ABC 123", "number plate is [vehicle plate]"),
        .init("registration AIZ 1234", "registration [vehicle plate]"),
        .init("plate 1234 AB", "plate [vehicle plate]"),
        .init("registration number AB12 CDE.", "registration number [vehicle plate]."),
        .init("AB12\u{A0}CDE", "[vehicle plate]"),
    ]

    static let accounts: [RedactionCase] = [
        .init("pay GB29 NWBK 6016 1331 9268 19 please", "pay [account number] please"),
        .init("GB29NWBK60161331926819", "[account number]"),
        .init("DE89 3704 0044 0532 0130 00", "[account number]"),
        .init("FR14 2004 1010 0505 0001 3M02 606.", "[account number]."),
        .init("GB29 NWBK 6016 1331 9268 18", "GB29 NWBK 6016 1331 9268 18"),
        .init("4111-1111-1111-1111", "[card number]"),
        .init("5555 5555 5555 4444 and 3782 822463 10005", "[card number] and [card number]"),
        .init("2223 0031 2200 3222", "[card number]"),
        .init("+33 1 99 00 12 34", "[phone number]"),
        .init("00 44 20 7946 0018", "[phone number]"),
        .init("00 33 1 99 00 12 34", "[phone number]"),
        .init("+48 600 000 000", "[phone number]"),
        .init("+44-7700-900-123", "[phone number]"),
    ]

    static let profiles: [String] = [
        "facebook.com/jo.bloggs", "https://m.facebook.com/profile.php?id=1000",
        "https://www.facebook.com/people/Jo/1000",
        "fb.com/jo.bloggs", "https://instagram.com/jo_b", "https://twitter.com/jo_b", "x.com/jo_b",
        "https://www.tiktok.com/@jo",
        "linkedin.com/in/jo-b", "https://old.reddit.com/user/jo_b", "https://www.threads.net/@jo",
        "bsky.app/profile/jo.example.org",
        "https://social.example/@jo", "https://youtube.com/@jo", "https://www.nextdoor.co.uk/profile/012abc",
        "https://t.me/jo_b",
        "https://medium.com/@jo/a-plan-1234",
    ]

    static let stays: [String] = [
        "£1,200,000", "22/01234/FUL", "A4174", "2026-11-25", "25/03195/FUL", "0.5 per cent", "1234 5678", "Item 12",
        "bus 42",
        "Zone K", "PE15", "M62", "9am-5pm", "07:30", "3.5 million", "Reg 18 consultation", "HS2", "A1(M)",
        "Section 106", "CPZ 12",
        "Grade II", "Cllr Jane Smith", "Class E", "WW2", "B4567", "M25", "X27", "GCSE", "BMW 320D", "BMW 118D",
        "Regulation 19 LP",
        "M25 AND the M4", "the A38 HGV ban", "A303 BUS lane", "S106 CIL money", "PE15 THE END", "SE15 NOT SE16",
        "TO20 MPH", "ISO 900K",
        "bus 145X", "Audi A4 TDI", "E10 petrol", "ab12 cde", "#AB12CDE", "22/AB12CDE", "AB12 CDE/4", "ref AB12 CDE",
        "CPZ 12A", "COVID 19A",
        "the reg 18 stage", "A12 to B1234", "THE 50P COIN", "MAN 26T", "plates of 12 A4 sheets", "TP12 is open",
        "QQ12 ABC",
        "registered 12 May", "No 12 BUS", "E17 HGV", "RUN DMC", "F35 JET", "Boeing 737 MAX", "Windows 10 ISO", "PS5",
        "4K TV", "GB29 NWBK",
        "facebook.com/groups/ourtown/posts/1", "https://www.youtube.com/watch?v=abc", "https://www.example.org/news",
    ]

    static let every: [String] = (plates + accounts).map(\.text) + profiles + stays

    @Test("plates, accounts and numbers go", arguments: plates + accounts)
    func takesOut(_ example: RedactionCase) {
        #expect(Redactor().redact(example.text).text == example.expected)
    }

    @Test("links to people's pages go", arguments: profiles)
    func takesOutProfile(_ link: String) {
        #expect(Redactor().redact("see \(link) there").text == "see [profile link] there")
    }

    @Test("figures, roads, references, models and abbreviations stay", arguments: stays)
    func leaves(_ text: String) {
        #expect(Redactor().redact(text).text == text)
    }
}
