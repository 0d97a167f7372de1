import EarshotCore
import Yams

/// The settings that hold several things: what is said for files, items' notes, rules.
extension SettingsReader {
    func columns(_ node: Node, _ key: Key) throws -> [String: [String: String]] {
        guard case .mapping = node else { throw wrong(key, node, "file names, each with its columns") }
        var columns: [String: [String: String]] = [:]
        for (file, value) in try entries(node, "\"columns\"") where !Self.isNull(value) {
            guard case .mapping = value else {
                throw wrong(file, value, "our column names, each with the header in the file (text: \"Your comment\")")
            }
            for (column, header) in try entries(value, "\"\(file.name)\"") where !Self.isNull(header) {
                columns[file.name, default: [:]][column.name] = try texts(header, column).map(\.text)
                    .joined(separator: "\n")
            }
        }
        return columns
    }

    private static let fileKeys = ["date_order", "delimiter", "network", "place", "thread_title"]

    /// What holds for a file where it says nothing itself.
    mutating func files(_ node: Node, _ key: Key) throws -> [String: [String: String]] {
        guard case .mapping = node else { throw wrong(key, node, "file names, each with what holds for the file") }
        var files: [String: [String: String]] = [:]
        for (file, value) in try entries(node, "\"files\"") where !Self.isNull(value) {
            var said: [String: String] = [:]
            for (name, value) in try entries(value, "\"\(file.name)\"") where !Self.isNull(value) {
                switch name.name {
                case "date_order": said[TableDefaults.dateOrder] = try dateOrder(value, name)
                case "delimiter": said[TableDefaults.delimiter] = try delimiter(value, name)
                case "network": said[TableDefaults.network] = try text(value, name).lowercased()
                case "place": said[TableDefaults.place] = try text(value, name)
                case "thread_title": said[TableDefaults.title] = try text(value, name)
                default: unknown(name, of: Self.fileKeys, in: " of a file")
                }
            }
            files[file.name] = said
        }
        return files
    }

    /// Item names, each with what is to be said on it.
    func notes(_ node: Node, _ key: Key) throws -> [MeetingSettings.ItemNote] {
        guard case .mapping = node else { throw wrong(key, node, "item numbers, each with the officer's note") }
        return try entries(node, "\"notes\"").filter { !Self.isNull($0.1) }.map { name, value in
            .init(item: .init(name: name.name, line: name.line), text: try text(value, name))
        }
    }

    private func dateOrder(_ node: Node, _ key: Key) throws -> String {
        switch try text(node, key).lowercased() {
        case "day-first", "day first", "dmy": return "dmy"
        case "month-first", "month first", "mdy": return "mdy"
        default: throw wrong(key, node, "day-first or month-first")
        }
    }

    private func delimiter(_ node: Node, _ key: Key) throws -> String {
        guard case .scalar(let scalar) = node else { throw wrong(key, node, "a delimiter such as \";\"") }
        switch scalar.string.lowercased() {
        case "comma": return ","
        case "semicolon": return ";"
        case "tab", "\\t": return "\t"
        case "bar", "pipe": return "|"
        case let mark where mark.utf8.count == 1 && mark != "\"" && mark != "\n": return mark
        default: throw wrong(key, node, "a delimiter such as \";\", or comma, semicolon, tab, bar")
        }
    }

    mutating func rules(_ node: Node, _ key: Key) throws -> [ParticipationRule] {
        guard case .sequence(let sequence) = node else { throw wrong(key, node, "a list of rules") }
        var rules: [ParticipationRule] = []
        for entry in sequence {
            var rule = ParticipationRule(reason: "", text: "")
            if case .scalar = entry {
                rule.text = try text(entry, key)
            } else {
                for (name, value) in try entries(entry, "An entry of \"rules\"") where !Self.isNull(value) {
                    switch name.name {
                    case "reason": rule.reason = try text(value, name)
                    case "text": rule.text = try text(value, name)
                    default: unknown(name, of: ["reason", "text"], in: " of a rule")
                    }
                }
            }
            if rule.reason.isEmpty { rule.reason = rule.text }
            if rule.text.isEmpty { rule.text = rule.reason }
            guard !rule.reason.isEmpty else { throw wrong(key, entry, "a list of rules, each with a text") }
            guard !rules.contains(where: { $0.reason == rule.reason }) else {
                throw Diagnostic(
                    .error, "Two rules have the reason \"\(rule.reason)\"", at: "\(path):\(Self.line(entry))",
                    mend: "Give each rule a reason of its own")
            }
            rules.append(rule)
        }
        return rules.isEmpty ? ParticipationRule.standard : rules
    }
}
