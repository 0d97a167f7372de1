import EarshotCore

/// How much of an item is printed, so that it fits on one sheet; the screen shows all of it.
///
/// The room is reckoned in tenths of a line of a printed column (58 characters, 72 lines, two columns), a little too
/// generously rather than too tightly: measured on printed packs, a sheet that is reckoned full has some lines left.
struct PaperPlan {
    var themes = 8
    var quotes = 6
    var questions = 6
    var suggestions = 3
    var places = 9
    var copied = 3
    /// Sentences under "who is not heard".
    var silences = 9
    var hasNames = true

    private static let column = 58
    private static let lines = 720

    /// What is given up, in this order, until the item fits: what the tables of the pack tell as well goes first.
    private static let steps: [@Sendable (inout PaperPlan) -> Void] = [
        { $0.copied = 1 }, { $0.questions = 4 }, { $0.suggestions = 2 }, { $0.themes = 6 }, { $0.places = 6 },
        { $0.hasNames = false }, { $0.quotes = 4 }, { $0.themes = 4 }, { $0.questions = 3 }, { $0.copied = 0 },
        { $0.places = 4 }, { $0.quotes = 3 }, { $0.themes = 3 }, { $0.suggestions = 1 }, { $0.questions = 2 },
        { $0.quotes = 2 }, { $0.places = 2 }, { $0.themes = 2 }, { $0.silences = 1 }, { $0.quotes = 1 },
        { $0.suggestions = 0 }, { $0.questions = 1 }, { $0.places = 1 }, { $0.silences = 0 }, { $0.quotes = 0 },
    ]

    /// Everything, for a screen.
    init() {}

    init(_ brief: ItemBrief, on page: PackPage) {
        let room = 2 * (Self.lines - Self.head(brief, page))
        for step in Self.steps {
            if Self.length(of: brief, self, page) <= room { return }
            step(&self)
        }
    }

    /// What stands over both columns.
    private static func head(_ brief: ItemBrief, _ page: PackPage) -> Int {
        let label = width(brief.item.label)
        let asked = min(width(brief.item.request ?? ""), 2 * PageLimit.itemText)
        let note = brief.note.isEmpty ? 0 : 8 + rows(width(brief.note) + 20, 105) * 10
        return 40 + rows(label, 50) * 22 + rows(asked, 105) * 10 + note + 55
    }

    private static func length(of brief: ItemBrief, _ plan: PaperPlan, _ page: PackPage) -> Int {
        position(brief, page) + said(brief, plan, page)
            + list(brief.questions.prefix(plan.questions).map(\.text), brief.questions.count > plan.questions)
            + list(brief.suggestions.prefix(plan.suggestions).map(\.text), brief.suggestions.count > plan.suggestions)
            + tone(brief, page) + 85 + places(brief, plan) + silences(brief, plan, page) + copied(brief, plan)
    }

    private static func position(_ brief: ItemBrief, _ page: PackPage) -> Int {
        let text = page.text
        let sentences = [
            text.mostlyUnclear(brief.positions), text.withoutCopies + text.byText(brief.positionsByText),
            text.bases(brief.bases), text.inferred(brief.evidence),
            text.readings(brief.evidence, brief.positions).joined(separator: " "),
        ].filter { !$0.isEmpty }
        return 55 + sentences.reduce(0) { $0 + 5 + rows(width($1), column) * 10 }
    }

    private static func said(_ brief: ItemBrief, _ plan: PaperPlan, _ page: PackPage) -> Int {
        var sum = 20
        let shown = ThemeQuotes(brief, policy: page.brief.quotePolicy)
        var quotes = 0
        for i in page.toldThemes(brief, shown).prefix(plan.themes) {
            let theme = brief.themes[i]
            let others = plan.hasNames ? width(page.text.otherPhrases(theme.phrases.dropFirst().prefix(4))) : 0
            sum += 14 + rows(width(theme.name) + 28, 52) * 10 + rows(others, column) * 10
            sum += rows(width(page.text.mix(theme.count.positions)), column) * 10
        }
        for quote in shown.open.flatMap({ $0 }) where quotes < plan.quotes {
            quotes += 1
            let id =
                page.brief.audience == .officers ? 50 + quote.thread.rawValue.count + quote.comment.rawValue.count : 0
            sum += 8 + rows(width(quote.text), 54) * 10
            sum += rows(width(quote.person) + width(quote.place) + 35 + id, 54) * 10
        }
        return sum + 30
    }

    private static func tone(_ brief: ItemBrief, _ page: PackPage) -> Int {
        let key = page.text.notScored(brief.tones.notScored).count + 45
        return 50 + rows(key, 50) * 10
    }

    private static func list(_ texts: [String], _ isCut: Bool) -> Int {
        texts.isEmpty ? 0 : 20 + texts.reduce(isCut ? 12 : 0) { $0 + rows(width($1) + 14, 53) * 10 }
    }

    private static func places(_ brief: ItemBrief, _ plan: PaperPlan) -> Int {
        guard plan.places > 0, !brief.places.isEmpty else { return 0 }
        return brief.places.prefix(plan.places).reduce(35) { sum, place in
            let detail = min(width(place.topic), 2 * PageLimit.topic) + (place.checked.isEmpty ? 0 : 30)
            return sum + 6 + rows(width(place.place) + width(place.ward) + 18, 32) * 10 + rows(detail, 32) * 10
        }
    }

    private static func silences(_ brief: ItemBrief, _ plan: PaperPlan, _ page: PackPage) -> Int {
        let sentences = page.silences(of: brief).prefix(plan.silences)
        return sentences.isEmpty ? 0 : 25 + rows(sentences.reduce(0) { $0 + width($1) + 1 }, 46) * 10
    }

    private static func copied(_ brief: ItemBrief, _ plan: PaperPlan) -> Int {
        let texts = brief.copiedTexts.prefix(plan.copied)
        guard !texts.isEmpty else { return 0 }
        return texts.reduce(45) { sum, copied in
            let names = copied.places.prefix(PageLimit.copiedPlaces).reduce(0) { $0 + width($1) + 2 }
            return sum + 8 + rows(width(copied.text), 54) * 10 + rows(names + 75, 54) * 10
        }
    }

    /// How wide a text is, in ordinary letters: the widest capitals, and letters of other scripts, take the room of two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, letter in
            let isWide = letter == "W" || letter == "M" || letter == "@" || letter == "%" || letter.value >= 0x300
            return sum + (isWide && letter.value / 0x100 != 0x20 ? 2 : 1)
        }
    }

    /// Lines of so many characters.
    private static func rows(_ count: Int, _ width: Int) -> Int { (count + width - 1) / width }
}
