import EarshotCore

/// What the pack is, what it is not, and its figures.
extension PackPage {
    func introduction(_ html: inout HTMLWriter) {
        if brief.meeting.status == .cancelled {
            html.element(.div, .class("warn")) { html in
                html.element(.p) { html in
                    html.element(.strong, text: text.cancelled)
                    html.text(" \(text.cancelledNote)")
                }
            }
        }
        html.element(.div, .class("note")) { html in
            html.element(.p) { html in
                html.element(.strong, text: text.whatThisIs)
                html.text(" \(text.whatThisIsNote)")
            }
            html.element(.p) { html in
                html.element(.strong, text: text.whatItIsNot)
                html.text(" \(text.whatItIsNotNote) ")
                html.element(.a, .fixed("href", "#method"), text: text.methodLink)
                html.text(".")
            }
            guard text.isRounded else { return }
            html.element(.p) { html in
                html.element(.strong, text: text.roundedHead)
                html.text(" \(text.roundedNote)")
            }
        }
        figures(&html)
        note(brief.presentation.note, &html)
        if let url = brief.meeting.url, SafeURL(url) != nil {
            html.element(.p, .class("source")) { $0.link(to: url, text: text.agendaLink) }
        }
    }

    /// What an officer has to say.
    func note(_ note: String, _ html: inout HTMLWriter) {
        guard !note.isEmpty else { return }
        html.element(.p, .class("officer")) { html in
            html.element(.strong, text: text.officersNote)
            html.text(" ")
            html.element(.span, .anyDirection, text: note)
        }
    }

    private func figures(_ html: inout HTMLWriter) {
        let totals = brief.totals
        var figures = [(text.figure(totals.included), text.commentsFigure(totals))]
        if totals.included > 0 {
            figures.append(
                (text.figure(totals.people), text.peopleFigure(people: totals.people, unnamed: totals.unnamed)))
        }
        if totals.places > 0 {
            figures.append(
                (text.number(totals.places), text.placesFigure(places: totals.places, networks: totals.networks)))
        }
        if totals.linkable > 0 {
            figures.append(
                (
                    text.ofItems(totals.itemsTalkedAbout, totals.linkable),
                    text.itemsFigure(totals.itemsTalkedAbout, totals.linkable)
                ))
        }
        if totals.offAgenda > 0 {
            figures.append((text.figure(totals.offAgenda), text.offAgendaFigure(totals.offAgenda)))
        }
        figureList(figures, &html)
    }

    /// A row of figures with what each counts.
    func figureList(_ figures: [(figure: String, label: String)], _ html: inout HTMLWriter) {
        html.element(.ul, .class("figures")) { html in
            for entry in figures {
                html.element(.li) { html in
                    html.element(.b, text: entry.figure)
                    html.text(" ")
                    html.element(.span, text: entry.label)
                }
            }
        }
    }
}
