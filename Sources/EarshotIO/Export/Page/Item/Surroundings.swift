import EarshotCore

/// What surrounds the words: tone, when, where, and who is not heard.
extension PackPage {
    func tone(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        let tones = brief.tones
        guard tones.total > 0 else { return }
        html.element(.h3, text: text.toneHeading)
        toneBar(tones, &html)
        html.element(.p, .class("why"), text: text.toneNote)
    }

    func timeline(_ brief: ItemBrief, _ html: inout HTMLWriter) {
        guard brief.counts.comments > 0 else { return }
        html.element(.h3, text: text.whenHeading)
        let days = brief.days.compactMap { day in LocalTime(isoDate: day.day).map { (day: $0, comments: day.comments) }
        }
        guard let first = days.first, let last = days.last else { return html.element(.p, text: text.noDates) }
        let dated = days.reduce(0) { $0 + $1.comments }
        var sentence = ""
        if days.count > 1 {
            let timeline = Timeline(days, until: self.brief.meeting.deadline)
            timelineBars(timeline.bars, deadline: timeline.deadline, &html)
            let end = timeline.deadline == nil ? nil : self.brief.meeting.deadline
            let ends = text.ends(first: first.day, last: last.day, deadline: end)
            html.element(.p, .class("ends")) { html in
                html.element(.span, text: ends.0)
                html.text(" ")
                html.element(.span, text: ends.1)
            }
            sentence = timeline.step == 1 ? "" : " \(text.barStands(for: timeline.step))"
        }
        let busiest = days.dropFirst().reduce(first) { $1.comments > $0.comments ? $1 : $0 }
        let when = text.when(
            first: first.day, last: last.day, busiest: busiest.day, count: busiest.comments,
            undated: max(0, brief.counts.comments - dated))
        html.element(.p, .class("c"), text: when + sentence)
    }

    func places(_ brief: ItemBrief, printed: Int, _ html: inout HTMLWriter) {
        guard !brief.places.isEmpty else { return }
        let hasMembers = brief.places.contains { $0.members != nil }
        heading(text.whereHeading, isPrinted: printed > 0, &html)
        html.element(.table, onPaper(printed > 0)) { html in
            html.element(.caption, .class("hidden"), text: text.placesTable)
            html.element(.thead) { html in
                html.element(.tr) { html in
                    html.element(.th, .fixed("scope", "col"), text: text.placeColumn)
                    if hasMembers { html.element(.th, .fixed("scope", "col"), .class("n"), text: text.membersColumn) }
                    html.element(.th, .fixed("scope", "col"), .class("n"), text: text.commentsColumn)
                }
            }
            html.element(.tbody) { html in
                for (i, place) in brief.places.prefix(PageLimit.places).enumerated() {
                    row(place, hasMembers: hasMembers, isPrinted: i < printed, &html)
                }
            }
        }
        more(brief.places.count - PageLimit.places, in: "pack.json", &html)
    }

    private func row(
        _ place: ItemBrief.PlaceCount, hasMembers: Bool, isPrinted: Bool, _ html: inout HTMLWriter
    ) {
        html.element(.tr, onPaper(isPrinted)) { html in
            html.element(.th, .fixed("scope", "row")) { html in
                html.element(.span, .anyDirection, text: place.place.isEmpty ? text.unnamedPlace : place.place)
                let known = brief.places.first { $0.place.name == place.place }?.place
                let note = text.placeNote(network: known?.network ?? "", kind: known?.kind ?? "", ward: place.ward)
                if !note.isEmpty { html.element(.span, .class("c"), text: " (\(note))") }
                let day = LocalTime(isoDate: place.checked).map { text.date($0, year: false) } ?? ""
                let detail = text.placeDetail(
                    topic: shortened(place.topic[...], to: PageLimit.topic), checked: day)
                if !detail.isEmpty { html.element(.span, .class("c detail"), text: detail) }
            }
            if hasMembers { html.element(.td, .class("n"), text: place.members.map(text.number) ?? text.none) }
            html.element(.td, .class("n"), text: text.figure(place.comments))
        }
    }

