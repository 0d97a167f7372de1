import EarshotCore

/// One object of a saved answer. Its keys are found however they are cased: `EventItemTitle`, `eventItemTitle` and
/// `event_item_title` are one key; a key whose value is null, empty or blank counts as missing.
struct AgendaRecord {
    /// The object itself.
    let value: JSONValue
    private let values: [String: JSONValue]

    /// `nil` where the value is no object.
    init?(_ value: JSONValue?) {
        guard let value, case .object(let members) = value else { return nil }
        self.value = value
        var values: [String: JSONValue] = [:]
        for member in members where Self.holdsSomething(member.value) { values[Self.key(member.key)] = member.value }
        self.values = values
    }

    /// "Event_Item-Title" → "eventitemtitle".
    static func key(_ name: some StringProtocol) -> String {
        String(decoding: name.utf8.filter { $0 > 47 && $0 != 0x5F && $0 != 0x40 }, as: UTF8.self).lowercased()
    }

    private static func holdsSomething(_ value: JSONValue) -> Bool {
        switch value {
        case .null: false
        case .string(let text): text.unicodeScalars.contains { !$0.properties.isWhitespace }
        default: true
        }
    }

    /// The value of the first of `names` that is there. Names are written in any case.
    func first(_ names: [String]) -> JSONValue? {
        names.lazy.compactMap { values[Self.key($0)] }.first
    }

    func has(_ names: String...) -> Bool { first(names) != nil }

    /// As it stands; a number in digits.
    func raw(_ names: String...) -> String? { first(names).flatMap(Self.raw) }

    /// Without markup, on one line; empty where it is missing.
    func line(_ names: String...) -> String { line(names) }

    func line(_ names: [String]) -> String {
        // A value that is no text does not stand in the way of a later name.
        for name in names {
            let text = values[Self.key(name)].flatMap(Self.raw).map { AgendaWords.line($0) } ?? ""
            if !text.isEmpty { return text }
        }
        return ""
    }

    /// Without markup, a paragraph an element.
    func paragraphs(_ names: String...) -> [String] { paragraphs(names) }

    func paragraphs(_ names: [String]) -> [String] {
        for name in names {
            let found = values[Self.key(name)].flatMap(Self.raw).map { AgendaWords.paragraphs($0) } ?? []
            if !found.isEmpty { return found }
        }
        return []
    }

    func int(_ names: String...) -> Int? { names.lazy.compactMap { values[Self.key($0)]?.int }.first }

    /// `true`, 1, "True", "yes"; `nil` where it is missing or says neither.
    func flag(_ names: String...) -> Bool? {
        guard let value = first(names) else { return nil }
        if let flag = value.bool { return flag }
        if let number = value.int { return number != 0 }
        switch value.string?.lowercased() {
        case "true", "yes", "y", "ja": return true
        case "false", "no", "n", "nee": return false
        default: return nil
        }
    }

    func record(_ names: String...) -> AgendaRecord? { first(names).flatMap { AgendaRecord($0) } }

    /// The elements of the first of `names` that is an array; of an envelope around one (`{"value": […]}`, `{"results":
    /// […]}`) those inside.
    func array(_ names: String...) -> [JSONValue] { array(names) }

    func array(_ names: [String]) -> [JSONValue] {
        for name in names {
            guard let value = values[Self.key(name)] else { continue }
            if let elements = value.array { return elements }
            if let inner = AgendaRecord(value)?.first(["value", "results", "items", "data"])?.array { return inner }
        }
        return []
    }

    func records(_ names: String...) -> [AgendaRecord] { array(names).compactMap { AgendaRecord($0) } }

    /// Every name of the object, as `key` writes it; in no order.
    var names: Set<String> { Set(values.keys) }

    private static func raw(_ value: JSONValue) -> String? {
        switch value {
        case .string(let text): text
        case .int(let number): String(number)
        case .number(let number): Int(exactly: number).map { String($0) } ?? String(number)
        default: nil
        }
    }
}
