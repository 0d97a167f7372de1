/// Sentences written for the tests: every subject with every predicate, then hostile and odd ones.
enum ToneTexts {
    static let all: [String] = subjects.flatMap { subject in predicates.map { "\(subject) \($0)" } } + odd

    private static let subjects = [
        "The new crossing", "This consultation", "Our library", "The bus service", "The council's reply",
        "That junction", "The market", "Parking here", "The leisure centre", "The bin lorry",
    ]

    private static let predicates = [
        "is brilliant, thank you so much!", "is an absolute disgrace.", "isn\u{2019}t good enough, is it?",
        "was fine but the staff were rude and unhelpful.", "has never been so dirty and dangerous",
        "works really well :)", "makes me SO angry!!!", "is not bad at all, to be fair", "could be a little better",
        "ruined our weekend 😡", "deserves praise; nobody complains.",
    ]

    private static let odd = [
        "", "   ", "\n\n\n", "!!!???!!!", "a", "no", "not", "not not not good", "but but but", "but good",
        "very very very very very very good", "VERY GOOD", "gOoD", "goooooooood", "baaaaad", "nooooooo", "😀", "😀😀😀😀😀",
        "👍🏽👎🏿", "👩‍👩‍👧‍👦 love this", "🇬🇧 proud", "❤️‍🔥 great", "e\u{301}te\u{301} bad", "good\u{200d}bad",
        "bad\u{0}good", "<b>good</b> <script>bad()</script>", "&lt;good&gt; &amp; bad", "=GOOD()+BAD()",
        "\"good\",\"bad\"", "good;bad;good", "good/bad", "good-bad-ugly", "not-good", "#GreatIdea #fail",
        "@good @bad", "good@bad.org", "https://good.example/bad?x=love", "www.terrible.example is great",
        ":) :( :D >:( <3 </3", ":)))))))", "(good (bad (good)))", "\u{202e}good\u{202c} bad", "مرحبا good", "好 bad 好",
        "Da iawn, great work", "Nie good nie bad", "I love it 100% 10/10", "0/10 would not recommend",
        "£38,000 wasted", "38,000 wasted pounds", "fine", "a fine of £80", "The fine is fine, fine.",
        "Rubbish collection", "It is rubbish.", "rubbish rubbish collection rubbish", "good? bad! good. bad?",
        "Why not? Because it is dangerous.", "not only good but great", "nothing but trouble",
        "I couldn\u{2019}t be happier", "can't thank you enough", "no longer safe", "lack of respect",
        "hardly a success", "anything but safe", "without a doubt the best", "sort of nice", "kind of awful, really",
        "absolutely not", "yes! yes! yes!", "shame shame shame", "good bad good bad good bad good bad good bad",
        "awful awful lovely awful lovely", "terribly good", "pretty bad", "dead good", "bloody awful", "so so so sad",
        "too good to be true", "I was not, however, happy", "ok", "meh", "lol", "WTF", "omg amazing",
        "thx 4 ur help :D", "\u{feff}good", "go\u{ad}od", "good\r\nbad\r\ngood", "\tbad\tbad",
    ]
}
