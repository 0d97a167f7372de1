import EarshotCore
import Testing

@Suite("Language")
struct LanguageTests {
    private static let scorer = Scorer()

    @Test("a sentence is known for its language", arguments: sentences)
    func sentence(_ row: (code: String, text: String)) {
        #expect(Self.scorer.score(row.text).language == row.code, "\(row.text)")
    }

    static let sentences: [(code: String, text: String)] = [
        ("en", "The bins on our street have not been emptied since last week."),
        ("cy", "Nid yw'r biniau wedi cael eu casglu ers wythnos, ac mae'n warthus."),
        ("pl", "Nie zgadzam się z tym, żeby zamknąć bibliotekę przy naszej ulicy."),
        ("ro", "Nu sunt de acord cu închiderea bibliotecii de pe strada noastră."),
        ("pt", "Não concordo com o encerramento da biblioteca da nossa rua."),
        ("es", "No estoy de acuerdo con que cierren la biblioteca de nuestro barrio."),
        ("fr", "Je ne suis pas d'accord avec la fermeture de la bibliothèque."),
        ("it", "Non sono d'accordo con la chiusura della biblioteca del quartiere."),
        ("de", "Ich bin nicht damit einverstanden, dass die Bücherei geschlossen wird."),
        ("lt", "Aš nesutinku, kad biblioteka mūsų gatvėje būtų uždaryta."),
        ("hu", "Nem értek egyet azzal, hogy bezárják a könyvtárat az utcánkban."),
        ("tr", "Sokağımızdaki kütüphanenin kapatılmasını hiç doğru bulmuyorum."),
        ("so", "Waxaan ka soo horjeedaa in la xiro maktabadda xaafaddeenna."),
        ("sq", "Nuk jam dakord që të mbyllet biblioteka në lagjen tonë."),
        ("nl", "Ik ben het er niet mee eens dat de bibliotheek gaat sluiten."),
        ("cs", "Nesouhlasím s tím, že by se měla zavřít knihovna v naší ulici."),
        ("sk", "Nesúhlasím s tým, že by sa mala zatvoriť knižnica na našej ulici."),
        ("lv", "Es nepiekrītu tam, ka bibliotēka mūsu ielā tiek slēgta."),
        ("ga", "Ní aontaím leis an bplean an leabharlann ar ár sráid a dhúnadh."),
        ("bg", "Не съм съгласен с това библиотеката на нашата улица да бъде затворена."),
        ("uk", "Я не згоден з тим, щоб закрили бібліотеку на нашій вулиці."),
        ("ru", "Я не согласен с тем, чтобы закрыли библиотеку на нашей улице."),
        ("ar", "أنا لا أوافق على إغلاق المكتبة في هذا الشارع."),
        ("ur", "میں اس بات سے متفق نہیں ہوں کہ ہماری گلی کی لائبریری بند کی جائے۔"),
        ("fa", "من با بسته شدن کتابخانه در خیابان ما موافق نیستم و این را می‌گویم."),
        ("el", "Δεν συμφωνώ με το κλείσιμο της βιβλιοθήκης."),
        ("hi", "मैं पुस्तकालय बंद करने से सहमत नहीं हूँ।"),
        ("bn", "আমি গ্রন্থাগার বন্ধ করার সঙ্গে একমত নই।"),
        ("pa", "ਮੈਂ ਲਾਇਬ੍ਰੇਰੀ ਬੰਦ ਕਰਨ ਨਾਲ ਸਹਿਮਤ ਨਹੀਂ ਹਾਂ।"),
        ("gu", "હું પુસ્તકાલય બંધ કરવા સાથે સહમત નથી."),
        ("ta", "நூலகத்தை மூடுவதை நான் ஏற்கவில்லை."),
        ("zh", "我不同意关闭我们街上的图书馆。"),
        ("ja", "図書館を閉めることには反対です。"),
        ("ko", "도서관을 닫는 것에 반대합니다."),
        ("he", "אני לא מסכים לסגירת הספרייה."),
        ("th", "ฉันไม่เห็นด้วยกับการปิดห้องสมุด"),
    ]

    @Test(
        "what gives no ground is of unknown language",
        arguments: ["", "ok", "👍👍", "😀 !!!", "2026", "https://example.org/a", "zzxq"])
    func unknown(_ text: String) {
        #expect(Self.scorer.score(text).language == "und", "\(text)")
    }

    @Test("a known other language is never scored, nor called neutral", arguments: sentences.filter { $0.code != "en" })
    func notScored(_ row: (code: String, text: String)) {
        let score = Self.scorer.score(row.text)
        #expect(score.tone == nil, "\(row.code)")
        #expect(score.toneLabel == .notScored)
        #expect(score.position == .unclear)
        #expect(score.terms.isEmpty)
    }

    @Test("a declared position stands in every language")
    func declared() {
        let score = Self.scorer.score("Nie zgadzam się z tym, żeby zamknąć bibliotekę.", declared: .oppose)
        #expect(score.position == .oppose)
        #expect(score.language == "pl")
    }

