/// One numbered (or unnumbered) line of business on an agenda.
package struct AgendaItem: Equatable, Sendable {
    /// The source's own id where it has one ("AI51902"), else "item-" and the position. Unique within a meeting.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(_ rawValue: String) { self.rawValue = rawValue }
    }

    package enum Kind: String, Sendable, Codable {
        /// Something the meeting discusses or decides: threads may be linked to it.
        case business
        /// Apologies, declarations, minutes, exclusion of the public, urgent business…: read, shown, never linked.
        case procedural
        /// A section title without business of its own.
        case heading
    }

    /// A report or annex listed under an item.
    package struct Document: Equatable, Sendable, Codable {
        package var title: String
        package var url: String?
        package var restricted: Bool
        package init(title: String, url: String? = nil, restricted: Bool = false) {
            self.title = title
            self.url = url
            self.restricted = restricted
        }
    }

    package var id: ID
    /// 1 for the first item; agenda order.
    package var position: Int
    /// As printed, without a closing dot: "5", "5a"; empty for headings and unnumbered items.
    package var number: String
    package var title: String
    /// The agenda's own words under the title, plain text, paragraphs parted by a line feed. Never minutes or decisions.
    package var text: String
    /// What the meeting decided, where the file already says so, plain text; empty before the meeting. Kept for later:
    /// no thread is linked and no comment scored by it.
    package var decision: String
    /// The minutes of the item, where the file already holds them, plain text. Kept for later, like `decision`.
    package var minutes: String
    package var url: String?
    package var documents: [Document]
    package var kind: Kind
    /// Exempt or confidential: nothing is linked to it or published against it.
    package var restricted: Bool
    /// The officer asked in `meeting.yaml` for nothing to be linked to it.
    package var leftOut: Bool

    package init(
        id: ID, position: Int, number: String = "", title: String, text: String = "", decision: String = "",
        minutes: String = "", url: String? = nil,
        documents: [Document] = [], kind: Kind = .business, restricted: Bool = false, leftOut: Bool = false
    ) {
        self.id = id
        self.position = position
        self.number = number
        self.title = title
        self.text = text
        self.decision = decision
        self.minutes = minutes
        self.url = url
        self.documents = documents
        self.kind = kind
        self.restricted = restricted
        self.leftOut = leftOut
    }

    /// Whether threads may be linked to this item.
    package var isLinkable: Bool { kind == .business && !restricted && !leftOut }

    /// The paragraph of the item's text that says what the meeting is asked to do, with the list it leads in; else the
    /// first paragraph; `nil` without text.
    package var request: String? {
        let paragraphs = text.split(whereSeparator: \.isNewline).filter { $0.contains { !$0.isWhitespace } }
        let asks = ["recommended to", "recommended that", "asked to", "invited to", "requested to", "recommendation"]
        let asking = paragraphs.firstIndex { paragraph in
            let folded = paragraph.lowercased()
            return asks.contains { folded.contains($0) }
        }
        guard let asking else { return paragraphs.first.map(String.init) }
        let leadsIn = paragraphs[asking].last { !$0.isWhitespace } == ":"
        return leadsIn ? paragraphs[asking...].joined(separator: " ") : String(paragraphs[asking])
    }

    /// "5 Acacia Road Library: Monday closing", or the title alone where there is no number.
    package var label: String { number.isEmpty ? title : "\(number) \(title)" }
}
