extension PositionPhrases {
    /// Verdicts and wishes as residents write them to a council: on the plan's worth, on whether it is wanted.
    static func addWishes(_ entries: inout [(phrase: String, value: PositionPhrase)]) {
        func add(_ phrase: PositionPhrase, _ list: String) {
            for text in list.split(separator: ",") { entries.append((text.drop { $0 == " " }.description, phrase)) }
        }
        add(verdict(-1), "waste of money, waste of time and money, waste of taxpayers money, waste of taxpayers' money")
        add(verdict(-1), "waste of public money, waste of time, a step backwards, a backward step, a retrograde step")
        add(verdict(-1), "ill thought out, ill conceived, ill considered, badly thought out, poorly thought out")
        add(
            verdict(-1), "not thought through, not been thought through, complete madness, utter madness, sheer madness"
        )
        add(
            ending(verdict(-1)),
            "completely unnecessary, totally unnecessary, wholly unnecessary, not needed, not wanted")
        add(verdict(-1), "a bad decision, the wrong decision, a big mistake, a huge mistake, a terrible mistake")
        add(verdict(-1), "will make things worse, will only make things worse, would make things worse")
        add(
            verdict(-1),
            "make matters worse, cause more problems than, do more harm than good, does more harm than good")
        add(ending(verdict(1)), "long overdue, much needed, badly needed, desperately needed, sorely needed")
        add(verdict(1), "a step in the right direction, the right decision, a welcome change, a huge improvement")
        add(verdict(1), "a great improvement, a big improvement, a massive improvement, a vast improvement")
        add(verdict(1), "excellent news, fantastic news, brilliant news, great news, wonderful news")
        add(plea(1), "would like to see this, would love to see this, i'd love to see this, i'd like to see this")
        add(plea(1), "hope this goes ahead, hope it goes ahead, hope this happens, hope this is approved")
        add(plea(1), "want this to go ahead, want it to go ahead, love this idea, love the idea, like this idea")
        add(plea(1), "fully agree with this, wholeheartedly agree with this")
        add(plea(-1), "hope this is refused, hope this is rejected, hope this does not go ahead")
        add(
            plea(-1), "hope this doesn't go ahead, want this to stop, want this scrapped, hate this idea, hate the idea"
        )
        add(plea(-1), "do not want this, don't want this, dont want this, do not want these, don't want these")
        add(plea(-1), "strongly disagree with this, totally disagree with this")
        add(plea(-1), "completely disagree with this")
        add(passive(-1), "should be abandoned, must be abandoned, should be dropped, should be withdrawn")
        add(passive(-1), "should be reconsidered, must be reconsidered, needs to be reconsidered, should be reversed")
        add(passive(-1), "should be removed, must be removed, should never have been, should not be built")
        add(passive(-1), "should not be permitted, must not be permitted, should not happen, must not happen")
        add(passive(1), "should be implemented, should be made permanent, must be made permanent")
    }

    /// Nothing behind it that it could belong to: "much needed", but not "much needed support".
    private static func ending(_ phrase: PositionPhrase) -> PositionPhrase {
        var phrase = phrase
        phrase.aim = .ending
        return phrase
    }

    /// The writer's own wish. Its words hold their aim, and a negation within them; turned about it says nothing, or for
    /// a wish for the proposal the opposite.
    private static func plea(_ side: Int) -> PositionPhrase {
        PositionPhrase(kind: .wish, side: side, turned: side > 0 ? -1 : 0, confidence: 850)
    }
}
