import EarshotCore

/// Before and now, in tables: items, positions, threads, reasons.
extension SupplementPage {
    func items(_ html: inout HTMLWriter) {
        html.element(.h2, .fixed("id", "items"), text: text.itemsHeading)
        if supplement.items.isEmpty {
            html.element(.p, text: text.noItems)
        } else {
            table(text.itemsTable, columns: itemColumns, &html) { html in
                for item in supplement.items { html.element(.tr) { row(item, &$0) } }
            }
            if !isPublic { html.element(.p, .class("c"), text: text.itemsNote) }
        }
        if supplement.unchangedItems > 0 { html.element(.p, text: text.unchanged(supplement.unchangedItems)) }
        if !isPublic { positions(&html) }
    }

    private var itemColumns: [(String, Bool)] {
        isPublic
            ? [(text.item, false), (text.before, true), (text.now, true)]
            : [
                (text.item, false), (text.before, true), (text.new, true), (text.otherwise, true), (text.now, true),
                (text.people, true), (text.late, true),
            ]
    }

    private func row(_ change: Supplement.ItemChange, _ html: inout HTMLWriter) {
        html.element(.th, .fixed("scope", "row"), .anyDirection, text: label(change.item))
        number(text.before(change.comments), &html)
        if isPublic { return number(text.now(change.comments), &html) }
        let before = change.comments.before ?? 0
        number(text.signed(change.new), &html)
        number(text.signed(change.comments.now - before - change.new), &html)
        number(text.now(change.comments), &html)
        number(change.people.map(text.arrow) ?? text.pack.none, &html)
        number(text.pack.number(change.late), &html)
    }

    private func positions(_ html: inout HTMLWriter) {
        let changed = supplement.items.filter { $0.item != nil && $0.positionsBefore != $0.positions }
        guard !changed.isEmpty else { return }
        html.element(.h3, text: text.positionsHeading)
        pack.positionKey(nil, &html)
        let columns = [(text.item, false), (text.before, false), (text.now, false)]
        table(text.positionsTable, columns: columns, &html) { html in
            for change in changed {
                html.element(.tr) { html in
                    html.element(.th, .fixed("scope", "row"), .anyDirection, text: label(change.item))
                    for counts in [change.positionsBefore, change.positions] {
                        html.element(.td) { html in
                            guard let counts else { return html.text(text.pack.none) }
                            pack.positionBar(counts, &html)
                            html.element(.span, .class("c"), text: text.pack.positions(counts))
                        }
                    }
                }
            }
        }
    }

    func agenda(_ html: inout HTMLWriter) {
        guard !supplement.agenda.isEmpty else { return }
        html.element(.h2, text: text.agendaHeading)
        list(supplement.agenda.map(text.change), &html)
    }

    func threads(_ html: inout HTMLWriter) {
        guard !supplement.threads.isEmpty else { return }
        html.element(.h2, text: text.threadsHeading)
        let columns = [
            (text.thread, false), (text.commentsRead, true), (text.linkBefore, false), (text.linkNow, false),
        ]
        table(text.threadsTable, columns: columns, &html) { html in
            for thread in supplement.threads.prefix(Self.threadLimit) {
                html.element(.tr) { html in
                    html.element(.th, .fixed("scope", "row"), .anyDirection) { html in
                        html.link(to: thread.url, text: thread.title.isEmpty ? text.pack.untitled : thread.title)
                        if !thread.place.isEmpty { html.element(.span, .class("c"), text: " \(thread.place)") }
                    }
                    number(text.pack.number(thread.comments), &html)
                    let before = thread.isNew ? text.isNew : text.link(thread.itemBefore, thread.statusBefore)
                    html.element(.td, .anyDirection, text: before)
                    html.element(.td, .anyDirection, text: text.link(thread.item, thread.status))
                }
            }
        }
        let more = supplement.threads.count - Self.threadLimit
        if more > 0 { html.element(.p, .class("c"), text: text.more(more)) }
    }

    /// Threads of the table; their comments are in comments.csv. Chosen, not derived.
    private static var threadLimit: Int { 300 }

    func exclusions(_ html: inout HTMLWriter) {
        guard !supplement.exclusions.isEmpty else { return }
        html.element(.h2, text: text.exclusionsHeading)
        let columns = [(text.reason, false), (text.before, true), (text.now, true)]
        table(text.exclusionsTable, columns: columns, &html) { html in
            for change in supplement.exclusions {
                html.element(.tr) { html in
                    html.element(.th, .fixed("scope", "row"), .anyDirection, text: change.reason)
                    number(text.before(change.comments), &html)
                    number(text.now(change.comments), &html)
                }
            }
        }
    }

    // MARK: - Parts

    func label(_ item: AgendaItem?) -> String {
        item.map { pack.shortened($0.label[...], to: 150) } ?? text.pack.onNoItem
    }

    func list(_ lines: [String], _ html: inout HTMLWriter) {
        html.element(.ul) { html in
            for line in lines { html.element(.li, .anyDirection, text: line) }
        }
    }

    private func number(_ number: String, _ html: inout HTMLWriter) {
        html.element(.td, .class("n"), text: number)
    }

    /// A table that scrolls by itself where the screen is narrow. A column: its heading, and whether it holds numbers.
    private func table(
        _ caption: String, columns: [(String, Bool)], _ html: inout HTMLWriter, rows: (inout HTMLWriter) -> Void
    ) {
        html.element(
            .div, .class("scroll"), .fixed("tabindex", "0"), .fixed("role", "group"), .label(caption)
        ) { html in
            html.element(.table) { html in
                html.element(.caption, text: caption)
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        for (title, isNumber) in columns {
                            html.element(
                                .th, .fixed("scope", "col"), isNumber ? .class("n") : .class("t"), text: title)
                        }
                    }
                }
                html.element(.tbody) { html in rows(&html) }
            }
        }
    }
}
