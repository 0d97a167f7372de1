/// What a word may be in a sentence that suggests something; several at once.
struct SuggestionRole: OptionSet, Sendable {
    let rawValue: UInt64

    /// "Can …", "could …": asks at the beginning.
    static let can = SuggestionRole(rawValue: 1)
    /// "Could it be moved" suggests, "can it be moved" asks.
    static let could = SuggestionRole(rawValue: 1 << 1)
    /// "Will you", "would you": asks politely, or only asks.
    static let would = SuggestionRole(rawValue: 1 << 2)
    /// "They should …": what somebody is to do.
    static let duty = SuggestionRole(rawValue: 1 << 3)
    /// "It must be a mistake": no duty.
    static let must = SuggestionRole(rawValue: 1 << 4)
    static let need = SuggestionRole(rawValue: 1 << 5)
    /// Whoever may be asked to do it.
    static let doer = SuggestionRole(rawValue: 1 << 6)
    /// "it", "there", "they", "drivers": may be said to have to, but not asked.
    static let thing = SuggestionRole(rawValue: 1 << 7)
    static let please = SuggestionRole(rawValue: 1 << 8)
    static let why = SuggestionRole(rawValue: 1 << 9)
    static let how = SuggestionRole(rawValue: 1 << 10)
    static let not = SuggestionRole(rawValue: 1 << 11)
    /// "don't" and its like: a deed is asked for only when somebody stands behind it.
    static let doNot = SuggestionRole(rawValue: 1 << 12)
    /// "Please note", "could you tell us", "should be ashamed": words or feelings, not deeds; what is said of the whole
    /// proposal is a position.
    static let noDeed = SuggestionRole(rawValue: 1 << 13)
    static let suggest = SuggestionRole(rawValue: 1 << 14)
    /// "the", "our", "kindly": passed over.
    static let filler = SuggestionRole(rawValue: 1 << 15)
    static let speaker = SuggestionRole(rawValue: 1 << 16)
    static let lets = SuggestionRole(rawValue: 1 << 17)
    /// "should have": too late.
    static let late = SuggestionRole(rawValue: 1 << 18)
    /// A sentence may begin after it: "and", "so".
    static let link = SuggestionRole(rawValue: 1 << 19)
    /// "I think (that) they should".
    static let think = SuggestionRole(rawValue: 1 << 20)
    static let that = SuggestionRole(rawValue: 1 << 21)
    /// "to", "be": stand before the deed.
    static let light = SuggestionRole(rawValue: 1 << 22)
    static let be = SuggestionRole(rawValue: 1 << 23)
    static let what = SuggestionRole(rawValue: 1 << 24)
    static let isAre = SuggestionRole(rawValue: 1 << 25)
    static let about = SuggestionRole(rawValue: 1 << 26)
    static let better = SuggestionRole(rawValue: 1 << 27)
    /// "if", "to" behind "it would be better".
    static let ifTo = SuggestionRole(rawValue: 1 << 28)
    static let like = SuggestionRole(rawValue: 1 << 29)
    static let see = SuggestionRole(rawValue: 1 << 30)
    static let letting = SuggestionRole(rawValue: 1 << 31)
    /// "us", "me": behind "let".
    static let us = SuggestionRole(rawValue: 1 << 32)
    /// Ends in -ed; in no list.
    static let participle = SuggestionRole(rawValue: 1 << 33)
    /// Behind an opening quotation mark; in no list.
    static let quoted = SuggestionRole(rawValue: 1 << 34)
    /// "do": light before "not".
    static let doing = SuggestionRole(rawValue: 1 << 35)
    /// "Why not the USA": names a thing, asks for no deed.
    static let pointing = SuggestionRole(rawValue: 1 << 36)
    /// "How about parents who": names people, asks for no deed.
    static let who = SuggestionRole(rawValue: 1 << 38)
    /// What hurts people: a threat is no suggestion.
    static let harm = SuggestionRole(rawValue: 1 << 39)
    static let you = SuggestionRole(rawValue: 1 << 37)

    /// One of them must stand in a comment that suggests anything.
    static let openers: SuggestionRole = [.can, .would, .duty, .please, .why, .how, .suggest, .lets, .like]

    static let table: WordTable<SuggestionRole> = {
        var roles: [String: SuggestionRole] = [:]
        var order: [String] = []
        for (role, words) in entries {
            for word in words.split(whereSeparator: \.isWhitespace).map(String.init) {
                if roles[word] == nil { order.append(word) }
                roles[word, default: []].insert(role)
            }
        }
        return WordTable(order.map { ($0, roles[$0] ?? []) })
    }()

    private static let entries: [(SuggestionRole, String)] = [
        (.can, "can could can't couldn't"),
        (.could, "could couldn't"),
        (.would, "will would won't wouldn't"),
        (.duty, "should ought must needs need shouldn't mustn't"),
        (.must, "must mustn't"),
        (.need, "need needs"),
        (
            .doer,
            """
            council councils councillors councillor cabinet committee highways you we somebody someone anybody anyone \
            they developers police planners officers everyone government authority
            """
        ),
        (
            .thing,
            """
            it there they drivers residents cyclists parents motorists people dogs cars lorries vans owners landlords \
            parking
            """
        ),
        (.please, "please pls plz"),
        (.why, "why"),
        (.how, "how"),
        (.about, "about"),
        (.not, "not"),
        (.doNot, "don't can't couldn't doesn't dont cant"),
        (
            .noDeed,
            """
            note see find read explain tell confirm clarify say answer remember excuse forgive believe bear accept \
            ashamed never know understand realise realize advise ring call phone email contact me anyone anybody ask \
            noted remembered clear obvious aware careful grateful thankful proud sorry happy worried concerned afraid \
            face hope hear pretend suppose assume admit imagine guess trust afford expect do cite prove define \
            question doubt honest frank reject approve support oppose refuse vote love fine ok okay interesting \
            suggest look talk wait focus forget understood list site name show learn
            """
        ),
        (.suggest, "suggest propose recommend"),
        (
            .filler,
            "the our this your also then at least just kindly now really local all both seriously actually simply maybe"
        ),
        (.speaker, "i i'd we we'd i'm"),
        (.lets, "let's"),
        (.late, "have"),
        (
            .link,
            """
            and but so then or because therefore perhaps maybe yes no well now ok okay instead however plus also surely \
            thus hence otherwise yeah
            """
        ),
        (.think, "think believe feel reckon agree say suggest hope wish mean would propose guess"),
        (.that, "that"),
        (.light, "to be not don't no any"), (.doing, "do"), (.you, "you"), (.who, "who that"),
        (
            .harm,
            "shoot shot punch smash smashed brick bricks lynch strung drown stab bomb firebomb kill murder rope petrol"
        ),
        (.pointing, "the these those this that with his her their"),
        (.be, "be"),
        (.what, "what"),
        (.isAre, "is are"),
        (.better, "better good great nice helpful useful sensible fairer safer best lovely wise"),
        (.ifTo, "if to"),
        (.like, "like love prefer"),
        (.see, "see have"),
        (.letting, "let"), (.us, "us me"),
    ]
}
