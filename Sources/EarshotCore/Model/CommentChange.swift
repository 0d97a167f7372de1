/// What became of a comment since the pack that was sealed before: one word each, the most telling.
package enum CommentChange: String, Sendable, CaseIterable {
    case new
    /// Its words are others.
    case edited
    /// Left out, or left out for another reason.
    case excluded
    /// Counted again.
    case included
    /// Taken away by its author or its place.
    case withdrawn
    /// Erased at its author's wish.
    case erased
    /// Counts for another item.
    case moved
    /// The same words are read as another position.
    case position

    /// Whether a reader of the page needs to see the comment itself; the others are counted there.
    package var isShown: Bool { self != .moved && self != .position }
}

/// A count as it was sealed before and as it is now.
package struct CountChange: Equatable, Sendable {
    /// `nil` where there was nothing to count.
    package var before: Int?
    package var now: Int
    /// Both are rounded for the public (`PublicFigures`): 0 stands for fewer than 5.
    package var isRounded: Bool

    package init(before: Int?, now: Int, isRounded: Bool = false) {
        self.before = before
        self.now = now
        self.isRounded = isRounded
    }

    package var isChange: Bool { before != now }
}
