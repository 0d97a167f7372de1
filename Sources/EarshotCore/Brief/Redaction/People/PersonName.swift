/// A person's name as it stands in a text: "Jane Smith", "Mrs O'Neill", "J. Smith".
struct PersonName {
    /// How much the first name says by itself.
    enum Given { case sure, doubtful, unknown }

    /// UTF-8 bytes of the whole, without "'s" behind it.
    private(set) var range: Range<Int>
    /// Words in capitals, without honorific.
    private(set) var count = 0
    private(set) var given = Given.unknown
    private(set) var hasHonorific = false
    /// The first word is a letter: "J. Smith".
    private(set) var hasInitial = false
    /// A word is longer than a letter.
    private var hasWord = false

    /// The name that begins at `i`, of at most `limit` words; `nil` where no word with a capital begins there, or one
    /// that begins no name. A word that ends none ("Park", "Council") ends the reading before it.
    init?(_ text: Span<UInt8>, at i: Int, limit: Int = 4) {
        range = i..<i
        var next = i
        while count < limit, let end = Self.wordEnd(text, next) {
            let lower = Ascii.lowered(text, next..<end)
            if count == 0, !hasHonorific, Self.honorifics.contains(lower) {
                hasHonorific = true
                next = Self.afterGap(text, end, point: true) ?? text.count
                range = i..<end
                continue
            }
            let isParticle = count > 0 && Self.particles.contains(lower)
            guard isParticle || Self.isCapital(text, next) else { break }
            let isInitial = end - next == 1
            if !isInitial, !isParticle { hasWord = true }
            if !isParticle {
                let hasPoint = end < text.count && text[end] == UInt8(ascii: ".")
                guard take(lower, isInitial: isInitial, hasPoint: hasPoint) else { break }
                range = i..<end
            }
            guard let after = Self.afterGap(text, end, point: isInitial) else { break }
            next = after
        }
        guard count > 0, hasWord else { return nil }
    }

    /// A given name in small letters ("my name is jane"), alone or with a word behind it that ends the clause.
    init?(small text: Span<UInt8>, at i: Int) {
        guard let end = Self.wordEnd(text, i), RedactionGivenNames.sure.contains(Ascii.lowered(text, i..<end)) else {
            return nil
        }
        range = i..<end
        (count, given) = (1, .sure)
        guard let next = Self.afterGap(text, end, point: false), let last = Self.wordEnd(text, next), last - next > 2
        else { return }
        let lower = Ascii.lowered(text, next..<last)
        guard !Self.isOther(lower), !NameWords.verbs.contains(lower),
            last == text.count || ",.!\n".utf8.contains(text[last]) || Ascii.holds(text, Self.from, at: last)
        else { return }
        range = i..<last
        count = 2
    }

    private mutating func take(_ lower: String, isInitial: Bool, hasPoint: Bool) -> Bool {
        if count == 0 {
            if RedactionGivenNames.sure.contains(lower) {
                given = .sure
            } else if RedactionGivenNames.doubtful.contains(lower) {
                given = .doubtful
            } else if isInitial {
                // "A Tale", "I Object".
                guard hasPoint || !"aio".contains(lower) else { return false }
                hasInitial = true
            } else if Self.isOther(lower) {
                return false
            }
        } else if Self.isOther(lower), count > 1 || given != .sure || !NameWords.surnames.contains(lower) {
            return false
        }
        count += 1
        return true
    }

    /// Whether a word in small letters is no part of a name.
    static func isOther(_ lower: String) -> Bool {
        NameWords.others.contains(lower) || RedactionOffice.titles.contains(lower)
            || RedactionOffice.posts.contains(lower) || StopWords.english.contains(lower)
    }

    // MARK: - Words

    /// The end of the letters from `i`, with an apostrophe or hyphen between two of them: "O'Neill", "Smith-Jones".
    static func wordEnd(_ text: Span<UInt8>, _ i: Int) -> Int? {
        var end = i
        while end < text.count, end - i < 40 {
            if Ascii.isLetter(text[end]) {
                end += 1
            } else if let length = letter(text, end) {
                end += length
            } else if end > i, let gap = joint(text, end), end + gap < text.count,
                Ascii.isLetter(text[end + gap]) || letter(text, end + gap) != nil
            {
                // "Jane's" ends before the apostrophe.
                if text[end + gap] | 32 == UInt8(ascii: "s"),
                    end + gap + 1 == text.count || !Ascii.isLetter(text[end + gap + 1]),
                    text[end] != UInt8(ascii: "-")
                {
                    break
                }
                end += gap
            } else {
                break
            }
        }
        guard end > i, end == text.count || !Ascii.isWord(text[end]) else { return nil }
        return end
    }

    /// The length of an apostrophe or hyphen at `i`.
    private static func joint(_ text: Span<UInt8>, _ i: Int) -> Int? {
        if text[i] == UInt8(ascii: "'") || text[i] == UInt8(ascii: "-") { return 1 }
        guard i + 2 < text.count, text[i] == 0xE2, text[i + 1] == 0x80, text[i + 2] == 0x99 else { return nil }
        return 3
    }

