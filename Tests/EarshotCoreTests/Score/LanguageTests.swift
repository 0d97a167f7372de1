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
}
