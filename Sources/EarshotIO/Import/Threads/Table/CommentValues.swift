import EarshotCore

/// What the words and numbers in a comments table mean.
enum CommentValues {
    /// `.some(nil)` where the value says that there is no position; `nil` where it is not understood.
    static func position(_ text: String) -> Position?? {
        let value = plain(text)
        switch value {
        case "", "neutral", "none", "no opinion", "dont know", "don t know", "unsure", "not sure", "undecided",
            "unclear",
            "neither", "neither agree nor disagree", "neither support nor oppose", "neither support nor object",
            "neutral no comment", "prefer not to say", "i don t know", "i dont know", "maybe", "no view",
            "no preference", "no comment", "n a", "na", "other",
            "0", "comment", "question":
            return .some(nil)
        case "mixed", "both", "partly", "partially", "in part", "support in part", "partly agree", "partially agree",
            "partly support", "partially support":
            return .mixed
        case "1", "+1": return .support
        case "-1": return .oppose
        default: break
        }
        let degrees: Set<Substring> = ["strongly", "tend", "to", "somewhat", "slightly", "mostly", "fully", "i", "we"]
        let words = value.split(separator: " ").filter { !degrees.contains($0) }
        switch words.joined(separator: " ") {
        case "support", "supports", "supporting", "supporter", "supportive", "for", "in favour", "in favor", "favour",
            "favor", "agree", "agrees", "yes", "y", "pro", "approve", "approval", "in support", "positive vote":
            return .support
        case "oppose", "opposes", "opposed", "opposing", "object", "objects", "objection", "objecting", "objector",
            "against", "disagree", "disagrees", "no", "n", "con", "contra", "reject", "do not support", "not support",
            "dont support", "disapprove":
            return .oppose
        default: return nil
        }
    }

    /// What a moderation value says has become of the comment; `nil` where it is not understood.
    /// - Parameter column: The column's normalised header: "true" under "deleted" and under "approved" are opposites.
    static func state(_ text: String, column: String) -> ThreadComment.SourceState? {
        let value = plain(text)
        let marks: Set<String> = [
            "deleted", "is_deleted", "removed", "is_removed", "hidden", "is_hidden", "spam", "is_spam", "withdrawn",
        ]
        if marks.contains(column) {
            let isGone = column.contains("deleted") || column == "withdrawn"
            let kind: ThreadComment.SourceState = isGone ? .deleted : .hidden
            return isNo(value) ? .visible : isYes(value) ? kind : nil
        }
        switch value {
        case "deleted", "trash", "trashed", "withdrawn": return .deleted
        case "-1", "rejected", "reject", "hidden", "hide", "removed", "remove", "spam", "unpublished", "declined",
            "pending", "held", "held back", "unapproved", "not approved", "blocked", "moderated out":
            return .hidden
        case "0": return column == "approved" ? .hidden : .visible
        case "", "unmoderated", "none", "null", "new", "open", "active", "live", "visible", "published", "publish",
            "approved", "approve", "accepted", "accept", "ok":
            return .visible
        default: return isNo(value) ? .hidden : isYes(value) ? .visible : nil
        }
    }

    /// Only words that mean a role in the council or the forum: "resident" is none.
    static func role(_ text: String) -> ThreadComment.Role? {
        switch plain(text) {
        case "staff", "officer", "council officer", "admin", "administrator", "official", "council": .staff
        case "moderator", "mod": .moderator
        case "councillor", "cllr", "councilmember", "council member", "elected member": .councillor
        default: nil
        }
    }

    /// "1,204" and "12.0" too.
    static func likes(_ text: String) -> Int? {
        if let number = Int(text) { return number }
        let digits = text.filter { $0 != "," && $0 != " " }
        if let number = Int(digits) { return number }
        guard let number = Double(digits), number.magnitude < 1e15 else { return nil }
        return Int(exactly: number)
    }

    private static func isYes(_ value: String) -> Bool { ["true", "t", "yes", "y", "1"].contains(value) }
    private static func isNo(_ value: String) -> Bool { ["false", "f", "no", "n", "0", ""].contains(value) }

    /// Lower case, no punctuation but a leading sign, single spaces.
    private static func plain(_ text: String) -> String {
        var out = ""
        var gap = false
        for (offset, character) in text.lowercased().enumerated() {
            if character == "'" || character == "’" { continue }
            if character.isLetter || character.isNumber || (offset == 0 && (character == "-" || character == "+")) {
                if gap, !out.isEmpty { out.append(" ") }
                gap = false
                out.append(character)
            } else {
                gap = true
            }
        }
        return out
    }
}
