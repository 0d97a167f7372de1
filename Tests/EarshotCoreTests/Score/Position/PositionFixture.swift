import EarshotCore
import EarshotEncoder

/// Invented comments on an invented cycle lane, and what is made of them.
struct PositionFixture {
    static let title = "Cycle lanes on Mill Road"

    static let support = [
        "At last, a safe way for my children to cycle to school. Wonderful news.",
        "I ride along here every day and it is frightening. Protected lanes would change my life.",
        "This will make the road quieter and the air cleaner for everybody who lives here.",
        "A really good scheme, well designed, and overdue by twenty years.",
        "Happy to see the council doing something positive for people who walk and cycle.",
        "Fewer cars and more bikes would be great for the shops too.",
        "My daughter was nearly knocked off her bike, so these lanes are very welcome.",
        "Brilliant plans. They would make the whole street a nicer place to be.",
        "The lanes in the next town have been a success and ours will be as well.",
        "It is about time cyclists were given a safe space of their own, thank you.",
    ]
    static let oppose = [
        "Yet another waste of our money on something that nobody asked for.",
        "This would be a disaster for the traders, who depend on the parking bays.",
        "The traffic is terrible already and you want to make it worse. Ridiculous.",
        "Disabled people will have nowhere to stop. Shameful and badly planned.",
        "Nobody cycles along here. You are ruining the road for a handful of people.",
        "It will push all the cars into our little street, which is dangerous and unfair.",
        "Ambulances will be stuck in the queues. Whoever drew this up is a fool.",
        "I am appalled at these plans, which will kill the shops on Mill Road.",
        "The old scheme failed and cost a fortune, and here comes the same mistake again.",
        "Deliveries will be impossible and my business will suffer. I am very angry.",
    ]
    static let neither = [
        "How wide will the lanes be?", "The meeting is at seven o'clock in the town hall.",
        "Does anybody have a link to the drawings?",
    ]

    static let scorer = Scorer()
    static let encoder = SentenceEncoder()
    static let reader = EvidenceReader(encoder: encoder)

    static func sources(_ texts: [String]) -> [PositionSource] {
        zip(texts, encoder.vectors(of: texts)).map { text, vector in
            let score = scorer.score(text)
            return PositionSource(vector: vector, tone: score.tone, known: score.position)
        }
    }

    static func texts(_ texts: [String]) -> [TaughtText] {
        let vectors = encoder.vectors(of: texts)
        let sums = zip(vectors, texts).map { reader.evidence($0, tone: scorer.score($1).tone).sum }
        let words = texts.map { Words.of($0) }
        let ground = TaughtGround(vectors: vectors, evidence: sums, words: words)
        return texts.indices.map { ground.text(vector: vectors[$0], evidence: sums[$0], words: words[$0]) }
    }
}
