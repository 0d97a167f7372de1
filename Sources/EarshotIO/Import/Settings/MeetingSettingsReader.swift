package import EarshotCore
import Foundation
import Yams

extension MeetingSettings {
    /// The most of a file that is read, in bytes (chosen, not derived).
    private static let limit = 1 << 20

    /// Reads `meeting.yaml`. Throws a `Diagnostic` where the file is no YAML or a value is of the wrong kind; answers a
    /// warning for each key that is not known.
    package static func read(_ file: SourceFile) throws -> (MeetingSettings, [Diagnostic]) {
        try read(text(of: file), path: file.url.lastPathComponent)
    }

    private static func text(of file: SourceFile) throws -> String {
        String(decoding: TextEncoding.decode(try file.wholeBytes(limit: limit)).text, as: UTF8.self)
    }

    /// The root of a YAML file; `nil` where it holds nothing. Throws a `Diagnostic` where it is no YAML.
    static func compose(_ file: SourceFile) throws -> Node? {
        try compose(text(of: file), path: file.url.lastPathComponent)
    }

    private static func compose(_ text: String, path: String) throws -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch {
            throw unreadable(error, path)
        }
    }

    /// Reads the text of a `meeting.yaml` that messages call `path`.
    package static func read(_ text: String, path: String) throws -> (MeetingSettings, [Diagnostic]) {
        let node = try compose(text, path: path)
        var settings = MeetingSettings(path: path)
        var reader = SettingsReader(path: path)
        guard let node, !SettingsReader.isNull(node) else { return (settings, []) }
        for (key, value) in try reader.entries(node, "The file") {
            if SettingsReader.isNull(value) { continue }
            try settings.take(key, value, &reader)
        }
        return (settings, reader.diagnostics)
    }

    private static func unreadable(_ error: any Error, _ path: String) -> Diagnostic {
        let mend = "Check indents, colons and quotation marks around the line"
        switch error {
        case YamlError.parser(_, let problem, let mark, _), YamlError.scanner(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return Diagnostic(
                .error, "The file is not readable as YAML", at: "\(path):\(mark.line)", mend: "\(mend). \(problem)")
        case YamlError.duplicatedKeysInMapping(let keys, let context):
            return Diagnostic(
                .error, "A key stands twice: \(keys.map { "\($0)" }.sorted().joined(separator: ", "))",
                at: "\(path):\(context.mark.line)", mend: "Keep one of them")
        default:
            return Diagnostic(.error, "The file is not readable as YAML", at: path, mend: mend)
        }
    }

    private mutating func take(_ key: SettingsReader.Key, _ value: Node, _ reader: inout SettingsReader) throws {
        switch key.name {
        case "council": council = try reader.text(value, key)
        case "body": body = try reader.text(value, key)
        case "title": title = try reader.text(value, key)
        case "venue": venue = try reader.text(value, key)
        case "start": start = try reader.time(value, key)
        case "deadline": deadline = try reader.time(value, key)
        case "time_zone": timeZone = try reader.zone(value, key)
        case "url": url = try reader.address(value, key)
        case "wards": wards = try reader.texts(value, key).map(\.text)
        case "names": names = try reader.texts(value, key).map(\.text)
        case "redact": redact = try reader.texts(value, key).map(\.text)
        case "leave_out": leaveOut = try reader.texts(value, key).map { ItemName(name: $0.text, line: $0.line) }
        case "places": places = try reader.places(value, key)
        case "columns": columns = try reader.columns(value, key)
        case "files": files = try reader.files(value, key)
        case "rules": rules = try reader.rules(value, key)
        case "note": note = try reader.text(value, key)
        case "notes": notes = try reader.notes(value, key)
        case "quotes": quotes = try reader.quotes(value, key)
        default: reader.unknown(key, of: Self.keys, in: "")
        }
    }

    /// Every key of the file.
    package static let keys = [
        "council", "body", "title", "start", "venue", "time_zone", "url", "wards", "deadline", "places", "columns",
        "files", "leave_out", "rules", "names", "redact",
        "note", "notes", "quotes",
    ]
}
