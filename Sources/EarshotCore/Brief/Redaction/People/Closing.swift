/// How a letter ends before the name.
enum Closing {
    /// "Kind regards": a name follows.
    case regards
    /// "Thanks", "Cheers", "Signed": a name may follow, or whom the thanks are for.
    case thanks

    private static let regardsWords = [
        "kind regards", "kindest regards", "best regards", "warm regards", "many regards", "with regards", "regards",
        "best wishes", "warm wishes", "yours sincerely", "yours faithfully", "yours truly", "yours", "sincerely",
        "faithfully",
        "respectfully", "all the best",
    ].map { Array($0.utf8) }
    private static let thanksWords = [
        "many thanks", "with thanks", "thanks in advance", "thanks again", "signed", "signed by", "thanks", "thank you",
        "cheers", "best",
        "ta",
        "thx",
    ].map { Array($0.utf8) }

    /// The closing whose words begin at `i`, and where they end.
    static func read(_ text: Span<UInt8>, _ i: Int) -> (Closing, Int)? {
        switch text[i] | 32 {
        case UInt8(ascii: "k"), UInt8(ascii: "b"), UInt8(ascii: "w"), UInt8(ascii: "m"), UInt8(ascii: "r"),
            UInt8(ascii: "y"),
            UInt8(ascii: "s"), UInt8(ascii: "f"), UInt8(ascii: "t"), UInt8(ascii: "c"), UInt8(ascii: "a"):
            break
        default: return nil
        }
        var longest: (Closing, Int)?
        for words in regardsWords where ends(words, text, i) > longest?.1 ?? 0 {
            longest = (.regards, ends(words, text, i))
        }
        for words in thanksWords where ends(words, text, i) > longest?.1 ?? 0 {
            longest = (.thanks, ends(words, text, i))
        }
        return longest
    }

    /// Where the words end if they stand at `i`; 0 where they don't.
    private static func ends(_ words: [UInt8], _ text: Span<UInt8>, _ i: Int) -> Int {
        guard Ascii.holds(text, words, at: i) else { return 0 }
        let end = i + words.count
        return end == text.count || !Ascii.isWord(text[end]) ? end : 0
    }
}

extension Signature {
    static func closing(_ text: Span<UInt8>, _ i: Int) -> (Closing, Int)? { Closing.read(text, i) }

    /// A line that is a closing, or thanks in a few words: "Thank you for your time,".
    static func closingLine(_ text: Span<UInt8>, _ line: Range<Int>) -> Closing? {
        guard line.count <= 48, let (closing, end) = Closing.read(text, line.lowerBound) else { return nil }
        var i = end
        while i < line.upperBound, " ,.!-".utf8.contains(text[i]) { i += 1 }
        if i == line.upperBound { return closing }
        return closing == .thanks && text[line.upperBound - 1] == UInt8(ascii: ",") ? .thanks : nil
    }
}
