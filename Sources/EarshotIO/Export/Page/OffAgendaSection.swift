import EarshotCore

/// The talk that fits no item of the agenda.
extension PackPage {
    func offAgenda(_ html: inout HTMLWriter) {
        guard !brief.offAgenda.isEmpty || (brief.audience == .public && brief.totals.offAgenda > 0) else { return }
        html.element(.section, .class("item flow"), .fixed("id", "off-agenda")) { html in
            html.element(.h2, text: text.offAgendaHeading)
            html.element(
                .p,
                text: text.offAgenda(
                    comments: brief.totals.offAgenda, threads: brief.offAgenda.count { $0.comments > 0 }))
            if !brief.offAgendaThemes.isEmpty {
                html.element(.h3, text: text.offAgendaKeyphrases)
                html.element(.p, .class("why"), text: text.themesNote)
                themeHeads(brief.offAgendaThemes, other: brief.offAgendaOther, &html)
            } else if !brief.offAgendaKeyphrases.isEmpty {
                html.element(.h3, text: text.offAgendaKeyphrases)
                keyphraseList(brief.offAgendaKeyphrases, note: text.offAgendaKeyphrasesNote, &html)
            }
            guard !brief.offAgenda.isEmpty else { return }
            threads(&html)
            more(brief.offAgenda.count - PageLimit.threads, in: "links.csv", &html)
        }
    }

    private func threads(_ html: inout HTMLWriter) {
        html.element(.h3, text: text.offAgendaTable)
        html.element(.ul, .class("threads")) { html in
            for thread in brief.offAgenda.prefix(PageLimit.threads) {
                html.element(.li) { html in
                    title(thread, &html)
                    var notes = [thread.place, text.threadCounts(thread)]
                    if thread.verdict != nil { notes.append(text.linkStatus(thread.status)) }
                    if thread.verdict == nil, thread.link.linked == nil {
                        notes.append(text.noItem(thread.link.noItemConfidence))
                    }
                    if thread.missingReplies > 0 { notes.append(text.unsaved(thread.missingReplies)) }
                    html.element(.div, .class("c"), text: notes.filter { !$0.isEmpty }.joined(separator: " · "))
                    departures(thread, &html)
                    if let nearest = thread.link.candidates.first {
                        html.element(.div, .class("c"), text: text.nearest(label(of: nearest.item), nearest.confidence))
                    }
                }
            }
        }
    }
}
