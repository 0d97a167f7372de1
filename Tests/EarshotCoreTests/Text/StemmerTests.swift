import EarshotCore
import Testing

@Suite("Taking the endings off words")
struct StemmerTests {
    /// Words of council business and the description's own hard cases, each with the stem that the Snowball project's
    /// English stemmer (3.1.1) gives.
    static let stems: [(word: String, stem: String)] = [
        ("libraries", "librari"), ("library", "librari"), ("closing", "close"), ("closure", "closur"),
        ("closed", "close"), ("mondays", "monday"), ("consultation", "consult"), ("consulted", "consult"),
        ("consulting", "consult"), ("residents", "resid"), ("residential", "residenti"), ("resident", "resid"),
        ("planning", "plan"), ("planned", "plan"), ("planner", "planner"), ("plans", "plan"), ("parking", "park"),
        ("parked", "park"), ("park", "park"), ("permits", "permit"), ("permitted", "permit"),
        ("permission", "permiss"), ("councillors", "councillor"), ("councillor", "councillor"),
        ("councils", "council"), ("council", "council"), ("collections", "collect"), ("collected", "collect"),
        ("collecting", "collect"), ("collection", "collect"), ("recycling", "recycl"), ("recycled", "recycl"),
        ("recyclable", "recycl"), ("playground", "playground"), ("playgrounds", "playground"), ("swings", "swing"),
        ("swinging", "swing"), ("swung", "swung"), ("children", "children"), ("childishly", "childish"),
        ("refused", "refus"), ("refusal", "refus"), ("refuses", "refus"), ("objections", "object"),
        ("objected", "object"), ("objecting", "object"), ("objector", "objector"), ("supported", "support"),
        ("supporting", "support"), ("supportive", "support"), ("supporters", "support"), ("opposition", "opposit"),
        ("opposed", "oppos"), ("opposing", "oppos"), ("neighbourhoods", "neighbourhood"),
        ("neighbours", "neighbour"), ("neighbouring", "neighbour"), ("traffic", "traffic"), ("calming", "calm"),
        ("calmed", "calm"), ("crossings", "cross"), ("crossed", "cross"), ("cycling", "cycl"),
        ("cyclists", "cyclist"), ("cycled", "cycl"), ("cyclist", "cyclist"), ("pavements", "pavement"),
        ("paving", "pave"), ("paved", "pave"), ("schools", "school"), ("schooling", "school"),
        ("schooled", "school"), ("hospitals", "hospit"), ("hospitality", "hospit"), ("housing", "hous"),
        ("houses", "hous"), ("housed", "hous"), ("affordable", "afford"), ("affordability", "afford"),
        ("unaffordable", "unafford"), ("developments", "develop"), ("developers", "develop"),
        ("developing", "develop"), ("development", "develop"), ("demolished", "demolish"), ("demolition", "demolit"),
        ("demolishing", "demolish"), ("regeneration", "regener"), ("regenerate", "regener"),
        ("generously", "generous"), ("generations", "generat"), ("generally", "general"), ("general", "general"),
        ("university", "universiti"), ("universities", "universiti"), ("universal", "universal"),
        ("community", "communiti"), ("communities", "communiti"), ("communal", "communal"),
        ("communicate", "communic"), ("emergency", "emergenc"), ("emergencies", "emergenc"), ("emerging", "emerg"),
        ("organisation", "organis"), ("organised", "organis"), ("organs", "organ"), ("internal", "internal"),
        ("international", "internat"), ("interference", "interfer"), ("later", "later"), ("lateral", "lateral"),
        ("past", "past"), ("pasture", "pastur"), ("pasted", "paste"), ("arsenal", "arsenal"), ("dying", "die"),
        ("lying", "lie"), ("tying", "tie"), ("dyed", "dy"), ("playing", "play"), ("played", "play"),
        ("player", "player"), ("flying", "fli"), ("flies", "fli"), ("tried", "tri"), ("tries", "tri"),
        ("cries", "cri"), ("cried", "cri"), ("ties", "tie"), ("died", "die"), ("die", "die"), ("skies", "sky"),
        ("sky", "sky"), ("skis", "ski"), ("idly", "idl"), ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"),
        ("only", "onli"), ("singly", "singl"), ("news", "news"), ("howe", "howe"), ("atlas", "atlas"),
        ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"), ("innings", "inning"), ("inning", "inning"),
        ("outing", "outing"), ("outings", "outing"), ("canning", "canning"), ("herring", "herring"),
        ("herrings", "herring"), ("earring", "earring"), ("evening", "evening"), ("evenings", "evening"),
        ("proceed", "proceed"), ("proceeds", "proceed"), ("proceeded", "proceed"), ("exceed", "exceed"),
        ("exceedingly", "exceed"), ("succeed", "succeed"), ("succeeded", "succeed"), ("feed", "feed"),
        ("agreed", "agre"), ("agreedly", "agre"), ("needed", "need"), ("need", "need"), ("hopping", "hop"),
        ("hoping", "hope"), ("hopped", "hop"), ("hoped", "hope"), ("running", "run"), ("runner", "runner"),
        ("adding", "add"), ("added", "add"), ("egg", "egg"), ("egging", "egg"), ("ebb", "ebb"), ("off", "off"),
        ("offing", "off"), ("failing", "fail"), ("filing", "file"), ("filed", "file"), ("hissing", "hiss"),
        ("fizzed", "fizz"), ("sized", "size"), ("trouble", "troubl"), ("troubling", "troubl"), ("bubbled", "bubbl"),
        ("luxuriating", "luxuri"), ("conflated", "conflat"), ("authorization", "author"), ("authorised", "authoris"),
        ("rationally", "ration"), ("rational", "ration"), ("conditional", "condit"), ("happiness", "happi"),
        ("happily", "happili"), ("happy", "happi"), ("hopefulness", "hope"), ("hopeful", "hope"),
        ("hopeless", "hopeless"), ("callousness", "callous"), ("formality", "formal"), ("sensitivity", "sensit"),
        ("sensibility", "sensibl"), ("electricity", "electr"), ("electrical", "electr"), ("triplicate", "triplic"),
        ("formative", "format"), ("active", "activ"), ("activate", "activ"), ("adjustment", "adjust"),
        ("replacement", "replac"), ("adoption", "adopt"), ("homologous", "homolog"), ("effective", "effect"),
        ("bowdlerize", "bowdler"), ("controlling", "control"), ("roll", "roll"), ("rolled", "roll"),
        ("rate", "rate"), ("cease", "ceas"), ("ceased", "ceas"), ("probate", "probat"), ("geology", "geolog"),
        ("geologist", "geolog"), ("apologist", "apolog"), ("analogously", "analog"), ("psychology", "psycholog"),
        ("vietnamization", "vietnam"), ("operator", "oper"), ("feudalism", "feudal"), ("decisiveness", "decis"),
        ("valency", "valenc"), ("hesitancy", "hesit"), ("digitizer", "digit"), ("conformably", "conform"),
        ("radically", "radic"), ("differently", "differ"), ("vilely", "vile"), ("boy's", "boy"), ("boys'", "boy"),
        ("boys's", "boy"), ("dog's", "dog"), ("'tis", "tis"), ("it's", "it"), ("y", "y"), ("yes", "yes"),
        ("yellow", "yellow"), ("saying", "say"), ("says", "say"), ("said", "said"), ("sayings", "say"),
        ("boundary", "boundari"), ("enjoy", "enjoy"), ("enjoyed", "enjoy"), ("enjoying", "enjoy"), ("cry", "cri"),
        ("by", "by"), ("say", "say"), ("ski", "ski"), ("bus", "bus"), ("buses", "buse"), ("gas", "gas"),
        ("gases", "gase"), ("this", "this"), ("kiwis", "kiwi"), ("kiwi", "kiwi"), ("gaps", "gap"), ("gap", "gap"),
        ("us", "us"), ("plus", "plus"), ("glass", "glass"), ("glasses", "glass"), ("caresses", "caress"),
        ("ponies", "poni"), ("café", "café"), ("naïve", "naïv"), ("über", "über"), ("dogs", "dog"),
        ("don't", "don't"),
    ]

    @Test("every word has the stem that the published algorithm gives it")
    func known() {
        for (word, stem) in Self.stems { #expect(Stemmer.stem(word) == stem, "\(word)") }
    }

    @Test(
        "forms of one word meet in one stem",
        arguments: [["library", "libraries"], ["collect", "collected", "collections"]])
    func together(_ forms: [String]) {
        #expect(Set(forms.map(Stemmer.stem)).count == 1)
    }

    @Test(
        "short, empty and foreign words come through",
        arguments: ["", "a", "ab", "'", "''", "'s'", "дорога", "路", "ñ"])
    func odd(_ word: String) {
        #expect(Stemmer.stem(word).utf8.count <= max(word.utf8.count, 3))
    }

    @Test("stop words are found in any case, and topics are none")
    func stopWords() {
        for word in ["the", "The", "would", "don't", "don’t"] { #expect(StopWords.english.contains(word)) }
        for word in ["library", "parking", "road"] { #expect(!StopWords.english.contains(word)) }
    }
}
