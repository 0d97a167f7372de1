import EarshotCore
import Testing

@Suite("Names of places, as the agenda writes them and as people do")
struct NameVariantTests {
    typealias Case = KeyFixture.Case

    static let spellings: [Case] = [
        Case("Acacia Road: resurfacing", "potholes on acacia rd again", "Acacia Road"),
        Case("Acacia Road: resurfacing", "Potholes on Acacia Rd. They are deep", "Acacia Road"),
        Case("Acacia Rd. resurfacing", "potholes in acacia road", "Acacia R"),
        Case("Larch Close parking", "the Larch Cl bays", "Larch Close"),
        Case("Hollow Way crossing", "cars on Hollow Way", "Hollow Way"),
        Case("Rope Walk and Castle Hill closures", "Castle Hill is shut", "Castle Hill"),
        Case("Kings Road bus gate", "who asked for a bus gate on King's Road", "Kings Road"),
        Case("King's Road bus gate", "the kings rd bus gate", "King's Road"),
        Case("St Mary's Road one-way order", "st marys road", "St Mary's Road"),
        Case("Saint Mary's Lane", "St. Marys Ln", "Saint Mary's Lane"),
        Case("St Mary's CE Primary School expansion", "is saint marys growing? St Marys", "St Mary's"),
        Case("St Mary's CE Primary School expansion", "St Mary’s Primary has no room", "St Mary's"),
        Case("Oakfield Primary School expansion", "oakfield primary school is full", "Oakfield Primary School"),
        Case("Oakfield Primary School expansion", "Oakfield School is full", "Oakfield Primary School"),
        Case("Oakfield Primary School expansion", "My two go to Oakfield Primary", "Oakfield Primary School"),
        Case("Weir Leisure Centre", "the weir leisure center showers", "Weir Leisure Centre"),
        Case("Riverside Recreation Ground drainage", "riverside rec is a bog", "Riverside Recreation Ground"),
        Case("Riverside Recreation Ground drainage", "Riverside Rec Ground", "Riverside Recreation Ground"),
        Case("Acacia Road Library: hours", "Acacia Library", "Acacia Road Library"),
        Case("Tanner's Yard Car Park charges", "tanners yard car park", "Tanner's Yard Car Park"),
        Case("Marlpit Estate regeneration", "Life on the Marlpit estate", "Marlpit Estate"),
        Case("Cattle Bridge weight limit", "lorries on Cattle Bridge", "Cattle Bridge"),
        Case("Disposal of the Red Lion Public House", "Don't sell the Red Lion!", "Red Lion"),
        Case("Former Mason's Arms, change of use", "the Masons Arms", "Mason's Arms"),
        Case("Hathersage Mini-Holland: phase 2", "the Hathersage mini holland", "Hathersage Mini-Holland"),
        Case("Thornbury Low Traffic Neighbourhood", "Thornbury LTN", "Thornbury Low Traffic Neighbourhood"),
        Case("Thornbury LTN trial", "the thornbury low traffic neighbourhood", "Thornbury LTN"),
        Case("A4123 bus lane", "queues on the a4123", "A4123"),
        Case("Works in the ward of Fell End", "Fell End people know", "Fell End"),
        Case(
            "Riverside Recreation Ground drainage", "The Bog floods", "Riverside Recreation Ground",
            names: ["Riverside Recreation Ground = the Bog = Soggy Bottom"]),
        Case(
            "Riverside Recreation Ground drainage", "soggy bottom, as we say", "Riverside Recreation Ground",
            names: ["Riverside Recreation Ground = the Bog = Soggy Bottom"]),
        Case("Lido repairs", "When does the Lido open?", "Lido", names: ["the Lido"]),
    ]

    @Test("a name is found however people write it", arguments: spellings)
    func spelling(_ example: Case) {
        let reasons = KeyFixture.reasons(example)
        #expect(reasons.contains { $0.kind == .name && $0.text.contains(example.reason ?? "") }, "\(reasons)")
    }

