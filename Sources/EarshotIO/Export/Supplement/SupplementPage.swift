import EarshotCore

/// A supplement's page, index.html: the pack's looks, one file without scripts that asks nothing of any server.
struct SupplementPage {
    let supplement: Supplement
    let comments: SupplementComments
    let files: [WrittenFile]
    let text = SupplementText.english
    /// Draws what the pack's page draws too: the head, the bars.
    let pack: PackPage

    var isPublic: Bool { supplement.brief.audience == .public }

    init(_ supplement: Supplement, comments: SupplementComments, files: [WrittenFile]) {
        self.supplement = supplement
        self.comments = comments
        self.files = files
        let none = Appendix(AppendixCollector(audience: supplement.brief.audience), brief: supplement.brief)
        pack = PackPage(supplement.brief, files: files, appendix: none)
    }

    func render(into html: inout HTMLWriter) {
        html.doctype()
        html.element(.html, .lang(text.pack.language)) { html in
            pack.head(title: text.title(of: supplement), &html)
            html.element(.body) { html in
                pack.patterns(&html)
                html.element(.a, .class("skip"), .fixed("href", "#items"), text: text.skipLink)
                header(&html)
                html.element(.main, .class("wrap"), .fixed("id", "main")) { html in
                    introduction(&html)
                    items(&html)
                    agenda(&html)
                    if !isPublic {
                        commentLists(&html)
                        threads(&html)
                    }
                    exclusions(&html)
                    settings(&html)
                    sources(&html)
                    ownFiles(&html)
                }
                html.element(.footer, .class("foot wrap")) { html in html.element(.p, text: text.footer) }
            }
        }
    }

    private func header(_ html: inout HTMLWriter) {
        let brief = supplement.brief
        html.element(.header, .class("band")) { html in
            html.element(.div, .class("wrap")) { html in
                if !brief.presentation.crest.isEmpty { html.decoration(brief.presentation.crest) }
                let first = [brief.meeting.council, text.kind(brief.audience)].filter { !$0.isEmpty }
                html.element(.p, .class("meta"), .anyDirection, text: first.joined(separator: " · "))
                html.element(.h1, .anyDirection, text: text.pack.heading(of: brief.meeting))
                for line in [text.sealed(supplement), text.pack.timeAndVenue(brief.meeting)] where !line.isEmpty {
                    html.element(.p, .class("meta"), .anyDirection, text: line)
                }
            }
        }
    }

    private func introduction(_ html: inout HTMLWriter) {
        html.element(.div, .class("note")) { html in
            html.element(.p) { html in
                html.element(.strong, text: text.whatThisIs)
                html.text(" \(text.since(supplement))")
            }
            html.element(.p) { html in
                html.element(.strong, text: text.pack.whatItIsNot)
                html.text(" \(text.pack.whatItIsNotNote)")
            }
            html.element(.p, text: isPublic ? text.rounded : text.pseudonyms)
            html.element(.p, .class("c")) { html in
                html.text("\(text.thePackBefore): ")
                html.element(.code, text: supplement.base.sha256)
                html.text(".")
            }
        }
        if !isPublic { figures(&html) }
        html.element(.p, text: text.totals(supplement))
    }

    private func figures(_ html: inout HTMLWriter) {
        func count(_ changes: CommentChange...) -> Int {
            changes.reduce(0) { $0 + (supplement.changes[$1] ?? 0) }
        }
        let gone = count(.excluded, .withdrawn, .erased)
        let figures = [
            (supplement.newCounted, text.newFigure(supplement.newCounted)),
            (supplement.late, text.lateFigure(supplement.late)),
            (count(.edited), text.editedFigure(count(.edited))), (gone, text.leftOutFigure(gone)),
            (count(.included), text.backFigure(count(.included))), (count(.moved), text.movedFigure(count(.moved))),
            (count(.position), text.positionFigure(count(.position))),
        ]
        html.element(.ul, .class("figures")) { html in
            for (i, figure) in figures.enumerated() where i < 2 || figure.0 > 0 {
                html.element(.li) { html in
                    html.element(.b, text: text.pack.number(figure.0))
                    html.element(.span, text: figure.1)
                }
            }
        }
    }
}
