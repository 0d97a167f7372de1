/// Planning, report and bill references: "26/01234/FUL", "CAB-117/2", "O2024-0012345".
enum Reference {
    /// A reference found in an agenda.
    struct Found: Equatable, Sendable {
        /// As printed.
        var text: String
        /// The hash of its letters and digits.
        var hash: UInt64
        /// The same without a first or last group of letters or both, where that still is a reference: "26/01234".
        var short: [UInt64]
    }

    /// The references in an agenda item's words, in order.
    static func found(in text: String) -> [Found] {
        let bytes = text.utf8.span
        var found: [Found] = []
        var i = 0
        while i < bytes.count {
            guard isAlphanumeric(bytes[i]) else {
                i += 1
                continue
            }
            let end = runEnd(bytes, from: i)
            let groups = groups(bytes, i..<end)
            if isReference(groups) {
                found.append(
                    Found(text: String(copying: bytes, i..<end), hash: hash(groups.joined()), short: short(groups)))
            }
            i = end
        }
        return found
    }

    /// What may be a reference around a number in a thread, longest first: what hangs on the number
    /// ("26/01234/FUL"), with the short run before it ("CAB 117/2") or the runs after it ("26 01234 FUL").
    static func candidates(_ bytes: Span<UInt8>, around number: Range<Int>) -> [(range: Range<Int>, groups: Groups)] {
        let start = runStart(bytes, from: number.lowerBound)
        var ends = [runEnd(bytes, from: start)]
        while ends.count < 3, let last = ends.last, let next = nextRun(bytes, after: last) { ends.append(next) }
        var starts = [start]
        if start >= 2, bytes[start - 1] == UInt8(ascii: " "), isAlphanumeric(bytes[start - 2]) {
            let before = runStart(bytes, from: start - 2)
            if start - 1 - before <= 5 { starts.insert(before, at: 0) }
        }
        return ends.reversed().flatMap { end in
            starts.map { ($0..<end, groups(bytes, $0..<end)) }
        }
    }

    /// The letters and digits of a reference, cut at its slashes, hyphens and spaces.
    typealias Groups = [ArraySlice<UInt8>]

    private static func short(_ groups: Groups) -> [UInt64] {
        let first = groups.first?.allSatisfy(isLetter) ?? false
        let last = groups.last?.allSatisfy(isLetter) ?? false
        var shorter: [ArraySlice<ArraySlice<UInt8>>] = []
        if last { shorter.append(groups.dropLast()) }
        if first { shorter.append(groups.dropFirst()) }
        if first, last { shorter.append(groups.dropFirst().dropLast()) }
        return shorter.filter { $0.count > 1 && isReference($0) }.map { hash($0.joined()) }
    }

    /// Two groups or more that cannot be a date, a time span or a minute number such as "34/2"; or one such as "KD5432".
    private static func isReference(_ groups: some BidirectionalCollection<ArraySlice<UInt8>>) -> Bool {
        guard groups.count <= 5, let first = groups.first else { return false }
        let all = groups.joined()
        let letters = all.filter(isLetter)
        if groups.count == 1 {
            let number = first.drop(while: isLetter)
            return (2...4).contains(letters.count) && letters.allSatisfy { $0 < 97 } && (4...6).contains(number.count)
                && number.allSatisfy(isDigit) && !isYear(number)
        }
        guard groups.contains(where: { $0.count(where: isDigit) >= 3 && !isYear($0) }) else { return false }
        if letters.isEmpty {
            // Year and running number, "26/01234" or "2026/1234": no date, telephone number or financial year.
            guard groups.count == 2, let last = groups.last, first.count == 2 || isYear(first) else { return false }
            return last.count >= 4 && last.count <= 7 && !isYear(last)
        }
        return letters.allSatisfy { $0 < 97 } && all.count <= 24
    }

    private static func isYear(_ group: ArraySlice<UInt8>) -> Bool {
        group.count == 4 && group.allSatisfy(isDigit)
            && (group.starts(with: "19".utf8) || group.starts(with: "20".utf8))
    }

    // MARK: - Bytes

    private static func groups(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Groups {
        var run: [UInt8] = []
        for i in range { run.append(bytes[i]) }
        return run.split { !isAlphanumeric($0) }
    }

    /// The end of a run of letters and digits held together by single slashes and hyphens.
    private static func runEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
        var i = start
        while i < bytes.count {
            if isAlphanumeric(bytes[i]) {
                i += 1
            } else if isSeparator(bytes[i]), i + 1 < bytes.count, isAlphanumeric(bytes[i + 1]) {
                i += 2
            } else {
                break
            }
        }
        return i
    }

    private static func runStart(_ bytes: Span<UInt8>, from place: Int) -> Int {
        var i = place
        // No reference is longer: a text that is one long run is not walked again and again.
        let least = max(0, place - 40)
        while i > least {
            if isAlphanumeric(bytes[i - 1]) {
                i -= 1
            } else if isSeparator(bytes[i - 1]), i - 1 > least, isAlphanumeric(bytes[i - 2]) {
                i -= 2
            } else {
                break
            }
        }
        return i
    }

    /// The end of the short run after a space, or after a slash or hyphen between spaces.
    private static func nextRun(_ bytes: Span<UInt8>, after end: Int) -> Int? {
        var i = end
        while i < bytes.count, i - end < 3, bytes[i] == UInt8(ascii: " ") || isSeparator(bytes[i]) { i += 1 }
        guard i > end, i < bytes.count, isAlphanumeric(bytes[i]) else { return nil }
        let next = runEnd(bytes, from: i)
        return next - i <= 12 ? next : nil
    }

    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(Fold.seed) { add($1, to: $0) }
    }

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        let folded = isLetter(byte) ? byte | 32 : byte
        return (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    static func isAlphanumeric(_ byte: UInt8) -> Bool { isDigit(byte) || isLetter(byte) }
    private static func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") }
}

extension String {
    /// The text in a range of bytes.
    init(copying bytes: Span<UInt8>, _ range: Range<Int>) {
        var copy: [UInt8] = []
        copy.reserveCapacity(range.count)
        for i in range { copy.append(bytes[i]) }
        self.init(decoding: copy, as: UTF8.self)
    }
}