    func notHeard(_ brief: ItemBrief, printed: Int, _ html: inout HTMLWriter) {
        let sentences = silences(of: brief)
        guard !sentences.isEmpty else { return }
        html.element(.div, printed > 0 ? .class("warn") : .class("warn screen")) { html in
            html.element(.h3, text: text.notHeardHeading)
            for (i, sentence) in sentences.enumerated() {
                html.element(.p, onPaper(i < printed)) { $0.text(sentence) }
            }
        }
    }

    func silences(of item: ItemBrief) -> [String] {
        var sentences: [String] = []
        if !item.places.isEmpty || !item.wardsHeard.isEmpty { sentences += silentPlaces(of: item) }
        if !item.tones.notScored.isEmpty { sentences.append(text.unread(item.tones.notScored)) }
        if !item.mixedLanguages.isEmpty { sentences.append(text.mixed(item.mixedLanguages)) }
        let missing = item.threads.reduce(0) { $0 + $1.missingReplies }
        if missing > 0 { sentences.append(text.missingReplies(missing)) }
        return sentences
    }

    /// Wards and places without a comment on the item; only asked where the item's own places are known.
    private func silentPlaces(of item: ItemBrief) -> [String] {
        var sentences: [String] = []
        let heard = Set((item.places.map(\.ward) + item.wardsHeard).map { PackPage.folded(ward: $0) })
        let wards = brief.meeting.wards.filter { !heard.contains(PackPage.folded(ward: $0)) }
        if !wards.isEmpty {
            let shown = wards.count <= PageLimit.silentWards + 3 ? wards.count : PageLimit.silentWards
            let names = wards.prefix(shown).map { shortened($0[...], to: PageLimit.silentName) }
            sentences.append(text.silentWards(names, more: wards.count - shown))
        }
        let speaking = Set(item.places.map(\.place))
        let places = brief.places.map(\.place.name).filter { !speaking.contains($0) && !$0.isEmpty }
        if !places.isEmpty {
            // Two or three more names take no more room than saying that there are.
            let shown = places.count <= PageLimit.silentPlaces + 3 ? places.count : PageLimit.silentPlaces
            let names = places.prefix(shown).map { shortened($0[...], to: PageLimit.silentName) }
            sentences.append(text.silentPlaces(names, more: places.count - shown))
        }
        return sentences
    }

    /// "Acacia ward" and "acacia" are one ward.
    private static func folded(ward: String) -> String {
        let name = ward.lowercased().split(whereSeparator: \.isWhitespace)
        return (name.last == "ward" ? name.dropLast() : name[...]).joined(separator: " ")
    }
}

/// Days put into bars of equal length.
struct Timeline {
    /// Days a bar: 1, 7, or a multiple of 28.
    let step: Int
    /// Comments a bar, oldest first, the empty ones too.
    let bars: [Int]
    /// The bar of the deadline, which is the last; `nil` where there is none, or where it lies before a comment or more
    /// than three times as far away as the comments are apart.
    let deadline: Int?

    /// - Parameter days: Ascending, at least one.
    init(_ days: [(day: LocalTime, comments: Int)], until deadline: LocalTime? = nil) {
        let numbers = days.map { Int($0.day.secondsFromEpoch / 86400) }
        let first = numbers.first ?? 0
        let last = numbers.last ?? 0
        let close = deadline.map { Int($0.secondsFromEpoch / 86400) }
            .flatMap { $0 >= last && $0 - first <= 4 * (last - first + 7) ? $0 : nil }
        let length = (close ?? last) - first + 1
        let months = (length + 28 * PageLimit.bars - 1) / (28 * PageLimit.bars)
        step = length <= PageLimit.bars ? 1 : length <= 7 * PageLimit.bars ? 7 : 28 * months
        var bars = Array(repeating: 0, count: (length + step - 1) / step)
        for (number, day) in zip(numbers, days) where bars.indices.contains((number - first) / step) {
            bars[(number - first) / step] += day.comments
        }
        self.bars = bars
        self.deadline = close.map { [step] in ($0 - first) / step }
    }
}
