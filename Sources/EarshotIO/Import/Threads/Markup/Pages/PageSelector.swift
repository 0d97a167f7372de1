/// Names elements of a page as style sheets do, as far as the layouts here need it: "article.message[data-content^=post-]",
/// ".username", "time[datetime]". A "#" at the end of an attribute's beginning asks for digits after it: "[id^=p#]".
struct PageSelector: ExpressibleByStringLiteral, Sendable {
    private struct Attribute: Sendable {
        var name: String
        /// How the value begins; empty for any value.
        var start: String
        var thenDigits: Bool
        /// Whether the value is that beginning and nothing more.
        var isWhole: Bool
    }

    private var tag = ""
    private var classes: [String] = []
    private var attributes: [Attribute] = []

    init(stringLiteral text: StaticString) {
        for part in "\(text)".split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            if part.offset == 0 {
                let names = part.element.split(separator: ".", omittingEmptySubsequences: false)
                tag = names.first.map(String.init) ?? ""
                classes = names.dropFirst().map(String.init)
            } else {
                let inner = part.element.prefix { $0 != "]" }.split(separator: "=", maxSplits: 1)
                guard let name = inner.first else { continue }
                let start = inner.count == 2 ? inner[1] : ""
                attributes.append(
                    Attribute(
                        name: name.filter { $0 != "^" }, start: String(start.filter { $0 != "#" }),
                        thenDigits: start.hasSuffix("#"), isWhole: inner.count == 2 && !name.hasSuffix("^")))
            }
        }
    }

    func matches(_ element: MarkupElement) -> Bool {
        guard tag.isEmpty || element.name == tag, classes.allSatisfy({ element.hasClass($0) }) else { return false }
        return attributes.allSatisfy { wanted in
            guard let value = element.attribute(wanted.name), value.hasPrefix(wanted.start) else { return false }
            let rest = value.dropFirst(wanted.start.count)
            if wanted.isWhole { return rest.isEmpty }
            return !wanted.thenDigits || (!rest.isEmpty && rest.allSatisfy(\.isNumber))
        }
    }
}
