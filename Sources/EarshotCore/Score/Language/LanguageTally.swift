/// The evidence of one comment.
struct LanguageTally {
    var words = 0
    /// Bytes of words by script.
    var latin = 0
    private var others = InlineArray<16, Int>(repeating: 0)
    /// By language, 60 for a word that only it has.
    private(set) var scores = InlineArray<64, Int>(repeating: 0)

    mutating func count(_ script: Script, _ bytes: Int) {
        others[script.rawValue] += bytes
    }

    mutating func add(_ mask: UInt64, weight: Int) {
        // A word of two languages speaks for each with two thirds of its weight, one of five with a third.
        let share = weight * 2 / (mask.nonzeroBitCount + 1)
        var rest = mask
        while rest != 0 {
            scores[rest.trailingZeroBitCount] += share
            rest &= rest - 1
        }
    }

    /// The script of most letters. Letters beyond Latin take two or three bytes.
    var mainScript: Script {
        var main = Script.latin
        var most = latin
        for script in Script.allCases where script != .latin {
            let letters = others[script.rawValue] / script.bytesPerLetter
            if letters > most { (main, most) = (script, letters) }
        }
        return main
    }

    /// The language where the script is written by one of the languages only.
    var scriptAlone: String? {
        let script = mainScript
        // Japanese mixes Han with its own letters.
        if script == .han, others[Script.kana.rawValue] > 0 { return "ja" }
        return script.onlyLanguage
    }
}
