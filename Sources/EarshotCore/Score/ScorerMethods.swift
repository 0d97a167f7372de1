extension Scorer {
    /// What the scorers say of themselves, for the pack's method section.
    package static var methods: [MethodNote] {
        [
            MethodNote(
                name: "Tone", version: "lexicon 1",
                how: """
                    The tone of a comment is the sum of the weights of its words, from a list of our own, with negation, \
                    intensifiers, emoji and exclamation marks, brought to a figure from \u{2212}1 to 1.
                    """,
                limits: ["Irony is not understood.", "Only English is scored."]),
            MethodNote(
                name: "Position", version: "statements 1",
                how: """
                    A position is what the import declares, else what the comment states in plain words, such as \u{201C}I \
                    object\u{201D}. Everything else is unclear.
                    """,
                limits: ["A position that is not stated outright is not recognised."]),
            MethodNote(
                name: "Language", version: "function words 1",
                how: "The language of a comment is told from its script and from the small words it uses.",
                limits: ["Texts of a few words are often of unknown language."]),
        ]
    }
}
