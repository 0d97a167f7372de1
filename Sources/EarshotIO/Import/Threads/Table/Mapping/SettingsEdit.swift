import EarshotCore
package import Foundation

/// Puts the mapping of one file's columns into a `meeting.yaml`, line by line, so that everything else in it, comments
/// too, stays as it is.
package struct SettingsEdit {
    package enum Outcome: Equatable, Sendable { case written, unchanged }

    private let path: String
    private var lines: [String]

    /// Writes the mapping; the file is replaced as a whole or not at all.
    /// - Parameters:
    ///   - url: The `meeting.yaml`, which need not exist.
    ///   - file: The table's path inside the meeting's folder.
    ///   - mapping: Our column → header; of several a line each.
    ///   - force: Replace another mapping of the same file.
    /// Throws a `Diagnostic` where another mapping is there already, or the file cannot be changed by lines.
    package static func write(
        _ mapping: [String: String], of file: String, to url: URL, force: Bool
    ) throws -> Outcome {
        let exists = FileManager.default.fileExists(atPath: url.path)
        let old = exists ? String(decoding: try SourceFile(url).wholeBytes(limit: 1 << 20), as: UTF8.self) : ""
        let name = url.lastPathComponent
        let before = try MeetingSettings.read(old, path: name).0
        if let known = before.columns[file], !known.isEmpty {
            if known == mapping { return .unchanged }
            guard force else {
                throw Diagnostic(
                    .error, "meeting.yaml maps the columns of \(file) in another way", at: url.path,
                    mend: "Add --force to replace that mapping")
            }
        }
        var edit = SettingsEdit(old, path: url.path)
        try edit.put(mapping, file)
        let new = edit.text
        var wanted = before
        wanted.columns[file] = mapping
        guard let after = try? MeetingSettings.read(new, path: name).0, Self.same(after, wanted) else {
            throw edit.refusal()
        }
        do {
            try Data(new.utf8).write(to: url, options: .atomic)
        } catch {
            throw Diagnostic(
                .error, "The file could not be written", at: url.path,
                mend: "Check the right to write into the folder. \(error.localizedDescription)")
        }
        return .written
    }

    /// Lines of entries move, and nothing else may differ.
    private static func same(_ a: MeetingSettings, _ b: MeetingSettings) -> Bool {
        func bare(_ settings: MeetingSettings) -> MeetingSettings {
            var bare = settings
            for index in bare.leaveOut.indices { bare.leaveOut[index].line = 0 }
            return bare
        }
        return bare(a) == bare(b)
    }

    /// The lines that name the mapping in a `meeting.yaml`, under "columns:".
    package static func block(_ mapping: [String: String], of file: String, indent: Int = 2) -> [String] {
        let space = String(repeating: " ", count: indent)
        var lines = ["\(space)\(key(file)):"]
        for column in CommentColumn.allCases.map(\.name) + mapping.keys.sorted() {
            guard let headers = mapping[column]?.split(separator: "\n").map(String.init) else { continue }
            guard !lines.contains(where: { $0.hasPrefix("\(space)\(space)\(column):") }) else { continue }
            if headers.count == 1 {
                lines.append("\(space)\(space)\(column): \(quoted(headers[0]))")
            } else {
                lines.append("\(space)\(space)\(column):")
                lines += headers.map { "\(space)\(space)\(space)- \(quoted($0))" }
            }
        }
        return lines
    }

    private init(_ text: String, path: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    }

    private var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func put(_ mapping: [String: String], _ file: String) throws {
        guard let start = lines.firstIndex(where: { Self.topKey($0) == "columns" }) else {
            lines += ["columns:"] + Self.block(mapping, of: file)
            return
        }
        let rest = lines[start].drop { $0 != ":" }.dropFirst().prefix { $0 != "#" }
        guard rest.allSatisfy(\.isWhitespace) else { throw refusal() }
        let after = lines[(start + 1)...]
        let end = after.firstIndex { Self.indent($0) == 0 && Self.holdsWords($0) } ?? lines.count
        let entries = after[..<end].indices.filter { Self.holdsWords(lines[$0]) }
        let indent = entries.first.map { Self.indent(lines[$0]) } ?? 2
        let block = Self.block(mapping, of: file, indent: indent)
        let heads = entries.filter { Self.indent(lines[$0]) == indent }
        if let found = heads.first(where: { Self.entryKey(lines[$0]) == file }) {
            let next = heads.first { $0 > found } ?? end
            let last = entries.last { $0 < next } ?? found
            lines.replaceSubrange(found...last, with: block)
        } else {
            lines.insert(contentsOf: block, at: (entries.last ?? start) + 1)
        }
    }

    private func refusal() -> Diagnostic {
        Diagnostic(
            .error, "The columns in meeting.yaml are not written a line each, so that nothing was changed", at: path,
            mend: "Put the lines that earshot map-columns prints into the file by hand")
    }

    // MARK: - Lines

    private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

    private static func holdsWords(_ line: String) -> Bool {
        guard let first = line.first(where: { !$0.isWhitespace }) else { return false }
        return first != "#"
    }

    private static func topKey(_ line: String) -> String? { indent(line) == 0 ? entryKey(line) : nil }

    /// The key of a line "key: …", its quotes taken off.
    private static func entryKey(_ line: String) -> String? {
        let text = line.drop { $0 == " " }
        if let quote = text.first, quote == "\"" || quote == "'" {
            let inner = text.dropFirst().prefix { $0 != quote }
            return text.dropFirst(inner.count + 2).drop { $0 == " " }.first == ":" ? String(inner) : nil
        }
        guard let colon = text.firstRange(of: ":") else { return nil }
        var key = text[..<colon.lowerBound]
        while key.last == " " { key.removeLast() }
        return String(key)
    }

    private static func key(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || "/._-".utf8.contains($0) }
        return isPlain && text.first?.isLetter == true ? text : quoted(text)
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
