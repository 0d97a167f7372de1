import EarshotCore

/// What an officer needs beside the pack: data protection, drafts for the registers, the word lists.
extension PackPage {
    func records(_ html: inout HTMLWriter) {
        html.element(.section, .class("item flow"), .fixed("id", "records")) { html in
            html.element(.h2, text: text.recordsHeading)
            html.element(.h3, text: text.dataHeading)
            html.element(.ul) { html in
                for line in text.dataProtection(brief.audience, brief.quotePolicy) { html.element(.li, text: line) }
            }
            contact(&html)
            html.element(.h3, text: text.backgroundHeading)
            html.element(.p, .class("why"), text: text.backgroundNote)
            html.element(.blockquote) { html in
                html.element(.p, .anyDirection, text: text.backgroundEntry(brief.meeting, brief.audience, brief.seal))
            }
            html.element(.details, .class("screen")) { html in
                html.element(.summary, text: text.transparencyHeading)
                html.element(.p, .class("why"), text: text.transparencyNote)
                html.element(.dl) { html in
                    for entry in text.transparencyRecord(brief) {
                        html.element(.dt, text: entry.name)
                        html.element(.dd, .anyDirection, text: entry.text)
                    }
                }
            }
            guard files.contains(where: { $0.name == "word-lists.csv" }) else { return }
            html.element(.h3, text: text.wordListsHeading)
            html.element(.p) { html in
                html.text("\(text.wordListsNote) ")
                html.link(toPackFile: "word-lists.csv")
                html.text(".")
            }
        }
    }

    private func contact(_ html: inout HTMLWriter) {
        let presentation = brief.presentation
        if !presentation.contact.isEmpty {
            html.element(.p, .anyDirection, text: "\(text.contact) \(presentation.contact)")
        }
        guard SafeURL(presentation.privacyURL) != nil else { return }
        html.element(.p) { $0.link(to: presentation.privacyURL, text: text.privacyNotice) }
    }
}