    @Test(
        "ordinary short English is English",
        arguments: [
            "Great idea", "Bins again.", "No.", "Yes please", "Disgusting", "Thank you", "Rubbish", "About time too",
            "Not in my name", "Potholes everywhere", "Typical council.", "Same old story", "Lovely park",
            "all right then",
            "It was my idea", "SO ANGRY", "Council tax up again", "Waste of money", "Who asked for this?",
        ])
    func shortEnglish(_ text: String) {
        let score = Self.scorer.score(text)
        #expect(score.language == "en", "\(text)")
        #expect(score.toneLabel != .notScored, "\(text)")
    }

    @Test(
        "a British place with a foreign name makes no English comment foreign",
        arguments: [
            "The bus to Llanfairfechan never stops at Penmaenmawr", "Ystrad Mynach needs a crossing",
            "Please resurface the road in Cwmbran", "Parking in Pontypridd is dreadful",
            "Close the A470 at Merthyr Tydfil?",
            "Litter all over Ynysangharad Park", "Save Ysgol Bryn Elian", "The Eisteddfod brought money to Pwllheli",
            "Potholes in Auchtermuchty again", "Ballachulish ferry is late", "Kyle of Lochalsh toilets are shut",
            "Bins in Drumnadrochit not emptied", "No buses to Mousehole or Praze-an-Beeble", "Beaulieu is full of cars",
            "Ashby-de-la-Zouch market is dead", "Flats at Rue Pointue, really?", "Mrs Wojciechowska spoke very well",
            "Councillor Hussain is right", "Cllr Jean-Pierre Dubois for mayor", "Fish and chips in Aberystwyth, lovely",
        ])
    func britishPlaces(_ text: String) {
        // A name alone and a word or two may give no ground; they never make the comment Welsh or French.
        #expect(["en", "und"].contains(Self.scorer.language(of: text).code), "\(text)")
    }

    @Test(
        "a name alone, or what is said everywhere, gives no ground",
        arguments: ["Lol", "OK!", "Haha", "Wow", "Hmm ok", "@anna 👏"])
    func saidEverywhere(_ text: String) {
        #expect(Self.scorer.language(of: text).code == "und", "\(text)")
    }

    @Test(
        "posts without accents and capitals are known",
        arguments: [
            ("pl", "nie zgadzam sie na zamkniecie biblioteki, to jest skandal"),
            ("es", "no estoy de acuerdo con cerrar la biblioteca, que verguenza"),
            ("ro", "nu sunt de acord sa inchideti biblioteca, rusine sa va fie"),
            ("tr", "kutuphanenin kapatilmasini istemiyoruz, yeter artik"),
            ("cy", "dwi ddim yn cytuno efo hyn o gwbl, mae o'n warthus"),
            ("pt", "nao concordo com o fecho da biblioteca, uma vergonha"),
            ("fr", "je suis pas d'accord, c'est n'importe quoi cette mairie"),
        ])
    func posts(_ row: (code: String, text: String)) {
        #expect(Self.scorer.language(of: row.text).code == row.code, "\(row.text)")
    }

    @Test("a comment in two languages says so", arguments: mixed)
    func twoLanguages(_ row: (text: String, code: String, other: String?)) {
        let reading = Self.scorer.language(of: row.text)
        #expect(reading.code == row.code, "\(row.text)")
        #expect(reading.other == row.other, "\(row.text)")
        #expect(Self.scorer.score(row.text).otherLanguage == row.other)
    }

    static let mixed: [(text: String, code: String, other: String?)] = [
        (
            "Mae'r llyfrgell yn bwysig iawn i ni. Peidiwch â'i chau hi. The library is very important to us.",
            "cy", "en"
        ),
        (
            "Please do not close the library on our street. Proszę nie zamykać biblioteki na naszej ulicy.",
            "pl", "en"
        ),
        ("The library is very important to us. It must stay open. I use it each week. Diolch yn fawr.", "en", nil),
        ("Please keep the library open for us, it is all that we have left here. ਕਿਰਪਾ ਕਰਕੇ ਲਾਇਬ੍ਰੇਰੀ ਨੂੰ ਖੁੱਲ੍ਹਾ ਰੱਖੋ", "en", "pa"),
        ("The library must stay open. We need it. Nothing else is left here.", "en", nil),
        ("Nie zgadzam się z tym, żeby zamknąć bibliotekę.", "pl", nil),
    ]

    @Test("the words' weights add up to the lead", arguments: sentences.map(\.text) + mixed.map(\.text) + ["ok", ""])
    func explained(_ text: String) {
        guard let explanation = Self.scorer.explainLanguage(of: text) else { return }
        #expect(explanation.parts.reduce(0) { $0 + $1.weight } == explanation.lead)
        #expect(explanation.lead >= 0)
        #expect(explanation.reading == Self.scorer.language(of: text))
    }

    @Test("a text of many thousand words is read without overflow")
    func long() {
        let text = String(repeating: "Nie zgadzam się z tym, żeby zamknąć bibliotekę przy naszej ulicy ", count: 2_000)
        #expect(Self.scorer.language(of: text).code == "pl")
    }
}
