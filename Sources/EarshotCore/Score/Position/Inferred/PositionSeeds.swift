/// The plain sentences by which the untaught position reads vectors. Chosen without looking at comments; the scales in
/// `PositionEvidence` hold for these sentences alone (Models/position/fit.py has the same).
enum PositionSeeds {
    static let support = [
        "I support this proposal.", "Please approve it.", "This is a great idea.", "I am strongly in favour of this.",
        "This would be a real improvement.",
    ]
    static let oppose = [
        "I object to this proposal.", "Please reject it.", "This is a terrible idea, please stop.",
        "I am strongly against this.", "This would make things worse.",
    ]

    /// Sentences about a subject that take no side: where they lie is where nobody has spoken yet.
    static func neutral(about subject: String) -> [String] {
        [
            "The council will consider \(subject).", "A report about \(subject).", "The item concerns \(subject).",
            "What are the details of \(subject)?", "The consultation on \(subject) closes on Friday.",
        ]
    }
}
