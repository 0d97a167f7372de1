import EarshotCore

/// Why each thread stands where it stands.
extension PackPage {
    func links(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        guard !brief.threads.isEmpty, self.brief.audience != .public else { return }
        let fold: [HTMLAttribute] = self.brief.audience == .officers ? [.flag("open")] : []
        html.element(.details, [.class("screen")] + fold) { html in
            html.element(.summary, text: text.linksHeading)
            html.element(.ul, .class("threads")) { html in
                for thread in brief.threads.prefix(PageLimit.threads) { self.thread(thread, of: brief.item, &html) }
            }
            more(brief.threads.count - PageLimit.threads, in: "links.csv", &html)
        }
    }

    private func thread(_ thread: ThreadBrief, of item: AgendaItem, _ html: inout HTMLWriter) {
        let candidate = thread.stretch?.candidate ?? thread.link.candidates.first { $0.item == item.id }
        html.element(.li) { html in
            title(thread, &html)
            var notes = [thread.place, text.threadCounts(thread), text.linkStatus(thread.status(of: item.id))]
            if let candidate { notes.append(text.confidence(candidate.confidence)) }
            if thread.missingReplies > 0 { notes.append(text.unsaved(thread.missingReplies)) }
            html.element(.div, .class("c"), text: notes.filter { !$0.isEmpty }.joined(separator: " · "))
            if let stretch = thread.stretch {
                let name = thread.threadItem.map { itemName($0) }
                html.element(.div, .class("c"), text: text.stretch(stretch, of: thread.whole, from: name))
            }
            departures(thread, &html)
            if let candidate, !candidate.reasons.isEmpty { reasons(candidate.reasons, &html) }
            if thread.stretch == nil, let next = thread.link.candidates.first(where: { $0.item != item.id }) {
                html.element(.div, .class("c"), text: text.runnerUp(label(of: next.item), next.confidence))
            }
        }
    }

    /// The stretches that left the thread's own item.
    func departures(_ thread: ThreadBrief, _ html: inout HTMLWriter) {
        for departure in thread.departures {
            let name = itemName(departure.run.candidate.item)
            html.element(.div, .class("c"), text: text.departure(departure, of: thread.whole, to: name))
        }
    }

    /// "item 9"; the title of an item without a number.
    private func itemName(_ id: AgendaItem.ID) -> String {
        let number = brief.items.first { $0.item.id == id }?.item.number ?? ""
        return number.isEmpty ? label(of: id) : text.itemNumber(number)
    }

    private func reasons(_ reasons: [LinkReason], _ html: inout HTMLWriter) {
        html.element(.ul) { html in
            for reason in reasons {
                html.element(.li) { html in
                    html.element(.span, .anyDirection, text: reason.text)
                    let weight = "\(text.reasonWeight) \(Decimals.thousandths(reason.weight))"
                    html.element(.span, .class("c"), text: " · \(weight)")
                }
            }
        }
    }

    func title(_ thread: ThreadBrief, _ html: inout HTMLWriter) {
        html.element(.span, .anyDirection) { html in
            html.link(to: thread.url, text: thread.title.isEmpty ? text.untitled : thread.title)
        }
    }

    func label(of id: AgendaItem.ID) -> String {
        guard let item = brief.items.first(where: { $0.item.id == id })?.item else { return id.rawValue }
        return shortened(item.label[...], to: 90)
    }
}
