import EarshotCore

/// Things out of JSON-LD, as schema.org's users write it: no contexts beside schema.org, one graph a script.
///
/// A comment that others point to (`{"@id": "…"}`) is put where the first of them points, and nowhere else; of other
/// things that are pointed to only plain properties are taken. So no graph, however tangled, grows.
struct SchemaJSON {
    /// Things that stand by themselves: comments that nothing holds come last.
    private(set) var things: [SchemaThing] = []
    private var byID: [String: JSONValue] = [:]
    private var pointedTo: Set<String> = []
    private var placed: Set<String> = []
    private var loose: [(value: JSONValue, line: Int)] = []

    init(_ values: [(JSONValue, line: Int)]) {
        for (value, _) in values { index(value) }
        for (value, line) in values { collect(value, line) }
        for isPointedTo in [false, true] {
            for (value, line) in loose where pointedTo.contains(value["@id"]?.string ?? "") == isPointedTo {
                guard value["@id"]?.string.map({ placed.contains($0) }) != true else { continue }
                things.append(thing(value, line))
            }
        }
    }

    /// Remembers full descriptions, so that `{"@id": "…"}` elsewhere finds them.
    private mutating func index(_ value: JSONValue) {
        for value in value.array ?? [] { index(value) }
        guard let members = value.members else { return }
        if let id = value["@id"]?.string {
            if members.count == 1 {
                pointedTo.insert(id)
            } else if byID[id] == nil {
                byID[id] = value
            }
        }
        for member in members { index(member.value) }
    }

    private mutating func collect(_ value: JSONValue, _ line: Int) {
        for value in value.array ?? [] { collect(value, line) }
        guard value.members != nil else { return }
        if let graph = value["@graph"] { return collect(graph, line) }
        if Self.isComment(value) {
            loose.append((value, line))
        } else {
            things.append(thing(value, line))
        }
    }

    private static func types(_ value: JSONValue) -> [String] {
        let kinds = value["@type"]
        return (kinds?.array ?? kinds.map { [$0] } ?? []).compactMap(\.string).map(SchemaThing.type)
    }

    private static func isComment(_ value: JSONValue) -> Bool {
        types(value).contains(where: SchemaThing.comments.contains)
    }

    private mutating func thing(_ value: JSONValue, _ line: Int, isPlain: Bool = false, depth: Int = 0) -> SchemaThing {
        var thing = SchemaThing()
        thing.line = line
        thing.id = value["@id"]?.string ?? ""
        thing.types = Self.types(value)
        if !thing.id.isEmpty { placed.insert(thing.id) }
        for member in value.members ?? [] where !member.key.hasPrefix("@") || member.key == "@value" {
            let name = member.key.split(separator: ":").last.map(String.init) ?? member.key
            if isPlain, member.value.members != nil || member.value.array != nil { continue }
            add(member.value, name, line, depth, to: &thing)
        }
        return thing
    }

    private mutating func add(
        _ value: JSONValue, _ name: String, _ line: Int, _ depth: Int, to thing: inout SchemaThing
    ) {
        switch value {
        case .array(let values): for value in values { add(value, name, line, depth, to: &thing) }
        case .object(let members):
            guard members.count == 1, let id = value["@id"]?.string else {
                thing.properties.append((name, .thing(self.thing(value, line, depth: depth + 1))))
                return
            }
            // Pointers can be deeper than the parser lets JSON be.
            if let full = byID[id], !Self.isComment(full) {
                thing.properties.append((name, .thing(self.thing(full, line, isPlain: true))))
            } else if let full = byID[id], name != "parentItem", depth < 128, placed.insert(id).inserted {
                thing.properties.append((name, .thing(self.thing(full, line, depth: depth + 1))))
            } else {
                thing.properties.append((name, .text(id)))
            }
        case .string(let text): thing.properties.append((name, .text(text)))
        case .int(let number): thing.properties.append((name, .text(String(number))))
        case .number(let number): thing.properties.append((name, .text(String(Int(exactly: number.rounded()) ?? 0))))
        case .bool(let flag): thing.properties.append((name, .text(flag ? "true" : "false")))
        case .null: break
        }
    }
}
