/// Which keys the beginning of a JSON file shows, and where: told from bytes that may break off anywhere.
///
/// A key's path is written with dots and `[]`: `items[].snippet.topLevelComment`, `[].data.children`, `thread.post.uri`.
/// Of a file of JSON lines every line adds its keys.
package struct JSONOutline: Sendable {
    /// The outermost value is an array.
    package private(set) var isArray = false
    /// Several values stand one after another, as in JSON lines.
    package private(set) var isLines = false
    private var paths: Set<String> = []
    /// The same in file order.
    private var order: [String] = []
    private var values: [String: String] = [:]

    /// Levels below which keys are not looked at; a bound on the work, chosen.
    private static let depth = 12

    /// Whether the file has something at the path.
    package func has(_ path: String) -> Bool { paths.contains(path) }

    package func has(all paths: String...) -> Bool { paths.allSatisfy(self.paths.contains) }
    package func has(any paths: String...) -> Bool { paths.contains(where: self.paths.contains) }

    /// The first string at the path, as written between its quotation marks.
    package func value(_ path: String) -> String? { values[path] }

    /// The keys right below a path: `keys(in: "[]")` are those of a top-level array's objects.
    package func keys(in path: String) -> Set<String> {
        let start = path.isEmpty ? "" : path + "."
        return Set(
            paths.compactMap { candidate in
                guard candidate.hasPrefix(start), candidate != path else { return nil }
                let rest = candidate.dropFirst(start.count)
                return rest.isEmpty || rest.contains(".") || rest.contains("[") ? nil : String(rest)
            })
    }

    /// Where objects stand that have every one of `keys` and one of `any`: "items[].snippet", "" for the outermost.
    /// In file order.
    package func bases(having keys: [String], any: [String] = []) -> [String] {
        guard let first = keys.first else { return [] }
        return order.compactMap { path in
            guard path == first || path.hasSuffix("." + first) else { return nil }
            let base = String(path.dropLast(first.count + (path == first ? 0 : 1)))
            let start = base.isEmpty ? "" : base + "."
            guard keys.allSatisfy({ paths.contains(start + $0) }) else { return nil }
            return any.isEmpty || any.contains { paths.contains(start + $0) } ? base : nil
        }
    }

    private struct Level {
        var isArray: Bool
        var path: String
    }

    /// - Parameter utf8: The head's bytes, decoded.
    init(_ utf8: [UInt8]) {
        let bytes = utf8.span
        var levels: [Level] = []
        var awaits = ""
        var isKey = false
        var topValues = 0
        var i = 0
        func path() -> String {
            guard let level = levels.last else { return "" }
            return level.isArray ? level.path + "[]" : awaits
        }
        while i < bytes.count {
            switch bytes[i] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isArray = bytes[i] == UInt8(ascii: "[")
                if levels.isEmpty {
                    topValues += 1
                    if topValues == 1 { self.isArray = isArray }
                }
                // Deeper paths are asked for by nobody, and grow with every level.
                let here = levels.count > Self.depth ? "" : path()
                if !here.isEmpty { note(here, levels.count) }
                levels.append(Level(isArray: isArray, path: here))
                isKey = !isArray
                i += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if !levels.isEmpty { levels.removeLast() }
                isKey = false
                i += 1
            case UInt8(ascii: ","):
                isKey = levels.last.map { !$0.isArray } ?? false
                i += 1
            case UInt8(ascii: "\""):
                let start = i + 1
                i = start
                while i < bytes.count, bytes[i] != UInt8(ascii: "\"") { i += bytes[i] == UInt8(ascii: "\\") ? 2 : 1 }
                guard i < bytes.count else { break }
                if isKey, levels.count > Self.depth {
                    isKey = false
                } else if isKey, let level = levels.last {
                    let key = String(decoding: utf8[start..<i], as: UTF8.self)
                    awaits = level.path.isEmpty ? key : "\(level.path).\(key)"
                    note(awaits, levels.count)
                    isKey = false
                } else if levels.count <= Self.depth, i - start <= 200 {
                    let here = path()
                    if values[here] == nil, values.count < 4000 {
                        values[here] = String(decoding: utf8[start..<i], as: UTF8.self)
                    }
                }
                i += 1
            default: i += 1
            }
        }
        isLines = topValues > 1
    }

    private mutating func note(_ path: String, _ depth: Int) {
        if depth <= Self.depth, paths.count < 4000, paths.insert(path).inserted { order.append(path) }
    }
}
