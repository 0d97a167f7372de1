import EarshotCore

/// The comments themselves, and what the supplement was made from.
extension SupplementPage {
    func commentLists(_ html: inout HTMLWriter) {
        html.element(.h2, text: text.commentsHeading)
        let items = supplement.items.filter { $0.shown > 0 }
        guard !items.isEmpty else { return html.element(.p, text: text.noComments) }
        html.element(.p, text: text.commentsNote)
        for item in items {
            html.element(.h3, .anyDirection, text: label(item.item))
            for thread in comments.threads(of: item.item?.id) { self.thread(thread, &html) }
            let more = item.shown - comments.shown(of: item.item?.id)
            if more > 0 { html.element(.p, .class("c"), text: text.more(more)) }
        }
    }

    private func thread(_ thread: SupplementComments.Thread, _ html: inout HTMLWriter) {
        html.element(.h4, .anyDirection) { html in
            html.text(thread.title.isEmpty ? text.pack.untitled : thread.title)
            if !thread.place.isEmpty { html.element(.span, .class("c"), text: " · \(thread.place)") }
        }
        for entry in thread.entries { self.entry(entry, &html) }
    }

    private func entry(_ entry: SupplementComments.Entry, _ html: inout HTMLWriter) {
        let comment = entry.comment
        html.element(.blockquote, entry.hasWords && !comment.text.isEmpty ? look(comment) : .class("u_")) { html in
            if comment.text.isEmpty || !entry.hasWords {
                html.element(.p, .class("c"), text: text.noWords)
            } else if comment.language == "und" || comment.language == "en" {
                html.element(.p, .anyDirection, text: comment.text)
            } else {
                html.element(.p, .lang(comment.language), .anyDirection, text: comment.text)
            }
            html.element(.footer) { html in
                html.element(.strong, .anyDirection, text: text.mark(entry))
                for note in notes(on: entry) {
                    html.text(" · ")
                    html.element(.span, .anyDirection, text: note)
                }
                guard supplement.brief.audience == .officers else { return }
                html.text(" · ")
                html.element(.code, text: "\(comment.thread.rawValue)/\(comment.comment.rawValue)")
            }
        }
    }

    private func notes(on entry: SupplementComments.Entry) -> [String] {
        let comment = entry.comment
        var notes = [comment.person.isEmpty ? text.unnamed : comment.person]
        if let posted = comment.posted { notes.append(text.pack.moment(posted)) }
        if entry.hasWords, !comment.text.isEmpty, let position = comment.position {
            notes.append(text.pack.quotePosition(position))
        }
        return notes
    }

    private func look(_ comment: AppendixComment) -> HTMLAttribute {
        switch comment.position {
        case .support: .class("s_")
        case .mixed: .class("m_")
        case .oppose: .class("o_")
        case .unclear, nil: .class("u_")
        }
    }

    func settings(_ html: inout HTMLWriter) {
        var lines = supplement.settings.map(text.setting)
        let deadline = supplement.brief.meeting.deadline
        if supplement.deadlineBefore != deadline {
            lines.insert(text.deadline(supplement.deadlineBefore, deadline), at: 0)
        }
        guard !lines.isEmpty else { return }
        html.element(.h2, text: text.settingsHeading)
        list(lines, &html)
    }

    func sources(_ html: inout HTMLWriter) {
        guard !supplement.files.isEmpty else { return }
        html.element(.h2, text: text.filesHeading)
        html.element(.ul, .class("files")) { html in
            for file in supplement.files {
                html.element(.li) { html in
                    html.element(.code, text: file.path)
                    switch file.kind {
                    case .new: html.text(" \(text.filesNew)")
                    case .changed: html.text(" \(text.filesChanged)")
                    case .gone: html.text(" \(text.filesGone)")
                    }
                    fingerprint(file.sha256, &html)
                }
            }
        }
    }

    func ownFiles(_ html: inout HTMLWriter) {
        html.element(.h2, text: text.ownFilesHeading)
        if !files.isEmpty {
            html.element(.ul, .class("files")) { html in
                for file in files {
                    html.element(.li) { html in
                        html.link(toPackFile: file.name)
                        html.text(" \(text.pack.size(file.size))")
                        fingerprint(file.sha256, &html)
                    }
                }
            }
        }
        html.element(.p, .class("c"), text: text.pack.filesNote)
        html.element(.p, .class("c")) { html in
            html.text("\(text.snapshot): ")
            html.element(.code, text: supplement.snapshot)
            html.text(".")
        }
    }

    private func fingerprint(_ sha256: String, _ html: inout HTMLWriter) {
        html.element(.div, .class("c")) { $0.element(.code, text: sha256) }
    }
}
