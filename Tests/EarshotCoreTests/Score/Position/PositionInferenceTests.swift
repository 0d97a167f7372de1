import EarshotCore
import EarshotEncoder
import Testing

@Suite("Position, untaught")
struct PositionInferenceTests {
    typealias Fixture = PositionFixture

    private static func inference(_ texts: [String], title: String = Fixture.title) -> PositionInference {
        PositionInference(
            title: title, proposal: Proposal(about: title), comments: Fixture.sources(texts), reader: Fixture.reader)
    }

    /// How many of `texts` are given a position, and how many of those the right one.
    private static func count(
        _ texts: [String], as side: Position, by inference: PositionInference
    ) -> (decided: Int, right: Int) {
        let found = Fixture.sources(texts).map { inference.position(of: $0).position }
        return (found.count { $0 != .unclear }, found.count { $0 == side })
    }

    @Test(
        "what it decides is mostly right, however many speak for either side",
        arguments: [(10, 10), (10, 1), (1, 10)])
    func sides(_ support: Int, _ oppose: Int) {
        let pro = Array(Fixture.support.prefix(support))
        let con = Array(Fixture.oppose.prefix(oppose))
        let inference = Self.inference(pro + con + Fixture.neither)
        let first = Self.count(pro, as: .support, by: inference)
        let second = Self.count(con, as: .oppose, by: inference)
        #expect((first.decided + second.decided) * 10 >= (pro.count + con.count) * 6)
        #expect((first.right + second.right) * 100 >= (first.decided + second.decided) * 87)
    }

    @Test("the order of the comments changes nothing")
    func order() {
        let texts = Fixture.support + Fixture.oppose
        let first = Self.inference(texts)
        let second = Self.inference(texts.reversed())
        for source in Fixture.sources(texts) { #expect(first.position(of: source) == second.position(of: source)) }
    }

    @Test("the parts of the evidence add up to what is gone by")
    func parts() {
        for source in Fixture.sources(Fixture.support + Fixture.oppose) {
            let evidence = Fixture.reader.evidence(source.vector, tone: source.tone)
            #expect(evidence.sum == evidence.nearness + evidence.approval + evidence.tone)
            let toneless = Fixture.reader.evidence(source.vector, tone: nil)
            #expect(toneless.tone == 0)
            #expect(toneless.nearness == evidence.nearness)
        }
    }

    @Test("a comment without words stays unclear")
    func wordless() {
        let inference = Self.inference(Fixture.support)
        let found = inference.position(of: PositionSource(vector: .zero, tone: 900, known: .unclear))
        #expect(found.position == .unclear)
    }

    @Test(
        "of a thing taken away nothing is inferred until statements show which way warm words point",
        arguments: [
            ("Closure of Elm Road library", true), ("Ban on disposable barbecues", true),
            ("Closure of Mill Lane to motor traffic", false), (Fixture.title, false),
            ("We should end free school meals", true), ("Abolish the right to keep hens", true),
            ("Making busking a criminal offence", true), ("Traffic calming at West End", false),
            ("Demolition of the Crown and construction of 40 homes", false),
            ("Removal of through traffic from Park Lane", false), ("Demolition of the Crown Inn", true),
            ("Demolition of the Crown Inn and a new four-storey block", false),
            ("Removal of the bus lane in Mill Road", true), ("Prohibition of driving in Mill Lane", false),
        ])
    func takenAway(_ title: String, _ isBlind: Bool) {
        #expect(Self.inference(Fixture.support + Fixture.oppose, title: title).isBlind == isBlind)
    }

    @Test("four plain statements a side show the way")
    func shown() {
        let pro = [
            "I support this proposal.", "Great idea, it will be so much better.", "I am in favour of this.",
            "I welcome this proposal, excellent.",
        ]
        let con = [
            "I object to this proposal.", "Terrible idea, it will be so much worse.", "I am totally against this.",
            "I oppose this proposal, dreadful.",
        ]
        let title = "Closure of Elm Road library"
        #expect(!Self.inference(pro + con, title: title).isBlind)
        #expect(Self.inference(pro + con.prefix(3), title: title).isBlind)
    }

    @Test("a statement that the rest of the comment belies is found out, and a plain one is not")
    func contradiction() {
        let inference = Self.inference(Fixture.support + Fixture.oppose)
        var source = Fixture.sources([Fixture.oppose[1]])[0]
        source.known = .support
        #expect(inference.contradicts(source))
        source.known = .oppose
        #expect(!inference.contradicts(source))
        source.known = .unclear
        #expect(!inference.contradicts(source))
    }

    @Test("no comments at all, and no title, do no harm")
    func nothing() {
        let inference = Self.inference([], title: "")
        #expect(inference.position(of: Fixture.sources(["Hello there."])[0]).confidence <= 1000)
    }
}
