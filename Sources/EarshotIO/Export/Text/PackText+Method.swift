import EarshotCore

/// The words about links, about the talk off the agenda, and about how the pack was made.
extension PackText {
    // MARK: Links

    var linksHeading: String { "Why these threads are linked to this item" }
    var untitled: String { "Untitled thread" }
    var reasonWeight: String { "weight" }

    /// In place of the list of threads, whose titles lead to their writers.
    func linksSummary(_ threads: Int, checked: Int) -> String {
        "\(counted(threads, "thread is", "threads are")) linked to this item; officers have checked \(number(checked))."
    }

    func threadCounts(_ thread: ThreadBrief) -> String {
        "\(comments(thread.comments)), \(people(thread.people))"
    }

    func linkStatus(_ status: CommentRow.LinkStatus) -> String {
        switch status {
        case .confirmed: "confirmed by an officer"
        case .suggested: "suggested, not yet checked by an officer"
        case .attached: "linked by an officer"
        case .rejected: "link rejected by an officer"
        case .none: "linked to no item"
        }
    }

    func confidence(_ thousandths: Int) -> String { "confidence \(percent(thousandths, of: 1000))" }
    func noItem(_ thousandths: Int) -> String { "about no item: \(confidence(thousandths))" }
    func runnerUp(_ label: String, _ thousandths: Int) -> String {
        "Next nearest: \(label), \(confidence(thousandths))"
    }
    func nearest(_ label: String, _ thousandths: Int) -> String { "Nearest: \(label), \(confidence(thousandths))" }
    func itemNumber(_ number: String) -> String { "item \(number)" }

    /// "12 of its 40 comments (from the 15th) moved on to item 9".
    func departure(_ departure: ThreadBrief.Departure, of whole: Int, to item: String) -> String {
        "\(number(departure.comments)) of its \(comments(whole)) (from the \(ordinal(departure.run.first + 1))) moved on "
            + "to \(item)"
    }

    /// "Part of a thread of 40 comments, the 15th to the 26th; the rest is linked to item 5".
    func stretch(_ run: LinkRun, of whole: Int, from item: String?) -> String {
        "Part of a thread of \(comments(whole)), the \(ordinal(run.first + 1)) to the \(ordinal(run.last + 1)); the rest is "
            + "linked to \(item ?? "no item")"
    }

    func unsaved(_ count: Int) -> String { "\(replies(count)) not in the file" }

    // MARK: Off the agenda

    var offAgendaHeading: String { "What people talk about that is not on this agenda" }
    var offAgendaTable: String { "Threads that fit no item" }

    func offAgenda(comments count: Int, threads threadCount: Int) -> String {
        // The public is not shown the threads.
        let place = threadCount == 0 ? "" : " in \(threads(threadCount))"
        return
            "\(comments(count))\(place) \(threadCount == 1 || (threadCount == 0 && count == 1) ? "fits" : "fit") no item."
    }

    var offAgendaKeyphrases: String { "What comes up there" }
    var offAgendaKeyphrasesNote: String {
        "Words that these comments use far more than those on the agenda’s items, with the number of comments."
    }

    // MARK: Method

    var methodHeading: String { "How this was made, and how far to trust it" }
    var accountHeading: String { "Every comment read is accounted for" }
    var reasonsNote: String { "Excluded, by reason:" }
    var limitsHeading: String { "What the figures can and cannot tell you" }
    var rulesHeading: String { "Rules by which comments are left out" }
    var methodsHeading: String { "How each figure was made" }
    var placesHeading: String { "Places read" }
    var allPlacesTable: String { "Every place, with what was read there" }
    var threadsColumn: String { "Threads" }
    var sourcesHeading: String { "Input files and their fingerprints" }
    var filesHeading: String { "Files of this pack and their fingerprints" }
    var filesNote: String { "The fingerprint of this page itself is in SHA256SUMS. Fingerprints are SHA-256." }

    /// "248 read = 236 included + 12 excluded; 1 record skipped".
    func account(_ totals: Brief.Totals) -> String {
        let sum =
            "\(figure(totals.read)) read = \(figure(totals.included)) included + \(figure(totals.excluded)) excluded"
        var rest: [String] = []
        if totals.skipped > 0 { rest.append("\(counted(totals.skipped, "record", "records")) skipped") }
        if totals.passedOver > 0 { rest.append("\(counted(totals.passedOver, "record", "records")) passed over") }
        let rounded = isRounded ? " Rounded to the nearest 5, so the sum may be out a little." : ""
        return (rest.isEmpty ? "\(sum)." : "\(sum); \(list(rest)).") + rounded
    }

    var skippedNote: String { "What could not be read, or not as it stands:" }

    var limits: [String] {
        [
            "People who write online chose to. Some write often: that is why comments, different texts and people stand "
                + "side by side.",
            "An account counts as a person. Somebody with two accounts is counted twice, and two people with one account "
                + "once.",
            "Position is what a comment wants done about the item; tone is how warm its words are. Angry comments in favour "
                + "and polite ones against are common.",
            "Copied texts are shown and counted, never taken out. Bear them in mind when you compare the sides.",
            "Links, positions and tones are a program’s suggestions. Where an officer has confirmed a link, the pack says "
                + "so.",
        ]
    }

    var methodOnScreen: String {
        "How each figure was made, the rules, the input files and their fingerprints stand in index.html."
    }
    func checked(_ date: String) -> String { "last looked at \(date)" }

    func version(_ version: String) -> String { "version \(version)" }

    /// "Reddit thread (JSON): 1 thread, 34 comments; 36 records read = 34 stored + 0 skipped + 2 passed over".
    func sourceNote(_ source: Brief.SourceFile) -> String {
        guard source.kind != "agenda", !isRounded else { return source.format }
        if source.isUnread, source.comments == 0 { return unreadFile }
        var note =
            "\(source.format): \(threads(source.threads)), \(comments(source.comments)); "
            + "\(counted(source.read, "record", "records")) read = \(number(source.comments)) stored + "
            + "\(number(source.skipped)) skipped + \(number(source.passedOver)) passed over"
        if source.updated > 0 { note += "; \(comments(source.updated)) changed since an earlier save" }
        if source.withdrawn > 0 { note += "; \(comments(source.withdrawn)) of earlier saves withdrawn" }
        if source.missingReplies > 0 {
            note += "; \(replies(source.missingReplies)) \(source.missingReplies == 1 ? "is" : "are") not in this file"
        }
        return source.isUnread ? "\(note). \(unreadSave)" : note
    }

    private var unreadFile: String { "could not be read" }
    private var unreadSave: String { "The newest save could not be read: all this is of the save before" }

    func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: counted(bytes, "byte", "bytes")
        case ..<1_000_000: "\(number((bytes + 500) / 1000)) kB"
        default: "\(number(bytes / 1_000_000)).\(bytes / 100_000 % 10) MB"
        }
    }

    var footer: String {
        "Names are replaced by pseudonyms that hold for this pack only. E-mail addresses, phone numbers and home addresses "
            + "that Earshot recognises are taken out. Made by Earshot from the council’s own files, offline."
    }
    var evidence: String { "Evidence:" }
}
