import EarshotCore
import EarshotIO
import Testing

@Suite("What people say, on the page")
struct PackVoicesTests {
    private static let page = PageScan(SampleBrief.plain)
    private static let words = page.words.replacing("\u{A0}", with: " ")

    @Test(
        "says of every theme how many, what they want and how it sounds, and of what is in none",
        arguments: [
            "Monday · 34 comments, 29 people with homework club, warm place "
                + "1 support · 3 mixed · 9 unclear · 21 oppose ; tone: 20 negative · 10 neutral · 4 positive",
            "Short day · 11 comments, 10 people 5 support · 2 unclear · 4 oppose ; tone: 3 negative · 5 neutral · 3 positive",
            "Something else · 17 comments, 14 people 1 support · 1 mixed · 6 unclear · 9 oppose ; "
                + "tone: 4 negative · 9 neutral · 3 positive · 1 not scored",
            "A comment can be in several of these groups.",
            "homework club 14 13 1 support · 4 unclear · 9 oppose 5 negative · 7 neutral · 2 positive",
            "bin collections 14 comments, 12 people Something else 7 comments, 7 people",
        ])
    func themes(_ sentence: String) {
        #expect(Self.words.contains(sentence), "\(Self.words)")
    }

    @Test("quotes no comment twice, and every quote of the item openly")
    func quotes() {
        let brief = SampleBrief.plain
        let quotes = ThemeQuotes(brief.items[3])
        #expect(quotes.open.map(\.count) == [1, 1, 2])
        #expect(quotes.open.flatMap { $0 }.count == brief.items[3].quotes.count)
        #expect(quotes.more[0].map(\.text) == ["Mondays are when homework club runs!"])
        #expect(Self.page.text.split(separator: "My neighbour goes every Monday").count == 2)
    }

    @Test(
        "says how positions were found, what that is worth, and what is not known",
        arguments: [
            "9 declared in the file, 17 said outright, 22 read from other wording; 16 comments give none.",
            "Of these about 84 in 100 should be right",
            "6 comments were not read for other wording",
            "An officer labelled 12 comments in support and 10 opposed. Tried on labels that it had not been given, the "
                + "program was right for about 82 in 100.",
            "nothing was read from other wording.",
            "More than half are unclear; the others do not speak for them.",
        ])
    func evidence(_ sentence: String) {
        #expect(Self.words.contains(sentence), "\(Self.words)")
    }

    @Test("never leaves unclear out, not even where it is nought")
    func unclear() {
        var brief = SampleBrief.plain
        brief.items[3].themes[1].count.positions.unclear = 0
        #expect(PageScan(brief).words.replacing("\u{A0}", with: " ").contains("5 support · 0 unclear · 4 oppose"))
    }

    @Test(
        "says what they suggest, what they copied when and where, and what waits for a reader",
        arguments: [
            "What they suggest Close on Wednesday instead. (in 5 comments) Let volunteers run Mondays. Tone",
            "In 13 comments, by 12 people, in 4 threads · 8 to 20 November 2026 · Priory Neighbours, r/harwick, Library "
                + "survey, A, B and 2 more",
            "2 comments are partly in another language (Welsh 2); that part is not scored.",
            "Comments that wait for a reader 5 comments are in languages that the program does not score.",
            "Polish · Resident 71 · Priory Neighbours · 10 November",
            "On no item of the agenda Xyzzy plugh frotz. Language not recognised · Resident 73",
            "And 2 more, all in comments.csv.",
        ])
    func rest(_ sentence: String) {
        #expect(Self.words.contains(sentence), "\(Self.words)")
    }

    @Test("names the language of what stands in another one, for those who have it read aloud")
    func languages() {
        let tags = Self.page.tags(named: "p").compactMap { $0.attributes["lang"] }
        #expect(tags == ["pl", "cy"])
    }

    @Test("has nobody read what is no sentence in any language", arguments: ["£19.", "No no no.", "Xyzzy plugh."])
    func noSentence(_ text: String) {
        var brief = SampleBrief.plain
        brief.unreadComments[2].text = text
        let words = PageScan(brief).words
        #expect(!words.contains(text) && words.contains("Biblioteka"))
        #expect(words.contains("And 3 more, all in comments.csv."))
    }

    @Test("shows nothing that waits for a reader of an item that has no section")
    func silent() {
        var brief = SampleBrief.plain
        brief.items[3].counts.comments = 0
        #expect(!PageScan(brief).words.contains("Biblioteka"))
    }
}
