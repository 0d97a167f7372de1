import EarshotCore
import Foundation

/// Reads an agenda out of a PDF, by the text that poppler's `pdftotext` finds in it.
struct PDFAgendaImporter: AgendaImporter {
    let format = FileFormat(name: "agenda-pdf", title: "Agenda as PDF")

    private static let program = "pdftotext"
    /// How long the program may run, and how much it may write (chosen, not derived).
    private static let seconds = 60
    private static let limit = 64 << 20

    /// Whether PDFs can be read on this computer.
    package static var isPossible: Bool { ChildProgram(program) != nil }

    func recognises(_ head: FileHead) -> Bool {
        // A few bytes may stand before the mark.
        head.bytes.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil
    }

    func read(_ file: SourceFile, context: ImportContext) throws -> AgendaReading {
        let text = PDFText(try Self.text(of: file, path: context.path))
        guard !text.isEmpty else {
            throw Diagnostic(
                .error, "The PDF holds no words, only pictures of them: it was scanned", at: context.path,
                mend: "Save the council's agenda page as HTML, or run the PDF through text recognition (OCR)")
        }
        guard !text.isReport else {
            throw Diagnostic(
                .error, "This is a report or minutes, not an agenda", at: context.path,
                mend: "Save the agenda of the meeting that the report goes to")
        }
        let (lines, reportsFrom) = text.lines()
        if let list = MeetingDates.list(in: lines) { throw list.diagnostic(context.path) }
        var reading = try TextAgenda.reading(
            lines, context: context, tellsLines: false,
            mend: "Save the council's agenda page as HTML, or copy the agenda out of the PDF into a text file, "
                + "each item on a line of its own with its number")
        if let reportsFrom {
            reading.diagnostics.append(
                Diagnostic(
                    .note, "From page \(reportsFrom) on stand the reports; only the agenda before them is read",
                    at: context.path))
        }
        return reading
    }

    private static func text(of file: SourceFile, path: String) throws -> String {
        guard let program = ChildProgram(program) else {
            throw Diagnostic(
                .error, "To read PDFs, Earshot needs the program pdftotext, which is not installed", at: path,
                mend: "Linux: sudo apt-get install poppler-utils. Mac: brew install poppler. Windows: install "
                    + "poppler and put its folder bin on the PATH. Or save the council's agenda page as HTML")
        }
        let place = file.url.standardizedFileURL.path
        let arguments = ["-layout", "-enc", "UTF-8", "-q", place, "-"]
        guard let outcome = try? program.run(arguments, seconds: seconds, limit: limit) else {
            throw Diagnostic(
                .error, "The program pdftotext could not be started", at: path, mend: "Install poppler-utils again")
        }
        guard !outcome.wasTooSlow, !outcome.wasTooLong else {
            let why = outcome.wasTooSlow ? "took longer than \(seconds) s" : "gave more than \(limit >> 20) MB of text"
            throw Diagnostic(
                .error, "Reading the PDF \(why), and was stopped", at: path,
                mend: "Save only the pages with the agenda as a PDF of their own")
        }
        guard outcome.status == 0 else {
            throw Diagnostic(
                .error,
                isEncrypted(file) ? "The PDF is protected by a password" : "The PDF breaks off or is damaged", at: path,
                mend: isEncrypted(file)
                    ? "Open it and print it to a new PDF without one" : "Download it again, or print it to a new PDF")
        }
        return String(decoding: outcome.output, as: UTF8.self)
    }

    /// A protected PDF names its lock in plain bytes.
    private static func isEncrypted(_ file: SourceFile) -> Bool {
        var isFound = false
        var rest: [UInt8] = []
        try? file.forEachChunk { piece in
            let bytes = rest + piece
            isFound = isFound || bytes.firstRange(of: Array("/Encrypt".utf8)) != nil
            rest = Array(bytes.suffix(8))
        }
        return isFound
    }
}

/// Tells a list of meetings from an agenda: dates, and no items.
struct MeetingDates {
    private let dates: Int

    /// `nil` where the lines hold numbered items, or fewer than three dates.
    static func list(in lines: [TextLine]) -> MeetingDates? {
        let filled = lines.filter { !$0.text.isEmpty }
        guard filled.count < 2000, filled.count(where: { $0.isMarked && $0.leading != nil && $0.indent < 4 }) < 2 else {
            return nil
        }
        let dates = filled.count { isDate($0.text) }
        return dates >= 3 && dates * 3 >= filled.count ? MeetingDates(dates: dates) : nil
    }

    /// "Thursday 14 March", "MARCH 14", "14/03/2026".
    private static func isDate(_ line: String) -> Bool {
        let text = MarkupText.collapsed(line).lowercased()
        guard text.count < 80 else { return false }
        if Dates.firstLocal(in: text) != nil { return true }
        let months =
            /(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+\d{1,2})?/
        return text.firstMatch(of: months).map { $0.output.contains { $0.isNumber } } ?? false
    }

    func diagnostic(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, "This is a list of meetings (\(dates) dates), not an agenda", at: path,
            mend: "Save the agenda of one meeting, with its numbered items")
    }
}
