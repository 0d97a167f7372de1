/// The small words by which the position scorer tells who speaks and whether the phrase is turned.
struct Grammar: Sendable {
    enum Who: Sendable {
        /// I, we.
        case writer
        /// No subject: "Strongly object."
        case nobody
        /// He, the residents, any noun.
        case others
    }

    struct Voice: Sendable {
        var who: Who
        /// Turned by "don't", "not", "never", "can't".
        var isTurned: Bool
        /// The clause asks: it begins with the phrase, or with "please", "the council should"…
        var isRequest: Bool
        /// A verb of saying or thinking stands between the subject and the phrase.
        var speaks: Bool
        /// The first word of the statement.
        var start: Int?
    }

    /// Walks back from a phrase to the start of its clause.
    ///
    /// "I | really | don't | support": skips what may stand between, counts negators, ends at the subject.
    func voice(_ words: [Word], before phrase: Int, in sentence: Range<Int>) -> Voice {
        var voice = Voice(who: .nobody, isTurned: false, isRequest: true, speaks: false, start: nil)
        var i = phrase
        while i > sentence.lowerBound, words[i].gap == .space || words[i].gap == .joined, phrase - i < 10 {
            i -= 1
            let word = words[i].hash
            if negators[word] != nil {
                // "if not", "why not" were left aside with the sentence.
                voice.isTurned.toggle()
                voice.start = i
            } else if writers[word] != nil {
                return finish(voice, who: .writer, at: i, words, sentence)
            } else if others[word] != nil {
                voice.who = .others
                // "You should refuse this", "they must not approve it" ask; "they want to shut it" does not.
                voice.isRequest = voice.isRequest && words[i..<phrase].contains { modals[$0.hash] != nil }
                return voice
            } else if joins[word] != nil {
                return afterJoin(voice, words, before: i, in: sentence)
            } else if says[word] != nil {
                voice.speaks = true
            } else if between[word] == nil {
                if voice.who == .nobody { voice.who = .others }
                voice.isRequest = voice.isRequest && asks[word] != nil
                guard asks[word] != nil else { return voice }
            }
        }
        return voice
    }

    private func finish(_ voice: Voice, who: Who, at i: Int, _ words: [Word], _ sentence: Range<Int>) -> Voice {
        var voice = voice
        voice.who = voice.who == .others ? .others : who
        voice.start = i
        return voice
    }

    /// "I live nearby and | object": the nearest subject before decides; with none it is somebody else's ("The party
    /// has done nothing but oppose it").
    private func afterJoin(_ voice: Voice, _ words: [Word], before join: Int, in sentence: Range<Int>) -> Voice {
        var voice = voice
        guard voice.who == .nobody, join > sentence.lowerBound else { return voice }
        var i = join
        while i > sentence.lowerBound {
            i -= 1
            if writers[words[i].hash] != nil {
                voice.who = .writer
                return voice
            }
            if others[words[i].hash] != nil {
                voice.who = .others
                voice.isRequest = false
                return voice
            }
        }
        voice.who = .others
        return voice
    }

    let negators = Self.set(
        """
        not no never don't dont doesn't doesnt didn't didnt can't cant cannot won't wont couldn't couldnt wouldn't \
        wouldnt isn't isnt wasn't wasnt aren't arent haven't hasn't neither nor hardly without
        """)
    let writers = Self.set("i we i'm im we're i'd we'd i'll we'll i've ive we've my our me myself ourselves us")
    let others = Self.set(
        """
        he she they you he's she's they're you're he'd she'd they'd you'd they'll you'll who whoever nobody someone \
        anyone anybody everyone everybody people residents neighbours councillors opponents supporters others some many \
        most friends politicians government party your their his her
        """)
    let joins = Self.set("and but so therefore because since then or plus hence while although though as")
    let says = Self.set("think believe feel know say says said thinks believes feels reckon find consider guess see")
    /// What may stand between the subject and the phrase.
    let between = Self.set(
        """
        strongly fully totally completely wholeheartedly really very much so also still absolutely entirely utterly do \
        did am are is was be been being to must have has had will would like wish want writing write would strenuously \
        vehemently firmly definitely certainly generally broadly personally all 100% just always now simply hereby \
        formally respectfully both quite rather either a an the this that it it's its that's what such of for in with \
        at on by well truly wholly truely 110% 1000% 200% 100 most pretty fucking bloody damn too even ever been going \
        as there here these those actually honestly frankly clearly obviously extremely genuinely massively hugely yes \
        100percent completly definately totaly full plain another downright
        """)
    /// Words through which a clause asks somebody to do the thing.
    let asks = Self.set(
        """
        please just should must let's lets need needs ought council councillors committee members cabinet urge ask beg \
        call calling calls implore plead request hope go let we can kindly pls plz now save vote again to i the time
        """)
    let modals = Self.set("should must need needs ought please")
    let keeps = Self.set("keep keeping")
    let supposes = Self.set(
        """
        if whether unless those who anyone anybody someone whoever says said claims claimed claim says provided \
        supposing suppose whoever hypothetically he she he's she's told
        """)
    let imagines = Self.set(
        "would might could may sounds seems sounded seemed may perhaps maybe thought another better used supposedly")
    let leadsOn = Self.set("to if would might could when but in on from at for would is was of because that how")
    let bare = Self.set(
        """
        support supporting object objecting oppose opposing opposed objection objections disagree agree dead totally \
        strongly completely very wholly firmly absolutely 100% fully in against reject all welcome
        """)
    let concessions = Self.set("but however although though unless except")
    /// Words for taking away that belong to a proposal, though titles rarely hold them.
    let curbs = Self.set(
        """
        restricting restriction restrictions limiting limits curbing minimising minimizing preventing prevention \
        regulating regulation regulations promoting
        """)
    let it = Self.set("it")
    let here = Self.set("here please thank thanks now today already")
    let away = Self.set("from safe check away out off quiet")
    let pointers = Self.set("this it these")
    /// Subjects that stand for the proposal.
    let subjects = Self.set("this it these that which")
    let pronouns = Self.set("it them this these")
    let open = Self.set("open going alive running")
    let fillers = Self.set("with of to the a an any all such your both our every each proposed new entire whole very")
    let follows = Self.set(
        """
        and but as because for so at in on wholeheartedly fully completely 100% strongly totally all very idea one too \
        also since due however unless until
        """)
    let proposals = Self.set(
        """
        proposal proposals plan plans scheme schemes application applications idea ideas motion change changes project \
        development developments measure measures recommendation recommendations policy bill move decision initiative \
        proposition draft order trial permission increase increases rise rises reduction reductions reduced hours \
        charges fees fares levy ban zone zones filter restrictions planters filters cpz ltn
        """)
    let endings = Self.set("closure closures closing removal withdrawal demolition sale cuts cut loss axing scrapping")

    private static func set(_ words: String) -> WordTable<Bool> {
        WordTable(words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { (String($0), true) })
    }
}
