import EarshotCore

/// The words about data protection and the drafts for the council's registers.
extension PackText {
    var recordsHeading: String { "For the record" }

    // MARK: Data protection

    var dataHeading: String { "Data protection" }
    var contact: String { "Questions about this pack, and requests to take something out of it:" }
    var privacyNotice: String { "The council’s privacy notice" }

    func dataProtection(_ audience: Audience, _ quotes: QuotePolicy) -> [String] {
        var lines = [
            "What people post in public is still personal data. It was read to tell the meeting what residents say about its "
                + "business, and for nothing else; nobody was looked up, and no profile of anybody was made.",
            "Names and account names are replaced by pseudonyms that hold for this pack only. E-mail addresses, phone "
                + "numbers, postcodes, house numbers and the like are taken out where the program recognises them.",
            "E-mail and internet addresses that came with a file were never stored.",
            "Whoever wrote a comment can ask the council to erase it. It then leaves the database and every later pack; a "
                + "sealed edition stays as the meeting saw it, and the officer is told which ones hold it.",
        ]
        switch quotes {
        case .verbatim:
            lines.append(
                "Quotes are verbatim, so that a search engine may lead from one to its writer. Think twice before you "
                    + "publish them further.")
        case .short:
            lines.append(
                "Quotes that a search engine would lead from to their writers are told as summaries.")
        case .none: lines.append("The pack quotes nobody.")
        }
        if audience == .public {
            lines.append(
                "Numbers of comments and people are rounded to the nearest 5, and those under 5 are not given: so sums do "
                    + "not add up exactly, and nobody can be singled out by counting. Single comments are not published."
            )
        }
        return lines
    }

    // MARK: Background papers

    var backgroundHeading: String { "Draft entry for the list of background papers" }
    var backgroundNote: String {
        "For a report that relied on this pack to a material extent (Local Government Act 1972, section 100D). It must then "
            + "be open to inspection."
    }

    func backgroundEntry(_ meeting: Meeting, _ audience: Audience, _ seal: Seal?) -> String {
        let council = meeting.council.isEmpty ? "" : "\(meeting.council), "
        let what = "\(council)“\(heading(of: meeting, weekday: false))”, \(packKind(audience).lowercased())"
        guard let seal else { return "\(what), working pack (seal it before you list it)." }
        return
            "\(what), \(edition(seal).lowercased()), sealed \(moment(seal.sealed)), database snapshot \(seal.snapshot). Its "
            + "files are listed with their SHA-256 fingerprints in SHA256SUMS."
    }

    // MARK: Algorithmic transparency

    var transparencyHeading: String { "Draft entry for the algorithmic transparency record" }
    var transparencyNote: String {
        "In the order of the Algorithmic Transparency Recording Standard. Check it and add what only the council knows: owner, "
            + "legal basis, impact assessments."
    }

    func transparencyRecord(_ brief: Brief) -> [(name: String, text: String)] {
        let totals = brief.totals
        let how = brief.methods.map { "\($0.name)\($0.version.isEmpty ? "" : " (\($0.version))"): \($0.how)" }
        let limits = brief.methods.flatMap(\.limits)
        return [
            ("Name", "Earshot"),
            (
                "Description",
                "Reads a meeting’s agenda and saved public discussion threads, suggests the agenda item that each thread is "
                    + "about, counts and summarises the comments, and writes this pack."
            ),
            ("Organisation", brief.meeting.council.isEmpty ? "–" : brief.meeting.council),
            ("Contact", brief.presentation.contact.isEmpty ? "–" : brief.presentation.contact),
            (
                "Why it is used",
                "To let members see, per item, what residents say online, with its sources and limits, before they decide."
            ),
            (
                "Part in the decision",
                "Information for members beside the report. It decides nothing and ranks nobody; officers check the links, and "
                    + "every figure leads back to single comments."
            ),
            (
                "Human oversight",
                "Officers choose the places and files, confirm or reject links, leave comments out by the published rules, "
                    + "label positions, and publish."
            ),
            (
                "Data",
                "\(comments(totals.read)) read in \(threads(totals.threads)); names kept apart and replaced by pseudonyms. No "
                    + "protected characteristics are inferred."
            ),
            ("Where it runs", "On the council’s own machine, offline; no service outside is asked."),
            ("How each figure is made", how.joined(separator: " ")),
            ("Measured accuracy and limits", limits.joined(separator: " ")),
            (
                "Risks and what is done about them",
                "People who write online are not a sample: the pack says so at its head and names who is not heard. A program’s "
                    + "suggestion can be wrong: unclear is always shown, and links and positions can be corrected. Quotes can "
                    + "lead to their writers: they are redacted, and can be shown as summaries."
            ),
        ]
    }

    // MARK: Word lists

    var wordListsHeading: String { "Word lists" }
    var wordListsNote: String { "Every word and phrase by which tone and position are scored, with its weight:" }
}