    static let hashtags: [Case] = [
        Case("Acacia Road Library: hours", "Please share #SaveAcaciaLibrary", "Acacia Road Library"),
        Case("Acacia Road Library: hours", "#SaveAcaciaRoadLibrary", "Acacia Road Library"),
        Case("Acacia Road Library: hours", "#saveacaciaroadlibrary", "Acacia Road Library"),
        Case("Acacia Road: resurfacing", "#AcaciaRoad", "Acacia Road"),
        Case("Acacia Road: resurfacing", "#acaciaroad", "Acacia Road"),
        Case("Acacia Road: resurfacing", "#fix_acacia_rd", "Acacia Road"),
        Case("St Mary's Primary School", "#HandsOffStMarysPrimary", "St Mary's Primary School"),
        Case("Acacia Road: resurfacing", "#Road", nil),
        Case("Acacia Road: resurfacing", "#Acacia #Roadworks", nil),
        Case("Acacia Road: resurfacing", "#acacia #road", nil),
    ]

    @Test("a hashtag holds the names that its words make", arguments: hashtags)
    func hashtag(_ example: Case) {
        let reasons = KeyFixture.reasons(example).filter { $0.kind == .name }
        guard let wanted = example.reason else { return #expect(reasons.isEmpty, "\(reasons)") }
        #expect(reasons.contains { $0.text.contains(wanted) }, "\(reasons)")
    }

    @Test(
        "common words in capitals are no names",
        arguments: [
            ("Law School Funding", "law school"), ("Real Estate Strategy", "Real Estate"),
            ("Council Tax Base", "Council Tax"), ("Human Rights Act Compliance", "Human Rights"),
            ("Council Rent Rise", "A rent rise"), ("Polling Station Review", "my Polling Station"),
            ("Public Right Of Way Order", "a public right of way"), ("High Court Ruling", "the High Court"),
            ("Free School Meals", "Free School"), ("National Park Bid", "a National Park"),
            ("Charity Walk Licence", "a charity walk"), ("Community Centre Grants", "our Community Centre"),
            ("Open House Weekend", "Open House"), ("Business Rates Relief Scheme", "the relief scheme"),
            ("Primary School Places", "a Primary School"), ("Proposed Close Of Year", "Proposed Close"),
            ("Recreation Ground Hire", "a recreation ground"), ("Car Park Charges", "every Car Park"),
            ("Special Educational Needs and Disabilities (SEND) Report", "please send help"),
            ("Better Access to Transport (BAT)", "a bat in the loft"),
        ])
    func commonWords(_ item: String, _ thread: String) {
        let reasons = KeyFixture.reasons(Case(item, thread, nil))
        #expect(!reasons.contains { $0.kind == .name }, "\(reasons)")
    }

    static let offices: [Case] = [
        Case(
            "Report of the Cabinet Member for Transport", "Ask the cabinet member for transport",
            "Cabinet Member for Transport"),
        Case("Scheme of delegation: Director of Place", "the Director of Place decides", "Director of Place"),
        Case("Leader of the Council: announcements", "the council leader never answers", "Leader of the Council"),
        Case(
            "Decision of Councillor J. Harrowgate, Cabinet Member for Transport", "Cllr Harrowgate again",
            "the Cabinet Member for Transport"),
        Case(
            "Decision of Councillor June Harrowgate, Cabinet Member for Transport", "June Harrowgate again",
            "the Cabinet Member for Transport"),
    ]

    @Test(
        "an office and the councillor who holds it are weak evidence, and no person stands in the reason",
        arguments: offices)
    func office(_ example: Case) throws {
        let reasons = KeyFixture.reasons(example).filter { $0.kind == .name }
        let reason = try #require(reasons.first { $0.text.contains(example.reason ?? "") }, "\(reasons)")
        #expect(reason.weight <= 250)
        #expect(!reasons.contains { $0.text.contains("Harrowgate") })
    }
}
