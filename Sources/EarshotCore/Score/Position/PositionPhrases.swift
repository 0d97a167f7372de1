/// A phrase that may state a position toward what the item proposes.
struct PositionPhrase: Sendable {
    enum Kind: Sendable {
        /// Says it whoever the subject is: "bad idea", "has my support".
        case verdict
        /// What should be done to its subject, which must be the proposal: "this should be refused".
        case passive
        /// A verb of the writer's own, aimed at the proposal: "I … support", "strongly object".
        case own
        /// The same, complete without an aim behind it: "I hope this goes ahead".
        case wish
        /// What the writer asks the council to do: "please approve", "reject this".
        case request
        /// Asks to spare the thing the item names ("save", "don't close"): against an item that takes it away.
        case spare
        /// What should become of its subject, the thing that the item names: "the library must stay open".
        case stays
        /// Ends the thing the item names: "close it"; for an item that takes it away.
        case end
    }

    var kind: Kind
    /// 1 support, −1 oppose; unused for `spare`, `stays` and `end`.
    var side: Int
    /// What it says where it is turned ("don't support"): a side, or 0 for nothing ("don't object").
    var turned: Int
    /// Thousandths. Chosen, not derived: the order of the kinds by how plainly they speak.
    var confidence: Int
    /// What must follow for it to count.
    var aim = Aim.none

    enum Aim: Sendable {
        case none
        /// "this", "the … proposal" or the end of the clause.
        case proposal
        /// "the … proposal": "I agree with it" speaks of the comment above as often as of the proposal.
        case noun
        /// Nothing before it and nothing behind it: "Against."
        case whole
        /// What the item names and "open" behind it, within the clause.
        case open
        /// The end of the clause, or a word that leads on: "here", "and".
        case ending
        /// "it" or a word of the item.
        case named
    }
}

/// The phrases of the position scorer, written by hand; nothing in them was learnt.
enum PositionPhrases {
    static func table() -> PhraseTable<PositionPhrase> { PhraseTable(entries()) }

    /// Every phrase with what it says, in the order in which they are looked up.
    static func entries() -> [(phrase: String, value: PositionPhrase)] {
        var entries: [(phrase: String, value: PositionPhrase)] = []
        func add(_ phrase: PositionPhrase, _ list: String) {
            for text in list.split(separator: ",") { entries.append((String(text), phrase)) }
        }
        add(
            own(1),
            "support, supporting, supportive of, am supportive, welcome, endorse, am in support of, in support of")
        add(
            own(1),
            "in favour, in favor, in favour of, in favor of, all for, fully behind, 100% behind, right behind, completely behind"
        )
        add(
            own(1),
            "am for, back this, back these, back the, fully back")
        add(aimed(own(1), at: .noun), "agree with, approve of, vote for, voting for, voted for")
        add(aimed(own(-1), at: .noun), "disagree with, vote against, voting against, voted against")
        add(aimed(own(-1), at: .whole), "against")
        add(
            own(-1),
            "object, object to, objecting, objecting to, objection to, objections to, oppose, opposing, opposed")
        add(own(-1), "opposed to, am against, i'm against, im against, we're against, are against, be against")
        add(own(-1), "dead against, totally against, strongly against, completely against, very much against")
        add(own(-1), "wholly against, firmly against, absolutely against, 100% against, reject")
        add(verdict(1), "good idea, great idea, brilliant idea, excellent idea, fantastic idea, lovely idea, fab idea")
        add(
            verdict(1),
            "wonderful idea, superb idea, cracking idea, great plan, good plan, excellent plan, great proposal")
        add(
            verdict(1), "good proposal, excellent proposal, great scheme, excellent scheme, good scheme, brilliant plan"
        )
        add(verdict(-1), "bad idea, terrible idea, awful idea, ridiculous idea, stupid idea, dreadful idea, daft idea")
        add(
            verdict(-1),
            "silly idea, crazy idea, ludicrous idea, horrible idea, appalling idea, rubbish idea, worst idea")
        add(verdict(-1), "terrible plan, awful plan, bad plan, stupid plan, ridiculous plan, ridiculous scheme")
        add(verdict(-1), "terrible scheme, stupid scheme, awful scheme, terrible proposal, ridiculous proposal")
        add(voice(1), "has my support, has my full support, have my support, have my full support, has our support")
        add(voice(1), "has our full support, have our support, gets my vote, get my vote, got my vote, gets our vote")
        add(voice(1), "has my vote, count me in, thumbs up from me, big yes from me, a yes from me, it's a yes from me")
        add(voice(-1), "a no from me, big no from me, it's a no from me, thumbs down from me, not in my name")
        add(voice(-1), "over my dead body, vote no, voting no, i'll be voting no, voted no, no to this")
        add(voice(1), "vote yes, voting yes, voted yes, yes to this")
        add(aimed(-1), "say no to, reject the, refuse the, do not approve, don't approve, dont approve")
        add(aimed(1), "say yes to")
        add(request(-1), "reject this, reject these, reject it, refuse this, refuse these, refuse it")
        add(request(-1), "refuse permission, refuse planning permission, turn this down, turn it down")
        add(
            request(-1),
            "throw this out, throw it out, scrap this, scrap these, scrap it, scrap the idea, scrap the plan")
        add(request(-1), "scrap the plans, scrap the proposal, scrap the proposals, scrap the scheme, scrap the whole")
        add(request(-1), "abandon this, abandon these, abandon the plan, abandon the plans, abandon the proposal")
        add(request(-1), "abandon the scheme, drop this, drop these plans, drop the plan, drop the proposal")
        add(request(-1), "drop the scheme, stop this madness, stop this nonsense, stop this scheme, stop this plan")
        add(request(-1), "stop this proposal, stop this now, do not do this, don't do this, do not do it, don't do it")
        add(request(-1), "dont do it, do not allow this, don't allow this")
        add(request(-1), "do not let this, don't let this happen, do not go ahead, do not proceed, do not build")
        add(request(-1), "don't build, dont build, leave it alone, leave it as it is, leave things as they are")
        add(request(-1), "leave well alone, think again")
        add(request(1), "approve this, approve these, approve it, approve the application, approve the plan")
        add(request(1), "approve the plans, approve the proposal, approve the proposals, approve the scheme")
        add(
            request(1), "please approve, go ahead with this, go ahead with it, get it done, get this done, get it built"
        )
        add(request(1), "get on with it, bring it on, make it happen, make this happen, build it, build this")
        add(request(1), "please build, pass this, please pass this")
        add(passive(1), "should be approved, must be approved, should go ahead, must go ahead, needs to go ahead")
        add(passive(1), "ought to be approved, should be passed")
        add(passive(-1), "should be refused, must be refused, should be rejected, must be rejected, should be scrapped")
        add(passive(-1), "must be scrapped, needs to be scrapped, should be thrown out, must not go ahead")
        add(passive(-1), "should not go ahead, shouldn't go ahead, must not be approved, should not be approved")
        add(
            passive(-1),
            "shouldn't be approved, should not be allowed, must not be allowed to go ahead, must be stopped")
        addPleas(&entries)
        addWishes(&entries)
        addThings(&entries)
        return entries.map { (String($0.phrase.drop { $0 == " " }), $0.value) }
    }