    /// The length of a Latin letter beyond ASCII at `i`.
    private static func letter(_ text: Span<UInt8>, _ i: Int) -> Int? {
        guard (0xC3...0xCA).contains(text[i]) else { return nil }
        let (scalar, length) = Scalars.decode(text, at: i)
        return (0xC0...0x24F).contains(scalar) && scalar != 0xD7 && scalar != 0xF7 ? length : nil
    }

    static func isCapital(_ text: Span<UInt8>, _ i: Int) -> Bool {
        guard i < text.count else { return false }
        if text[i] < 0x80 { return Ascii.isUpper(text[i]) }
        guard letter(text, i) != nil else { return false }
        return Unicode.Scalar(Scalars.decode(text, at: i).scalar)?.properties.isUppercase ?? false
    }

    /// Behind one blank, or a point and a blank.
    private static func afterGap(_ text: Span<UInt8>, _ i: Int, point: Bool) -> Int? {
        var next = i
        if point, next < text.count, text[next] == UInt8(ascii: ".") { next += 1 }
        guard let blank = Ascii.blank(text, next) else { return next > i && next < text.count ? next : nil }
        return next + blank
    }

    private static let from = Array(" from ".utf8)
    static let honorifics: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "prof", "professor"]
    private static let particles: Set<String> = [
        "de", "la", "van", "der", "den", "von", "bin", "ap", "da", "di", "du", "le", "el", "al", "dos",
    ]
}

/// Words, in small letters, that are no part of a person's name though they have a capital.
enum NameWords {
    /// Chosen: what stands in names of places, bodies and campaigns, nations, days, and openings of sentences.
    static let others = Set(
        """
        academy action agency airport alley allotments all alliance anonymous anyone apologies app april arena army art arts association
        august avenue award awards band bank bar bay bbc bbq beach board bookings borough boulevard bridge britain british broadway building buildings bus business
        bypass cabinet cafe campaign campus car care castle cathedral cemetery centre center central chamber champions chapel chief christmas church
        cinema circus city class cliff clinic close club coast college comment comments committee common community company concerned conference consultation
        corner cottage cottages council country county court cres crescent cross crossing cup day days december department
        development disgusted district dock docks drive driver east easter edition england english estate europe european event everybody everyone
        facebook fair family farm fc february fellow festival field fields film finally first flats folks forest forum foundation france free friday friends gallery
        garden gardens gate general global gmt god good government grand grammar great green group grove guys hall
        happy harbour hello hi high highway hill hmo holiday home homes hospital hotel house housing hub
        infants infirmary inc inn institute international iphone ireland irish island isle january journal judge july june junction
        junior justice king kingdom labour lane lanes leeds leisure library light line live lodge london lord lower ltd
        magazine mall manager mansion manor march market maternity may meadow meadows meeting media memorial mews mill minister ministry mode monday moor
        morning motorway museum music national neighbour neighbours neighbourhood new news newspaper night nope north
        november objection objector october office official online open orchard order owner palace parade parent parents parish park parking parks parliament parkway
        party pass path pavilion petition pier place plan plans planning plaza please plot police pond pool post present press primary priory prison proposal public pub
        quarter quay queen radio railway ratepayer recreation regards republic reserve resident residents response restaurant retail retired review rise river
        road roundabout row royal rugby sad saturday save saved school schools scotland scottish season secondary september
        service services shop shopping show sign signed social society solicitors south spring square st stadium
        stand star state states station stop store street studio studios subject summer sunday support supporter sure surgery team
        tenant tenants terrace theatre thing thursday today tomorrow tonight tory tour tower town trail trust tuesday tunnel tv twitter uk unacceptable union united
        university upper us usa vale valley very view village villas walk wales ward war water way wednesday
        weekend welcome welsh west wharf winter woods woodland world worried writing yard yes yet yesterday young youth youtube
        mum mums dad dads mother father grandma grandad nan taxpayer taxpayers cyclist cyclists pensioner pensioners motorist motorists
        pedestrian pedestrians commuter voter citizen citizens homeowner homeowners nobody somebody me us anon veteran nurse teacher
        student students volunteer volunteers trustee treasurer ramblers runners players swimmers allotment users traders
        shopkeepers businesses households families kids children people everybody ourselves myself voters
        law laws palace line lines rooms baths lido rec marina grounds ground lock wood copse heath reservoir
        ii iii iv vi vii viii
        absolutely anything avid awesome basically black blue definitely disappointed done enough end every glad gutted horrified ill
        incredible just local lol long lost love loving lucky nearly nothing now obviously omg outraged pathetic proud red shame shocking simply
        something sorry still strongly thank thankful thanks tired total totally truly utterly white wow wrong
        african american asian australian catholic chinese christian democrat dutch french german indian italian japanese jewish liberal
        muslim pakistani polish republican romanian russian spanish swedish turkish ukrainian
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Of these, surnames behind a first name that is hardly anything else.
    static let surnames: Set<String> = [
        "hill", "green", "king", "black", "white", "young", "west", "north", "day", "love", "cross", "may", "judge",
        "page",
    ]

    /// What may follow a name in small letters without being the surname.
    static let verbs: Set<String> = [
        "please", "here", "thanks", "yes", "says", "said", "again", "then", "now", "today", "xx", "xxx", "btw", "lol",
        "haha", "though", "too", "also", "actually", "okay", "hello", "sorry",
    ]
}
