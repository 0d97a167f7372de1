import EarshotCore

/// A saved web page, and what it says of itself.
struct SavedPage {
    let tree: MarkupTree
    /// Where it was saved from; `nil` where it does not say.
    let url: String?
    let title: String
    /// The site's name or host.
    let place: String
    /// The program that made the page, lower case ("discourse"); empty where it does not say.
    private(set) var network: String

    /// Bytes of a page, chosen: the largest saved topics seen have 5 MB, with pictures in them 60.
    static let limit = 128 << 20

    /// Throws a `Diagnostic` where the file cannot be read as a page.
    init(_ file: SourceFile, path: String) throws {
        let bytes = try file.wholeBytes(limit: Self.limit)
        if let label = MarkupEncoding.unreadableLabel(bytes), LibXML.isEncoding(label) {
            tree = LibXML.html(bytes, encoding: label)
        } else {
            tree = LibXML.html(try MarkupEncoding.utf8(bytes, path: path))
        }
        guard let root = tree.root else {
            throw Diagnostic(.error, "The page holds nothing", at: path, mend: "Save the page again")
        }
        var metas: [String: String] = [:]
        var canonical: String?
        for element in root.descendants {
            switch element.name {
            case "meta":
                let name = (element.attribute("property") ?? element.attribute("name") ?? "").lowercased()
                if !name.isEmpty, metas[name] == nil { metas[name] = element.attribute("content") }
            case "link" where element.attribute("rel")?.lowercased() == "canonical":
                canonical = canonical ?? WebAddress.page(element.attribute("href"))
            default: continue
            }
        }
        let url = canonical ?? WebAddress.page(metas["og:url"]) ?? Self.savedFrom(bytes)
        self.url = url
        let heading = root.first("title").map { MarkupText.line(of: $0) } ?? ""
        title = MarkupText.collapsed(metas["og:title"] ?? heading)
        let host = url?.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init)
        let subreddit = url?.firstMatch(of: /reddit\.com\/(r\/[A-Za-z0-9_]+)/).map { String($0.1) }
        place = MarkupText.collapsed(subreddit ?? metas["og:site_name"] ?? host ?? "")
        network = Self.maker(metas["generator"] ?? "")
    }

    /// A file of JSON-LD by itself.
    init() {
        tree = MarkupTree(nodes: [])
        url = nil
        title = ""
        place = ""
        network = ""
    }

    /// The page, where it does not say what made it, as made by the program whose layout it has.
    func made(by program: String) -> SavedPage {
        var page = self
        if page.network.isEmpty { page.network = program }
        return page
    }

    private static func maker(_ generator: String) -> String {
        let known = [
            "wordpress", "discourse", "phpbb", "vbulletin", "xenforo", "drupal", "mybb", "flarum", "nodebb", "invision",
            "ghost", "hugo", "blogger", "simple machines",
        ]
        let lower = generator.lowercased()
        return known.first { lower.contains($0) } ?? ""
    }

    /// Browsers note the address in a comment: "saved from url=(0029)https://…", SingleFile " url: https://…".
    private static func savedFrom(_ bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        for mark in ["saved from url=(", " url: "] {
            guard let start = head.firstRange(of: mark)?.upperBound else { continue }
            let rest = head[start...].drop { $0.isNumber || $0 == ")" || $0 == " " }
            let address = rest.prefix { !$0.isWhitespace && $0 != "-" || $0 == "-" && !$0.isWhitespace }
            if let page = WebAddress.page(String(address)) { return page }
        }
        return nil
    }
}
