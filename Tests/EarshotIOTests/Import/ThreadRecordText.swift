import EarshotCore
import EarshotIO
import Foundation

/// What an importer hands over, as JSON with a record a line; members at their default values are left out.
enum ThreadRecordText {
    static func of(
        _ importer: any ThreadImporter, _ file: SourceFile, context: ImportContext
    ) throws -> String {
        var lines: [String] = []
        do {
            try importer.read(file, context: context) { record in lines.append(line(of: record)) }
        } catch let error as Diagnostic {
            lines.append(object("error", [("", quoted(error.line))]))
        }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    private static func line(of record: ImportedRecord) -> String {
        switch record {
        case .thread(let thread): object("thread", members(of: thread))
        case .comment(let comment): object("comment", members(of: comment))
        case .skipped(let diagnostic, let count): object("skipped", told(diagnostic, count))
        case .passedOver(let diagnostic, let count): object("passedOver", told(diagnostic, count))
        case .note(let diagnostic): object("note", [("", quoted(diagnostic.line))])
        case .total(let count): "  {\"total\": \(count)}"
        }
    }

    private static func told(_ diagnostic: Diagnostic, _ records: Int) -> [(String, String)] {
        records == 1
            ? [("", quoted(diagnostic.line))] : [("told", quoted(diagnostic.line)), ("records", "\(records)")]
    }

    private static func members(of thread: DiscussionThread) -> [(String, String)] {
        let missing = thread.missingReplies
        return [("id", quoted(thread.id.rawValue))]
            + texts([
                ("title", thread.title), ("url", thread.url), ("place", thread.place), ("network", thread.network),
                ("linkedURL", thread.linkedURL), ("declaredItem", thread.declaredItem),
            ]) + (missing == 0 ? [] : [("missingReplies", "\(missing)")])
    }

    private static func members(of comment: ThreadComment) -> [(String, String)] {
        [("id", quoted(comment.id.rawValue)), ("thread", quoted(comment.thread.rawValue))]
            + texts([
                ("parent", comment.parent?.rawValue), ("author", comment.author), ("role", comment.role?.rawValue),
                ("posted", comment.posted?.iso), ("text", comment.text), ("url", comment.url),
            ]) + (comment.likes.map { [("likes", "\($0)")] } ?? [])
            + (comment.dislikes.map { [("dislikes", "\($0)")] } ?? [])
            + texts([
                ("declaredPosition", comment.declaredPosition?.rawValue), ("ward", comment.ward),
                ("kind", comment.kind == .reply ? nil : comment.kind.rawValue),
                ("state", comment.state == .visible ? nil : comment.state.rawValue),
            ])
    }

    private static func texts(_ members: [(String, String?)]) -> [(String, String)] {
        members.compactMap { name, text in
            guard let text, !text.isEmpty else { return nil }
            return (name, quoted(text))
        }
    }

    private static func object(_ kind: String, _ members: [(String, String)]) -> String {
        if members.count == 1, let only = members.first, only.0.isEmpty { return "  {\"\(kind)\": \(only.1)}" }
        let inner = members.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
        return "  {\"\(kind)\": {\(inner)}}"
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\t": out += "\\t"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
