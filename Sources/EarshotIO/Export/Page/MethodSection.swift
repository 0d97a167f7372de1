import EarshotCore

/// How the pack was made: that everything read is accounted for, how each figure came about, and what it can't tell.
extension PackPage {
    func method(_ html: inout HTMLWriter) {
        html.element(.section, .class("item flow"), .fixed("id", "method")) { html in
            html.element(.h2, text: text.methodHeading)
            account(&html)
            html.element(.h3, text: text.limitsHeading)
            html.element(.ul) { html in
                for limit in text.limits { html.element(.li, text: limit) }
            }
            allPlaces(&html)
            html.element(.p, .class("paper"), text: text.methodOnScreen)
            html.element(.div, .class("screen")) { html in
                methods(&html)
                rules(&html)
                sources(&html)
                packFiles(&html)
            }
        }
    }

    private func account(_ html: inout HTMLWriter) {
        html.element(.h3, text: text.accountHeading)
        html.element(.p) { $0.element(.strong, text: text.account(brief.totals)) }
        if !brief.exclusions.isEmpty {
            html.element(.p, text: text.reasonsNote)
            html.element(.ul) { html in
                for exclusion in brief.exclusions {
                    html.element(.li) { html in
                        html.element(.span, .anyDirection, text: exclusion.reason)
                        html.text(": \(text.comments(exclusion.count))")
                    }
                }
            }
        }
        skipped(&html)
    }

    private func skipped(_ html: inout HTMLWriter) {
        guard !brief.skipped.isEmpty else { return }
        html.element(.p, text: text.skippedNote)
        html.element(.ul) { html in
            for diagnostic in brief.skipped.prefix(PageLimit.skipped) {
                html.element(.li) { html in
                    if !diagnostic.place.isEmpty {
                        html.element(.code, text: diagnostic.place)
                        html.text(": ")
                    }
                    html.text([diagnostic.message, diagnostic.mend].filter { !$0.isEmpty }.joined(separator: ". "))
                    html.text(".")
                }
            }
        }
        more(brief.skipped.count - PageLimit.skipped, in: "pack.json", &html)
    }

    private func methods(_ html: inout HTMLWriter) {
        guard !brief.methods.isEmpty else { return }
        html.element(.h3, .fixed("id", "methods"), text: text.methodsHeading)
        for (number, method) in brief.methods.enumerated() {
            html.element(.h4, .id("method", number + 1)) { html in
                html.text(method.name)
                if !method.version.isEmpty {
                    html.element(.span, .class("c"), text: " · \(text.version(method.version))")
                }
            }
            html.element(.p, text: method.how)
            if !method.limits.isEmpty {
                html.element(.ul) { html in
                    for limit in method.limits { html.element(.li, text: limit) }
                }
            }
        }
    }

    /// A link to what a scorer says of itself; plain text where the pack has no such note.
    func methodLink(_ name: String, text: String, _ html: inout HTMLWriter) {
        if let number = brief.methods.firstIndex(where: { $0.name == name }) {
            html.element(.a, .href("method", number + 1), text: text)
        } else if !brief.methods.isEmpty {
            html.element(.a, .fixed("href", "#methods"), text: text)
        } else {
            html.text(text)
        }
    }

    private func rules(_ html: inout HTMLWriter) {
        guard !brief.rules.isEmpty else { return }
        html.element(.h3, text: text.rulesHeading)
        html.element(.ul) { html in
            for rule in brief.rules { html.element(.li, .anyDirection, text: rule) }
        }
    }
}
