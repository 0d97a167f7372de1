import EarshotCore

/// Every item of the agenda in a line: how many comments, how many people, which positions.
extension PackPage {
    func glance(_ html: inout HTMLWriter) {
        html.element(.h2, .fixed("id", "glance"), text: text.glance)
        guard !brief.items.isEmpty else { return html.element(.p, text: text.glanceEmpty) }
        if sections.isEmpty {
            html.element(.p, text: brief.totals.included == 0 ? text.noComments : text.noLinks)
        } else {
            positionKey(nil, &html)
            html.element(.p, .class("why"), text: text.unclearNote)
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
                for run in runs { row(run, &html) }
            }
        }
    }

    private func columnHeader(_ title: String, isNumber: Bool = false, _ html: inout HTMLWriter) {
        html.element(
            .th, .fixed("role", "columnheader"), .fixed("scope", "col"), isNumber ? .class("n") : .class("t"),
            text: title)
    }

    /// Items by row: each has one of its own, but procedural items that follow one another share one, so that the
    /// agenda stays a page on paper.
    private var runs: [[ItemBrief]] {
        var runs: [[ItemBrief]] = []
        for item in brief.items {
            if isMerelyProcedural(item), let before = runs.last?.last, isMerelyProcedural(before) {
                runs[runs.count - 1].append(item)
            } else {
                runs.append([item])
            }
        }
        return runs
    }

    private func isMerelyProcedural(_ brief: ItemBrief) -> Bool {
        brief.item.kind == .procedural && !brief.item.restricted && !brief.item.leftOut && !hasSection(brief)
    }

    private func row(_ run: [ItemBrief], _ html: inout HTMLWriter) {
        guard let brief = run.first else { return }
        if brief.item.kind == .heading && !hasSection(brief) {
            html.element(.tr, .class("part"), .fixed("role", "row")) { html in
                html.element(
                    .th, .fixed("role", "rowheader"), .fixed("scope", "row"), .number("colspan", 4), .anyDirection,
                    text: brief.item.label)
            }
        } else if hasSection(brief) {
            html.element(.tr, .fixed("role", "row")) { spokenOf(brief, &$0) }
        } else {
            let isNobody = brief.item.isLinkable
            html.element(.tr, isNobody ? .class("silent nobody") : .class("silent"), .fixed("role", "row")) {
                silent(run, &$0)
            }
        }
    }

    private func spokenOf(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        html.element(.th, .fixed("role", "rowheader"), .fixed("scope", "row"), .anyDirection) { html in
            html.element(.a, .href("item", brief.item.position), text: shortened(brief.item.label[...], to: 150))
        }
        countCell(brief.counts.comments, text.commentsUnit(brief.counts.comments), bar: loudest, &html)
        countCell(brief.counts.people, text.peopleUnit(brief.counts.people), &html)
        html.element(.td, .fixed("role", "cell"), .class("p")) { html in
            positionBar(brief.positions, &html)
            html.element(.span, .class("c"), text: text.positions(brief.positions))
        }
    }

    private func silent(_ run: [ItemBrief], _ html: inout HTMLWriter) {
        let items = run.map(\.item)
        let isSmall = run.contains(where: \.isSmall)
        html.element(.th, .fixed("role", "rowheader"), .fixed("scope", "row")) { html in
            for (i, item) in items.enumerated() {
                if i > 0 { html.text(" · ") }
                // A number stays with its title's first word.
                let title = item.number.isEmpty ? item.title : "\(item.number)\u{A0}\(item.title)"
                html.element(.span, .anyDirection, text: title)
            }
        }
        if items.contains(where: \.isLinkable), !isSmall {
            countCell(0, text.commentsUnit(0), &html)
            countCell(0, text.peopleUnit(0), &html)
        } else {
            html.element(.td, .fixed("role", "cell"), .class("n none"), text: text.none)
            html.element(.td, .fixed("role", "cell"), .class("n none"), text: text.none)
        }
        html.element(
            .td, .fixed("role", "cell"), .class("p"), text: isSmall ? text.fewFound : items.first.map(silence) ?? "")
    }

    private func silence(of item: AgendaItem) -> String {
        if item.restricted { return text.restricted }
        if item.leftOut { return text.leftOut }
        return item.isLinkable ? text.nothingFound : text.procedural
    }

    /// Comments of the item that has most.
    private var loudest: Int { sections.map(\.counts.comments).max() ?? 0 }

    /// - Parameter bar: what a full bar beside the number stands for; 0 for none.
    private func countCell(_ count: Int, _ unit: String, bar most: Int = 0, _ html: inout HTMLWriter) {
        html.element(.td, .fixed("role", "cell"), .class("n")) { html in
            // A silent item is silent for the public too.
            html.text(most == 0 && count == 0 ? text.number(0) : text.figure(count))
            html.element(.span, .class("unit"), text: " \(unit)")
            volumeBar(count, of: most, &html)
        }
    }
}
