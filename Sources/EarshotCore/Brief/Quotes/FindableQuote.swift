/// Whether a quoted text would lead a search engine's user straight to its author.
package enum FindableQuote {
    /// Search engines find a sentence by about so many words in a row (chosen, not measured).
    static let run = 6

    /// Networks whose words are not open to search engines: what comes to the council itself, and closed chats.
    private static let closed: Set<String> = [
        "survey", "email", "mail", "letter", "form", "consultation", "whatsapp", "signal", "petition", "app",
    ]

    /// - Parameters:
    ///   - text: as shown, with marks for what was redacted and "…" for what was left out.
    ///   - network: of its place; empty where unknown, which counts as open.
    ///   - access: as the register of places says; goes before the network.
    ///   - hasCopies: others posted the same words, so that they lead to nobody in particular.
    package static func isFindable(
        _ text: String, network: String, access: Place.Access?, hasCopies: Bool
    ) -> Bool {
        let isOpen = access.map { $0 == .open } ?? !closed.contains(network)
        guard isOpen, !hasCopies else { return false }
        // Words that stood side by side in the original: a mark or a gap breaks the run.
        var length = 0
        for word in text.split(whereSeparator: \.isWhitespace) {
            let isBroken = word.contains("[") || word.contains("]") || word.contains("…")
            length = isBroken ? 0 : length + 1
            if length >= run { return true }
        }
        return false
    }
}
