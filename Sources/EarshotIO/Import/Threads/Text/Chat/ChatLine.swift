import EarshotCore

/// The first line of a message in a chat exported from WhatsApp: `12/03/2026, 09:15 - Name: text` or
/// `[9/22/26, 10:15:32 AM] Name: text`, in the spellings of many countries.
struct ChatLine {
    /// The three numbers of the date, in their order.
    var date: (Int, Int, Int)
    /// How many digits the first has.
    var firstDigits: Int
    /// "/", "." or "-".
    var mark: Unicode.Scalar
    /// 0…23
    var hour: Int
    var minute: Int
    var second: Int
    /// Name, colon and text; or what the program says.
    var rest: Substring

    /// Scalars in which date and time must end, chosen.
    private static let reach = 60

    init?(_ line: ArraySlice<UInt8>) {
        var scan = Scan(line)
        scan.skipMarks()
        let isBracketed = scan.take("[")
        guard let (date, digits, mark) = scan.date() else { return nil }
        self.date = date
        firstDigits = digits
        self.mark = mark
        // A log's "[2026-03-12 09:15:32] …" is no chat.
        let hasComma = scan.takeComma()
        guard hasComma || !isBracketed || digits < 4 else { return nil }
        guard let before = scan.filler(), let (hour, minute, second) = scan.clock(),
            let after = scan.suffix(isBracketed)
        else { return nil }
        guard let hour = Self.hour(hour, before, after), minute < 60, second < 60, scan.count < Self.reach else {
            return nil
        }
        self.hour = hour
        self.minute = minute
        self.second = second
        rest = scan.rest
    }

    /// The day in one of the orders; `nil` where there is no such day.
    func local(_ order: ChatDateOrder.Order) -> LocalTime? {
        let day: (year: Int, month: Int, day: Int) =
            switch order {
            case .yearFirst: (date.0, date.1, date.2)
            case .dayFirst: (date.2, date.1, date.0)
            case .monthFirst: (date.2, date.0, date.1)
            }
        return LocalTime(
            year: day.year < 100 ? day.year + 2000 : day.year, month: day.month, day: day.day, hour: hour,
            minute: minute, second: second)
    }

    /// The same whatever the order is: for ids.
    var stamp: String { "\(date.0)/\(date.1)/\(date.2) \(hour):\(minute):\(second)" }

    private static func hour(_ hour: Int, _ before: String, _ after: String) -> Int? {
        for mark in [after.lowercased(), before.lowercased()] where !mark.isEmpty {
            if morning.contains(mark) { return (1...12).contains(hour) ? hour % 12 : hour == 0 ? 0 : nil }
            if afternoon.contains(mark) {
                return (1...12).contains(hour) ? hour % 12 + 12 : (0...23).contains(hour) ? hour : nil
            }
        }
        // "klo", "um", "at" and the like may stand before the time; after it nothing else.
        return after.isEmpty && (0...23).contains(hour) ? hour : nil
    }

    private static let morning: Set<String> = [
        "am", "vorm", "πμ", "ص", "fm", "오전", "上午", "午前", "पूर्वाह्न", "yb", "dop", "de", "öö", "sa", "ам", "дп",
    ]
    private static let afternoon: Set<String> = [
        "pm", "nachm", "μμ", "م", "em", "오후", "下午", "午後", "अपराह्न", "yh", "odp", "du", "ös", "ch", "пм", "пп",
    ]

    // MARK: - Reading

    private struct Scan {
        private let line: ArraySlice<UInt8>
        /// From the beginning of the line, in bytes.
        private var position = 0
        /// Scalars behind.
        private(set) var count = 0

        init(_ line: ArraySlice<UInt8>) { self.line = line }

        var isAtEnd: Bool { position >= line.count }
        var rest: Substring { Substring(String(decoding: line.dropFirst(position), as: UTF8.self)) }

        /// The next scalar.
        private var first: Unicode.Scalar? {
            guard position < line.count else { return nil }
            return Unicode.Scalar(Scalars.decode(line.span, at: position).scalar)
        }

