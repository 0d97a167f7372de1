import EarshotCore

/// What the first values of a column look like.
struct ColumnProfile {
    enum Look: Equatable {
        case empty, number, date, address, mail, internet, phone, position, choice, words, name, code
    }

    let name: String
    let key: String
    /// Rows looked at, and those of them that hold something.
    let rows: Int
    let filled: Int
    let distinct: Int
    /// Words in an average filled cell.
    let words: Double
    let look: Look
    let samples: [String]

    init(name: String, key: String, values: [String], rows: Int) {
        self.name = name
        self.key = key
        self.rows = rows
        filled = values.count
        distinct = Set(values).count
        samples = Array(values.prefix(3))
        let total = values.reduce(0) { $0 + $1.split(whereSeparator: \.isWhitespace).count }
        words = values.isEmpty ? 0 : Double(total) / Double(values.count)
        look = Self.look(values, distinct: distinct, words: words)
    }

    private static func look(_ values: [String], distinct: Int, words: Double) -> Look {
        guard !values.isEmpty else { return .empty }
        func most(_ test: (String) -> Bool) -> Bool { values.count(where: test) * 10 >= values.count * 8 }
        if most(isMail) { return .mail }
        if most(isInternet) { return .internet }
        if most({ CommentValues.likes($0) != nil || Double($0) != nil }) {
            let isTime = most { $0.count >= 9 && Dates.moment($0, zone: "UTC") != nil }
            return isTime ? .date : most(isPhone) ? .phone : .number
        }
        if most(isDate) { return .date }
        if most({ $0.hasPrefix("http://") || $0.hasPrefix("https://") }) { return .address }
        if most(isPhone) { return .phone }
        if words < 6, isPosition(values) { return .position }
        // Free text is long or nearly always different (both chosen, not derived).
        if words >= 6, distinct * 10 >= values.count * 3 || distinct > 20 { return .words }
        if words >= 3, distinct * 10 >= values.count * 8, values.count >= 2 { return .words }
        if distinct * 2 <= values.count || distinct <= 3 { return .choice }
        return most({ $0.contains(where: \.isNumber) && !$0.contains(" ") }) ? .code : .name
    }

    private static func isPosition(_ values: [String]) -> Bool {
        var named = 0
        for value in values {
            guard let known = CommentValues.position(value) else { return false }
            if known != nil { named += 1 }
        }
        return named > 0
    }

    static func isDate(_ text: String) -> Bool {
        text.contains(where: \.isNumber)
            && (Dates.moment(text, zone: "UTC") != nil || Dates.moment(text, zone: "UTC", dayFirst: false) != nil)
    }

    static func isMail(_ text: String) -> Bool {
        guard let at = text.firstIndex(of: "@"), at != text.startIndex, !text.contains(" ") else { return false }
        return text[at...].contains(".")
    }

    /// "203.0.113.7" or "2001:db8::1".
    static func isInternet(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.count <= 3 && $0.allSatisfy(\.isNumber) }) {
            return true
        }
        return text.count(where: { $0 == ":" }) >= 3 && text.allSatisfy { $0.isHexDigit || $0 == ":" }
            && text.count(where: { $0 == ":" }) + 1 >= 3 && text.contains(where: \.isHexDigit)
            && !text.contains(where: { $0 == "-" }) && text.count > 6
    }

    /// Ten to fourteen digits with the marks of a telephone number, the first of them 0 or after a +.
    static func isPhone(_ text: String) -> Bool {
        let digits = text.count(where: \.isNumber)
        return (10...14).contains(digits) && (text.hasPrefix("0") || text.hasPrefix("+") || text.hasPrefix("(0"))
            && text.allSatisfy { $0.isNumber || " +-().".contains($0) }
    }

    /// What personal data the column holds that is never stored, by its values and its name. A question about mobile
    /// phones that people answer in their own words is none.
    var personal: String? {
        switch look {
        case .mail: "e-mail addresses"
        case .internet: "IP addresses"
        case .phone: "phone numbers"
        case .words: nil
        default: CommentColumn.personal(key)
        }
    }
}

/// Tells from the first rows which columns hold free text, and in which the same people say yes or no.
struct ColumnGuess {
    let head: TableHead
    let profiles: [ColumnProfile]
    /// What each column asks, normalised.
    private let asked: [String]

    /// - Parameter questions: What each column asks, where it is not the header.
    init(_ head: TableHead, questions: [String] = []) {
        self.head = head
        asked = head.keys.indices.map { column in
            column < questions.count && !questions[column].isEmpty
                ? CommentColumn.normalised(questions[column]) : head.keys[column]
        }
        profiles = head.header.names.indices.map { column in
            ColumnProfile(
                name: head.header.names[column], key: head.keys[column], values: head.values(column),
                rows: head.rows.count)
        }
    }

    /// The shape of a table whose text column is known by name, or is the only one.
    func shape() -> TableShape {
        var shape = TableShape()
        let questions = closed(among: Array(profiles.indices))
        let isNamed = CommentColumn.position.synonyms.contains { head.keys.contains($0) }
        if questions.count == 1, !isNamed { shape.columns["position"] = head.header.names[questions[0]] }
        return shape
    }

    /// Columns that hold free text and nothing that has a name of its own.
    func freeText(ignoring ignored: Set<String> = []) -> [Int] {
        profiles.indices.filter { column in
            let profile = profiles[column]
            return profile.look == .words && !ignored.contains(profile.key) && !Self.isBesides(profile.key)
        }
    }

    /// For each column of free text the only closed question between it and the one before; where there is one text,
    /// the only one of the table.
    func positions(for texts: [Int], ignoring ignored: Set<String> = []) -> [Int?] {
        let closed = closed(among: profiles.indices.filter { !ignored.contains(profiles[$0].key) })
        if texts.count == 1 { return [closed.count == 1 ? closed[0] : nil] }
        var before = -1
        return texts.map { text in
            let between = closed.filter { $0 > before && $0 < text }
            before = text
            return between.count == 1 ? between[0] : nil
        }
    }

    private func closed(among columns: [Int]) -> [Int] {
        columns.filter { profiles[$0].look == .position && Self.asksForPosition(asked[$0]) }
    }

    /// "Do you support the proposal?", not "Do you agree to our privacy notice?".
    static func asksForPosition(_ key: String) -> Bool {
        let words = key.split(separator: "_")
        let asks: Set<Substring> = [
            "support", "agree", "oppose", "object", "favour", "favor", "against", "disagree", "approve",
        ]
        let others: Set<Substring> = [
            "privacy", "terms", "consent", "contact", "data", "gdpr", "newsletter", "conditions", "rules", "publish",
            "published", "policy", "statement", "notice",
        ]
        return words.contains { asks.contains($0) } && !words.contains { others.contains($0) }
    }

    /// Words people write about themselves, and what programs write.
    private static func isBesides(_ key: String) -> Bool {
        let words = Set(key.split(separator: "_"))
        let personal: Set<Substring> = [
            "name", "address", "postcode", "browser", "agent", "referrer", "referer", "url",
        ]
        return !words.isDisjoint(with: personal) && words.count <= 4
            || CommentColumn.allCases.contains { $0 != .text && $0.synonyms.contains(key) }
    }
}
