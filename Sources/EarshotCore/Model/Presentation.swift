/// How a council shows itself in its packs, and what its officers add to one. None of it changes a figure.
package struct Presentation: Equatable, Sendable, Codable {
    /// "#14463d": six digits, checked for contrast with white; empty for Earshot's own.
    package var colour = ""
    /// The council's crest as `data:image/svg+xml;base64,…` or `data:image/png;base64,…`; empty where there is none.
    package var crest = ""
    /// Whom a resident asks about the pack: "Democratic services, 01234 567890".
    package var contact = ""
    /// Where the council's privacy notice stands.
    package var privacyURL = ""
    /// How words are quoted; `nil` leaves it to the edition.
    package var quotes: QuotePolicy?
    /// Officers' notes by item id.
    package var notes: [String: String] = [:]
    /// An officer's note on the whole pack.
    package var note = ""

    package init() {}

    /// What is not there keeps its default.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        colour = try values.decodeIfPresent(String.self, forKey: .colour) ?? ""
        crest = try values.decodeIfPresent(String.self, forKey: .crest) ?? ""
        contact = try values.decodeIfPresent(String.self, forKey: .contact) ?? ""
        privacyURL = try values.decodeIfPresent(String.self, forKey: .privacyURL) ?? ""
        quotes = try values.decodeIfPresent(QuotePolicy.self, forKey: .quotes)
        notes = try values.decodeIfPresent([String: String].self, forKey: .notes) ?? [:]
        note = try values.decodeIfPresent(String.self, forKey: .note) ?? ""
    }
}
