/// "Resident 14" for an author: valid in one pack, different from pack to pack.
///
/// Authors are numbered from 1 in the order of a keyed hash (SipHash-2-4, the key made from the pack) of their keys, so
/// that a number says nothing about when or how much somebody wrote, and the same person has another number in the next
/// pack. It is not a secret: whoever knows the pack and *every* author's key can work the numbers out. A pack string
/// with a secret part prevents that.
package struct Pseudonyms: Sendable {
    /// By dense author index.
    private let numbers: [Int32]

    /// `pack`: the meeting's id, with a secret part where there is one. `authors`: keys by dense index, each once.
    package init(pack: String, authors: [String]) {
        let key = (SipHash.hash(pack, key: (1, 0)), SipHash.hash(pack, key: (2, 0)))
        let hashes = authors.map { SipHash.hash($0, key: key) }
        let order = authors.indices.sorted {
            hashes[$0] != hashes[$1]
                ? hashes[$0] < hashes[$1] : authors[$0].utf8.lexicographicallyPrecedes(authors[$1].utf8)
        }
        var numbers = [Int32](repeating: 0, count: authors.count)
        for (number, author) in order.enumerated() { numbers[author] = Int32(number + 1) }
        self.numbers = numbers
    }

    package func name(of author: Int) -> String { name(of: author, role: nil) }

    /// "Resident 14", or what the source says the author is: "Councillor 14"; "Unnamed resident" for an index that is no
    /// author (−1).
    package func name(of author: Int, role: ThreadComment.Role?) -> String {
        let noun =
            switch role {
            case .staff: "Council officer"
            case .moderator: "Moderator"
            case .councillor: "Councillor"
            case nil: "Resident"
            }
        return numbers.indices.contains(author) ? "\(noun) \(numbers[author])" : "Unnamed \(noun.lowercased())"
    }
}

/// SipHash-2-4 (Aumasson & Bernstein 2012): a hash that cannot be foretold without its key.
enum SipHash {
    static func hash(_ text: String, key: (UInt64, UInt64)) -> UInt64 {
        var state = State(key)
        var word: UInt64 = 0
        var count: UInt64 = 0
        for byte in text.utf8 {
            word |= UInt64(byte) << ((count & 7) * 8)
            count += 1
            if count & 7 == 0 {
                state.absorb(word)
                word = 0
            }
        }
        state.absorb(word | count << 56)
        return state.finish()
    }

    private struct State {
        var a: UInt64
        var b: UInt64
        var c: UInt64
        var d: UInt64

        init(_ key: (UInt64, UInt64)) {
            a = key.0 ^ 0x736f_6d65_7073_6575
            b = key.1 ^ 0x646f_7261_6e64_6f6d
            c = key.0 ^ 0x6c79_6765_6e65_7261
            d = key.1 ^ 0x7465_6462_7974_6573
        }

        mutating func absorb(_ word: UInt64) {
            d ^= word
            round()
            round()
            a ^= word
        }

        mutating func finish() -> UInt64 {
            c ^= 0xff
            for _ in 0..<4 { round() }
            return a ^ b ^ c ^ d
        }

        private mutating func round() {
            a &+= b
            b = (b << 13 | b >> 51) ^ a
            a = a << 32 | a >> 32
            c &+= d
            d = (d << 16 | d >> 48) ^ c
            a &+= d
            d = (d << 21 | d >> 43) ^ a
            c &+= b
            b = (b << 17 | b >> 47) ^ c
            c = c << 32 | c >> 32
        }
    }
}
