extension Proposal {
    /// What was read of an item's words, in plain sentences: how statements about the thing it names are understood.
    package var sentences: [String] {
        var found: [String] = []
        switch direction {
        case .takesAway:
            found.append(
                ends
                    ? "The item closes or removes something: \u{201C}keep it\u{201D} speaks against the proposal."
                    : "The item takes something away: \u{201C}keep it\u{201D} speaks against the proposal.")
        case .keeps: found.append("The item keeps something: \u{201C}keep it\u{201D} speaks for the proposal.")
        case .unknown:
            found.append(
                "The item's words do not say whether it takes something away or keeps it, so that \u{201C}keep it\u{201D} is left "
                    + "unread.")
        }
        if forbids { found.append("Its title speaks of forbidding or giving up.") }
        return found
    }
}
