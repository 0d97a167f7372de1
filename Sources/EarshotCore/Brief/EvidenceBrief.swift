/// How the positions of an item's comments were read where their words state none.
package struct EvidenceBrief: Equatable, Sendable {
    /// Included comments of residents, in English, that were read for their meaning; and those that were not, because one
    /// run reads only so many or because reading was switched off. Both count copies.
    package var read = 0
    package var unread = 0
    /// Those that stand in discussions and were not read for that reason.
    package var discussed = 0
    /// Whether nothing was inferred because the item takes a thing away and too few comments say outright what they
    /// want, so that nothing shows which way warm words point.
    package var isBlind = false
    /// The mean confidence of the positions with the basis `inferred`, thousandths: how many of a thousand such are right
    /// by the scorer's own reckoning. `nil` where there are none.
    package var inferredConfidence: Int?
    /// What came of an officer's labels; `nil` where there are none.
    package var teaching: Teaching?

    package enum Teaching: Equatable, Sendable {
        /// From labels for and against; `balanced` and `plainest` are thousandths of the labels left out that were told
        /// right: of both sides alike, and of the six in ten that were told most plainly.
        case learnt(support: Int, oppose: Int, balanced: Int, plainest: Int)
        /// Why nothing was learnt, in a sentence.
        case refused(String)
    }

    package init() {}
}
