import EarshotCore
import Foundation

/// Files for i.AI's Consult and ThemeFinder, keys as in Consult's import schema: a "question" for each agenda item that
/// was talked about, numbered by its place on the agenda, and a "respondent" for each comment, because Consult knows one
/// answer of a respondent to a question and people write several comments.
///
/// ```
/// themefinder-respondents.jsonl   every included comment about an item
/// themefinder-question-8.json     the item with agenda_order 8
/// themefinder-responses-8.jsonl   its comments
/// themefinder-mapping-8.jsonl, -sentiment-8.jsonl, -themes-8.json   what Earshot made of them
/// ```
struct ThemeFinderExport {
    /// The three files of an item that grow with its comments.
    private struct Question {
        let responses: FileSink
        let mapping: FileSink
        let sentiment: FileSink
    }

    private let folder: URL
    private let respondents: FileSink
    private var questions: [Int: Question] = [:]

    init(folder: URL) throws {
        self.folder = folder
        respondents = try FileSink(folder.appendingPathComponent("themefinder-respondents.jsonl"))
    }

    mutating func write(_ comment: CommentRow, number: Int) throws {
        guard let item = comment.publishedItem else { return }
        let question = try self.question(item.position)
        try respondents.write(
            Self.line { json in
                json.field("themefinder_id", number)
                json.field("supplied_respondent_id", "\(comment.thread.rawValue)/\(comment.comment.rawValue)")
                json.key("demographics")
                json.object { json in
                    for (name, value) in [("person", comment.person), ("place", comment.place), ("ward", comment.ward)]
                    where !value.isEmpty { json.field(name, value) }
                }
            })
        try question.responses.write(
            Self.line { json in
                json.field("themefinder_id", number)
                json.field("text", comment.text)
                json.field("options", [String]()) { $0.string($1) }
            })
        try question.mapping.write(
            Self.line { json in
                json.field("themefinder_id", number)
                json.field("theme_keys", comment.themes) { $0.string(String($1)) }
            })
        try question.sentiment.write(
            Self.line { json in
                json.field("themefinder_id", number)
                json.field("sentiment", Self.sentiment(comment.score?.position ?? .unclear))
            })
    }

    func finish(_ brief: Brief) throws -> [WrittenFile] {
        var files = [try respondents.close()]
        for item in brief.items {
            guard let question = questions[item.item.position] else { continue }
            let position = item.item.position
            files += [try question.responses.close(), try question.mapping.close(), try question.sentiment.close()]
            files.append(
                try FileSink.write(Self.question(item.item), to: folder, name: "themefinder-question-\(position).json"))
            files.append(
                try FileSink.write(Self.themes(item), to: folder, name: "themefinder-themes-\(position).json"))
        }
        return files
    }

    /// Consult's three words; somebody both for and against is as unclear to it as somebody without a position.
    private static func sentiment(_ position: Position) -> String {
        switch position {
        case .support: "AGREEMENT"
        case .oppose: "DISAGREEMENT"
        case .mixed, .unclear: "UNCLEAR"
        }
    }

    private mutating func question(_ position: Int) throws -> Question {
        if let known = questions[position] { return known }
        func sink(_ kind: String) throws -> FileSink {
            try FileSink(folder.appendingPathComponent("themefinder-\(kind)-\(position).jsonl"))
        }
        let question = Question(
            responses: try sink("responses"), mapping: try sink("mapping"), sentiment: try sink("sentiment"))
        questions[position] = question
        return question
    }

    private static func question(_ item: AgendaItem) -> [UInt8] {
        line { json in
            json.field("question_number", item.position)
            json.field("question_text", "What do people say online about this agenda item: \(item.label)")
            json.field("question_multiple_choice_options", [String]()) { $0.string($1) }
        }
    }

    private static func themes(_ brief: ItemBrief) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for (index, theme) in brief.themes.enumerated() {
                json.lineBreak()
                json.object { json in
                    json.field("theme_key", String(index + 1))
                    json.field("theme_name", theme.name)
                    json.field("theme_description", "Phrases: \(theme.phrases.joined(separator: "; "))")
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object(body)
        json.endLine()
        return json.bytes
    }
}
