import EarshotCore

/// What was said about one item.
extension PackPage {
    func section(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        let item = brief.item
        let paper = PaperPlan(brief, on: self)
        html.element(.section, .class("item"), .id("item", item.position)) { html in
            html.element(.h2, .anyDirection) { html in
                if !item.number.isEmpty {
                    html.element(.span, .class("no"), text: "\(text.item) \(item.number)")
                    html.text(" ")
                }
                html.text(item.title)
            }
            asked(item, &html)
            note(brief.note, &html)
            counts(brief, &html)
            html.element(.div, .class("two")) { html in
                html.element(.div) { html in
                    position(brief, &html)
                    voices(brief, paper, &html)
                }
                html.element(.div) { html in
                    questions(brief.questions, printed: paper.questions, &html)
                    suggestions(brief.suggestions, printed: paper.suggestions, &html)
                    tone(brief, &html)
                    timeline(brief, &html)
                    places(brief, printed: paper.places, &html)
                    notHeard(brief, printed: paper.silences, &html)
                    copiedTexts(brief.copiedTexts, printed: paper.copied, &html)
                }
            }
            links(brief, &html)
            html.element(.p, .class("c screen")) { html in
                html.element(.a, .fixed("href", "#glance"), text: text.backToGlance)
            }
        }
    }

    private func asked(_ item: AgendaItem, _ html: inout HTMLWriter) {
        if let paragraph = item.request {
            html.element(.p, .class("asks")) { html in
                html.element(.strong, text: text.onTheAgenda)
                html.text(" ")
                html.element(.span, .anyDirection, text: shortened(paragraph[...], to: PageLimit.itemText))
            }
        }
        if let url = item.url, SafeURL(url) != nil {
            html.element(.p, .class("source")) { $0.link(to: url, text: text.itemLink(item.number)) }
        }
    }

    /// Cut at the last sentence end that fits, else at the last space.
    func shortened(_ paragraph: Substring, to limit: Int) -> String {
        let words = paragraph.drop(while: \.isWhitespace)
        let head = words.prefix(limit)
        guard head.endIndex < words.endIndex else { return String(head) }
        if let end = head.lastIndex(where: { ".!?".contains($0) }),
            head.distance(from: end, to: head.endIndex) < limit / 2,
            head.index(after: end) < head.endIndex, head[head.index(after: end)].isWhitespace
        {
            return "\(head[...end]) …"
        }
        return "\(head.lastIndex(where: \.isWhitespace).map { head[..<$0] } ?? head)…"
    }

    private func counts(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        let counts = brief.counts
        var figures = [
            (text.figure(counts.comments), text.commentsUnit(counts.comments)),
            (text.figure(counts.texts), text.textsFigure(counts)),
            (text.figure(counts.people), text.itemPeopleFigure(counts)),
        ]
        if !brief.places.isEmpty {
            figures.append((text.number(brief.places.count), text.itemPlacesFigure(brief.places.count)))
        }
        figureList(figures, &html)
    }

    private func position(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        guard brief.positions.total > 0 else { return }
        html.element(.h3, text: text.positionHeading)
        positionBar(brief.positions, isTall: true, &html)
        positionKey(brief.positions, &html)
        let unclear = text.mostlyUnclear(brief.positions)
        if !unclear.isEmpty { html.element(.p, text: unclear) }
        if brief.positionsByText != brief.positions, brief.positionsByText.total > 0 {
            html.element(.p) { html in
                html.element(.strong, text: text.withoutCopies)
                html.text(" \(text.byText(brief.positionsByText))")
            }
        }
        let bases = text.bases(brief.bases)
        if !bases.isEmpty { html.element(.p, .class("c"), text: bases) }
        evidence(brief, &html)
    }

    /// How far the positions that nobody states outright can be trusted.
    private func evidence(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        let worth = text.inferred(brief.evidence)
        let sentences = text.readings(brief.evidence, brief.positions)
        guard !worth.isEmpty || !sentences.isEmpty else { return }
        html.element(.p, .class("c")) { html in
            if !worth.isEmpty {
                html.text("\(worth) (")
                methodLink("Position", text: text.inferredLink, &html)
                html.text(").")
            }
            if !worth.isEmpty, !sentences.isEmpty { html.text(" ") }
            html.text(sentences.joined(separator: " "))
        }
    }
}
