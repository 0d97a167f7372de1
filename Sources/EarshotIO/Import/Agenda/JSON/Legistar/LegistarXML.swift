import EarshotCore

/// The XML in which the Legistar Web API answers a browser: the same names as in JSON, one element a member.
enum LegistarXML {
    /// Names of the outermost element, lower case, without prefix.
    static let roots: Set<String> = [
        "granicusevent", "arrayofgranicusevent", "granicuseventitem", "arrayofgranicuseventitem",
        "arrayofgranicusmatterhistory",
    ]

    /// The answer as JSON would have it; `nil` where the file is no XML.
    static func values(_ file: SourceFile, path: String) throws -> (values: [JSONValue], notes: [Diagnostic])? {
        guard try file.head().markup != nil else { return nil }
        let bytes = try MarkupEncoding.utf8(try file.wholeBytes(limit: AgendaJSON.limit), path: path)
        guard let root = try XMLEvents.tree(bytes, path: path).root else { return nil }
        return ([value(root)], [])
    }

    /// The parser bounds the depth to 256 elements.
    private static func value(_ element: MarkupElement) -> JSONValue {
        if element.attribute("i:nil") == "true" { return .null }
        let children = element.children
        guard let first = children.first else { return .string(element.text) }
        if local(element.name).hasPrefix("ArrayOf") || local(first.name).hasPrefix("Granicus") {
            return .array(children.map(value))
        }
        return .object(children.map { JSONValue.Member(key: local($0.name), value: value($0)) })
    }

    /// "a:GranicusEventItem" → "GranicusEventItem".
    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }
}
