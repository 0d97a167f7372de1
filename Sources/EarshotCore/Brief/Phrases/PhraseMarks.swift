extension BriefDigest.Partial {
    /// Which of its item's candidate phrases each comment holds, a bit each, in the order in which the comments were read:
    /// by these `Keyphrase.set` and `Theme.set` name their comments.
    package var sets: [UInt64] { entries.map(\.phrases) }
}
