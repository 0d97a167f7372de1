import EarshotCore

/// Cuts JSON text that comes in pieces into the elements of the wanted arrays and the rest.
struct JSONSplitter {
    private struct Level {
        var isArray: Bool
        /// The path of the value; its elements' is `path + "[]"`.
        var path: String
        /// The elements of this array are wanted.
        var isWanted: Bool
    }

    private let path: String
    private let wanted: Set<String>
    private let passesOver: Bool

    private var levels: [Level] = []
    private var line = 1
    /// Outside elements: the key being read, and the one whose value comes next.
    private var key: [UInt8]?
    private var awaits = ""
    private var isKey = false
    private var inString = false
    private var isEscaped = false
    /// The element being read: its bytes, how deep it is open, where it began.
    private var element: [UInt8] = []
    private var elementPath: String?
    private var elementLine = 1
    private var elementDepth = 0
    private var isScalar = false
    /// What stands outside the elements; white space between marks is one byte at most.
    private var rest: [UInt8] = []
    /// The line that begins after each line feed in `rest`.
    private var restLines: [Int] = []
    /// Top-level values that have ended.
    private var topValues = 0
    private var firstLine = 1
    private var isLines = false
    /// The first value began and ended on one line: then every further value is a line, however broken.
    private var hasLineRecords = false
    private var endsAtLine: Bool { levels.isEmpty && topValues > 0 && hasLineRecords }

    init(path: String, wanted: Set<String>, passesOver: Bool = false) {
        self.path = path
        self.wanted = wanted
        self.passesOver = passesOver
    }

    mutating func push(_ bytes: [UInt8], _ emit: (JSONRecord) throws -> Void) throws {
        let span = bytes.span
        var i = 0
        while i < span.count {
            if elementPath != nil {
                i = try takeElement(span, i, emit)
            } else {
                try takeRest(span[i], emit)
                i += 1
            }
        }
    }

    /// Ends the text and answers what stands around the elements.
    mutating func finish(_ emit: (JSONRecord) throws -> Void) throws -> JSONValue {
        if elementPath != nil {
            if isScalar || (levels.isEmpty && (isLines || topValues > 0)) {
                try endElement(emit)
            } else {
                throw Self.brokenOff(path, line)
            }
        }
        if isLines { return .null }
        if levels.isEmpty, topValues > 0, wanted.contains("") { return .null }
        let value = try JSONParser.parse(rest, path: path, lines: restLines)
        guard levels.isEmpty else { throw Self.brokenOff(path, line) }
        return value
    }

    // MARK: - Around the elements

    private mutating func takeRest(_ byte: UInt8, _ emit: (JSONRecord) throws -> Void) throws {
        if byte == .lineFeed { line += 1 }
        if inString { return takeStringByte(byte) }
        if byte <= 32 { return takeSpace(byte) }
        if let level = levels.last, level.isArray, level.isWanted {
            if byte == UInt8(ascii: ",") { return }
            if byte != UInt8(ascii: "]") { return beginElement(byte, at: level.path + "[]") }
        }
        if levels.isEmpty {
            if wanted.contains("") || isLines || topValues > 0 {
                if topValues > 0 { try becomeLines(emit) }
                return beginElement(byte, at: "")
            }
        }
        guard rest.count < JSONRecords.limit else {
            throw Diagnostic(
                .error, "The JSON holds more than \(JSONRecords.limit >> 20) MB outside the lists that are read",
                at: "\(path):\(line)", mend: "Save only what belongs to the meeting")
        }
        guard levels.count <= JSONParser.depthLimit else {
            throw Diagnostic(
                .error, "JSON values are nested more than \(JSONParser.depthLimit) deep", at: "\(path):\(line)",
                mend: "Check where the file comes from")
        }
        takeMark(byte)
    }

    /// White space says nothing but where a line begins; long runs of it must not fill the memory.
    private mutating func takeSpace(_ byte: UInt8) {
        switch rest.last {
        case UInt8.lineFeed?: if byte == .lineFeed { restLines[restLines.count - 1] = line }
        case UInt8(ascii: " ")? where byte != .lineFeed: break
        default:
            if byte == .lineFeed {
                rest.append(.lineFeed)
                restLines.append(line)
            } else {
                rest.append(UInt8(ascii: " "))
            }
        }
    }

