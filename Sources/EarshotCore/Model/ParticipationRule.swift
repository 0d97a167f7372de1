/// A participation rule: the reason an officer gives with `earshot exclude`, and what it means.
package struct ParticipationRule: Codable, Equatable, Sendable {
    /// One or two words, stored with the comment and printed in the pack: "abuse".
    package var reason: String
    /// The sentence that residents can read.
    package var text: String
    package init(reason: String, text: String) {
        self.reason = reason
        self.text = text
    }
}
