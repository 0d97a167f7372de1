/// Words that are no keyphrase alone: parts of names, words that a council's meeting calls for whatever is on its agenda,
/// and words that people use of anything. Telling inside a longer phrase ("Mill Lane", "opening hours", "front door"),
/// unless the whole phrase is of the meeting ("agenda item", "council meeting", "item 7"). Written for Earshot.
struct WeakWords: Sendable {
    enum Kind: Sendable {
        /// Not alone.
        case weak
        /// Not alone, nor with others of its kind.
        case procedural
    }

    static let english = WeakWords()

    private static let procedural = """
        council councillor cllr cabinet committee meeting agenda item proposal proposed propose report paragraph para page \
        appendix section officer motion chair chairman chairwoman recommendation recommended minute document application \
        applicant applied apply planning reference clerk mayor portal website webpage link pdf thread scrutiny delegated \
        resident public local decision plan member ward authority department borough parish county district
        """

    private static let plain = """
        road street lane avenue close drive terrace row square crescent area town city village st way place
        half minute hour morning afternoon evening night noon weekday weekend date january february march april may june
        july august september october november december
        nowhere wrote brought bought paid left led lost met ran sat sent shown sold spent stood taught thought told went
        won wore written driven broke broken built caught chose chosen drew drove fell felt flew forgot forgotten gone
        grew grown held hid kept knew known laid lay meant rang rose seen shook shot shut sang spoke spoken swore threw
        thrown torn understood woke worn
        fine fair free full empty high higher highest low lower lowest easy easier hard harder quick quicker quickly slow
        slower slowly early earlier late later near nearer far further fast faster cheap cheaper clear clearer serious
        common single separate various similar main general particular particularly obvious exact total entire complete
        extra simple simpler strange sensible reasonable ready likely unlikely usual normal normally actual absolute
        absolutely definitely totally completely entirely exactly honestly literally seriously surely properly hardly
        barely nearly mostly partly fully generally usually eventually finally recently currently already straight
        lovely happy sad glad pleased beautiful brilliant excellent fantastic wonderful amazing terrible horrible awful
        disgusting ridiculous stupid silly crazy mad daft joke nonsense shame disgrace shambles sick tired fed angry
        annoyed annoying concerned interesting interested worth favour favourite against objection daily weekly monthly
        annual current recent previous former proper decent huge massive tiny enormous major minor extreme specific
        available necessary unnecessary needed legal
        bottom top front middle rest level amount rate sense mind word line list hand head eye face name chance option
        result effect step view opinion course piece couple group team life future past present detail term feature
        mum mam mother dad father son daughter husband wife friend nan gran granny grandma grandad grandson granddaughter
        sister brother uncle aunt mate lad lass boy girl gentleman lady everybody
        figure sum majority minority version situation position approach attitude effort attempt purpose difference
        addition alternative comparison connection discussion explanation evidence information knowledge letter email
        copy phone message word sentence note door misunderstood
        """

    /// Also with -ed and -ing.
    private static let verbs = """
        hear listen live leave move run bring call work show turn set change love like support oppose approve reject open
        sell spend buy drop cut save lose win wait walk sit stand stay help follow expect allow suggest understand
        remember forget learn check add create provide offer include continue join build send pick pull push throw fall
        catch cover carry hold hit kick cause affect reduce increase improve raise limit avoid prevent ensure consider
        decide choose accept explain assume imagine notice appear depend deal serve share manage deserve enjoy worry care
        benefit complain blame claim argue matter fix handle break miss knock skip watch wonder waste force face hate
        laugh cry shout speak sound smell taste touch mention describe discuss invite introduce announce confirm prove
        realise recognise receive return reach remain remove replace require pay sort stick struggle suffer survive swap
        switch teach test track treat trust visit vote wake wear write hide draw count cost grow bear bother beg bet mind
        mark measure meet promise protest publish answer address attend avoid act aim admit lack last lead lend lie
        listen look belong click close contact copy cope deliver deny destroy develop disappear drag
        """

    private let kinds: WordTable<Kind>

    private init() {
        let spelling = PhraseSpelling()
        var entries: [(hash: UInt64, value: Kind)] = []
        func add(_ word: String, _ kind: Kind) {
            let bytes = word.utf8.span
            for scanned in Words.of(word).prefix(1) { entries.append((spelling.key(of: scanned, in: bytes), kind)) }
        }
        for word in Self.plain.split(whereSeparator: \.isWhitespace) { add(String(word), .weak) }
        for verb in Self.verbs.split(whereSeparator: \.isWhitespace).map(String.init) {
            let stem = verb.hasSuffix("e") ? String(verb.dropLast()) : verb
            for form in [verb, stem + "ed", stem + "ing"] { add(form, .weak) }
            if let last = verb.last, !verb.hasSuffix("e") {
                add(verb + "\(last)ed", .weak); add(verb + "\(last)ing", .weak)
            }
        }
        for word in Self.procedural.split(whereSeparator: \.isWhitespace) { add(String(word), .procedural) }
        kinds = WordTable(hashed: entries)
    }

    /// By the singular key of a word; `nil` for words that say something alone.
    @inline(__always)
    subscript(key: UInt64) -> Kind? { kinds[key] }
}
