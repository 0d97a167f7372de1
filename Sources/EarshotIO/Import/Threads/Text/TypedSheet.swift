import EarshotCore

/// Reads threads that a person typed or pasted into a plain text file: the way in for closed groups, which have no
/// export.
///
/// ```
/// # Library closing on Mondays          a heading: "# …", "Thread: …", or a line underlined with === or ---
/// Place: Derwentvale Chat               optional, as are Network:, Address: and Item:
/// Network: facebook
///
/// Ann Lee, 9 November 2026 18:04: Save our library!
/// The children need it on Mondays too.
///     Bob P, 10/11/2026: I agree.       further in (spaces, "-" or ">"): an answer to the one above
///
/// Cyril, 11 Nov 2026: What does it cost?
/// ```
/// A comment runs to the next such line or heading. A date needs a year; the time may be left out. In a thread where no
/// comment has a date, `Name:` alone begins one after a blank line. What stands under a heading before the first name
/// is read as the post that opens the thread. Places and networks given before the first heading hold for all threads.
struct TypedSheet: ThreadImporter {
    var format: FileFormat { FileFormat(name: "typed-sheet", title: "Typed sheet (plain text)") }

    func recognises(_ head: FileHead) -> Bool {
        let (text, _) = TextEncoding.decode(head.bytes)
        guard let first = text.first(where: { $0 > 32 }), first != UInt8(ascii: "{"), first != UInt8(ascii: "["),
            first != UInt8(ascii: "<"), !text.contains(0)
        else { return false }
        var survey = SheetSurvey(zone: "Europe/London")
        for line in TextLines.all(in: String(decoding: text, as: UTF8.self)) { survey.add(line) }
        survey.finish()
        return survey.dated >= 2 || survey.sections.contains { $0.title != nil && $0.bylines > 0 }
    }

    /// The file is read twice: what begins a comment under a heading is known only at the end of what stands there.
    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        var survey = SheetSurvey(zone: context.timeZone)
        var lines = TextLines(file, path: context.path)
        while let line = try lines.next() { survey.add(line) }
        survey.finish()
        for note in lines.notes() { try emit(.note(note)) }
        var reader = SheetReader(survey, context: context)
        lines = TextLines(file, path: context.path)
        while let line = try lines.next() { try reader.take(line, emit) }
        try reader.finish(emit)
        try emit(.total(survey.sections.reduce(0) { $0 + $1.entries }))
    }
}
