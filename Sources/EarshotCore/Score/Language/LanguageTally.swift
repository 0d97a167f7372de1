/// Sums of weights by lane of `LanguageTable.codes`, in half weights: a name in mid-sentence counts half.
///
/// Words are added up in 16 bits, of which vectors add fastest, and brought over to 32 before these can overflow.
struct LanguageSums: Sendable {
    private var totals = (Quarter.zero, Quarter.zero, Quarter.zero, Quarter.zero)
    /// Of words that count in full, and of names.
    private var full = LanguageTable.Row.zero
    private var half = LanguageTable.Row.zero
    private var pending = 0

    private typealias Quarter = SIMD8<Int32>

    /// `rows`: how many rows the word's sum is of, or more; those really are 93 at most, of weights within ±127.
    @inline(__always)
    mutating func add(_ word: LanguageTable.Row, rows: Int, isHalf: Bool) {
        if isHalf { half &+= word } else { full &+= word }
        pending += rows
        // 16 bits hold 258 weights of 127.
        if pending > 160 { settle() }
    }

    mutating func settle() {
        Self.add(full.lowHalf.lowHalf, half.lowHalf.lowHalf, to: &totals.0)
        Self.add(full.lowHalf.highHalf, half.lowHalf.highHalf, to: &totals.1)
        Self.add(full.highHalf.lowHalf, half.highHalf.lowHalf, to: &totals.2)
        Self.add(full.highHalf.highHalf, half.highHalf.highHalf, to: &totals.3)
        full = .zero
        half = .zero
        pending = 0
    }

    /// Adds sums that are settled.
    mutating func add(_ sums: LanguageSums) {
        totals.0 &+= sums.totals.0
        totals.1 &+= sums.totals.1
        totals.2 &+= sums.totals.2
        totals.3 &+= sums.totals.3
    }

    /// Of settled sums.
    subscript(lane: Int) -> Int {
        switch lane >> 3 {
        case 0: Int(totals.0[lane & 7])
        case 1: Int(totals.1[lane & 7])
        case 2: Int(totals.2[lane & 7])
        default: Int(totals.3[lane & 7])
        }
    }

    @inline(__always)
    private static func add(_ full: SIMD8<Int16>, _ half: SIMD8<Int16>, to total: inout Quarter) {
        let doubled = widened(full)
        total &+= doubled &+ doubled &+ widened(half)
    }

    /// Lane by lane, as the compiler makes one instruction of this, and a slow loop of `init(truncatingIfNeeded:)`.
    @inline(__always)
    private static func widened(_ x: SIMD8<Int16>) -> Quarter {
        Quarter(
            Int32(x[0]), Int32(x[1]), Int32(x[2]), Int32(x[3]), Int32(x[4]), Int32(x[5]), Int32(x[6]), Int32(x[7]))
    }
}

/// The evidence of one comment, sentence by sentence.
struct LanguageTally {
    /// What one sentence, or all of them, say.
    struct Part {
        var sums = LanguageSums()
        var words = 0
        /// Words that say something.
        var telling = 0
        /// Bytes of words in Latin letters.
        var latin = 0
        /// Bytes of words by other scripts.
        private(set) var others = InlineArray<16, Int32>(repeating: 0)
        private(set) var hasOthers = false

        mutating func count(_ script: Script, bytes: Int) {
            if script == .latin {
                latin += bytes
            } else {
                others[script.rawValue] += Int32(truncatingIfNeeded: bytes)
                hasOthers = true
            }
        }

        mutating func add(_ part: Part) {
            sums.add(part.sums)
            words += part.words
            telling += part.telling
            latin += part.latin
            guard part.hasOthers else { return }
            hasOthers = true
            for index in 0..<16 { others[index] += part.others[index] }
        }

        /// Letters of a script. Letters beyond Latin take two or three bytes.
        func letters(of script: Script) -> Int {
            script == .latin ? latin : Int(others[script.rawValue]) / script.bytesPerLetter
        }

        /// The script of most letters.
        var mainScript: Script {
            guard hasOthers else { return .latin }
            // Japanese mixes Han with its own letters, and no spaces part them.
            if others[Script.kana.rawValue] > 0, letters(of: .han) + letters(of: .kana) > latin { return .kana }
            var main = Script.latin
            var most = latin
            for script in Script.allCases where script != .latin {
                let letters = letters(of: script)
                if letters > most { (main, most) = (script, letters) }
            }
            return main
        }
    }

    private(set) var whole = Part()
    var sentence = Part()

    /// Adds the sentence to the whole, and answers it.
    mutating func close() -> Part {
        sentence.sums.settle()
        let closed = sentence
        whole.add(closed)
        sentence = Part()
        return closed
    }
}
