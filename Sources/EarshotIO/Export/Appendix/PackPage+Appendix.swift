import EarshotCore

/// The appendix: every comment that the figures count, for whoever wants to look behind them.
extension PackPage {
    /// The comments themselves where they are few, else where to find them. Folded: what a reader unfolds is printed.
    func appendix(_ html: inout HTMLWriter) {
        guard !appendixComments.isEmpty else { return }
        html.element(.section, .class("item flow comments"), .fixed("id", "comments")) { html in
            if appendixComments.isTooLong {
                html.element(.h2, text: text.appendixHeading)
                html.element(.p, text: text.appendixTooLong(AppendixCollector.most))
            } else if appendixComments.isInline {
                html.element(.details) { html in
                    html.element(.summary) { $0.element(.h2, text: text.appendixHeading) }
                    html.element(.p, .class("why screen"), text: text.appendixNote)
                    for section in appendixComments.sections { folded(section, &html) }
                    leftOut(&html)
                }
            } else {
                html.element(.h2, text: text.appendixHeading)
                html.element(.p, text: text.appendixPagesNote)
                pageList(&html)
                leftOut(&html)
            }
        }
    }

    private func folded(_ section: Appendix.Section, _ html: inout HTMLWriter) {
        html.element(.details, .flag("open")) { html in
            html.element(.summary) { html in
                html.element(.span, .anyDirection, text: heading(of: section))
                html.text(": \(text.comments(section.count))")
            }
            threads(section, &html)
        }
    }

    private func heading(of section: Appendix.Section) -> String {
        section.item.map { shortened($0.label[...], to: 150) } ?? text.onNoItem
    }

    private func threads(_ section: Appendix.Section, _ html: inout HTMLWriter) {
        for thread in section.threads {
            html.element(.h3, .class("thread"), .anyDirection) { html in
                html.text(thread.title.isEmpty ? text.untitled : thread.title)
                if !thread.place.isEmpty { html.element(.span, .class("c"), text: " · \(thread.place)") }
            }
            html.element(.ol, .class("said")) { html in
                for comment in thread.comments { self.comment(comment, &html) }
            }
        }
    }

    private func comment(_ comment: AppendixComment, _ html: inout HTMLWriter) {
        html.element(.li) { html in
            html.element(.div, .class("c")) { html in
                html.element(.span, .anyDirection, text: notes(on: comment).joined(separator: " · "))
                guard brief.audience == .officers else { return }
                html.text(" · ")
                html.element(.code, text: "\(comment.thread.rawValue)/\(comment.comment.rawValue)")
            }
            if comment.text.isEmpty {
                html.element(.div, .class("c"), text: text.noWords)
            } else if comment.language == "und" || comment.language == "en" {
                html.element(.div, .class("words"), .anyDirection, text: comment.text)
            } else {
                html.element(.div, .class("words"), .lang(comment.language), .anyDirection, text: comment.text)
            }
        }
    }

    private func notes(on comment: AppendixComment) -> [String] {
        var notes = [comment.person.isEmpty ? text.unnamed : comment.person]
        if let posted = comment.posted { notes.append(text.moment(posted)) }
        if let reason = comment.exclusion { return notes + [reason] }
        if let position = comment.position { notes.append(text.quotePosition(position)) }
        if let tone = comment.tone { notes.append(text.toneNote(tone, language: comment.language)) }
        if comment.isCopy { notes.append(text.isCopy) }
        return notes
    }

    private func leftOut(_ html: inout HTMLWriter) {
        guard !appendixComments.excluded.isEmpty else { return }
        html.element(.details) { html in
            html.element(.summary, text: text.leftOutHeading(appendixComments.excluded.count))
            html.element(.ol, .class("said")) { html in
                for comment in appendixComments.excluded { self.comment(comment, &html) }
            }
        }
    }

    // MARK: - Pages of their own

    private func pageList(_ html: inout HTMLWriter) {
        html.element(.ul, .class("files")) { html in
            for (i, page) in appendixComments.pages.enumerated() {
                html.element(.li) { html in
                    html.link(toPackFile: Appendix.file(i + 1))
                    let names = page.map { heading(of: $0) }
                    let count = page.reduce(0) { $0 + $1.count }
                    html.element(
                        .span, .class("c"), .anyDirection,
                        text: " \(text.comments(count)): \(names.joined(separator: "; "))")
                }
            }
        }
    }

    /// A page of comments, `number` from 1 of `count`.
    func render(_ page: [Appendix.Section], number: Int, of count: Int, into html: inout HTMLWriter) {
        html.doctype()
        html.element(.html, .lang(text.language)) { html in
            head(title: "\(text.commentsPage(number, of: count)) – \(text.title(of: brief.meeting))", &html)
            html.element(.body) { html in
                html.element(.a, .class("skip"), .fixed("href", "#main"), text: text.skipToComments)
                html.element(.header, .class("band")) { html in
                    html.element(.div, .class("wrap")) { html in
                        html.element(.p, .class("meta"), .anyDirection, text: text.heading(of: brief.meeting))
                        html.element(.h1, text: text.commentsPage(number, of: count))
                    }
                }
                html.element(.main, .class("wrap"), .fixed("id", "main")) { html in
                    steps(number, of: count, &html)
                    for section in page {
                        html.element(.section, .class("item flow")) { html in
                            html.element(.h2, .anyDirection) { html in
                                html.text(heading(of: section))
                                if section.isContinued {
                                    html.element(.span, .class("no"), text: " \(text.continued)")
                                }
                            }
                            threads(section, &html)
                        }
                    }
                    steps(number, of: count, &html)
                }
                footer(&html)
            }
        }
    }

    private func steps(_ number: Int, of count: Int, _ html: inout HTMLWriter) {
        html.element(.p, .class("c screen")) { html in
            html.link(toPackFile: "index.html", text: text.backToPack)
            for (target, label) in [(number - 1, text.pageBefore), (number + 1, text.pageAfter)]
            where (1...count).contains(target) {
                html.text(" · ")
                html.link(toPackFile: Appendix.file(target), text: label)
            }
        }
    }
}
