/// Which prefix an element or attribute is known by, whatever prefix the file binds to its namespace.
///
/// Files name the same thing in many ways: WordPress exports of 2007 and of today differ in the namespace's version, and
/// some programs call Dublin Core "ns1". Importers see one name: "wp:comment", "dc:creator", "item". Namespaces that are
/// not listed here keep the prefix that the file gives them.
struct XMLNamespaces {
    /// Whether the document is an Atom feed, whose elements then have no prefix; Atom's elements in a document of another
    /// kind are "atom:link", which must not be mistaken for that document's own "link".
    private var isAtom: Bool?

    /// The prefix for names of the namespace `uri`, empty for none; `nil` to leave the name as the file has it. The first
    /// call is for the document's outermost element.
    mutating func prefix(_ uri: String) -> String? {
        let key = Self.key(uri)
        let inAtom = Self.atom.contains(key)
        if isAtom == nil { isAtom = inAtom }
        if inAtom { return isAtom == true ? "" : "atom" }
        if let known = Self.known[key] { return known }
        // http://wordpress.org/export/1.0/ to 1.2/, and …/excerpt/ below it.
        if key.hasPrefix("wordpress.org/export/") { return key.hasSuffix("/excerpt") ? "excerpt" : "wp" }
        return key.hasPrefix("backend.userland.com/rss") ? "" : nil
    }

    /// The address without scheme, "www.", closing slash and capitals: files differ in all of them.
    private static func key(_ uri: String) -> String {
        var key = Substring(uri.lowercased())
        for start in ["http://", "https://", "www."] where key.hasPrefix(start) { key = key.dropFirst(start.count) }
        while key.hasSuffix("/") { key = key.dropLast() }
        return String(key)
    }

    private static let atom: Set<String> = [
        "w3.org/2005/atom", "purl.org/atom/ns#", "purl.org/atom/ns", "purl.org/pie", "purl.org/echo",
        "example.com/necho", "example.com/newformat#",
    ]

    private static let known: [String: String] = [
        "purl.org/rss/1.0": "", "my.netscape.com/rdf/simple/0.9": "", "channel.netscape.com/rdf/simple/0.9": "",
        "purl.org/net/rss1.1#": "", "blogs.law.harvard.edu/tech/rss": "", "cyber.law.harvard.edu/rss": "",
        "my.netscape.com/publish/formats/rss-0.91.dtd": "", "w3.org/1999/xhtml": "",
        "w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "purl.org/dc/elements/1.1": "dc", "purl.org/dc/elements/1.0": "dc",
        "purl.org/dc/terms": "dcterms", "purl.org/rss/1.0/modules/content": "content",
        "purl.org/rss/1.0/modules/slash": "slash", "purl.org/rss/1.0/modules/syndication": "sy",
        "wellformedweb.org/commentapi": "wfw", "purl.org/syndication/thread/1.0": "thr",
        "search.yahoo.com/mrss": "media", "disqus.com": "", "disqus.com/disqus-internals": "dsq",
    ]
}
