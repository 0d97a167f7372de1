import EarshotCore

/// Goes through a JSON file for the importers: the elements of long lists one by one, then what stands around them.
enum JSONThings {
    /// Hands over every element at `paths` and last the rest of the file; each may hold many records or none.
    ///
    /// A record that is not JSON is counted and skipped.
    static func read(
        _ file: SourceFile, _ ledger: inout ThreadLedger, at paths: [String],
        emit: (ImportedRecord) throws -> Void,
        body: (JSONValue, _ path: String, _ line: Int, inout ThreadLedger) throws -> Void
    ) throws {
        let path = ledger.path
        var notes: [Diagnostic] = []
        let rest = try JSONRecords.read(file, path: path, at: paths, note: { notes.append($0) }) { record in
            switch record {
            case .value(let value, let place, let line): try body(value, place, line, &ledger)
            case .broken(let fault, _): try ledger.skip(fault, emit: emit)
            }
        }
        for note in notes { try emit(.note(note)) }
        // Of JSON lines there is none.
        if !rest.isNull { try body(rest, "", 1, &ledger) }
    }

    /// The objects in `value` that `isThing` knows, in file order: itself, or what lists and the named members hold.
    /// The parser bounds the recursion.
    static func each(
        in value: JSONValue, under names: Set<String>, isThing: (JSONValue) -> Bool,
        body: (JSONValue) throws -> Void
    ) rethrows {
        switch value {
        case .array(let values):
            for value in values { try each(in: value, under: names, isThing: isThing, body: body) }
        case .object(let members):
            if isThing(value) { return try body(value) }
            for member in members where names.contains(member.key) {
                try each(in: member.value, under: names, isThing: isThing, body: body)
            }
        default: break
        }
    }
}

extension JSONValue {
    /// A text that holds something.
    var filled: String? {
        guard let text = string, !text.isEmpty else { return nil }
        return text
    }

    /// An id, whether written as a text or as a number.
    var id: String? {
        switch self {
        case .int(let number): String(number)
        case .string(let text) where !text.isEmpty: text
        default: nil
        }
    }

    /// A number of votes or replies, also written "1,204" or "1.2K"; `nil` for what is none.
    var count: Int? {
        if let whole = int { return whole }
        guard let text = string?.lowercased(), let last = text.last else { return nil }
        let factor = last == "k" ? 1000.0 : last == "m" ? 1_000_000.0 : 1.0
        let digits = text.filter { $0.isNumber || $0 == "." || $0 == "-" }
        let rest = text.filter { !$0.isNumber && !".,-+ km".contains($0) }
        guard rest.isEmpty, let number = Double(digits), number.magnitude < 1e9 else { return nil }
        return Int((number * factor).rounded())
    }

    /// A moment: Unix seconds or milliseconds as a number, or a date in letters.
    func moment(zone: String) -> Timestamp? {
        switch self {
        case .int(let number): Self.moment(Double(number))
        case .number(let number): Self.moment(number)
        case .string(let text): Dates.moment(text, zone: zone)
        default: nil
        }
    }

    /// Milliseconds from March 1973 on are larger than seconds ever are before the year 5138.
    private static func moment(_ number: Double) -> Timestamp? {
        guard number > 0, number < 1e14 else { return nil }
        return Timestamp(seconds: Int64(number < 1e11 ? number : number / 1000), offset: 0)
    }

    /// The value at the first of the names that the object has, null not counted.
    func first(_ names: String...) -> JSONValue? {
        for name in names {
            if let value = self[name], !value.isNull { return value }
        }
        return nil
    }

    /// The first of these members that is an object or array, or text: whether there is anything at all.
    func has(_ names: String...) -> Bool { names.allSatisfy { self[$0] != nil } }
}

/// The name of the site in a web address: "forum.harwick.example".
enum SiteName {
    static func of(_ address: String?) -> String {
        guard let address, address.hasPrefix("http://") || address.hasPrefix("https://") else { return "" }
        let rest = address.drop { $0 != ":" }.dropFirst(3)
        return rest.prefix { !"/?#:@".contains($0) }.lowercased()
    }
}
