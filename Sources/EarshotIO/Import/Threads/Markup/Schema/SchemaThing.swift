import EarshotCore

/// A thing described in schema.org's words, as JSON-LD or microdata: a posting, a comment, a person.
///
/// Things lie within things as deep as the JSON or HTML parser lets them (256 levels).
struct SchemaThing: Sendable {
    indirect enum Value: Sendable {
        case text(String)
        /// Words within the page, already without markup.
        case words(String)
        case thing(SchemaThing)
    }

    /// Without "http://schema.org/": "Comment".
    var types: [String] = []
    var id = ""
    var properties: [(name: String, value: Value)] = []
    var line = 0

    func values(_ names: String...) -> [Value] {
        for name in names {
            let found = properties.filter { $0.name == name }.map(\.value)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// The first text of the first of the properties that has any.
    func text(_ names: String...) -> String? {
        for name in names {
            for (property, value) in properties where property == name {
                switch value {
                case .text(let text), .words(let text):
                    if text.contains(where: { !$0.isWhitespace }) { return text }
                case .thing(let thing):
                    if let text = thing.text("name", "@value") ?? (thing.id.isEmpty ? nil : thing.id) { return text }
                }
            }
        }
        return nil
    }

    func things(_ names: [String]) -> [SchemaThing] {
        properties.compactMap { name, value in
            guard names.contains(name), case .thing(let thing) = value else { return nil }
            return thing
        }
    }

    func isA(_ kinds: Set<String>) -> Bool { types.contains(where: kinds.contains) }

    /// "http://schema.org/Comment", "schema:Comment" and "Comment" are the same type.
    static func type(_ written: String) -> String {
        String(written.split(whereSeparator: { "/#:".contains($0) }).last ?? "")
    }

    static let comments: Set<String> = ["Comment", "UserComments", "Answer", "CorrectionComment", "UserComment"]
    /// Postings whose own words somebody wrote to open a conversation.
    static let postings: Set<String> = ["DiscussionForumPosting", "SocialMediaPosting", "Question"]
}
