import EarshotCore

/// Reads what the ModernGov web service answers to `GetMeeting`, saved as XML. Tags are lower case, booleans are `True`
/// and `False`, texts hold HTML whose entities are encoded a second time.
struct ModernGovServiceImporter: AgendaImporter {
    private static let limit = 32 << 20

    let format = FileFormat(name: "moderngov-service", title: "ModernGov web service answer (GetMeeting XML)")

    func recognises(_ head: FileHead) -> Bool {
        guard let markup = head.markup, markup.root != "html" else { return false }
        return !markup.names.isDisjoint(with: [
            "agendaitem", "agendaitemid", "meetingid", "committeeid", "committees", "getmeeting", "getmeetings",
            "councillorsbyward",
        ])
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let path = context.path
        let bytes = try MarkupEncoding.utf8(try file.wholeBytes(limit: Self.limit), path: path)
        let tree = try XMLEvents.tree(bytes, path: path)
        guard let root = tree.root else { throw AgendaItems.none(path, mend: Self.mend) }
        let elements = Array(root.descendants)
        let rows = elements.filter { $0.name.lowercased() == "agendaitem" }
        var (items, diagnostics) = AgendaItems.items(from: rows.map(draft), path: path)
        guard !items.isEmpty else { throw refusal(root, elements, path) }
        let holder =
            root.name.lowercased() == "meeting" ? root : elements.first { $0.name.lowercased() == "meeting" } ?? root
        var meeting = meeting(holder)
        meeting.timeZone = context.timeZone
        if meeting.status == .cancelled {
            diagnostics.insert(
                Diagnostic(
                    .warning, "The file says that the meeting does not take place as planned", at: path,
                    mend: "Check the date and time; "
                        + "set \"start\" in meeting.yaml if the meeting takes place after all"),
                at: 0)
        }
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }

    private static let mend = "Save the web service's answer to GetMeeting, or the agenda page as HTML"

    private func refusal(_ root: MarkupElement, _ elements: [MarkupElement], _ path: String) -> Diagnostic {
        let names = Set(([root] + elements).map { $0.name.lowercased() })
        if elements.filter({ $0.name.lowercased() == "meetingid" }).count > 1
            || root.name.lowercased().hasPrefix("getmeetings")
        {
            return Diagnostic(
                .error, "This is a list of meetings, not an agenda", at: path,
                mend: "Take the id of the meeting from it, and save the answer to GetMeeting for that id")
        }
        if names.contains("councillorsbyward") || names.contains("councillorid") {
            return Diagnostic(.error, "This is a list of councillors, not an agenda", at: path, mend: Self.mend)
        }
        if names.contains("committees") || names.contains("committeeid") {
            return Diagnostic(.error, "This is a list of committees, not an agenda", at: path, mend: Self.mend)
        }
        return AgendaItems.none(path, mend: Self.mend)
    }

    // MARK: - Values

    private func meeting(_ element: MarkupElement) -> Meeting {
        var meeting = Meeting(id: Meeting.ID(""))
        meeting.body = plain(value(element, "committeetitle") ?? value(element, "committeename") ?? "")
        meeting.title = meeting.body
        meeting.venue = plain(value(element, "meetinglocation") ?? "")
        let date = MarkupText.collapsed(value(element, "meetingdate") ?? "")
        let time = MarkupText.collapsed(value(element, "meetingtime") ?? "")
        // "15/01/2026 00:00:00" carries the time in a field of its own.
        let day = Dates.firstLocal(in: date)?.time
        meeting.start = day.flatMap { Dates.local("\($0.iso.prefix(10)) \(time)") } ?? day
        let status = (value(element, "meetingstatus") ?? "").lowercased()
        if ["cancel", "abandon", "postpone", "withdrawn"].contains(where: { status.contains($0) }) {
            meeting.status = .cancelled
        }
        return meeting
    }

    private func draft(_ element: MarkupElement) -> ItemDraft {
        let id = value(element, "agendaitemid").map { MarkupText.collapsed($0) } ?? ""
        let shown = ItemNumber.normal(value(element, "fulldisplaynumberformat") ?? "")
        let plainNumber = ItemNumber.normal(value(element, "agendaitemnumber") ?? "")
        let isHeading = plainNumber.isEmpty && shown.isEmpty
        var draft = ItemDraft(
            id: id.isEmpty || id == "0" ? nil : "AI\(id)", number: shown.isEmpty ? plainNumber : shown,
            title: plain(value(element, "agendaitemtitle") ?? ""), text: text(value(element, "agendatext") ?? ""),
            line: element.line)
        draft.decision = outcome(element, body: "decisionnonemptyhtmlbody", published: "isdecisionpublished")
        draft.minutes = outcome(element, body: "minutesnonemptyhtmlbody", published: "isminutepublished")
        draft.documents = element.descendants.filter { $0.name.lowercased() == "linkeddoc" }.compactMap(document)
        if isHeading, !draft.documents.isEmpty { draft.isHeading = false } else { draft.isHeading = isHeading }
        draft.restricted =
            isTrue(element, "isrestricted") || value(element, "isdisplayallowed")?.lowercased() == "false"
        return draft
    }

    /// A decision or minutes, unless the service says that they are not published.
    private func outcome(_ element: MarkupElement, body: String, published: String) -> String {
        guard value(element, published).map({ MarkupText.collapsed($0).lowercased() }) != "false" else { return "" }
        return text(value(element, body) ?? "")
    }

    /// A document that belongs to the decision came after the agenda.
    private func document(_ element: MarkupElement) -> AgendaItem.Document? {
        let title = ItemTitle.cleaned(plain(value(element, "title") ?? ""))
        guard !title.isEmpty, !isTrue(element, "isdecisionattachment") else { return nil }
        return AgendaItem.Document(
            title: title, url: WebAddress.resolved(value(element, "url").map(plain), against: nil),
            restricted: isTrue(element, "isrestricted") || RestrictedWords.mark(document: title))
    }

    private func isTrue(_ element: MarkupElement, _ name: String) -> Bool {
        ["true", "1", "yes"].contains(MarkupText.collapsed(value(element, name) ?? "").lowercased())
    }

    /// The text of the child so named; `nil` where it is missing or blank.
    private func value(_ element: MarkupElement, _ name: String) -> String? {
        guard let child = element.children.first(where: { $0.name.lowercased() == name }) else { return nil }
        return MarkupText.collapsed(child.text).isEmpty ? nil : child.text
    }

    /// Decodes the second layer of entities and takes off tags.
    private func text(_ html: String) -> String {
        guard html.contains("<") || html.contains("&") else { return MarkupText.collapsed(html) }
        let tree = LibXML.html(Array("<div>\(html)</div>".utf8))
        return tree.root.map { MarkupText.paragraphs(of: $0) }?.joined(separator: "\n") ?? ""
    }

    private func plain(_ html: String) -> String { MarkupText.collapsed(text(html)) }
}