        private mutating func drop() {
            position += Scalars.decode(line.span, at: position).length
            count += 1
        }

        private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII ? scalar == " " || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
        }

        mutating func skipMarks() {
            while let first, ChatText.isMark(first) || first == " " { drop() }
        }

        mutating func skipSpaces() {
            while let first, Self.isSpace(first) || ChatText.isMark(first), count < reach { drop() }
        }

        mutating func take(_ mark: Unicode.Scalar) -> Bool {
            guard first == mark else { return false }
            drop()
            return true
        }

        mutating func takeComma() -> Bool { take(",") || take("،") || take(".") }

        private mutating func number(_ digits: ClosedRange<Int>) -> (value: Int, digits: Int)? {
            var value = 0
            var length = 0
            while let digit = first.flatMap(Self.digit), length <= digits.upperBound {
                value = value * 10 + digit
                length += 1
                drop()
            }
            return digits.contains(length) ? (value, length) : nil
        }

        /// Digits of other scripts too.
        private static func digit(_ scalar: Unicode.Scalar) -> Int? {
            if scalar.isASCII { return (48...57).contains(scalar.value) ? Int(scalar.value) - 48 : nil }
            guard scalar.properties.generalCategory == .decimalNumber else { return nil }
            return scalar.properties.numericValue.map { Int($0) }
        }

        mutating func date() -> (date: (Int, Int, Int), digits: Int, mark: Unicode.Scalar)? {
            guard let first = number(1...4) else { return nil }
            skipMarks()
            guard let mark = self.first, mark == "/" || mark == "." || mark == "-", first.digits != 3 else {
                return nil
            }
            drop()
            skipMarks()
            guard let second = number(1...2) else { return nil }
            skipMarks()
            guard take(mark) else { return nil }
            skipMarks()
            guard let third = number(1...4), third.digits != 3, first.digits == 4 || third.digits != 1 else {
                return nil
            }
            return ((first.value, second.value, third.value), first.digits, mark)
        }

        /// The word between date and time ("klo", "um", "오전"), mostly ""; `nil` where nothing stands there.
        mutating func filler() -> String? {
            var word = ""
            var length = 0
            while let first, Self.digit(first) == nil {
                guard length < 14, first != "[", first != "]", first != ":" else { return nil }
                if !ChatText.isMark(first) { length += 1 }
                Self.add(first, to: &word)
                drop()
            }
            return length == 0 || isAtEnd ? nil : word
        }

        /// Spaces, full stops and commas say nothing in a word beside the time.
        private static func add(_ scalar: Unicode.Scalar, to word: inout String) {
            guard !ChatText.isMark(scalar), !isSpace(scalar), scalar != ".", scalar != "," else { return }
            word.unicodeScalars.append(scalar)
        }

        mutating func clock() -> (Int, Int, Int)? {
            guard let hour = number(1...2), let mark = first, mark == ":" || mark == "." else { return nil }
            drop()
            guard let minute = number(2...2) else { return nil }
            var ahead = self
            guard ahead.take(mark), ahead.first.flatMap(Self.digit) != nil else {
                return (hour.value, minute.value, 0)
            }
            self = ahead
            guard let second = number(2...2) else { return nil }
            return (hour.value, minute.value, second.value)
        }

        /// The word between the time and the end of the mark, which is "]", " - " or ": ".
        mutating func suffix(_ isBracketed: Bool) -> String? {
            var word = ""
            var length = 0
            while let first, length < 14 {
                drop()
                if isBracketed {
                    if first == "]" {
                        skipSpaces()
                        return word
                    }
                } else if first == "-" || first == "–" || first == ":" {
                    guard let next = self.first, Self.isSpace(next) || ChatText.isMark(next) else { return nil }
                    skipSpaces()
                    return word
                }
                if !ChatText.isMark(first) { length += 1 }
                Self.add(first, to: &word)
            }
            return nil
        }
    }
}
