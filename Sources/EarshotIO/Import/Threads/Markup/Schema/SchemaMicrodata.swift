/// Things out of a page's `itemscope`, `itemtype` and `itemprop` attributes (HTML Standard, section 5).
struct SchemaMicrodata {
    /// Things that are no other thing's property, in document order.
    private(set) var things: [SchemaThing] = []
    private var byID: [String: MarkupElement] = [:]
    /// Elements that `itemref` may still bring in (chosen): pages use it for an author's name, hostile ones in circles.
    private var budget = 20_000
    private var isReferred = false

    init(_ root: MarkupElement) {
        for element in root.descendants where element.attribute("itemscope") != nil {
            if element.attribute("itemref") == nil { continue }
            for other in root.descendants {
                if let id = other.attribute("id"), byID[id] == nil { byID[id] = other }
            }
            break
        }
        if root.attribute("itemscope") != nil { things.append(thing(root)) } else { visit(root) }
    }

    private mutating func visit(_ element: MarkupElement) {
        for child in element.children {
            // Some pages call a thing the property of one that they don't mark.
            if child.attribute("itemscope") != nil {
                things.append(thing(child))
            } else {
                visit(child)
            }
        }
    }

    private mutating func thing(_ element: MarkupElement) -> SchemaThing {
        var thing = SchemaThing()
        thing.line = element.line
        thing.id = element.attribute("itemid") ?? element.attribute("id") ?? ""
        thing.types = (element.attribute("itemtype") ?? "").split(whereSeparator: \.isWhitespace)
            .map { SchemaThing.type(String($0)) }
        gather(element, &thing)
        guard !isReferred, let names = element.attribute("itemref") else { return thing }
        isReferred = true
        for name in names.split(whereSeparator: \.isWhitespace) {
            if let other = byID[String(name)] { take(other, &thing) }
        }
        isReferred = false
        return thing
    }

    private mutating func gather(_ element: MarkupElement, _ thing: inout SchemaThing) {
        for child in element.children { take(child, &thing) }
    }

    private mutating func take(_ element: MarkupElement, _ thing: inout SchemaThing) {
        if isReferred {
            budget -= 1
            guard budget > 0 else { return }
        }
        let names = (element.attribute("itemprop") ?? "").split(whereSeparator: \.isWhitespace)
            .map { SchemaThing.type(String($0)) }
        if element.attribute("itemscope") != nil {
            var inner = self.thing(element)
            if names.isEmpty {
                if !isReferred { things.append(inner) }
            } else {
                // A person without a marked name is who the element says.
                if inner.properties.isEmpty { inner.properties.append(("name", .text(MarkupText.line(of: element)))) }
                for name in names { thing.properties.append((name, .thing(inner))) }
            }
            return
        }
        for name in names { thing.properties.append((name, value(element, name))) }
        // The words of a comment may hold marked parts, but no further properties of it.
        if !names.contains(where: Self.words.contains) { gather(element, &thing) }
    }

    private static let words: Set<String> = ["text", "articleBody", "commentText", "reviewBody"]

    private func value(_ element: MarkupElement, _ name: String) -> SchemaThing.Value {
        if let content = element.attribute("content") { return .text(content) }
        switch element.name {
        case "a", "area", "link": if let href = element.attribute("href"), !Self.isName(name) { return .text(href) }
        case "img", "audio", "video", "iframe", "embed", "source":
            if let source = element.attribute("src") { return .text(source) }
        case "time": if let time = element.attribute("datetime") { return .text(time) }
        case "data", "meter": if let value = element.attribute("value") { return .text(value) }
        default: break
        }
        if Self.words.contains(name) || name == "description" { return .words(HTMLText(of: element).text) }
        return .text(MarkupText.line(of: element))
    }

    /// `<a itemprop="author" href="/u/jo">Jo</a>` names Jo, whatever the standard says.
    private static func isName(_ name: String) -> Bool {
        ["name", "author", "creator", "headline", "alternateName"].contains(name)
    }
}
