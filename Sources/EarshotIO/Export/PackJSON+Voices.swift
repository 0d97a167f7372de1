import EarshotCore

/// What people say: themes, keyphrases, quotes, questions, copied texts; and how their positions were read.
extension PackJSON {
    static func writeVoices(_ brief: ItemBrief, into json: inout JSONWriter) {
        json.field("keyphrases", brief.keyphrases) { write($1, into: &$0) }
        json.field("themes", brief.themes) { write($1, into: &$0) }
        json.key("other_themes")
        json.object { write(brief.otherThemes, into: &$0) }
        json.field("quotes", brief.quotes) { write($1, into: &$0) }
        json.field("questions", brief.questions) { write($1, into: &$0) }
        json.field("suggestions", brief.suggestions) { write($1, into: &$0) }
        json.field("copied_texts", brief.copiedTexts) { json, copied in
            json.object { json in
                json.field("text", copied.text)
                json.field("comments", copied.comments)
                json.field("people", copied.people)
                json.field("threads", copied.threads)
                json.field("first", copied.first.isEmpty ? nil : copied.first)
                json.field("last", copied.last.isEmpty ? nil : copied.last)
                json.field("places", copied.places) { $0.string($1) }
            }
        }
    }

    static func write(_ evidence: EvidenceBrief, into json: inout JSONWriter) {
        json.object { json in
            json.field("read_for_meaning", evidence.read)
            json.field("not_read_for_meaning", evidence.unread)
            json.field("in_discussions", evidence.discussed)
            json.field("blind", evidence.isBlind)
            if let confidence = evidence.inferredConfidence {
                json.field("inferred_confidence", thousandths: confidence)
            }
            switch evidence.teaching {
            case .learnt(let support, let oppose, let balanced, let plainest):
                json.key("taught")
                json.object { json in
                    json.field("labels_support", support)
                    json.field("labels_oppose", oppose)
                    json.field("right", thousandths: balanced)
                    json.field("right_of_plainest", thousandths: plainest)
                }
            case .refused(let reason): json.field("not_taught", reason)
            case nil: break
            }
        }
    }

    static func write(_ theme: ThemeBrief, into json: inout JSONWriter) {
        json.object { json in
            json.field("name", theme.name)
            json.field("phrases", theme.phrases) { $0.string($1) }
            write(theme.count, into: &json)
            json.field("quotes", theme.quotes) { write($1, into: &$0) }
        }
    }

    static func write(_ count: ThemeCount, into json: inout JSONWriter) {
        json.field("comments", count.comments)
        json.field("texts", count.texts)
        json.field("people", count.people)
        json.field("unnamed", count.unnamed)
        writeMix(count.positions, count.tones, into: &json)
    }

    private static func writeMix(_ positions: PositionCounts, _ tones: ToneMix, into json: inout JSONWriter) {
        json.key("positions")
        write(positions, into: &json)
        json.key("tones")
        json.object { json in
            for label in ToneLabel.allCases { json.field(label.rawValue, tones[label]) }
        }
    }

    static func write(_ keyphrase: Keyphrase, into json: inout JSONWriter) {
        json.object { json in
            json.field("text", keyphrase.text)
            json.field("comments", keyphrase.comments)
            json.field("people", keyphrase.people)
            json.key("contrast")
            json.tenths(keyphrase.contrast)
            writeMix(keyphrase.positions, keyphrase.tones, into: &json)
        }
    }

    private static func write(_ question: Question, into json: inout JSONWriter) {
        json.object {
            $0.field("text", question.text)
            $0.field("comments", question.comments)
        }
    }

    static func write(_ language: ToneCounts.LanguageCount, into json: inout JSONWriter) {
        json.object {
            $0.field("language", language.language)
            $0.field("comments", language.comments)
        }
    }

    private static func write(_ quote: Quote, into json: inout JSONWriter) {
        json.object { json in
            json.field("text", quote.text)
            json.field("position", quote.position.rawValue)
            json.field("person", quote.person)
            json.field("place", quote.place)
            json.field("day", quote.day.isEmpty ? nil : quote.day)
            json.field("thread_id", quote.thread.rawValue)
            json.field("comment_id", quote.comment.rawValue)
            json.field("themes", quote.themes) { $0.integer($1 + 1) }
            json.field("findable", quote.isFindable)
        }
    }

    static func write(_ comment: UnreadComment, into json: inout JSONWriter) {
        json.object { json in
            json.field("item_id", comment.item?.rawValue)
            json.field("language", comment.language)
            json.field("text", comment.text)
            json.field("person", comment.person)
            json.field("place", comment.place)
            json.field("day", comment.day.isEmpty ? nil : comment.day)
            json.field("thread_id", comment.thread.rawValue)
            json.field("comment_id", comment.comment.rawValue)
        }
    }
}
