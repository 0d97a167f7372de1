/// The elements that Earshot's pages use.
package enum HTMLTag: Sendable {
    case html, head, title, body, header, main, section, footer, nav
    case h1, h2, h3, h4, p, div, span, strong, b, a, code, blockquote
    case ul, ol, li, table, caption, thead, tbody, tr, th, td, details, summary
    case dl, dt, dd, label
    case svg, defs, pattern, g, rect, line

    var name: StaticString {
        switch self {
        case .html: "html"
        case .head: "head"
        case .title: "title"
        case .body: "body"
        case .header: "header"
        case .main: "main"
        case .section: "section"
        case .footer: "footer"
        case .nav: "nav"
        case .h1: "h1"
        case .h2: "h2"
        case .h3: "h3"
        case .h4: "h4"
        case .p: "p"
        case .div: "div"
        case .span: "span"
        case .strong: "strong"
        case .b: "b"
        case .a: "a"
        case .code: "code"
        case .blockquote: "blockquote"
        case .ul: "ul"
        case .ol: "ol"
        case .li: "li"
        case .table: "table"
        case .caption: "caption"
        case .thead: "thead"
        case .tbody: "tbody"
        case .tr: "tr"
        case .th: "th"
        case .td: "td"
        case .details: "details"
        case .summary: "summary"
        case .svg: "svg"
        case .defs: "defs"
        case .pattern: "pattern"
        case .g: "g"
        case .rect: "rect"
        case .line: "line"
        case .dl: "dl"
        case .dt: "dt"
        case .dd: "dd"
        case .label: "label"
        }
    }

    /// Whether a line ends after it, so that two packs can be compared line by line.
    var isBlock: Bool {
        switch self {
        case .span, .strong, .b, .a, .code, .g, .rect, .line, .label: false
        default: true
        }
    }
}

/// The elements that hold nothing.
package enum HTMLVoidTag: Sendable {
    case meta, input, img

    var name: StaticString {
        switch self {
        case .meta: "meta"
        case .input: "input"
        case .img: "img"
        }
    }
}

/// One attribute. Only the attributes below can carry data, and none of them runs anything.
package struct HTMLAttribute: Sendable {
    enum Value: Sendable {
        case none
        case fixed(StaticString)
        case data(String)
    }

    let name: StaticString
    let value: Value

    /// An attribute whose value is part of the program.
    package static func fixed(_ name: StaticString, _ value: StaticString) -> HTMLAttribute {
        HTMLAttribute(name: name, value: .fixed(value))
    }

    /// An attribute that is true by being there.
    package static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name: name, value: .none) }

    package static func number(_ name: StaticString, _ value: Int) -> HTMLAttribute {
        HTMLAttribute(name: name, value: .data(String(value)))
    }

    package static func viewBox(width: Int, height: Int) -> HTMLAttribute {
        HTMLAttribute(name: "viewBox", value: .data("0 0 \(width) \(height)"))
    }

    package static func `class`(_ names: StaticString) -> HTMLAttribute { fixed("class", names) }

    /// "item-5": the page's own word and a number, never a source's id.
    package static func id(_ word: StaticString, _ number: Int) -> HTMLAttribute {
        HTMLAttribute(name: "id", value: .data("\(word)-\(number)"))
    }

    package static func href(_ url: SafeURL) -> HTMLAttribute { HTMLAttribute(name: "href", value: .data(url.text)) }

    /// A picture inside the page; anything but a `data:image/…` address becomes an empty one.
    package static func source(_ data: String) -> HTMLAttribute {
        HTMLAttribute(name: "src", value: .data(data.hasPrefix("data:image/") ? data : "data:,"))
    }

    /// A place on the same page, made by `id(_:_:)`.
    package static func href(_ word: StaticString, _ number: Int) -> HTMLAttribute {
        HTMLAttribute(name: "href", value: .data("#\(word)-\(number)"))
    }

    /// BCP 47: "en-GB".
    package static func lang(_ tag: String) -> HTMLAttribute { HTMLAttribute(name: "lang", value: .data(tag)) }

    package static func content(_ text: String) -> HTMLAttribute {
        HTMLAttribute(name: "content", value: .data(text))
    }

    /// What a screen reader says in place of the element's content.
    package static func label(_ text: String) -> HTMLAttribute {
        HTMLAttribute(name: "aria-label", value: .data(text))
    }

    /// The text itself tells whether it runs left to right or right to left.
    package static var anyDirection: HTMLAttribute { fixed("dir", "auto") }
    package static var hidden: HTMLAttribute { fixed("aria-hidden", "true") }
}
