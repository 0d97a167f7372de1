import EarshotCore

extension PackJSON {
    /// Of a restricted item only what the printed agenda shows of it too: number and title.
    static func write(_ brief: ItemBrief, into json: inout JSONWriter) {
        let item = brief.item
        json.object { json in
            json.field("id", item.id.rawValue)
            json.field("position", item.position)
            json.field("number", item.number)
            json.field("title", item.title)
            json.field("kind", item.kind.rawValue)
            json.field("restricted", item.restricted)
            json.field("left_out", item.leftOut)
            json.field("note", brief.note.isEmpty || item.restricted ? nil : brief.note)
            if !item.restricted {
                json.field("text", item.text)
                json.field("url", item.url)
                json.field("documents", item.documents.filter { !$0.restricted }) { json, document in
                    json.object {
                        $0.field("title", document.title)
                        $0.field("url", document.url)
                    }
                }
            }
            if brief.isPublished { writeFindings(brief, into: &json) }
        }
    }

    private static func writeFindings(_ brief: ItemBrief, into json: inout JSONWriter) {
        json.key("counts")
        json.object { json in
            json.field("comments", brief.counts.comments)
            json.field("texts", brief.counts.texts)
            json.field("copies", brief.counts.copies)
            json.field("people", brief.counts.people)
            json.field("unnamed", brief.counts.unnamed)
            json.field("busiest_five", brief.counts.busiestFive)
        }
        json.key("positions")
        write(brief.positions, into: &json)
        json.key("positions_by_text")
        write(brief.positionsByText, into: &json)
        json.key("position_bases")
        json.object { json in
            for basis in PositionBasis.allCases { json.field(basis.rawValue, brief.bases[basis, default: 0]) }
        }
        json.key("evidence")
        write(brief.evidence, into: &json)
        json.key("tones")
        write(brief.tones, into: &json)
        json.field("mixed_languages", brief.mixedLanguages) { write($1, into: &$0) }
        writeVoices(brief, into: &json)
        writeWhereAndWhen(brief, into: &json)
        json.field("threads", brief.threads) { write($1, into: &$0) }
    }

    private static func writeWhereAndWhen(_ brief: ItemBrief, into json: inout JSONWriter) {
        json.field("places", brief.places) { json, place in
            json.object {
                $0.field("place", place.place)
                $0.field("members", place.members)
                $0.field("ward", place.ward)
                $0.field("comments", place.comments)
            }
        }
        json.field("wards_heard", brief.wardsHeard) { $0.string($1) }
        json.field("days", brief.days) { json, day in
            json.object {
                $0.field("day", day.day)
                $0.field("comments", day.comments)
            }
        }
    }

    static func write(_ positions: PositionCounts, into json: inout JSONWriter) {
        json.object { json in
            for position in Position.allCases { json.field(position.rawValue, positions[position]) }
        }
    }

    private static func write(_ tones: ToneCounts, into json: inout JSONWriter) {
        json.object { json in
            json.field("negative", tones.negative)
            json.field("neutral", tones.neutral)
            json.field("positive", tones.positive)
            json.field("not_scored", tones.notScored) { write($1, into: &$0) }
        }
    }

    static func write(_ thread: ThreadBrief, into json: inout JSONWriter) {
        json.object { json in
            json.field("thread_id", thread.id.rawValue)
            json.field("title", thread.title)
            json.field("url", thread.url)
            json.field("linked_url", thread.linkedURL)
            json.field("place", thread.place)
            json.field("comments", thread.comments)
            json.field("people", thread.people)
            json.field("missing_replies", thread.missingReplies)
            json.field("item_id", thread.item?.rawValue)
            json.field("link_status", thread.status.rawValue)
            writeStretches(thread, into: &json)
            let candidates = thread.stretch.map { [$0.candidate] } ?? thread.link.candidates
            json.field("candidates", candidates) { json, candidate in
                json.object { json in
                    json.field("item_id", candidate.item.rawValue)
                    json.field("confidence", thousandths: candidate.confidence)
                    json.field("link_status", thread.status(of: candidate.item).rawValue)
                    json.field("reasons", candidate.reasons) { json, reason in
                        json.object {
                            $0.field("kind", reason.kind.rawValue)
                            $0.field("text", reason.text)
                            $0.field("weight", thousandths: reason.weight)
                        }
                    }
                }
            }
        }
    }

    /// Where the thread drifted; nothing else has these fields.
    private static func writeStretches(_ thread: ThreadBrief, into json: inout JSONWriter) {
        if let stretch = thread.stretch {
            json.field("thread_comments", thread.whole)
            json.field("first_comment", stretch.first + 1)
            json.field("last_comment", stretch.last + 1)
        }
        guard !thread.departures.isEmpty else { return }
        json.field("thread_comments", thread.whole)
        json.field("moved_on", thread.departures) { json, departure in
            json.object { json in
                json.field("item_id", departure.run.candidate.item.rawValue)
                json.field("first_comment", departure.run.first + 1)
                json.field("last_comment", departure.run.last + 1)
                json.field("comments", departure.comments)
            }
        }
    }
}
