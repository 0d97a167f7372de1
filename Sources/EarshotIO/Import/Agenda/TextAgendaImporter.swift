import EarshotCore

/// Reads an agenda typed as Markdown or plain text: a few lines on the meeting, then numbered items.
struct TextAgendaImporter: AgendaImporter {
    private static let limit = 8 << 20

    let format = FileFormat(name: "agenda-text", title: "Agenda in Markdown or plain text")

    func recognises(_ head: FileHead) -> Bool { AgendaHead(head).isPlainText }

    /// Whether a text is an agenda and nothing else: two numbered items or more, under lines that speak of a meeting.
    static func isPlainlyAgenda(_ head: FileHead) -> Bool {
        var outline = TextOutline(lines(String(decoding: TextEncoding.decode(head.bytes).text, as: UTF8.self)))
        let numbered = outline.drafts().filter { !ItemNumber.normal($0.number).isEmpty }
        return numbered.count >= 2 && outline.header.prefix(20).contains { TextHeader.isAboutMeeting($0) }
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let text = TextEncoding.decode(try file.wholeBytes(limit: Self.limit)).text
        return try TextAgenda.reading(
            Self.lines(String(decoding: text, as: UTF8.self)), context: context,
            mend: "Begin each item on a line of its own with its number (\"4. Parking in Mill Road\"), "
                + "or fill in the CSV agenda template")
    }

    private static func lines(_ text: String) -> [TextLine] {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
            .map { TextLine(String($1), line: $0 + 1) }
    }
}

/// Makes an agenda of lines, wherever they come from: a typed text, a Word file, a PDF, a calendar entry.
enum TextAgenda {
    /// - Parameters:
    ///   - tellsLines: Whether the lines' numbers mean something to a person who looks at the file.
    ///   - mend: What to do where no items are found, which is thrown.
    static func reading(
        _ lines: [TextLine], context: ImportContext, tellsLines: Bool = true, mend: String
    ) throws -> AgendaReading {
        var outline = TextOutline(lines)
        var drafts = outline.drafts()
        if !tellsLines { for index in drafts.indices { drafts[index].line = 0 } }
        let found = AgendaItems.items(from: drafts, path: context.path)
        let items = found.items
        var diagnostics = found.diagnostics
        guard items.contains(where: { $0.kind != .heading }) else {
            throw AgendaItems.none(context.path, mend: mend)
        }
        if let tail = outline.tail {
            diagnostics.append(
                Diagnostic(
                    .note, "What stands under “\(tail.title)” after the last item is not read as part of the agenda",
                    at: AgendaItems.place(context.path, tellsLines ? tail.line : 0)))
        }
        var meeting = TextHeader(outline.header).meeting()
        meeting.timeZone = context.timeZone
        if let word = TextHeader.statusWord(in: outline.header) {
            meeting.status = .cancelled
            diagnostics.insert(
                Diagnostic(
                    .warning, "The agenda says that the meeting is \(word)", at: context.path,
                    mend: "Check the date and time; set \"start\" in meeting.yaml if the meeting takes place after all"),
                at: 0)
        }
        return AgendaReading(agenda: Agenda(meeting: meeting, items: items), diagnostics: diagnostics)
    }
}
