import EarshotCore
import EarshotIO

/// A page's tags and attributes, read back as a browser's tokenizer would at its simplest.
///
/// The writer escapes every `<` of the data and quotes every attribute, so that this is enough; whatever slips through
/// the escaping shows here as a tag or attribute that no page has.
struct PageScan {
    struct Tag: Equatable {
        var name: String
        var attributes: [String: String] = [:]
        var isEnd = false
    }

    let text: String
    private(set) var tags: [Tag] = []
    /// What stands between the tags, entities undone, white space collapsed, style sheet left out.
    private(set) var words = ""

    init(_ brief: Brief, files: [WrittenFile] = []) {
        var html = HTMLWriter()
        PackPage.render(brief, files: files, into: &html)
        self.init(String(decoding: html.bytes, as: UTF8.self))
    }

    init(_ text: String) {
        self.text = text
        var rest = Substring(text)
        var plain = ""
        while let open = rest.firstIndex(of: "<") {
            if tags.last?.name != "style" { plain += rest[..<open] }
            rest = rest[rest.index(after: open)...]
            guard let close = PageScan.end(of: rest) else { break }
            tags.append(PageScan.tag(rest[..<close]))
            plain += " "
            rest = rest[rest.index(after: close)...]
        }
        words = PageScan.unescaped(plain + rest).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func tags(named name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isEnd } }

    /// The ">" that ends the tag, not one inside quotes.
    private static func end(of text: Substring) -> Substring.Index? {
        var isQuoted = false
        return text.indices.first { index in
            if text[index] == "\"" { isQuoted.toggle() }
            return text[index] == ">" && !isQuoted
        }
    }

    private static func tag(_ inner: Substring) -> Tag {
        let isEnd = inner.hasPrefix("/")
        let inner = isEnd ? inner.dropFirst() : inner
        let name = inner.prefix { !$0.isWhitespace }
        var tag = Tag(name: name.lowercased(), isEnd: isEnd)
        var rest = inner.dropFirst(name.count)
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            let key = rest.prefix { !$0.isWhitespace && $0 != "=" }
            rest = rest.dropFirst(key.count)
            var value = Substring()
            if rest.hasPrefix("=\"") {
                value = rest.dropFirst(2).prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 3)
            } else if key.isEmpty {
                rest = rest.dropFirst()
            }
            tag.attributes[key.lowercased()] = unescaped(String(value))
        }
        return tag
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
