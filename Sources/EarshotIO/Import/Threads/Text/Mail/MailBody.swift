import EarshotCore

/// The words in the body of a message, taken out of its MIME parts line by line; what is attached is passed by without
/// being kept.
struct MailBody {
    /// What was found.
    struct Content {
        var text = ""
        /// Whether quotes were already taken off with the HTML around them.
        var isHTML = false
        /// More text than is kept.
        var isCut = false
        var attachments = 0
        /// Messages inside this one: a digest's, or those sent on.
        var messages = 0
        /// A character set that is not read here.
        var strangeCharset = ""
    }

    /// Bytes of text kept of one message; more is no comment (chosen, not derived).
    private static let limit = 4 << 20
    /// Parts within parts that are looked into, chosen.
    private static let depth = 20

    private struct Level {
        var boundary: [UInt8]
        var isAlternative: Bool
        /// Its parts are messages where they do not say what they are.
        var isDigest: Bool
    }

    private struct Part {
        var isHTML: Bool
        var charset: String
        var encoding: String
        var isFlowed: Bool
        var dropsSpace: Bool
        /// The outermost choice of forms that it belongs to.
        var choice: Int?
        var bytes: [UInt8] = []

        var isBlank: Bool { bytes.allSatisfy { $0 <= 32 } }

        var decoded: [UInt8] {
            switch encoding {
            case "base64": MailTransfer.base64(bytes)
            case "quoted-printable": MailTransfer.quotedPrintable(bytes)
            default: bytes
            }
        }
    }

    private var levels: [Level] = []
    private var part: Part?
    private var parts: [Part] = []
    private var header: MailHeader?
    private var choices = 0
    private var size = 0
    private var content = Content()

    init(_ header: MailHeader) { open(header) }

    mutating func push(_ line: ArraySlice<UInt8>) {
        if !levels.isEmpty, line.starts(with: [45, 45]), let (level, closes) = boundary(line) {
            close()
            levels.removeSubrange((closes ? level : level + 1)...)
            header = closes ? nil : MailHeader()
            return
        }
        if var header {
            if !line.allSatisfy({ $0 <= 32 }), header.take(line) {
                self.header = header
                return
            }
            self.header = nil
            open(header)
            if line.allSatisfy({ $0 <= 32 }) { return }
        }
        guard part != nil else { return }
        guard size + line.count < Self.limit else {
            content.isCut = true
            return
        }
        size += line.count + 1
        part?.bytes.append(contentsOf: line)
        part?.bytes.append(10)
    }

    /// Of a choice of forms the plain one, else the HTML one; other parts one below the other.
    mutating func finish() -> Content {
        close()
        let plainChoices = Set(parts.compactMap { $0.isHTML || $0.isBlank ? nil : $0.choice })
        let chosen = parts.filter { part in
            guard let choice = part.choice else { return true }
            return part.isHTML ? !plainChoices.contains(choice) : true
        }
        var texts: [String] = []
        for part in chosen {
            let (text, isKnown) = MailCharset.decode(part.decoded, part.charset)
            if !isKnown { content.strangeCharset = part.charset }
            texts.append(part.isHTML ? html(text) : part.isFlowed ? Self.unfolded(text, part.dropsSpace) : text)
            content.isHTML = content.isHTML || part.isHTML
        }
        content.text = texts.joined(separator: "\n")
        return content
    }

    private mutating func html(_ text: String) -> String {
        let words = HTMLText(html: text)
        if words.isCut { content.isCut = true }
        return words.text
    }

    // MARK: - Parts

    private func boundary(_ line: ArraySlice<UInt8>) -> (level: Int, closes: Bool)? {
        for index in levels.indices.reversed() {
            let boundary = levels[index].boundary
            guard line.dropFirst(2).starts(with: boundary) else { continue }
            let rest = line.dropFirst(2 + boundary.count)
            if rest.allSatisfy({ $0 <= 32 }) { return (index, false) }
            if rest.starts(with: [45, 45]), rest.dropFirst(2).allSatisfy({ $0 <= 32 }) { return (index, true) }
        }
        return nil
    }

    private mutating func close() {
        if let part { parts.append(part) }
        part = nil
    }

    private mutating func open(_ header: MailHeader) {
        let type = header.value("content-type")
        if type.value.hasPrefix("multipart/") {
            if let boundary = type.parameters["boundary"], !boundary.isEmpty, levels.count < Self.depth {
                let isAlternative = type.value == "multipart/alternative"
                if isAlternative, !levels.contains(where: \.isAlternative) { choices += 1 }
                levels.append(
                    Level(
                        boundary: Array(boundary.utf8), isAlternative: isAlternative,
                        isDigest: type.value == "multipart/digest"))
                return
            }
            if levels.count >= Self.depth { return content.attachments += 1 }
        }
        let disposition = header.value("content-disposition")
        let named = disposition.parameters["filename"] ?? type.parameters["name"]
        let isAttached = disposition.value == "attachment" || (named != nil && disposition.value != "inline")
        let texts = ["", "text", "text/plain", "text/html", "text/markdown", "text/enriched"]
        let isMessage = type.value.isEmpty && levels.last?.isDigest == true
        let isText = !isMessage && (texts.contains(type.value) || type.value.hasPrefix("multipart/"))
        let isAlternative = levels.contains(where: \.isAlternative)
        guard isText, !isAttached || (levels.isEmpty && disposition.value != "attachment") else {
            if isMessage || type.value == "message/rfc822" {
                content.messages += 1
            } else if !isAlternative, !type.value.hasSuffix("-signature") {
                content.attachments += 1
            }
            return
        }
        part = Part(
            isHTML: type.value == "text/html", charset: (type.parameters["charset"] ?? "").lowercased(),
            encoding: header["content-transfer-encoding"].lowercased(),
            isFlowed: type.parameters["format"]?.lowercased() == "flowed",
            dropsSpace: type.parameters["delsp"]?.lowercased() == "yes", choice: isAlternative ? choices : nil)
    }

    /// Joins the lines that a program folded (RFC 3676): those that end with a space, at the same depth of quoting.
    private static func unfolded(_ text: String, _ dropsSpace: Bool) -> String {
        var lines: [String] = []
        var isOpen = false
        var openQuotes = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let quotes = line.prefix { $0 == ">" }.count
            var rest = line.dropFirst(quotes)
            if rest.first == " " { rest = rest.dropFirst() }
            let isSignature = rest == "-- "
            let folds = rest.last == " " && !isSignature
            if isOpen, quotes == openQuotes, !isSignature, !lines.isEmpty {
                if dropsSpace { lines[lines.count - 1].removeLast() }
                lines[lines.count - 1] += rest
            } else {
                lines.append(quotes > 0 ? String(line.prefix(quotes)) + " " + rest : String(rest))
            }
            isOpen = folds
            openQuotes = quotes
        }
        return lines.joined(separator: "\n")
    }
}
