import EarshotCore

/// Every word of a supplement's page that is not data and not in `PackText`, in English.
struct SupplementText: Sendable {
    static let english = SupplementText(pack: .english)

    /// Numbers, dates, positions and what else the pack's page says too.
    let pack: PackText

    // MARK: The head of the page

    let skipLink = "Skip to what changed"
    let whatThisIs = "What this is."
    let thePackBefore = "The pack before has the fingerprint (SHA-256 of its SHA256SUMS)"
    let snapshot = "What the database held when this was sealed has the fingerprint (SHA-256)"
    let rounded =
        "Figures are rounded to the nearest 5, and those under 5 are not told; a change too small for that does not show. "
        + "Single comments are not part of a supplement for the public."

    func title(of supplement: Supplement) -> String {
        "\(pack.capitalised(name(supplement))) – \(pack.title(of: supplement.brief.meeting))"
    }

    /// "supplement 1 to edition 1".
    func name(_ supplement: Supplement) -> String {
        "supplement \(supplement.number) to edition \(supplement.edition)"
    }

    func kind(_ audience: Audience) -> String {
        switch audience {
        case .councillors: "Supplement for councillors"
        case .officers: "Supplement for officers"
        case .public: "Supplement for the public"
        }
    }

    /// "Supplement 1 to edition 1, sealed 20 November 2026, 5.12 pm".
    func sealed(_ supplement: Supplement) -> String {
        "\(pack.capitalised(name(supplement))), sealed \(pack.moment(supplement.sealed))"
    }

    func since(_ supplement: Supplement) -> String {
        let base = supplement.base
        let edition = "edition \(supplement.edition)"
        let before = base.supplement == 0 ? edition : "supplement \(base.supplement) to \(edition)"
        let readWith =
            base.supplement == 0 ? edition : "\(edition) and its supplements before this one"
        return
            "Only what is new and what changed since \(before) was sealed on \(pack.moment(base.sealed)). Read it with "
            + "\(readWith): what is not named here stands as it was there."
    }

    let pseudonyms =
        "Residents are numbered anew in every pack: \u{201C}Resident 14\u{201D} here need not be \u{201C}Resident 14\u{201D} "
        + "of the edition."

    // MARK: Figures

    func newFigure(_ count: Int) -> String { count == 1 ? "new comment counted" : "new comments counted" }
    func lateFigure(_ count: Int) -> String {
        "posted after the deadline: shown here, not counted"
    }
    func editedFigure(_ count: Int) -> String { count == 1 ? "comment edited" : "comments edited" }
    func leftOutFigure(_ count: Int) -> String {
        count == 1 ? "comment excluded, withdrawn or erased" : "comments excluded, withdrawn or erased"
    }
    func backFigure(_ count: Int) -> String { count == 1 ? "comment included again" : "comments included again" }
    func movedFigure(_ count: Int) -> String {
        count == 1 ? "comment moved to another item" : "comments moved to another item"
    }
    func positionFigure(_ count: Int) -> String {
        count == 1 ? "comment read as another position" : "comments read as another position"
    }

    /// "In all, 254 → 260 comments read, 240 → 245 counted, by 120 → 123 people."
    func totals(_ supplement: Supplement) -> String {
        "In all \(arrow(supplement.included)) comments counted, of \(arrow(supplement.read)) read, by "
            + "\(arrow(supplement.people)) people."
    }

    /// "12 → 15", or "12" where nothing changed.
    func arrow(_ change: CountChange) -> String {
        guard change.isChange, change.before != nil else { return now(change) }
        return "\(before(change)) → \(now(change))"
    }

    // MARK: Items

    let itemsHeading = "What changed, item by item"
    let itemsTable = "Comments by agenda item, before and now"
    let noItems = "No figure of an item changed."
    let item = "Item"
    let before = "Before"
    let new = "New"
    let otherwise = "Otherwise"
    let now = "Now"
    let people = "People"
    let late = "Too late"
    let itemsNote =
        "Before + new + otherwise = now. Otherwise: included again or moved here, less those excluded, withdrawn, erased or "
        + "moved elsewhere. Too late: posted after the deadline for comments, and in no figure."
    let positionsTable = "Positions by agenda item, in comments, before and now"
    let positionsHeading = "Positions"

    func unchanged(_ items: Int) -> String {
        items == 1 ? "No figure changed on one other item." : "No figure changed on \(pack.number(items)) other items."
    }

