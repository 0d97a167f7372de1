import EarshotCore

extension Inspection {
    /// Items and places named; of the rest it is said how many there are. Chosen, not derived.
    private static let itemLimit = 40
    private static let placeLimit = 5

    /// For a terminal: the first line says what the file is, those below what stands in it.
    package var lines: [String] {
        guard kind != .unknown else { return ["\(file): could not be read"] }
        guard isReadable else { return ["\(file): \(formatTitle), could not be read"] }
        if let agenda { return lines(of: agenda) }
        if let threads { return lines(of: threads) }
        return ["\(file): \(formatTitle)"]
    }

    private func lines(of agenda: AgendaOutline) -> [String] {
        var lines = ["\(file): agenda. \(formatTitle), \(Self.count(parts, "item", "items"))"]
        if !agenda.title.isEmpty { lines.append("  \(agenda.title)") }
        if agenda.meeting.status == .cancelled { lines.append("  The meeting was cancelled") }
        var kinds = ["\(agenda.linkable) that threads may be about"]
        if agenda.procedural > 0 { kinds.append("\(agenda.procedural) procedural") }
        if agenda.restricted > 0 { kinds.append("\(agenda.restricted) restricted") }
        if agenda.headings > 0 { kinds.append(Self.count(agenda.headings, "heading", "headings")) }
        lines.append("  \(Self.count(parts, "item", "items")): \(kinds.joined(separator: ", "))")
        for item in agenda.items.prefix(Self.itemLimit) {
            let note =
                switch item.kind {
                case .business: item.restricted ? " (restricted)" : ""
                case .procedural: " (procedural)"
                case .heading: " (heading)"
                }
            lines.append("    \(item.label)\(note)")
        }
        if parts > Self.itemLimit { lines.append("    and \(parts - Self.itemLimit) more") }
        return lines
    }

    private func lines(of threads: ThreadsOutline) -> [String] {
        var lines = [
            "\(file): discussion. \(formatTitle), \(Self.count(parts, "thread", "threads")), "
                + Self.count(comments, "comment", "comments"),
            "  \(Self.count(read, "record", "records")) read = \(comments) stored + \(skipped) skipped + "
                + "\(passedOver) passed over",
        ]
        for thread in threads.first {
            let title = thread.title.isEmpty ? "without a title" : "\u{201C}\(thread.title)\u{201D}"
            lines.append("  Thread \(title): \(Self.count(thread.comments, "comment", "comments"))")
        }
        if parts > threads.first.count { lines.append("  and \(parts - threads.first.count) more threads") }
        let named = threads.places.filter { !$0.place.isEmpty }
        if !named.isEmpty {
            let places = named.prefix(Self.placeLimit).map { "\($0.place) (\($0.comments))" }
            let more = named.count > Self.placeLimit ? ", and \(named.count - Self.placeLimit) more" : ""
            lines.append("  \(named.count == 1 ? "Place" : "Places"): \(places.joined(separator: ", "))\(more)")
        }
        if let days = threads.days {
            let undated = threads.undated == 0 ? "" : "; \(threads.undated) without a date"
            let range = PackText.english.days(from: days.first, to: days.last).replacing("\u{A0}", with: " ")
            lines.append("  Posted: \(range)\(undated)")
        } else if comments > 0 {
            lines.append("  Posted: no comment has a date")
        }
        let gone = [
            (threads.deleted, "deleted"), (threads.hidden, "hidden by moderators"), (threads.empty, "without words"),
        ]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        if !gone.isEmpty { lines.append("  At the source: \(gone.joined(separator: ", "))") }
        if threads.missingReplies > 0 {
            lines.append(
                "  Missing: \(Self.count(threads.missingReplies, "reply", "replies")) "
                    + "\(threads.missingReplies == 1 ? "is" : "are") not in this file")
        }
        return lines
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    /// `{"file","kind","format","items"|"threads","comments","skipped","diagnostics":[…],…}` on one line.
    package var json: String {
        var json = JSONWriter()
        json.object { json in
            json.field("file", file)
            json.field("kind", kind.rawValue)
            json.field("format", format.isEmpty ? nil : format)
            json.field("format_title", formatTitle.isEmpty ? nil : formatTitle)
            json.field(kind == .agenda ? "items" : "threads", parts)
            json.field("comments", comments)
            json.field("records", read)
            json.field("skipped", skipped)
            json.field("passed_over", passedOver)
            if let agenda { write(agenda, into: &json) }
            if let threads { write(threads, into: &json) }
            json.field("diagnostics", diagnostics) { json, diagnostic in
                json.object { json in
                    json.field("severity", diagnostic.severity.rawValue)
                    json.field("message", diagnostic.message)
                    json.field("at", diagnostic.place)
                    json.field("mend", diagnostic.mend)
                }
            }
        }
        return String(decoding: json.take(), as: UTF8.self)
    }

    private func write(_ agenda: AgendaOutline, into json: inout JSONWriter) {
        json.field("meeting", agenda.title)
        json.field("start", agenda.meeting.start?.iso)
        json.field("cancelled", agenda.meeting.status == .cancelled)
        json.field("linkable", agenda.linkable)
        json.field("procedural", agenda.procedural)
        json.field("restricted", agenda.restricted)
        json.field("headings", agenda.headings)
        json.field("agenda", agenda.items) { json, item in
            json.object { json in
                json.field("id", item.id.rawValue)
                json.field("number", item.number)
                json.field("title", item.title)
                json.field("kind", item.kind.rawValue)
                json.field("restricted", item.restricted)
            }
        }
    }

    private func write(_ threads: ThreadsOutline, into json: inout JSONWriter) {
        json.field("with_words", threads.withWords)
        json.field("deleted", threads.deleted)
        json.field("hidden", threads.hidden)
        json.field("empty", threads.empty)
        json.field("missing_replies", threads.missingReplies)
        json.field("first_day", threads.days?.first.iso)
        json.field("last_day", threads.days?.last.iso)
        json.field("undated", threads.undated)
        json.field("places", threads.places) { json, place in
            json.object { json in
                json.field("place", place.place)
                json.field("comments", place.comments)
            }
        }
        json.field("first_threads", threads.first) { json, thread in
            json.object { json in
                json.field("title", thread.title)
                json.field("comments", thread.comments)
            }
        }
    }
}
