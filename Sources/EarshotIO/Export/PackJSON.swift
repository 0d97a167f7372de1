import EarshotCore

/// The part of pack.json that follows the comments: everything that the page shows, for programs.
enum PackJSON {
    static func write(_ brief: Brief, into json: inout JSONWriter) {
        section("meeting", &json) { write(brief.meeting, into: &$0) }
        section("edition", &json) { json in
            json.object { json in
                json.field("for", brief.audience.rawValue)
                json.field("quotes", brief.quotePolicy.rawValue)
                json.field("sealed", brief.seal?.sealed.iso)
                json.field("kind", brief.seal?.kind.rawValue)
                json.field("number", brief.seal?.number)
                json.field("snapshot", brief.seal?.snapshot)
                json.field("note", brief.presentation.note.isEmpty ? nil : brief.presentation.note)
            }
        }
        section("totals", &json) { write(brief.totals, into: &$0) }
        list("items", brief.items, &json) { write($1, into: &$0) }
        list("off_agenda", brief.offAgenda, &json) { write($1, into: &$0) }
        list("off_agenda_keyphrases", brief.offAgendaKeyphrases, &json) { write($1, into: &$0) }
        list("off_agenda_themes", brief.offAgendaThemes, &json) { write($1, into: &$0) }
        section("off_agenda_other_themes", &json) { json in json.object { write(brief.offAgendaOther, into: &$0) } }
        list("unread_comments", brief.unreadComments, &json) { write($1, into: &$0) }
        list("places", brief.places, &json) { write($1, into: &$0) }
        list("exclusions", brief.exclusions, &json) { json, reason in
            json.object {
                $0.field("reason", reason.reason)
                $0.field("comments", reason.count)
            }
        }
        list("skipped_records", brief.skipped, &json) { write($1, into: &$0) }
        list("sources", brief.sources, &json) { write($1, into: &$0) }
        list("methods", brief.methods, &json) { write($1, into: &$0) }
        list("rules", brief.rules, &json) { $0.string($1) }
    }

    private static func section(_ name: String, _ json: inout JSONWriter, _ body: (inout JSONWriter) -> Void) {
        json.lineBreak()
        json.key(name)
        body(&json)
    }

    private static func list<Element>(
        _ name: String, _ elements: [Element], _ json: inout JSONWriter, _ body: (inout JSONWriter, Element) -> Void
    ) {
        json.lineBreak()
        json.field(name, elements) { json, element in
            json.lineBreak()
            body(&json, element)
        }
    }

    private static func write(_ meeting: Meeting, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", meeting.id.rawValue)
            json.field("council", meeting.council)
            json.field("body", meeting.body)
            json.field("title", meeting.title)
            json.field("start", meeting.start?.iso)
            json.field("time_zone", meeting.timeZone)
            json.field("venue", meeting.venue)
            json.field("url", meeting.url)
            json.field("status", meeting.status.rawValue)
            json.field("wards", meeting.wards) { $0.string($1) }
            json.field("deadline", meeting.deadline?.iso)
        }
    }

    private static func write(_ totals: Brief.Totals, into json: inout JSONWriter) {
        json.object { json in
            json.field("read", totals.read)
            json.field("included", totals.included)
            json.field("excluded", totals.excluded)
            json.field("skipped_records", totals.skipped)
            json.field("passed_over_records", totals.passedOver)
            json.field("people", totals.people)
            json.field("unnamed", totals.unnamed)
            json.field("threads", totals.threads)
            json.field("places", totals.places)
            json.field("networks", totals.networks)
            json.field("items_talked_about", totals.itemsTalkedAbout)
            json.field("linkable_items", totals.linkable)
            json.field("off_agenda", totals.offAgenda)
            json.field("not_scored", totals.unread)
            json.field("first", totals.first?.iso)
            json.field("last", totals.last?.iso)
        }
    }

    private static func write(_ place: PlaceBrief, into json: inout JSONWriter) {
        json.object { json in
            json.field("id", place.place.id.rawValue)
            json.field("name", place.place.name)
            json.field("network", place.place.network)
            json.field("kind", place.place.kind)
            json.field("url", place.place.url)
            json.field("members", place.place.members)
            json.field("ward", place.place.ward)
            json.field("topic", place.place.topic)
            json.field("checked", place.place.checked)
            json.field("access", place.place.access?.rawValue)
            json.field("threads", place.threads)
            json.field("comments", place.comments)
        }
    }

    private static func write(_ diagnostic: Diagnostic, into json: inout JSONWriter) {
        json.object { json in
            json.field("severity", diagnostic.severity.rawValue)
            json.field("place", diagnostic.place)
            json.field("message", diagnostic.message)
            json.field("mend", diagnostic.mend)
        }
    }

    private static func write(_ source: Brief.SourceFile, into json: inout JSONWriter) {
        json.object { json in
            json.field("path", source.path)
            json.field("kind", source.kind)
            json.field("format", source.format)
            json.field("sha256", source.sha256)
            json.field("threads", source.threads)
            json.field("comments", source.comments)
            json.field("records", source.read)
            json.field("skipped_records", source.skipped)
            json.field("passed_over_records", source.passedOver)
            json.field("updated_comments", source.updated)
            json.field("withdrawn_comments", source.withdrawn)
            json.field("missing_replies", source.missingReplies)
            json.field("unread", source.isUnread)
            json.field("notes", source.diagnostics) { write($1, into: &$0) }
        }
    }

    private static func write(_ method: MethodNote, into json: inout JSONWriter) {
        json.object { json in
            json.field("name", method.name)
            json.field("version", method.version)
            json.field("how", method.how)
            json.field("limits", method.limits) { $0.string($1) }
        }
    }
}
