import EarshotCore

/// Every item of the agenda in a line: how many comments, how many people, which positions.
extension PackPage {
    func glance(_ html: inout HTMLWriter) {
        html.element(.h2, .fixed("id", "glance"), text: text.glance)
        guard !brief.items.isEmpty else { return html.element(.p, text: text.glanceEmpty) }
        if sections.isEmpty {
            html.element(.p, text: brief.totals.included == 0 ? text.noComments : text.noLinks)
        } else {
            positionKey(&html)
        }
        // The roles say again what the elements mean, because narrow screens lay the table out as blocks, and browsers
        // then forget that it is one.
        html.element(.table, .class("glance"), .fixed("role", "table")) { html in
            html.element(.caption, text: text.glanceTable)
            html.element(.thead, .fixed("role", "rowgroup")) { html in
                html.element(.tr, .fixed("role", "row")) { html in
                    columnHeader(text.item, &html)
                    columnHeader(text.commentsColumn, isNumber: true, &html)
                    columnHeader(text.peopleColumn, isNumber: true, &html)
                    columnHeader(text.positionColumn, &html)
                }
            }
            html.element(.tbody, .fixed("role", "rowgroup")) { html in
                for item in brief.items { row(item, &html) }
            }
        }
    }

    private func columnHeader(_ title: String, isNumber: Bool = false, _ html: inout HTMLWriter) {
        html.element(
            .th, .fixed("role", "columnheader"), .fixed("scope", "col"), isNumber ? .class("n") : .class("t"), text: title)
    }

    private func row(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        if brief.item.kind == .heading && !hasSection(brief) {
            html.element(.tr, .class("part"), .fixed("role", "row")) { html in
                html.element(
                    .th, .fixed("role", "rowheader"), .fixed("scope", "row"), .number("colspan", 4), .anyDirection,
                    text: brief.item.label)
            }
        } else if hasSection(brief) {
            html.element(.tr, .fixed("role", "row")) { spokenOf(brief, &$0) }
        } else {
            html.element(.tr, .class("silent"), .fixed("role", "row")) { silent(brief, &$0) }
        }
    }

    private func spokenOf(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        html.element(.th, .fixed("role", "rowheader"), .fixed("scope", "row"), .anyDirection) { html in
            html.element(.a, .href("item", brief.item.position), text: shortened(brief.item.label[...], to: 150))
        }
        countCell(brief.counts.comments, text.commentsUnit(brief.counts.comments), &html)
        countCell(brief.counts.people, text.peopleUnit(brief.counts.people), &html)
        html.element(.td, .fixed("role", "cell"), .class("p")) { html in
            positionBar(brief.positions, &html)
            html.element(.span, .class("c"), text: text.positions(brief.positions))
        }
    }

    private func silent(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        html.element(
            .th, .fixed("role", "rowheader"), .fixed("scope", "row"), .anyDirection, text: brief.item.label)
        if brief.item.isLinkable {
            countCell(0, text.commentsUnit(0), &html)
            countCell(0, text.peopleUnit(0), &html)
        } else {
            html.element(.td, .fixed("role", "cell"), .class("n none"), text: text.none)
            html.element(.td, .fixed("role", "cell"), .class("n none"), text: text.none)
        }
        html.element(.td, .fixed("role", "cell"), .class("p"), text: silence(of: brief.item))
    }

    private func silence(of item: AgendaItem) -> String {
        if item.restricted { return text.restricted }
        if item.leftOut { return text.leftOut }
        return item.isLinkable ? text.nothingFound : text.procedural
    }

    private func countCell(_ count: Int, _ unit: String, _ html: inout HTMLWriter) {
        html.element(.td, .fixed("role", "cell"), .class("n")) { html in
            html.text(text.number(count))
            html.element(.span, .class("unit"), text: " \(unit)")
        }
    }
}
