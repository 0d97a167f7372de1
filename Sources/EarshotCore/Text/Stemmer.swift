/// Takes the endings off English words, so that "libraries" and "library" count as one word.
///
/// The English Snowball stemmer ("Porter2", Martin Porter and others, snowballstem.org/algorithms/english), written
/// from its published description. Works on lower-case UTF-8; every byte that is not a, e, i, o, u or y is treated as
/// a consonant, so words of other scripts come through unharmed.
package struct Stemmer: Sendable {
    private var word: [UInt8] = []
    /// Where the regions R1 and R2 of the description begin.
    private var r1 = 0
    private var r2 = 0

    package init() {
        word.reserveCapacity(48)
    }

    /// The stem of a word. For tests and small texts; in a loop keep one `Stemmer` and call `stem(_:)` on bytes.
    package static func stem(_ word: String) -> String {
        var stemmer = Stemmer()
        var bytes = Array(word.utf8)
        stemmer.stem(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Replaces a word, given as lower-case UTF-8 with straight apostrophes, by its stem.
    package mutating func stem(_ bytes: inout [UInt8]) {
        guard bytes.count > 2 else { return }
        if let exception = Self.exception(bytes) {
            bytes = exception
            return
        }
        swap(&word, &bytes)
        if word[0] == Self.apostrophe { word.removeFirst() }
        markConsonantY()
        markRegions()
        possessive()
        plural()
        pastAndParticiple()
        finalY()
        if mayEnd(Self.step2Last) { suffixes(Self.step2) }
        if mayEnd(Self.step3Last) { suffixes(Self.step3) }
        if mayEnd(Self.step4Last) { removal() }
        finalE()
        for i in word.indices where word[i] == Self.consonantY { word[i] = UInt8(ascii: "y") }
        swap(&word, &bytes)
    }

    // MARK: - Letters and regions

    private static let apostrophe = UInt8(ascii: "'")
    /// A `y` that is a consonant is written as a capital while the word is worked on.
    private static let consonantY = UInt8(ascii: "Y")

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
            UInt8(ascii: "y"):
            true
        default: false
        }
    }

    private mutating func markConsonantY() {
        for i in word.indices where word[i] == UInt8(ascii: "y") {
            if i == 0 || Self.isVowel(word[i - 1]) { word[i] = Self.consonantY }
        }
    }

    private mutating func markRegions() {
        r1 = Self.regionPrefixes.first { word.starts(with: $0) }?.count ?? regionStart(from: 0)
        r2 = regionStart(from: r1)
    }

    /// The place after the first consonant that follows a vowel, counted from `start`.
    private func regionStart(from start: Int) -> Int {
        var i = start
        while i < word.count, !Self.isVowel(word[i]) { i += 1 }
        while i < word.count, Self.isVowel(word[i]) { i += 1 }
        return min(i + 1, word.count)
    }

    @inline(__always)
    private func ends(_ suffix: [UInt8]) -> Bool {
        let start = word.count - suffix.count
        guard start >= 0 else { return false }
        var i = suffix.count - 1
        while i >= 0 {
            if word[start + i] != suffix[i] { return false }
            i -= 1
        }
        return true
    }

    @inline(__always)
    private func ends(_ suffix: StaticString) -> Bool {
        let start = word.count - suffix.utf8CodeUnitCount
        guard start >= 0 else { return false }
        return suffix.withUTF8Buffer { expected in
            var i = expected.count - 1
            while i >= 0 {
                if word[start + i] != expected[i] { return false }
                i -= 1
            }
            return true
        }
    }

    @inline(__always)
    private func mayEnd(_ letters: UInt32) -> Bool { letters & Self.letterBit(word.last ?? 0) != 0 }

    private func hasVowel(before end: Int) -> Bool { word[..<end].contains(where: Self.isVowel) }

    /// A short syllable at `end`: consonant, vowel, consonant other than w, x, Y; or vowel, consonant that begin the
    /// word; or "past", which the description counts among them.
    private func endsInShortSyllable(_ end: Int) -> Bool {
        if end == 4, word[..<4].elementsEqual("past".utf8) { return true }
        guard end >= 2, !Self.isVowel(word[end - 1]), Self.isVowel(word[end - 2]) else { return false }
        if end == 2 { return true }
        let last = word[end - 1]
        return !Self.isVowel(word[end - 3]) && last != UInt8(ascii: "w") && last != UInt8(ascii: "x")
            && last != Self.consonantY
    }

    private mutating func drop(_ count: Int) { word.removeLast(count) }

    // MARK: - Steps

    /// Step 0: 's, ' and 's'.
    private mutating func possessive() {
        if ends("'s'") {
            drop(3)
        } else if ends("'s") {
            drop(2)
        } else if ends("'") {
            drop(1)
        }
    }

    /// Step 1a: plural and third person.
    private mutating func plural() {
        if ends("sses") {
            drop(2)
        } else if ends("ied") || ends("ies") {
            drop(word.count > 4 ? 2 : 1)
        } else if ends("us") || ends("ss") {
            return
        } else if ends("s"), word.count >= 2, hasVowel(before: word.count - 2) {
            drop(1)
        }
    }

    /// Step 1b: "-ed", "-ing" and what must be mended after them.
    private mutating func pastAndParticiple() {
        if ends("eedly") || ends("eed") {
            let suffix = ends("eedly") ? 5 : 3
            let stem = word.count - suffix
            if stem >= r1, !Self.keptBeforeEed.contains(where: { word[..<stem].elementsEqual($0) }) {
                drop(suffix - 2)
            }
            return
        }
        guard let suffix = Self.verbEndings.first(where: { ends($0) }) else { return }
        let stem = word.count - suffix.count
        if ends("ing"), mendIng(stem) { return }
        guard hasVowel(before: stem) else { return }
        drop(suffix.count)
        mendStem()
    }

    /// "dying" becomes "die"; "inning", "outing", "canning", "herring", "earring" and "evening" stay.
    private mutating func mendIng(_ stem: Int) -> Bool {
        if stem == 2, word[1] == UInt8(ascii: "y"), !Self.isVowel(word[0]) {
            drop(4)
            word += "ie".utf8
            return true
        }
        return Self.keptBeforeIng.contains { word[..<stem].elementsEqual($0) }
    }

    private mutating func mendStem() {
        if ends("at") || ends("bl") || ends("iz") {
            word.append(UInt8(ascii: "e"))
        } else if Self.doubles.contains(where: { ends($0) }) {
            let startsInVowel = word.count == 3 && "aeo".utf8.contains(word[0])
            if !startsInVowel { drop(1) }
        } else if r1 >= word.count, endsInShortSyllable(word.count) {
            word.append(UInt8(ascii: "e"))
        }
    }

    /// Step 1c: "happy" becomes "happi".
    private mutating func finalY() {
        guard word.count > 2, let last = word.last, last == UInt8(ascii: "y") || last == Self.consonantY,
            !Self.isVowel(word[word.count - 2])
        else { return }
        word[word.count - 1] = UInt8(ascii: "i")
    }

    /// Steps 2 and 3: the longest suffix that fits is exchanged if it lies in its region.
    private mutating func suffixes(_ rules: [Rule]) {
        guard let rule = rules.first(where: { ends($0.suffix) }) else { return }
        let stem = word.count - rule.suffix.count
        guard stem >= (rule.inR2 ? r2 : r1) else { return }
        if !rule.after.isEmpty {
            guard stem > 0, rule.after.contains(word[stem - 1]) else { return }
        }
        drop(rule.suffix.count)
        word += rule.replacement
    }

    /// Step 4: "-ment", "-able"… go when they lie in R2.
    private mutating func removal() {
        guard let suffix = Self.step4.first(where: { ends($0) }) else { return }
        let stem = word.count - suffix.count
        guard stem >= r2 else { return }
        if suffix.elementsEqual("ion".utf8) {
            guard stem > 0, word[stem - 1] == UInt8(ascii: "s") || word[stem - 1] == UInt8(ascii: "t") else { return }
        }
        drop(suffix.count)
    }

    /// Step 5: a last "e", and the second of two last "l".
    private mutating func finalE() {
        let stem = word.count - 1
        if ends("e") {
            if stem >= r2 || (stem >= r1 && !endsInShortSyllable(stem)) { drop(1) }
        } else if ends("ll"), stem >= r2 {
            drop(1)
        }
    }
}
