import EarshotCore

/// What was said about one item.
extension PackPage {
    func section(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        let item = brief.item
        html.element(.section, .class("item"), .id("item", item.position)) { html in
            html.element(.h2, .anyDirection) { html in
                if !item.number.isEmpty {
                    html.element(.span, .class("no"), text: "\(text.item) \(item.number)")
                    html.text(" ")
                }
                html.text(item.title)
            }
            asked(item, &html)
            counts(brief, &html)
            html.element(.div, .class("two")) { html in
                html.element(.div) { html in
                    position(brief, &html)
                    voices(brief, &html)
                }
                html.element(.div) { html in
                    questions(brief.questions, &html)
                    suggestions(brief.suggestions, &html)
                    tone(brief, &html)
                    timeline(brief, &html)
                    places(brief, &html)
                }
            }
            copiedTexts(brief.copiedTexts, &html)
            notHeard(brief, &html)
            links(brief, &html)
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
            html.element(.p, .class("source")) { $0.link(to: url, text: text.itemLink) }
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
            (text.number(counts.comments), text.commentsUnit(counts.comments)),
            (text.number(counts.texts), text.textsFigure(counts)),
            (text.number(counts.people), text.itemPeopleFigure(counts)),
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
        let sentences = [
            text.bases(brief.bases),
            brief.positionsByText == brief.positions || brief.positionsByText.total == 0
                ? "" : text.byText(brief.positionsByText),
        ].filter { !$0.isEmpty }
        if !sentences.isEmpty { html.element(.p, text: sentences.joined(separator: " ")) }
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
