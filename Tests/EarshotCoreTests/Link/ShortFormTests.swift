import EarshotCore
import Testing

@Suite("Abbreviations and what they stand for")
struct ShortFormTests {
    typealias Case = KeyFixture.Case

    static let learnt: [Case] = [
        Case("A rural service unit (RSU) for the vale", "who runs the RSUs", "rural service unit (RSU)"),
        Case("RSU (rural service unit) for the vale", "who runs the RSU", "rural service unit (RSU)"),
        Case("Rural Service Units (RSUs) for the vale", "one RSU is enough", "Rural Service Units (RSU)"),
        Case("Rural Service Units (RSUs) for the vale", "a rural service unit", "Rural Service Units (RSU)"),
        Case("A rural service unit (RSU)", "rural service units are late", "rural service unit (RSU)"),
        Case("The Council's Vale Growth Plan ('VGP')", "the VGP is out", "Vale Growth Plan (VGP)"),
        Case("The Vale Growth Plan (“VGP”)", "the vgp is out", "Vale Growth Plan (VGP)"),
        Case("The Vale Growth Plan (VGP) and the Rural Service Unit (RSU)", "no RSU", "Rural Service Unit (RSU)"),
        Case("The Vale Growth Plan (VGP) and the Rural Service Unit (RSU)", "no VGP", "Vale Growth Plan (VGP)"),
        Case("Special Educational Needs and Disabilities (SEND)", "SEND places", "(SEND)"),
        Case("Better Access to Transport (BAT)", "the BAT money", "(BAT)"),
        Case("Sustainable Drainage Systems (SuDS)", "SuDS on the green", "Sustainable Drainage Systems"),
    ]

    @Test("the agenda's own abbreviations are learnt from its brackets", arguments: learnt)
    func learntForm(_ example: Case) {
        let reasons = KeyFixture.reasons(example)
        #expect(reasons.contains { $0.kind == .name && $0.text.contains(example.reason ?? "") }, "\(reasons)")
    }

    static let table: [Case] = [
        Case(
            "A controlled parking zone for the vale", "no CPZ here",
            "the thread says “CPZ”, the item says “controlled parking zone”"),
        Case("Controlled Parking Zones: charges", "cpz charges", "the thread says “CPZ”"),
        Case(
            "CPZ review", "a controlled parking zone would help",
            "the thread says “controlled parking zone”, the item says “CPZ”"),
        Case("LTNs: next steps", "the low traffic neighbourhood works", "the item says “LTN”"),
        Case("Section 106 receipts", "where did the S106 money go", "the thread says “S106”"),
        Case("S106 receipts", "the section 106 money", "the item says “S106”"),
        Case("Special educational needs and disabilities places", "SEND is broken", "the thread says “SEND”"),
        Case("Accident and emergency closures", "our A&E must stay", "the thread says “A&E”"),
        Case("A multi-use games area for the vale", "the MUGA lights", "the thread says “MUGA”"),
        Case("Special educational needs and disabilities places", "please send help", nil),
        Case("CPZ review", "CPZ please", nil),
        Case("Business improvement district renewal", "they bid for it", nil),
    ]

    @Test("common abbreviations stand for their meaning, where thread and item write different forms", arguments: table)
    func tableForm(_ example: Case) {
        let thread = LinkThread(id: .init("t"), title: example.thread)
        let reasons = KeyFixture.reasons(KeyFixture.items(example.items), thread, kinds: [.words])
        let found = reasons.filter { $0.text.hasPrefix("the thread says") }
        guard let wanted = example.reason else { return #expect(found.isEmpty, "\(reasons)") }
        #expect(found.contains { $0.text.contains(wanted) }, "\(reasons)")
    }
}
