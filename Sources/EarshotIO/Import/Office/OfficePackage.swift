import EarshotCore

/// An Office file as its archive holds it: XML parts, and relationships that name one part for another.
struct OfficePackage {
    /// What one part says of another.
    struct Relationship {
        var id: String
        /// The last word of the type's address: "officeDocument", "worksheet", "hyperlink".
        var type: String
        /// A part's name, or a web address where `isExternal`.
        var target: String
        var isExternal: Bool
    }

    /// XML parts that are read whole (chosen, not derived).
    static let treeLimit = 64 << 20

    let archive: ZipArchive
    /// As messages show the file.
    let path: String

    init(_ file: SourceFile, path: String) throws {
        archive = try ZipArchive(file, path: path)
        self.path = path
    }

    /// The name of the part with the document itself: "word/document.xml"; `nil` where the package names none.
    func mainPart() throws -> String? {
        try relationships(of: "").first { $0.type == "officeDocument" && !$0.isExternal }?.target
    }

    /// What the part refers to, in file order; empty where it refers to nothing. "" is the package itself.
    func relationships(of part: String) throws -> [Relationship] {
        let folder = Self.folder(of: part)
        let name = "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
        guard let tree = try tree(of: name), let root = tree.root else { return [] }
        return root.children.compactMap { element in
            guard Self.local(element.name) == "Relationship", let id = element.attribute("Id"),
                let target = element.attribute("Target")
            else { return nil }
            let type = element.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
            let isExternal = element.attribute("TargetMode") == "External"
            return Relationship(
                id: id, type: type, target: isExternal ? target : Self.resolved(target, from: folder),
                isExternal: isExternal)
        }
    }

    /// A small part, read whole; `nil` where the archive holds none of the name.
    func tree(of name: String) throws -> MarkupTree? {
        guard let part = archive.part(named: name) else { return nil }
        return try XMLEvents.tree(
            MarkupEncoding.utf8(try archive.bytes(of: part, limit: Self.treeLimit), path: path), path: path)
    }

    /// Hands over the events of a part of any length up to `limit` bytes, in order. Answers whether there is such a part.
    @discardableResult
    func events(
        of name: String, limit: Int = ZipArchive.sizeLimit, emit: (XMLEvent) throws -> Void
    ) throws -> Bool {
        guard let part = archive.part(named: name) else { return false }
        let pieces = try archive.pieces(of: part, limit: limit)
        var text = PartText()
        try LibXML.xml(XMLFeed(pieces: { try text.next(pieces) }), path: path, emit: emit)
        return true
    }

    /// A name without its prefix: "w:p" and "p" are "p".
    static func local(_ name: String) -> Substring {
        name.firstIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
    }

    /// "word/document.xml" → "word/".
    private static func folder(of part: String) -> String {
        part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
    }

    /// A target as written, from the package's root on: "/xl/styles.xml", "../media/a.png", "worksheets/sheet1.xml".
    private static func resolved(_ target: String, from folder: String) -> String {
        let whole = target.hasPrefix("/") ? target : folder + target
        var parts: [Substring] = []
        for part in whole.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// A part's bytes as UTF-8: the format allows UTF-16 as well.
private struct PartText {
    private var isStarted = false
    private var transcoder: UTF16Transcoder?

    mutating func next(_ pieces: () throws -> [UInt8]?) throws -> [UInt8]? {
        guard var piece = try pieces() else {
            var rest: [UInt8] = []
            transcoder?.finish(into: &rest)
            transcoder = nil
            return rest.isEmpty ? nil : rest
        }
        if !isStarted {
            isStarted = true
            let (encoding, mark) = TextEncoding.detect(piece.span)
            piece.removeFirst(mark)
            if encoding != .utf8 { transcoder = UTF16Transcoder(bigEndian: encoding == .utf16BigEndian) }
        }
        guard transcoder != nil else { return piece }
        var text: [UInt8] = []
        transcoder?.feed(piece[...], into: &text)
        return text
    }
}
