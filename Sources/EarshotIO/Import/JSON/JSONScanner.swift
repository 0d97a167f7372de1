/// The recursive descent behind `JSONParser`, over UTF-8 bytes.
struct JSONScanner {
    enum Fault: Error {
        /// The bytes end inside a value.
        case end
        /// There are none but white space.
        case nothing
        case deep
        /// Bytes follow the value.
        case more
        case expected(String)
    }

    private(set) var position = 0
    private var depth = 0

    mutating func document(_ bytes: Span<UInt8>) throws -> JSONValue {
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipSpace(bytes)
        guard position < bytes.count else { throw Fault.nothing }
        let value = try value(bytes)
        skipSpace(bytes)
        guard position == bytes.count else { throw Fault.more }
        return value
    }

    private mutating func value(_ bytes: Span<UInt8>) throws -> JSONValue {
        skipSpace(bytes)
        switch try byte(bytes) {
        case UInt8(ascii: "\""): return .string(try string(bytes))
        case UInt8(ascii: "{"): return try object(bytes)
        case UInt8(ascii: "["): return try array(bytes)
        case UInt8(ascii: "t"): return try word(bytes, "true", .bool(true))
        case UInt8(ascii: "f"): return try word(bytes, "false", .bool(false))
        case UInt8(ascii: "n"): return try word(bytes, "null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(bytes)
        default: throw Fault.expected("A value")
        }
    }

    private mutating func object(_ bytes: Span<UInt8>) throws -> JSONValue {
        try open()
        skipSpace(bytes)
        var members: [JSONValue.Member] = []
        if try byte(bytes) == UInt8(ascii: "}") {
            close()
            return .object(members)
        }
        // Most objects have several; growing one by one takes long.
        members.reserveCapacity(8)
        while true {
            skipSpace(bytes)
            guard try byte(bytes) == .quote else { throw Fault.expected("A name in quotation marks") }
            let key = try string(bytes)
            skipSpace(bytes)
            guard try byte(bytes) == UInt8(ascii: ":") else { throw Fault.expected("A colon") }
            position += 1
            members.append(JSONValue.Member(key: key, value: try value(bytes)))
            if try isLast(bytes, UInt8(ascii: "}"), "A comma or }") { return .object(members) }
        }
    }

    private mutating func array(_ bytes: Span<UInt8>) throws -> JSONValue {
        try open()
        skipSpace(bytes)
        var values: [JSONValue] = []
        if try byte(bytes) == UInt8(ascii: "]") {
            close()
            return .array(values)
        }
        while true {
            values.append(try value(bytes))
            if try isLast(bytes, UInt8(ascii: "]"), "A comma or ]") { return .array(values) }
        }
    }

    private mutating func isLast(_ bytes: Span<UInt8>, _ end: UInt8, _ expected: String) throws -> Bool {
        skipSpace(bytes)
        let next = try byte(bytes)
        if next == end {
            close()
            return true
        }
        guard next == UInt8(ascii: ",") else { throw Fault.expected(expected) }
        position += 1
        return false
    }

    private mutating func open() throws {
        depth += 1
        guard depth <= JSONParser.depthLimit else { throw Fault.deep }
        position += 1
    }

    private mutating func close() {
        position += 1
        depth -= 1
    }

    private mutating func word(_ bytes: Span<UInt8>, _ word: StaticString, _ value: JSONValue) throws -> JSONValue {
        let fault: Fault? = word.withUTF8Buffer { expected in
            for letter in expected {
                guard position < bytes.count else { return .end }
                guard bytes[position] == letter else { return .expected("A value") }
                position += 1
            }
            return nil
        }
        if let fault { throw fault }
        return value
    }

    private mutating func number(_ bytes: Span<UInt8>) throws -> JSONValue {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        let firstDigit = position
        try digits(bytes)
        if bytes[firstDigit] == UInt8(ascii: "0"), position - firstDigit > 1 {
            throw Fault.expected("A number without leading zeros")
        }
        var isWhole = true
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try digits(bytes)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            let sign = try byte(bytes)
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try digits(bytes)
        }
        let text = Self.text(bytes, start..<position)
        if isWhole, let whole = Int64(text) { return .int(whole) }
        guard let number = Double(text), number.isFinite else { throw Fault.expected("A smaller number") }
        return .number(number)
    }

    private mutating func digits(_ bytes: Span<UInt8>) throws {
        guard try byte(bytes) &- 48 < 10 else { throw Fault.expected("A digit") }
        while position < bytes.count, bytes[position] &- 48 < 10 { position += 1 }
    }

    // MARK: - Strings

    private mutating func string(_ bytes: Span<UInt8>) throws -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case .quote:
                position += 1
                return Self.text(bytes, start..<position - 1)
            case UInt8(ascii: "\\"): return try escapedString(bytes, from: start)
            case 0..<32: throw Fault.expected("A closing quotation mark before the line end or control character")
            default: position += 1
            }
        }
        throw Fault.end
    }

    private mutating func escapedString(_ bytes: Span<UInt8>, from start: Int) throws -> String {
        var text: [UInt8] = []
        for i in start..<position { text.append(bytes[i]) }
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case .quote:
                position += 1
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(bytes, into: &text)
            case 0..<32: throw Fault.expected("A closing quotation mark before the line end or control character")
            default:
                text.append(byte)
                position += 1
            }
        }
        throw Fault.end
    }

    private mutating func escape(_ bytes: Span<UInt8>, into text: inout [UInt8]) throws {
        position += 1
        let letter = try byte(bytes)
        position += 1
        switch letter {
        case .quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "u"):
            text += Unicode.UTF8.encode(try scalar(bytes)) ?? Unicode.UTF8.encodedReplacementCharacter
        default:
            position -= 1
            throw Fault.expected("An escape that JSON knows")
        }
    }

    private mutating func scalar(_ bytes: Span<UInt8>) throws -> Unicode.Scalar {
        let high = try unit(bytes)
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard UTF16.isLeadSurrogate(high), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return "\u{FFFD}" }
        let before = position
        position += 2
        let low = try unit(bytes)
        guard UTF16.isTrailSurrogate(low) else {
            position = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (UInt32(high & 0x3FF) << 10 | UInt32(low & 0x3FF))) ?? "\u{FFFD}"
    }

    private mutating func unit(_ bytes: Span<UInt8>) throws -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            let byte = try byte(bytes)
            let lower = byte | 0x20
            if byte &- 48 < 10 {
                unit = unit << 4 | UInt16(byte &- 48)
            } else if lower &- 97 < 6 {
                unit = unit << 4 | UInt16(lower &- 87)
            } else {
                throw Fault.expected("Four hexadecimal digits")
            }
            position += 1
        }
        return unit
    }

    // MARK: - Bytes

    private func byte(_ bytes: Span<UInt8>) throws -> UInt8 {
        guard position < bytes.count else { throw Fault.end }
        return bytes[position]
    }

    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return }
            position += 1
        }
    }

    private static func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
        let part = bytes.extracting(range)
        if let valid = try? UTF8Span(validating: part) { return String(copying: valid) }
        return String(decoding: (0..<part.count).map { part[$0] }, as: UTF8.self)
    }
}
