/// Cuts one row after another out of a buffer: RFC 4180, and what is found in the wild instead.
///
/// A quote opens a quoted field only as the field's first byte; anywhere else it is text (`5" pipe`). Line ends are
/// LF, CR LF or CR.
struct CSVScanner {
    enum Outcome: Equatable {
        /// The row ends; the next one begins at the offset.
        case row(next: Int)
        /// The buffer ends before the row does.
        case incomplete
        /// The quote at the offset opened a field, and nothing closes it before the buffer ends.
        case unclosed(quote: Int)
        /// The field that the quote at the offset opened runs over rows that look whole: the quote is a stray one.
        case stray(quote: Int)
    }

    let delimiter: UInt8
    /// Fields in a whole row; 0 while the header is not read.
    var columns = 0
    /// Offsets of quotes that turned out not to open a field.
    private var literals: [Int] = []

    // What the last row held.
    private(set) var fields: [CSVField] = []
    private(set) var copied: [UInt8] = []
    private(set) var lineBreaks = 0
    private(set) var zeros = 0
    private(set) var hasReturns = false
    private(set) var hasJunk = false
    private(set) var isBlank = false

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Reads the quote at the offset as text from now on.
    mutating func treatAsText(_ quote: Int) { literals.append(quote) }

    mutating func forgetLiterals() { literals.removeAll(keepingCapacity: true) }

    /// The buffer lost its first bytes.
    mutating func moveBack(by count: Int) {
        for i in literals.indices { literals[i] -= count }
    }

