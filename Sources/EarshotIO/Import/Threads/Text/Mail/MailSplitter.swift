import EarshotCore

/// What stands in a file of mail, in order.
enum MailEvent {
    /// A message begins. `envelope` are the bytes of the line "From jo Mon Nov  9 18:04:11 2026" that parts it from the
    /// one before, none where there is none.
    case start(envelope: ArraySlice<UInt8>, line: Int)
    /// The next line of the message, as its bytes stand.
    case line(ArraySlice<UInt8>)
}

/// Parts an mbox file into its messages. A line that begins with "From " parts where a blank line stands before it and a
/// date in it, or where one of the two is there and a known header field stands below it: a sentence that begins so
/// does not.
enum MailSplitter {
    /// Answers what the person should know of the encoding.
    static func read(_ file: SourceFile, path: String, emit: (MailEvent) throws -> Void) throws -> [Diagnostic] {
        let head = try file.head().bytes
        let isWide = TextEncoding.detect(head.span).encoding != .utf8
        var lines = TextLines(file, path: path, isRaw: !isWide)
        var candidate: (line: TextLines.Line, afterBlank: Bool)?
        var hasStarted = false
        var afterBlank = true
        func settle(_ next: ArraySlice<UInt8>?) throws {
            guard let found = candidate else { return }
            candidate = nil
            if parts(found.line.bytes, afterBlank: found.afterBlank, next: next) {
                hasStarted = true
                try emit(.start(envelope: found.line.bytes, line: found.line.number))
            } else {
                if !hasStarted { try emit(.start(envelope: [], line: found.line.number)) }
                hasStarted = true
                try emit(.line(found.line.bytes))
            }
        }
        while var line = try lines.next() {
            if line.number == 1, line.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { line.bytes = line.bytes.dropFirst(3) }
            if candidate != nil { try settle(line.bytes) }
            if line.bytes.first == UInt8(ascii: "F"), line.bytes.starts(with: MailHead.from) {
                candidate = (line, afterBlank)
            } else if hasStarted {
                try emit(.line(line.bytes))
            } else if !line.isBlank {
                hasStarted = true
                try emit(.start(envelope: [], line: line.number))
                try emit(.line(line.bytes))
            }
            afterBlank = line.isBlank
        }
        try settle(nil)
        return lines.notes()
    }

    static func parts(_ line: ArraySlice<UInt8>, afterBlank: Bool, next: ArraySlice<UInt8>?) -> Bool {
        let isDated = MailHead.isDated(line)
        if afterBlank && isDated { return true }
        guard afterBlank || isDated, let next else { return false }
        return MailHead.beginsHeader(next)
    }
}
