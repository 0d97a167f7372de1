import EarshotCore
import Yams

/// Turns YAML nodes into values and says where one is of the wrong kind.
struct SettingsReader {
    struct Key {
        var name: String
        var line: Int
    }

    let path: String
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String) { self.path = path }

    static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
    }

    static func line(_ node: Node, or line: Int = 1) -> Int { node.mark?.line ?? line }

    // MARK: - Kinds

    /// The entries of a mapping in file order.
    func entries(_ node: Node, _ name: String) throws -> [(Key, Node)] {
        guard case .mapping(let mapping) = node else {
            throw Diagnostic(
                .error,
                "\(name) must hold keys with values, each on a line such as \"council: Acacia Borough Council\"",
                at: "\(path):\(Self.line(node))", mend: "Write the key, a colon, a space and the value")
        }
        return try mapping.map { key, value in
            guard case .scalar(let scalar) = key else {
                throw Diagnostic(
                    .error, "A key must be a word", at: "\(path):\(Self.line(key))",
                    mend: "Write the key before the colon")
            }
            return (Key(name: scalar.string, line: Self.line(key)), value)
        }
    }

    func text(_ node: Node, _ key: Key) throws -> String {
        guard case .scalar(let scalar) = node else { throw wrong(key, node, "a text") }
        return MarkupText.collapsed(scalar.string)
    }

    /// A list of texts, or one text alone.
    func texts(_ node: Node, _ key: Key) throws -> [(text: String, line: Int)] {
        let nodes: [Node]
        switch node {
        case .sequence(let sequence): nodes = Array(sequence)
        case .scalar: nodes = [node]
        default: throw wrong(key, node, "a list of texts")
        }
        return try nodes.compactMap { entry in
            guard case .scalar(let scalar) = entry else { throw wrong(key, entry, "a list of texts") }
            let text = MarkupText.collapsed(scalar.string)
            return text.isEmpty ? nil : (text, Self.line(entry, or: key.line))
        }
    }

    func time(_ node: Node, _ key: Key) throws -> LocalTime {
        guard let found = Dates.local(try text(node, key)) else {
            throw wrong(key, node, "a date and time such as 2026-11-25 18:30")
        }
        return found
    }

    func zone(_ node: Node, _ key: Key) throws -> String {
        let name = try text(node, key)
        guard Dates.isZone(name) else { throw wrong(key, node, "a time zone such as Europe/London") }
        return name
    }

    func address(_ node: Node, _ key: Key) throws -> String {
        guard let url = WebAddress.page(try text(node, key)) else {
            throw wrong(key, node, "an address that begins with https://")
        }
        return url
    }

    func quotes(_ node: Node, _ key: Key) throws -> QuotePolicy {
        guard let policy = QuotePolicy(rawValue: try text(node, key).lowercased()) else {
            throw wrong(key, node, "verbatim, short or none")
        }
        return policy
    }

    // MARK: - Places

    mutating func places(_ node: Node, _ key: Key) throws -> [Place] {
        guard case .sequence(let sequence) = node else { throw wrong(key, node, "a list of places") }
        var places: [Place] = []
        for entry in sequence {
            if case .scalar = entry {
                places.append(Self.place(named: try text(entry, key), network: ""))
            } else {
                places.append(try place(entry, key))
            }
            if let last = places.last, places.dropLast().contains(where: { $0.id == last.id }) {
                diagnostics.append(
                    Diagnostic(
                        .warning, "The same place stands twice in \"places\"; the first entry counts",
                        at: "\(path):\(Self.line(entry))", mend: "Keep one of them"))
                places.removeLast()
            }
        }
        return places
    }

    private static let placeKeys = ["name", "network", "url", "kind", "members", "ward", "topic", "checked", "access"]

    private mutating func place(_ node: Node, _ parent: Key) throws -> Place {
        var place = Place(id: Place.ID(""), name: "")
        for (key, value) in try entries(node, "An entry of \"places\"") where !Self.isNull(value) {
            switch key.name {
            case "name": place.name = try text(value, key)
            case "network": place.network = try text(value, key).lowercased()
            case "url": place.url = try address(value, key)
            case "kind": place.kind = try text(value, key)
            case "members": place.members = try count(value, key)
            case "ward": place.ward = try text(value, key)
            case "topic": place.topic = try text(value, key)
            case "checked": place.checked = try day(value, key)
            case "access": place.access = try access(value, key)
            default: unknown(key, of: Self.placeKeys, in: " of a place")
            }
        }
        guard !place.name.isEmpty else {
            throw Diagnostic(
                .error, "A place has no name", at: "\(path):\(Self.line(node))",
                mend: "Write \"name:\" with the name that the threads give the place")
        }
        place.id = Self.place(named: place.name, network: place.network).id
        return place
    }

    private static func place(named name: String, network: String) -> Place {
        var key = name.lowercased()
        if network == "reddit", key.hasPrefix("r/") { key = String(key.dropFirst(2)) }
        if !network.isEmpty { key = "\(network)/\(key)" }
        return Place(id: Place.ID(key), name: name, network: network)
    }

    private func count(_ node: Node, _ key: Key) throws -> Int {
        let digits = try text(node, key).filter { $0 != "," && $0 != "_" && $0 != " " }
        guard let number = Int(digits), number >= 0 else { throw wrong(key, node, "a whole number") }
        return number
    }

    private func day(_ node: Node, _ key: Key) throws -> String {
        guard let day = Dates.local(try text(node, key)) else { throw wrong(key, node, "a date such as 2026-11-25") }
        return String(day.iso.prefix(10))
    }

    private func access(_ node: Node, _ key: Key) throws -> Place.Access {
        guard let access = Place.Access(rawValue: try text(node, key).lowercased()) else {
            throw wrong(key, node, "open or closed")
        }
        return access
    }

    // MARK: - Messages

    func wrong(_ key: Key, _ node: Node, _ expected: String) -> Diagnostic {
        let kind =
            switch node {
            case .mapping: "holds keys with values"
            case .sequence: "holds a list"
            default: "holds something else"
            }
        return Diagnostic(
            .error, "\"\(key.name)\" \(kind), and \(expected) is expected",
            at: "\(path):\(Self.line(node, or: key.line))",
            mend: "Write \(expected)")
    }

    mutating func unknown(_ key: Key, of known: [String], in whole: String) {
        let near = known.min { (Self.distance(key.name, $0), $0) < (Self.distance(key.name, $1), $1) }
        let hint = near.flatMap { Self.distance(key.name, $0) <= 3 ? "Did you mean \"\($0)\"?" : nil }
        diagnostics.append(
            Diagnostic(
                .warning, "The key \"\(key.name)\"\(whole) is not known and was passed over", at: "\(path):\(key.line)",
                mend: hint ?? "Known are: \(known.joined(separator: ", "))"))
    }

    /// Levenshtein distance, hyphens and underscores being one.
    private static func distance(_ a: String, _ b: String) -> Int {
        let a = Array(a.lowercased().prefix(40).map { $0 == "-" || $0 == " " ? "_" : $0 })
        let b = Array(b)
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(diagonal + (x == y ? 0 : 1), above + 1, row[j] + 1)
                diagonal = above
            }
        }
        return row[b.count]
    }
}