    mutating func scan(_ bytes: Span<UInt8>, from start: Int, isLast: Bool) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        copied.removeAll(keepingCapacity: true)
        lineBreaks = 0
        zeros = 0
        hasReturns = false
        hasJunk = false
        isBlank = false
        var i = start
        while true {
            let isQuoted = i < bytes.count && bytes[i] == .quote && !literals.contains(i)
            switch isQuoted ? quoted(bytes, i, isLast) : plain(bytes, i, isLast) {
            case .delimiter(let at): i = at + 1
            case .lineEnd(let next):
                isBlank = fields.count == 1 && !isQuoted && fields[0].isEmpty
                lineBreaks += 1
                return .row(next: next)
            case .stop(let outcome): return outcome
            }
        }
    }

    private enum End {
        case delimiter(Int)
        case lineEnd(next: Int)
        case stop(Outcome)
    }

    private mutating func plain(_ bytes: Span<UInt8>, _ start: Int, _ isLast: Bool) -> End {
        let i = textEnd(bytes, start)
        guard i < bytes.count || isLast else { return .stop(.incomplete) }
        fields.append(CSVField(start: start, end: i, isCopied: false))
        return end(bytes, at: i, isLast)
    }

    /// The first delimiter or line end from `start` on.
    private mutating func textEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var i = start
        let delimiter = delimiter
        while i < bytes.count {
            let byte = bytes[i]
            if byte == delimiter { break }
            if byte < 32 {
                if byte == .lineFeed || byte == .carriageReturn { break }
                if byte == 0 { zeros += 1 }
            }
            i += 1
        }
        return i
    }

    private func end(_ bytes: Span<UInt8>, at i: Int, _ isLast: Bool) -> End {
        guard i < bytes.count else { return .lineEnd(next: i) }
        if bytes[i] == delimiter { return .delimiter(i) }
        guard bytes[i] == .carriageReturn else { return .lineEnd(next: i + 1) }
        guard i + 1 < bytes.count else { return isLast ? .lineEnd(next: i + 1) : .stop(.incomplete) }
        return .lineEnd(next: bytes[i + 1] == .lineFeed ? i + 2 : i + 1)
    }

    private mutating func quoted(_ bytes: Span<UInt8>, _ quote: Int, _ isLast: Bool) -> End {
        let breaksBefore = lineBreaks
        var from = quote + 1
        var copyStart: Int?
        while true {
            let i = closingQuote(bytes, from)
            guard i < bytes.count else { return .stop(.unclosed(quote: quote)) }
            guard i + 1 < bytes.count || isLast else { return .stop(.incomplete) }
            if i + 1 < bytes.count, bytes[i + 1] == .quote {
                if copyStart == nil { copyStart = copied.count }
                append(bytes, from..<i + 1)
                from = i + 2
                continue
            }
            guard i + 1 < bytes.count, bytes[i + 1] != delimiter, bytes[i + 1] != .lineFeed,
                bytes[i + 1] != .carriageReturn
            else {
                close(bytes, from..<i, copyStart)
                return end(bytes, at: i + 1, isLast)
            }
            if lineBreaks > breaksBefore, [delimiter, .lineFeed, .carriageReturn].contains(bytes[i - 1]),
                Self.looksLikeRows(bytes, after: quote, to: i, delimiter: delimiter, columns: columns)
            {
                return .stop(.stray(quote: quote))
            }
            return junk(bytes, from..<i, copyStart, isLast)
        }
    }

    /// The next quote from `start` on; counts line breaks and zero bytes on the way.
    private mutating func closingQuote(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var i = start
        while i < bytes.count {
            let byte = bytes[i]
            if byte == .quote { break }
            if byte < 32 {
                if byte == .lineFeed {
                    lineBreaks += 1
                } else if byte == .carriageReturn {
                    hasReturns = true
                    if i + 1 >= bytes.count || bytes[i + 1] != .lineFeed { lineBreaks += 1 }
                } else if byte == 0 {
                    zeros += 1
                }
            }
            i += 1
        }
        return i
    }

    private mutating func close(_ bytes: Span<UInt8>, _ range: Range<Int>, _ copyStart: Int?) {
        if let copyStart {
            append(bytes, range)
            fields.append(CSVField(start: copyStart, end: copied.count, isCopied: true))
        } else {
            fields.append(CSVField(start: range.lowerBound, end: range.upperBound, isCopied: false))
        }
    }

    /// Text after a closing quote: the quote was most likely one that nobody doubled, so it stays in the text
    /// (`"the "new" plan"` reads as `the "new" plan`). White space alone is nothing.
    private mutating func junk(_ bytes: Span<UInt8>, _ range: Range<Int>, _ copyStart: Int?, _ isLast: Bool) -> End {
        let stop = textEnd(bytes, range.upperBound + 1)
        guard stop < bytes.count || isLast else { return .stop(.incomplete) }
        var blank = true
        for i in range.upperBound + 1..<stop where bytes[i] != 32 && bytes[i] != 9 { blank = false }
        if blank {
            close(bytes, range, copyStart)
        } else {
            hasJunk = true
            let begin = copyStart ?? copied.count
            append(bytes, range.lowerBound..<(bytes[stop - 1] == .quote ? stop - 1 : stop))
            fields.append(CSVField(start: begin, end: copied.count, isCopied: true))
        }
        return end(bytes, at: stop, isLast)
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        for i in range { copied.append(bytes[i]) }
    }

    /// Replaces fields by copies without zero bytes in which every character is valid UTF-8. Says whether one was not.
    mutating func mendFields(_ bytes: Span<UInt8>) -> Bool {
        var wasForeign = false
        let old = copied
        for index in fields.indices {
            let field = fields[index]
            let source = field.isCopied ? old.span : bytes
            let isUTF8 = TextEncoding.isUTF8(source, field.start..<field.end)
            guard zeros > 0 || !isUTF8 else { continue }
            if !isUTF8 { wasForeign = true }
            let start = copied.count
            TextEncoding.appendMended(source, field.start..<field.end, to: &copied)
            fields[index] = CSVField(start: start, end: copied.count, isCopied: true)
        }
        return wasForeign
    }

    /// Whether the lines below the quote's own are mostly rows of `columns` fields: then the quote did not mean to
    /// take them in. In a table of one column every line is a row.
    static func looksLikeRows(
        _ bytes: Span<UInt8>, after quote: Int, to end: Int, delimiter: UInt8, columns: Int
    ) -> Bool {
        var i = quote
        var lines = 0
        var whole = 0
        while i < end, bytes[i] != .lineFeed, bytes[i] != .carriageReturn { i += 1 }
        while i < end {
            while i < bytes.count, bytes[i] == .lineFeed || bytes[i] == .carriageReturn { i += 1 }
            guard i < end else { break }
            var fields = 1
            var inside = false
            var isFieldStart = true
            while i < bytes.count, bytes[i] != .lineFeed, bytes[i] != .carriageReturn {
                let byte = bytes[i]
                if byte == .quote, isFieldStart || inside { inside.toggle() }
                isFieldStart = byte == delimiter && !inside
                if isFieldStart { fields += 1 }
                i += 1
            }
            lines += 1
            if columns == 0 || fields == columns { whole += 1 }
        }
        return lines > 0 && whole * 2 >= lines
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