    /// "Please don't": whole, or before what a council may do.
    private static func addPleas(_ entries: inout [(phrase: String, value: PositionPhrase)]) {
        let deeds = [
            "do", "let this", "allow", "approve", "build", "change", "ruin", "destroy", "introduce", "proceed", "pass",
            "implement", "go ahead", "go through", "make this", "spend", "waste", "bring in", "turn", "put",
        ]
        for please in ["please don't", "please dont", "please do not"] {
            entries.append(
                (please, PositionPhrase(kind: .request, side: -1, turned: 0, confidence: 750, aim: .proposal)))
            for deed in deeds {
                entries.append(
                    ("\(please) \(deed)", PositionPhrase(kind: .request, side: -1, turned: 0, confidence: 800)))
            }
        }
    }

    /// What is asked for the thing that the item names.
    private static func addThings(_ entries: inout [(phrase: String, value: PositionPhrase)]) {
        let endings = [
            "close", "shut", "shut down", "cut", "remove", "withdraw", "scrap", "demolish", "sell", "sell off", "axe",
            "take away", "get rid of", "fell", "chop down", "cut down", "knock down", "bulldoze", "end", "reduce",
        ]
        for ending in endings {
            for not in ["don't", "dont", "do not", "not", "never"] {
                entries.append(("\(not) \(ending)", thing(.spare, .named, 750)))
                guard not.hasPrefix("d") else { continue }
                entries.append(("please \(not) \(ending)", thing(.spare, .none, 800)))
            }
            entries.append((ending, thing(.end, .named, 700)))
        }
        for noun in ["closure", "closures", "cuts", "removal", "demolition", "sale", "withdrawal"] {
            for stop in ["stop the", "stop this", "no to the", "no to", "say no to the", "fight the", "against the"] {
                entries.append(("\(stop) \(noun)", thing(.spare, .none, 800)))
            }
        }
        for word in ["save", "protect", "retain", "reopen", "preserve", "hang on to", "hold on to"] {
            entries.append((word, thing(.spare, .named, 750)))
        }
        for word in ["keep", "keeping", "leave"] { entries.append((word, thing(.spare, .open, 750))) }
        entries.append(("hands off", thing(.spare, .none, 750)))
        for must in ["should", "must", "needs to", "need to", "has to", "have to", "ought to"] {
            for fate in [
                "stay open", "remain open", "be kept", "be kept open", "be saved", "be retained", "be protected",
            ] {
                entries.append(("\(must) \(fate)", thing(.stays, .none, 750)))
            }
        }
    }

    private static func own(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .own, side: side, turned: side > 0 ? -1 : 0, confidence: 900, aim: .proposal)
    }

    private static func aimed(_ phrase: PositionPhrase, at aim: PositionPhrase.Aim) -> PositionPhrase {
        var phrase = phrase
        phrase.aim = aim
        return phrase
    }

    static func verdict(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .verdict, side: side, turned: -side, confidence: 700)
    }

    private static func voice(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .verdict, side: side, turned: side > 0 ? -1 : 0, confidence: 850)
    }

    private static func request(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .request, side: side, turned: side > 0 ? -1 : 0, confidence: 800)
    }

    private static func aimed(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .request, side: side, turned: side > 0 ? -1 : 0, confidence: 800, aim: .proposal)
    }

    static func passive(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .passive, side: side, turned: side > 0 ? -1 : 0, confidence: 750)
    }

    private static func thing(_ kind: PositionPhrase.Kind, _ aim: PositionPhrase.Aim, _ confidence: Int)
        -> PositionPhrase
    {
        PositionPhrase(kind: kind, side: 0, turned: 0, confidence: confidence, aim: aim)
    }
}
