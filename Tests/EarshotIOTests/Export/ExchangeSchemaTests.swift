import EarshotIO
import Foundation
import Testing

/// Docs/pack.schema.json beside what is written. Scripts/check-evidence holds the sample pack to it with a validator of
/// others; here a small one of our own sees to it that the two do not drift apart.
@Suite("The JSON Schema of pack.json")
struct ExchangeSchemaTests {
    private static func schema() throws -> [String: Any] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appendingPathComponent("Docs/pack.schema.json"))
        return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private static func pack() throws -> [String: Any] {
        let scratch = try Scratch()
        var export = try PackExport(folder: scratch.url, bom: false)
        for row in SampleBrief().rows { try export.write(comment: row) }
        _ = try export.finish(brief: SampleBrief.plain)
        return try #require(JSONSerialization.jsonObject(with: Data(scratch.bytes("pack.json"))) as? [String: Any])
    }

    @Test("takes a pack with something of everything")
    func takesAll() throws {
        let faults = SchemaWalk(root: try Self.schema()).faults(of: try Self.pack())
        #expect(faults == [])
    }

    @Test(
        "refuses a pack that is broken",
        arguments: [
            ["totals"], ["totals", "read"], ["comments", "status"], ["items", "title"], ["meeting", "time_zone"],
            ["sources", "sha256"], ["off_agenda", "candidates"], ["methods", "limits"], ["places", "access"],
        ])
    func refuses(_ path: [String]) throws {
        var pack = try Self.pack()
        if path.count == 1 {
            pack[path[0]] = nil
        } else if var object = pack[path[0]] as? [String: Any] {
            object[path[1]] = nil
            pack[path[0]] = object
        } else {
            var list = try #require(pack[path[0]] as? [[String: Any]])
            list[0][path[1]] = nil
            pack[path[0]] = list
        }
        #expect(SchemaWalk(root: try Self.schema()).faults(of: pack).count == 1)
    }

    @Test("tells of a comment what the columns of comments.csv tell, in the same words")
    func comments() throws {
        let parts = try #require(try Self.schema()["$defs"] as? [String: [String: Any]])
        let properties = try #require(parts["comment"]?["properties"] as? [String: [String: Any]])
        let columns = try #require(PackTables.all.first { $0.file == "comments.csv" }).columns
        #expect(Set(properties.keys) == Set(columns.map(\.name)))
        for column in columns {
            #expect(properties[column.name]?["description"] as? String == column.meaning)
            let types = properties[column.name]?["type"] as? [String] ?? []
            let words = properties[column.name]?["enum"] as? [Any] ?? []
            let mayBeEmpty = types.contains("null") || words.contains { $0 is NSNull }
            #expect(mayBeEmpty == !column.isRequired, "\(column.name)")
        }
    }

    @Test("describes every property")
    func describes() throws {
        var bare: [String] = []
        func walk(_ node: Any, _ path: String) {
            guard let node = node as? [String: Any] else { return }
            for (name, property) in node["properties"] as? [String: [String: Any]] ?? [:] {
                let isTold = property["description"] != nil || property["$ref"] != nil
                if !isTold { bare.append("\(path).\(name)") }
                walk(property, "\(path).\(name)")
            }
            walk(node["items"] as Any, path)
            for (name, part) in node["$defs"] as? [String: Any] ?? [:] { walk(part, name) }
        }
        walk(try Self.schema(), "")
        #expect(bare == [])
    }
}

/// As much of JSON Schema as Docs/pack.schema.json needs to be held against its writer: types, words, properties that are
/// wanted and that are allowed.
private struct SchemaWalk {
    let root: [String: Any]

    func faults(of value: Any) -> [String] { faults(of: value, root, "pack") }

    private func faults(of value: Any, _ given: [String: Any], _ path: String) -> [String] {
        let schema = resolved(given)
        if let types = schema["type"] as? String ?? (schema["type"] as? [String])?.joined(separator: " ") {
            let names = types.split(separator: " ").map(String.init)
            guard names.contains(where: { Self.isOf($0, value) }) else { return ["\(path) is no \(types)"] }
        }
        if let words = schema["enum"] as? [Any], !words.contains(where: { Self.same($0, value) }) {
            return ["\(path) is \(value)"]
        }
        if let values = value as? [Any], let items = schema["items"] as? [String: Any] {
            return values.enumerated().flatMap { faults(of: $1, items, "\(path)[\($0)]") }
        }
        guard let object = value as? [String: Any], let known = schema["properties"] as? [String: [String: Any]] else {
            return []
        }
        let wanted = schema["required"] as? [String] ?? []
        let missing = wanted.filter { object[$0] == nil }.map { "\(path) lacks \($0)" }
        let foreign = object.keys.filter { known[$0] == nil }.map { "\(path) has \($0), which nothing tells of" }
        return missing + foreign
            + object.flatMap { name, part in known[name].map { faults(of: part, $0, "\(path).\(name)") } ?? [] }
    }

    private func resolved(_ schema: [String: Any]) -> [String: Any] {
        guard let name = (schema["$ref"] as? String)?.split(separator: "/").last else { return schema }
        return (root["$defs"] as? [String: [String: Any]])?[String(name)] ?? schema
    }

    private static func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "boolean": value is Bool
        case "integer": value is Int
        case "number": value is Double
        case "null": value is NSNull
        default: false
        }
    }

    private static func same(_ word: Any, _ value: Any) -> Bool {
        if word is NSNull { return value is NSNull }
        return (word as? String).map { $0 == value as? String } ?? false
    }
}
