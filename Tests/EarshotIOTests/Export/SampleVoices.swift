import EarshotCore

/// What residents say in the sample: themes, suggestions, other languages; and how their positions were read.
extension SampleBrief {
    func addVoices(to brief: inout ItemBrief) {
        brief.themes = [
            theme(
                ["Monday", "homework club", "warm place"], (1, 3, 9, 21), (20, 10, 4, 0), people: 29,
                quotes: [
                    quote("Mondays are when homework club runs!", .oppose, 8),
                    // Also among the item's own quotes: shown once.
                    quote(
                        "My neighbour goes every Monday because nothing else is open. Where does she go now?", .oppose,
                        14),
                ]),
            theme(["short day"], (5, 0, 2, 4), (3, 5, 3, 0), people: 10),
        ]
        brief.otherThemes = count((1, 1, 6, 9), (4, 9, 3, 1), people: 14)
        brief.suggestions = [
            Question(text: spice("Close on Wednesday instead."), comments: 5),
            Question(text: spice("Let volunteers run Mondays."), comments: 1),
        ]
        brief.mixedLanguages = [.init(language: "cy", comments: 2)]
        brief.evidence.read = 41
        brief.evidence.unread = 6
        brief.evidence.inferredConfidence = 836
    }

    var unreadComments: [UnreadComment] {
        [
            unread("Biblioteka jest potrzebna w poniedziałki.", "pl", item: "item-4", 71),
            unread("Mae angen y llyfrgell ar ddydd Llun.", "cy", item: "item-4", 72),
            unread("Xyzzy plugh frotz.", "und", item: nil, 73),
        ]
    }

    private func unread(_ text: String, _ language: String, item: String?, _ number: Int) -> UnreadComment {
        UnreadComment(
            item: item.map { .init($0) }, language: language, text: spice(text), person: "Resident \(number)",
            place: spice("Priory Neighbours"), day: "2026-11-10", thread: .init("facebook:1"),
            comment: .init("c\(number)"))
    }

    func theme(
        _ phrases: [String], _ positions: (Int, Int, Int, Int), _ tones: (Int, Int, Int, Int), people: Int,
        quotes: [Quote] = []
    ) -> ThemeBrief {
        ThemeBrief(
            name: spice(phrases[0]), phrases: phrases.map(spice), count: count(positions, tones, people: people),
            quotes: quotes)
    }

    func count(_ mix: (Int, Int, Int, Int), _ sound: (Int, Int, Int, Int), people: Int) -> ThemeCount {
        var count = ThemeCount()
        count.positions = positions(mix.0, mix.1, mix.2, mix.3)
        count.tones = tones(sound.0, sound.1, sound.2, sound.3)
        count.comments = count.positions.total
        count.texts = count.comments
        count.positionsByText = count.positions
        count.people = people
        return count
    }

    func tones(_ negative: Int, _ neutral: Int, _ positive: Int, _ notScored: Int) -> ToneMix {
        var tones = ToneMix()
        tones.negative = negative
        tones.neutral = neutral
        tones.positive = positive
        tones.notScored = notScored
        return tones
    }
}
