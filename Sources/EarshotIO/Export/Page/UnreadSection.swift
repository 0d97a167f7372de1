import EarshotCore

/// The comments that no scorer could read, so that somebody does.
extension PackPage {
    func unread(_ html: inout HTMLWriter) {
        guard brief.quotePolicy == .verbatim else { return }
        let shown = brief.unreadComments.filter { comment in
            isWorthReading(comment) && (comment.item == nil || sections.contains { $0.item.id == comment.item })
        }
        guard !shown.isEmpty else { return }
        html.element(.section, .class("item flow"), .fixed("id", "unread")) { html in
            html.element(.h2, text: text.unreadHeading)
            html.element(.p, text: text.unreadNote(brief.totals.unread))
            for item in sections {
                list(shown.filter { $0.item == item.item.id }, heading: item.item.label, &html)
            }
            list(shown.filter { $0.item == nil }, heading: text.onNoItem, &html)
            more(brief.totals.unread - shown.count, in: "comments.csv", &html)
        }
    }

    /// "£19." and "No no no." are in no language; they are counted, but nobody need read them.
    private func isWorthReading(_ comment: UnreadComment) -> Bool {
        guard comment.language == "und" else { return true }
        let words = comment.text.split(whereSeparator: \.isWhitespace).filter { $0.contains(where: \.isLetter) }
        return Set(words.map { $0.lowercased().filter(\.isLetter) }).count >= 3
    }

    private func list(_ comments: [UnreadComment], heading: String, _ html: inout HTMLWriter) {
        guard !comments.isEmpty else { return }
        html.element(.h3, .anyDirection, text: shortened(heading[...], to: 90))
        for (i, comment) in comments.enumerated() {
            html.element(.blockquote, i < PageLimit.printedUnread ? .class("u_") : .class("u_ screen")) { html in
                if comment.language == "und" {
                    html.element(.p, .anyDirection, text: comment.text)
                } else {
                    html.element(.p, .lang(comment.language), .anyDirection, text: comment.text)
                }
                html.element(.footer) { html in
                    html.element(.strong, text: text.capitalised(text.languageName(comment.language)))
                    for part in [comment.person, comment.place, shortDate(comment.day)] where !part.isEmpty {
                        html.text(" · ")
                        html.element(.span, .anyDirection, text: part)
                    }
                }
            }
        }
    }
}
