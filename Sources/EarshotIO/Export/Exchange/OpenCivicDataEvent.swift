import Crypto
import EarshotCore

/// `opencivicdata-event.json`: the meeting and its agenda as an Open Civic Data event (the form of pupa's scrapers), with
/// what was linked to each item under `extras`. `earshot import` reads it back as the same agenda.
enum OpenCivicDataEvent {
    static let file = "opencivicdata-event.json"

    static func bytes(of brief: Brief) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            write(brief.meeting, into: &json)
            json.lineBreak()
            json.field("agenda", brief.items) { json, item in
                json.lineBreak()
                write(item, into: &json)
            }
            json.lineBreak()
            json.key("extras")
            json.object { json in
                json.field("council", brief.meeting.council)
                json.field("meeting_id", brief.meeting.id.rawValue)
                json.field("comments_read", brief.totals.read)
                json.field("comments_included", brief.totals.included)
                json.field("comments_off_agenda", brief.totals.offAgenda)
                json.field("items_talked_about", brief.totals.itemsTalkedAbout)
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ meeting: Meeting, into json: inout JSONWriter) {
        json.field("_type", "event")
        json.field("_id", identifier(of: meeting))
        json.field("name", meeting.title)
        json.field("classification", "meeting")
        json.field("description", "")
        json.field("all_day", meeting.start.map { !$0.hasTime } ?? true)
        json.field("start_date", start(of: meeting))
        json.field("end_date", "")
        json.field("timezone", meeting.timeZone)
        json.field("status", meeting.status == .cancelled ? "cancelled" : "confirmed")
        if !meeting.venue.isEmpty {
            json.key("location")
            json.object { json in
                json.field("name", meeting.venue)
                json.field("note", "")
                json.field("url", "")
                json.key("coordinates")
                json.null()
            }
        }
        json.field("participants", [meeting.body].filter { !$0.isEmpty }) { json, body in
            json.object { json in
                json.field("name", body)
                json.field("entity_type", "organization")
                json.field("note", "host")
            }
        }
        for name in ["media", "documents"] { json.field(name, [String]()) { $0.string($1) } }
        for name in ["links", "sources"] {
            json.field(name, [meeting.url].compactMap { $0 }) { json, url in
                json.object { json in
                    json.field("url", url)
                    json.field("note", "The meeting's page")
                }
            }
        }
    }

    /// With its offset from UTC; the day alone where the time is not known.
    private static func start(of meeting: Meeting) -> String {
        guard let start = meeting.start else { return "" }
        guard start.hasTime else { return start.iso }
        let minutes = (start.secondsFromEpoch - Dates.moment(of: start, zone: meeting.timeZone).seconds) / 60
        let size = Int(minutes.magnitude)
        let offset = "\(LocalTime.padded(size / 60, 2)):\(LocalTime.padded(size % 60, 2))"
        return "\(start.iso)\(minutes < 0 ? "-" : "+")\(offset)"
    }

    /// The same for the same meeting: a UUID of version 8 (RFC 9562) from the meeting's names and start.
    private static func identifier(of meeting: Meeting) -> String {
        let names = [meeting.council, meeting.body, meeting.id.rawValue, meeting.start?.iso ?? ""]
        var hash = SHA256()
        hash.update(data: Array(names.joined(separator: "\n").utf8))
        var bytes = Array(hash.finalize().prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { digits[$0].joined() }.joined(separator: "-")
    }
}

extension OpenCivicDataEvent {
    /// Of a restricted item only what the printed agenda shows of it too: number and title.
    private static func write(_ brief: ItemBrief, into json: inout JSONWriter) {
        let item = brief.item
        json.object { json in
            json.field("id", item.id.rawValue)
            json.field("description", item.title)
            json.field("order", String(item.position))
            json.field("classification", [item.kind.rawValue] + (item.restricted ? ["restricted"] : [])) {
                $0.string($1)
            }
            json.field("subjects", [String]()) { $0.string($1) }
            let text = item.restricted ? "" : item.text
            json.field("notes", text.split(separator: "\n")) { $0.string(String($1)) }
            let documents = item.restricted ? [] : item.documents.filter { !$0.restricted }
            json.field("media", documents) { write($1, into: &$0) }
            json.field("related_entities", [String]()) { $0.string($1) }
            json.key("extras")
            json.object { json in
                json.field("agenda_number", item.number)
                if !item.restricted, let url = item.url { json.field("url", url) }
                if brief.isPublished { writeCounts(brief, into: &json) }
            }
        }
    }

    private static func write(_ document: AgendaItem.Document, into json: inout JSONWriter) {
        json.object { json in
            json.field("note", document.title)
            json.field("date", "")
            json.field("links", [document.url].compactMap { $0 }) { json, url in
                json.object { json in
                    json.field("media_type", url.lowercased().hasSuffix(".pdf") ? "application/pdf" : "")
                    json.field("url", url)
                }
            }
        }
    }

    private static func writeCounts(_ brief: ItemBrief, into json: inout JSONWriter) {
        json.field("threads", Set(brief.threads.map(\.id)).count)
        json.field("comments", brief.counts.comments)
        json.field("texts", brief.counts.texts)
        json.field("people", brief.counts.people)
        json.field("unnamed", brief.counts.unnamed)
        json.key("positions")
        PackJSON.write(brief.positions, into: &json)
    }
}
