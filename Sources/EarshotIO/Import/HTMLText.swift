/// The words that a person wrote, out of the HTML that a forum made of them.
///
/// What they quote is left out (`blockquote`, Discourse's `aside.quote`), and so are previews of linked pages
/// (`aside.onebox`), of which the address stays. The address of a link stays in brackets behind its words, since an
/// agenda item is often linked rather than named. Pictures hold no words; emoji pictures their name.
struct HTMLText {
    var text: String
    /// The markup was nested so deeply, or was so long, that the parser gave up before its end.
    var isCut: Bool

    init(html: String) {
        let tree = LibXML.html(Array(html.utf8))
        var writer = Writer()
        if let root = tree.root { writer.write(root) }
        text = writer.finish()
        isCut = tree.cutAtLine != nil
    }

    private struct Writer {
        private var paragraphs: [String] = []
        private var lines: [String] = []
        private var line = ""

        /// The parser bounds the depth to 256 elements.
        mutating func write(_ element: MarkupElement) {
            for child in element.contents {
                switch child {
                case .text(let text): line += text
                case .element(let element): writeElement(element)
                }
            }
        }

        mutating func finish() -> String {
            closeParagraph()
            return paragraphs.joined(separator: "\n\n")
        }

        private mutating func writeElement(_ element: MarkupElement) {
            switch element.name {
            case "script", "style", "svg", "head", "blockquote": closeParagraph()
            case "aside" where element.hasClass("quote"): closeParagraph()
            case "aside" where element.hasClass("onebox"):
                closeParagraph()
                line += address(element.attribute("data-onebox-src")) ?? address(element.first("a")) ?? ""
                closeParagraph()
            case "div" where element.hasClass("meta"): break
            case "br": closeLine()
            case "img": if element.hasClass("emoji") { line += element.attribute("alt") ?? "" }
            case "a":
                let before = line
                write(element)
                if let address = address(element), !line.dropFirst(before.count).contains(address) {
                    line += " (\(address))"
                }
            case "li", "tr":
                closeLine()
                write(element)
                closeLine()
            case "p", "div", "ul", "ol", "pre", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section", "details",
                "summary", "aside", "figure", "dl", "dt", "dd":
                closeParagraph()
                write(element)
                closeParagraph()
            case "td", "th":
                write(element)
                line += " "
            default: write(element)
            }
        }

        private func address(_ link: MarkupElement?) -> String? {
            guard let link, !link.hasClass("mention"), !link.hasClass("lightbox") else { return nil }
            return address(link.attribute("href"))
        }

        private func address(_ text: String?) -> String? {
            guard let text, text.hasPrefix("http://") || text.hasPrefix("https://") else { return nil }
            return text
        }

        private mutating func closeLine() {
            let text = MarkupText.collapsed(line)
            if !text.isEmpty { lines.append(text) }
            line = ""
        }

        private mutating func closeParagraph() {
            closeLine()
            if !lines.isEmpty { paragraphs.append(lines.joined(separator: "\n")) }
            lines = []
        }
    }
}
