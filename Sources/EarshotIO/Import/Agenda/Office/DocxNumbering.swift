import EarshotCore

/// How a Word file numbers its paragraphs: lists with levels, and the styles that belong to them.
///
/// Source: ECMA-376 part 1, 17.9 (numbering) and 17.7 (styles).
struct DocxNumbering {
    /// What Word prints before a paragraph.
    struct Label {
        /// "4.", "(a)", "2.1"; empty where the level shows none.
        var text: String
        var isBullet: Bool
        /// What tells the list from others.
        var list: String
        var level: Int
        /// Where the paragraph counts in its level, and in the highest one.
        var value: Int
        var first: Int
        /// Whether the label holds the number of the highest level.
        var holdsFirst: Bool
    }

    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var style: String?
        var restartsAfter: Int?
        var isLegal = false
    }

    private struct Style {
        var parent: String?
        var list: String?
        var level: Int?
        var outlineLevel: Int?
    }

    private var lists: [String: (abstract: String, starts: [Int: Int], levels: [Int: Level])] = [:]
    private var abstracts: [String: (levels: [Int: Level], styleLink: String?)] = [:]
    private var styles: [String: Style] = [:]
    private var defaultStyle: String?
    private var counts: [String: [Int: Int]] = [:]
    private var restarted: Set<String> = []

    init(numbering: MarkupTree?, styles tree: MarkupTree?) {
        for element in tree?.root?.children ?? [] where OfficePackage.local(element.name) == "style" {
            read(style: element)
        }
        for element in numbering?.root?.children ?? [] {
            switch OfficePackage.local(element.name) {
            case "abstractNum": read(abstract: element)
            case "num": read(list: element)
            default: break
            }
        }
    }

    /// 0 for the highest heading; `nil` for text.
    func outlineLevel(of paragraph: DocxParagraph) -> Int? {
        (paragraph.outlineLevel ?? inherited(paragraph.style) { $0.outlineLevel }).flatMap { $0 < 9 ? $0 : nil }
    }

    /// Whether the paragraph is an entry in a table of contents, which says again what stands below.
    func isContents(_ paragraph: DocxParagraph) -> Bool {
        (paragraph.style ?? "").lowercased().filter(\.isLetter).hasPrefix("toc")
    }

    /// Counts the paragraph and answers what stands before it. To be asked once for each paragraph, in order.
    mutating func label(of paragraph: DocxParagraph) -> Label? {
        let style = paragraph.style ?? defaultStyle
        guard let number = paragraph.list ?? inherited(style, { $0.list }), number != "0", let list = lists[number]
        else { return nil }
        let levels = levels(of: list.abstract).merging(list.levels) { $1 }
        let ofStyle = levels.filter { $0.value.style != nil && $0.value.style == style }.keys.min()
        let at = paragraph.level ?? (paragraph.list == nil ? ofStyle : nil) ?? inherited(style, { $0.level }) ?? 0
        guard (0...8).contains(at) else { return nil }
        let level = levels[at] ?? Level()
        let key = list.abstract
        if let start = list.starts[at], restarted.insert("\(number)/\(at)").inserted {
            counts[key, default: [:]][at] = start - 1
        }
        let value = (counts[key]?[at] ?? level.start - 1) + 1
        counts[key, default: [:]][at] = value
        for deeper in (at + 1)..<10 where restarts(levels[deeper], at) { counts[key]?[deeper] = nil }
        let isBullet = level.format == "bullet" || level.format == "none"
        return Label(
            text: isBullet ? "" : text(of: level, levels, key), isBullet: isBullet, list: key, level: at, value: value,
            first: counts[key]?[0] ?? levels[0]?.start ?? 1, holdsFirst: level.text.contains("%1"))
    }

    private func restarts(_ level: Level?, _ at: Int) -> Bool {
        guard let after = level?.restartsAfter else { return true }
        return after != 0 && at < after
    }

    private func text(of level: Level, _ levels: [Int: Level], _ key: String) -> String {
        var out = ""
        var rest = level.text[...]
        while let character = rest.popFirst() {
            guard character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
                out.append(character)
                continue
            }
            rest.removeFirst()
            let other = levels[digit - 1] ?? Level()
            let value = counts[key]?[digit - 1] ?? other.start
            out += Self.written(value, level.isLegal ? "decimal" : other.format)
        }
        return MarkupText.collapsed(out)
    }

    /// 3 → "3", "c", "C", "iii", "III", "03"; formats of other scripts as whole numbers.
    static func written(_ value: Int, _ format: String) -> String {
        guard value > 0, value < 4000 else { return String(value) }
        switch format {
        case "lowerLetter", "upperLetter":
            let letters = format == "lowerLetter" ? "abcdefghijklmnopqrstuvwxyz" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            let letter = letters[letters.index(letters.startIndex, offsetBy: (value - 1) % 26)]
            return String(repeating: letter, count: min((value - 1) / 26 + 1, 12))
        case "lowerRoman": return OtherNumbering.roman(value).lowercased()
        case "upperRoman": return OtherNumbering.roman(value)
        case "decimalZero": return LocalTime.padded(value, 2)
        default: return String(value)
        }
    }

    // MARK: - Styles

    private func inherited<T>(_ style: String?, _ value: (Style) -> T?) -> T? {
        var next = style ?? defaultStyle
        for _ in 0..<32 {
            guard let name = next, let style = styles[name] else { return nil }
            if let found = value(style) { return found }
            next = style.parent
        }
        return nil
    }

    private mutating func read(style element: MarkupElement) {
        guard let id = Self.attribute("styleId", element), Self.attribute("type", element) ?? "paragraph" != "character"
        else {
            return
        }
        var style = Style()
        style.parent = Self.value("basedOn", in: element)
        style.list = Self.value("numId", in: element)
        style.level = Self.value("ilvl", in: element).flatMap { Int($0) }
        style.outlineLevel = Self.value("outlineLvl", in: element).flatMap { Int($0) }
        styles[id] = style
        if Self.attribute("type", element) == "paragraph",
            ["1", "true", "on"].contains(Self.attribute("default", element))
        {
            defaultStyle = id
        }
    }

    private mutating func read(abstract element: MarkupElement) {
        guard let id = Self.attribute("abstractNumId", element) else { return }
        var levels: [Int: Level] = [:]
        for child in element.children where OfficePackage.local(child.name) == "lvl" { Self.read(child, into: &levels) }
        abstracts[id] = (levels, Self.value("numStyleLink", in: element))
    }

    private mutating func read(list element: MarkupElement) {
        guard let id = Self.attribute("numId", element), let abstract = Self.value("abstractNumId", in: element) else {
            return
        }
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
        for child in element.children where OfficePackage.local(child.name) == "lvlOverride" {
            guard let at = Self.attribute("ilvl", child).flatMap({ Int($0) }) else { continue }
            starts[at] = Self.value("startOverride", in: child).flatMap { Int($0) }
            for inner in child.children where OfficePackage.local(inner.name) == "lvl" {
                Self.read(inner, into: &levels)
            }
        }
        lists[id] = (abstract, starts, levels)
    }

    /// The levels of a list; one may take them from a style's list.
    private func levels(of abstract: String) -> [Int: Level] {
        guard let own = abstracts[abstract] else { return [:] }
        guard own.levels.isEmpty, let style = own.styleLink, let list = styles[style]?.list,
            let other = lists[list]?.abstract,
            other != abstract
        else { return own.levels }
        return abstracts[other]?.levels ?? [:]
    }

    private static func read(_ element: MarkupElement, into levels: inout [Int: Level]) {
        guard let at = attribute("ilvl", element).flatMap({ Int($0) }) else { return }
        levels[at] = Level(
            start: value("start", in: element).flatMap { Int($0) }.map { min(max($0, 0), 1_000_000) } ?? 1,
            format: value("numFmt", in: element) ?? "decimal", text: value("lvlText", in: element) ?? "",
            style: value("pStyle", in: element), restartsAfter: value("lvlRestart", in: element).flatMap { Int($0) },
            isLegal: element.children.contains { OfficePackage.local($0.name) == "isLgl" })
    }

    private static func value(_ name: String, in element: MarkupElement) -> String? {
        element.descendants.first { OfficePackage.local($0.name) == name }.flatMap { attribute("val", $0) }
    }

    private static func attribute(_ name: String, _ element: MarkupElement) -> String? {
        element.tree.nodes[element.index].attributes.first { OfficePackage.local($0.name) == name }?.value
    }
}
