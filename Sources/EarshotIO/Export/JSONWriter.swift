import EarshotCore

/// Writes JSON (RFC 8259) as bytes, in the order in which it is told things.
package struct JSONWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var needsComma = false
    private var breaksLine = false

    package init() {}

    /// Hands over what has been written and goes on with nothing; for writing a long document in pieces.
    package mutating func take() -> [UInt8] {
        let taken = bytes
        bytes.removeAll(keepingCapacity: true)
        return taken
    }

    package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin("{")
        try body(&self)
        end("}")
    }

    package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
        begin("[")
        try body(&self)
        end("]")
    }

    /// For arrays and objects whose content comes over time; each wants its `end`.
    package mutating func beginObject() { begin("{") }
    package mutating func endObject() { end("}") }
    package mutating func beginArray() { begin("[") }
    package mutating func endArray() { end("]") }

    package mutating func key(_ name: String) {
        separate()
        quoted(name)
        bytes.append(UInt8(ascii: ":"))
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        quoted(text)
        needsComma = true
    }

    package mutating func integer(_ number: Int) { literal(String(number)) }
    package mutating func boolean(_ value: Bool) { literal(value ? "true" : "false") }
    package mutating func null() { literal("null") }

    /// An exact decimal: −313 is written -0.313.
    package mutating func thousandths(_ number: Int) { literal(Decimals.thousandths(number)) }

    /// An exact decimal: 85 is written 8.5.
    package mutating func tenths(_ number: Int) { literal(Decimals.tenths(number)) }

    package mutating func field(_ name: String, _ text: String?) {
        key(name)
        if let text { string(text) } else { null() }
    }

    package mutating func field(_ name: String, _ number: Int?) {
        key(name)
        if let number { integer(number) } else { null() }
    }

    package mutating func field(_ name: String, _ value: Bool) {
        key(name)
        boolean(value)
    }

    package mutating func field(_ name: String, thousandths number: Int?) {
        key(name)
        if let number { thousandths(number) } else { null() }
    }

    package mutating func field<Element>(
        _ name: String, _ elements: some Sequence<Element>, _ body: (inout JSONWriter, Element) throws -> Void
    ) rethrows {
        key(name)
        try array { json in
            for element in elements { try body(&json, element) }
        }
    }

    /// The next value or key stands on a line of its own.
    package mutating func lineBreak() { breaksLine = true }

    /// Ends a document, so that another can follow on the next line (JSON Lines).
    package mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
        breaksLine = false
    }

    private mutating func begin(_ bracket: Unicode.Scalar) {
        separate()
        bytes.append(UInt8(ascii: bracket))
        needsComma = false
    }

    private mutating func end(_ bracket: Unicode.Scalar) {
        if breaksLine { bytes.append(UInt8(ascii: "\n")) }
        breaksLine = false
        bytes.append(UInt8(ascii: bracket))
        needsComma = true
    }

    private mutating func literal(_ text: String) {
        separate()
        bytes.append(contentsOf: text.utf8)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        if breaksLine { bytes.append(UInt8(ascii: "\n")) }
        breaksLine = false
    }

    private mutating func quoted(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let span = text.utf8.span
        var i = 0
        while i < span.count {
            let byte = span[i]
            if byte >= 0x20 && byte < 0x7F {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { bytes.append(UInt8(ascii: "\\")) }
                bytes.append(byte)
                i += 1
                continue
            }
            let (scalar, length) = Scalars.decode(span, at: i)
            // Line separators end a line of JavaScript; some readers drop U+FEFF as a byte-order mark.
            let isAwkward = scalar == 0x2028 || scalar == 0x2029 || scalar == 0xFEFF
            if HiddenScalar(scalar) == .none && !isAwkward {
                for k in i..<i + length { bytes.append(span[k]) }
            } else {
                escape(scalar)
            }
            i += length
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// `\n`, or `\u` and four digits; a pair of them beyond U+FFFF.
    private mutating func escape(_ scalar: UInt32) {
        switch scalar {
        case 0x08: bytes.append(contentsOf: "\\b".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0C: bytes.append(contentsOf: "\\f".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x10000...:
            unit(0xD7C0 + (scalar >> 10))
            unit(0xDC00 + (scalar & 0x3FF))
        default: unit(scalar)
        }
    }

    private mutating func unit(_ value: UInt32) {
        let digits = String(value, radix: 16)
        bytes.append(contentsOf: "\\u".utf8)
        for _ in digits.count..<4 { bytes.append(UInt8(ascii: "0")) }
        bytes.append(contentsOf: digits.utf8)
    }
}

/// Whole numbers of small units written as decimals, the same on every machine.
enum Decimals {
    /// −313 → "-0.313".
    static func thousandths(_ number: Int) -> String {
        let size = number.magnitude
        let digits = String(size % 1000)
        let zeros = String(repeating: "0", count: 3 - digits.count)
        return "\(number < 0 ? "-" : "")\(size / 1000).\(zeros)\(digits)"
    }

    /// 85 → "8.5".
    static func tenths(_ number: Int) -> String {
        "\(number < 0 ? "-" : "")\(number.magnitude / 10).\(number.magnitude % 10)"
    }
}