    func before(_ change: CountChange) -> String {
        change.before.map { count($0, change.isRounded) } ?? pack.none
    }

    func now(_ change: CountChange) -> String { count(change.now, change.isRounded) }

    /// "+3", "−2", "0".
    func signed(_ number: Int) -> String { number > 0 ? "+\(pack.number(number))" : pack.number(number) }

    private func count(_ number: Int, _ isRounded: Bool) -> String {
        isRounded && number == 0 ? "under\u{A0}5" : pack.number(number)
    }

    // MARK: The agenda

    let agendaHeading = "Changes to the agenda"

    func change(_ change: Supplement.AgendaChange) -> String {
        switch change.kind {
        case .added: "Added: \(change.label)"
        case .renamed: "Now “\(change.label)”, before “\(change.labelBefore)”"
        case .removed: "No longer on the agenda: \(change.label)"
        case .leftOut: "Nothing is linked to it any more: \(change.label)"
        case .takenIn: "Threads can be linked to it now: \(change.label)"
        }
    }

    // MARK: Comments

    let commentsHeading = "Comments new or changed"
    let commentsNote =
        "By item and thread. What was excluded for another reason than the deadline is listed without its words."
    let noComments = "No comment is new, edited, excluded, included again, withdrawn or erased."
    let noWords = "The words are not shown here."
    let unnamed = "Unnamed resident"

    func more(_ count: Int) -> String { "and \(pack.number(count)) more, all in comments.csv" }

    func mark(_ entry: SupplementComments.Entry) -> String {
        let reason = entry.comment.exclusion ?? ""
        if entry.isLate {
            return entry.change == .new
                ? "New, posted after the deadline: not counted" : "Posted after the deadline: not counted"
        }
        switch entry.change {
        case .new: return reason.isEmpty ? "New" : "New, not counted: \(reason)"
        case .edited: return reason.isEmpty ? "Edited" : "Edited, not counted: \(reason)"
        case .excluded: return "Excluded: \(reason)"
        case .included: return "Included again"
        case .withdrawn: return "Withdrawn: \(reason)"
        case .erased: return "Erased: \(reason)"
        case .moved: return "Moved here"
        case .position: return "Read as another position"
        }
    }

    // MARK: Threads, reasons, files

    let threadsHeading = "Threads new or linked elsewhere"
    let threadsTable = "Threads that are new or linked otherwise than before"
    let thread = "Thread"
    let commentsRead = "Comments read"
    let linkBefore = "Link before"
    let linkNow = "Link now"
    let isNew = "new"

    func link(_ item: String, _ status: String) -> String {
        let what = item.isEmpty ? "No item" : item
        return status.isEmpty || status == "none" ? what : "\(what) (\(status))"
    }

    let exclusionsHeading = "Why comments are excluded"
    let exclusionsTable = "Excluded comments by reason, before and now"
    let reason = "Reason"

    let settingsHeading = "What else changed"

    func deadline(_ before: LocalTime?, _ now: LocalTime?) -> String {
        let words = [before, now].map { $0.map { pack.moment($0) } ?? "none" }
        return "The deadline for comments: \(words[0]) before, \(words[1]) now."
    }

    func setting(_ setting: Supplement.Setting) -> String {
        switch setting {
        case .meeting: "The meeting’s particulars, its rules, or the lists of names and redactions."
        case .presentation: "The council’s looks, or an officer’s notes."
        case .agenda: "Words, addresses or documents of agenda items."
        case .places: "The register of places."
        case .reasons: "Reasons for links, or how sure they are."
        case .labels: "An officer’s labels, from which positions are learnt, or how far positions could be read."
        }
    }

    let filesHeading = "Input files new or changed"
    let filesNew = "new"
    let filesChanged = "saved anew"
    let filesGone = "no longer in the meeting’s folder"
    let ownFilesHeading = "Files of this supplement and their fingerprints"
    let footer =
        "Made by Earshot on the council’s own computer from saved public conversations. Not formal representations, not a "
        + "vote, not a consultation."

    static let csvNotice =
        "Cells of text that a spreadsheet might run as a formula (those that begin with = + - @ or a tab, also after spaces "
        + "or quotes) carry an apostrophe in front; control characters stand as U+FFFD. Empty cells: no value."
}