    private mutating func takeMark(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let isArray = byte == UInt8(ascii: "[")
            let here = valuePath
            if levels.isEmpty { firstLine = line }
            levels.append(Level(isArray: isArray, path: here, isWanted: isArray && wanted.contains(here + "[]")))
            isKey = !isArray
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if !levels.isEmpty { levels.removeLast() }
            isKey = false
            if levels.isEmpty { endTopValue(beganAt: firstLine) }
        case UInt8(ascii: ","): isKey = levels.last.map { !$0.isArray } ?? false
        case UInt8(ascii: "\""):
            inString = true
            if isKey { key = [] }
        default: break
        }
        rest.append(byte)
    }

    private var valuePath: String {
        guard let level = levels.last else { return "" }
        return level.isArray ? level.path + "[]" : awaits
    }

    private mutating func takeStringByte(_ byte: UInt8) {
        rest.append(byte)
        if byte == .lineFeed { restLines.append(line) }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == .quote {
            inString = false
            if let key {
                let name = String(decoding: key, as: UTF8.self)
                awaits = levels.last.map { $0.path.isEmpty ? name : "\($0.path).\(name)" } ?? name
                self.key = nil
                isKey = false
            }
            return
        }
        // Keys longer than this are none that anybody asks for.
        if key != nil, key?.count ?? 0 < 200 { key?.append(byte) }
    }

    // MARK: - Elements

    private mutating func beginElement(_ byte: UInt8, at here: String) {
        elementPath = here
        elementLine = line
        elementDepth = 0
        element.removeAll(keepingCapacity: true)
        isScalar = byte != UInt8(ascii: "{") && byte != UInt8(ascii: "[") && byte != .quote
        if byte == .quote { inString = true }
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { elementDepth = 1 }
        element.append(byte)
    }

    /// A second value after the first: the file is JSON lines, and the first value was its first line.
    private mutating func becomeLines(_ emit: (JSONRecord) throws -> Void) throws {
        guard !isLines else { return }
        isLines = true
        guard !wanted.contains("") else { return }
        let value = try JSONParser.parse(rest, path: path, lines: restLines)
        rest = []
        restLines = []
        if !passesOver { try emit(.value(value, at: "", line: 1)) }
    }

    /// Takes bytes from `start` on until the element ends or the piece does; answers where it stopped.
    private mutating func takeElement(
        _ bytes: Span<UInt8>, _ start: Int, _ emit: (JSONRecord) throws -> Void
    ) throws -> Int {
        var i = start
        var isDone = false
        while i < bytes.count, !isDone {
            if inString, !isEscaped {
                i = Self.afterPlain(bytes, i)
                guard i < bytes.count else { break }
            }
            let byte = bytes[i]
            if byte == .lineFeed { line += 1 }
            if inString {
                // A line end in a string is no JSON.
                if byte == .lineFeed, endsAtLine {
                    isDone = true
                } else if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == .quote {
                    inString = false
                    isDone = elementDepth == 0
                }
                i += 1
                continue
            }
            switch byte {
            case .quote: inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): elementDepth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if isScalar && elementDepth == 0 {
                    return try stopBefore(bytes, start, i, emit)
                }
                elementDepth -= 1
                isDone = elementDepth <= 0 && !isScalar
            case .lineFeed where endsAtLine: isDone = true
            case UInt8(ascii: ","), 0...32:
                if isScalar && elementDepth == 0 {
                    if byte == .lineFeed { line -= 1 }
                    return try stopBefore(bytes, start, i, emit)
                }
            default: break
            }
            i += 1
        }
        append(bytes, start..<i)
        guard element.count <= JSONRecords.limit else {
            throw Diagnostic(
                .error, "One record is longer than \(JSONRecords.limit >> 20) MB", at: "\(path):\(elementLine)",
                mend: "Check where the file comes from, or save the conversation in parts")
        }
        if isDone { try endElement(emit) }
        return i
    }

    /// Where in a string the next byte stands that means more than itself.
    private static func afterPlain(_ bytes: Span<UInt8>, _ start: Int) -> Int {
        var i = start
        while i < bytes.count {
            let byte = bytes[i]
            if byte == .quote || byte == UInt8(ascii: "\\") || byte == .lineFeed { break }
            i += 1
        }
        return i
    }

    private mutating func stopBefore(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, _ emit: (JSONRecord) throws -> Void
    ) throws -> Int {
        append(bytes, start..<end)
        try endElement(emit)
        return end
    }

    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        guard !passesOver else { return }
        bytes.extracting(range).withUnsafeBufferPointer { element.append(contentsOf: $0) }
    }

    private mutating func endElement(_ emit: (JSONRecord) throws -> Void) throws {
        let here = elementPath ?? ""
        elementPath = nil
        inString = false
        isEscaped = false
        if levels.isEmpty {
            endTopValue(beganAt: elementLine)
        } else if line != elementLine {
            takeSpace(.lineFeed)
        }
        guard !passesOver else { return }
        // So that a line that breaks off is told at its end, not at the next one's beginning.
        if element.last == .lineFeed { element.removeLast() }
        let record: JSONRecord
        do {
            record = .value(try JSONParser.parse(element, path: path, line: elementLine), at: here, line: elementLine)
        } catch let fault as Diagnostic {
            record = .broken(fault, at: here)
        }
        try emit(record)
    }

    private mutating func endTopValue(beganAt first: Int) {
        if topValues == 0 { hasLineRecords = line == first }
        topValues += 1
    }

    private static func brokenOff(_ path: String, _ line: Int) -> Diagnostic {
        Diagnostic(
            .error, "The file ends in the middle of a JSON value", at: "\(path):\(line)",
            mend: "Save or download it again in full")
    }
}
