/// By what a text is recognised when it is posted again, whole or slightly changed.
package struct TextSignature: Equatable, Sendable {
    /// Words below which a text is nobody's copy: "Agreed", "No to the parking zone" and the like are written by many
    /// people on their own. Chosen, not derived.
    package static let floor = 8

    /// A hash of the words, whatever their case and whatever stands between them; emoji are left out. 0 for texts
    /// under `floor` words, which are never copies of one another.
    package var exact: UInt64
    /// Four MinHash bands of two rows each over the text's runs of three words; empty for texts under `floor` words.
    /// Two texts may be near copies if they share a band: found are 83 of 100 pairs with six tenths of their runs in
    /// common, 98 of 100 with eight tenths (1 − (1 − J²)⁴); a text with several copies is met through any of them.
    package var bands: [UInt64]

    /// As `of` has made it; for reading a signature that was kept.
    package init(exact: UInt64, bands: [UInt64]) {
        self.exact = exact
        self.bands = bands
    }

    static let none = TextSignature(exact: 0, bands: [])

    /// The signature of a text from its scanned words (`Words.scan`).
    package static func of(words: [Word]) -> TextSignature {
        var exact = PhraseKey.mix(0)
        var count = 0
        var before: UInt64 = 0
        var last: UInt64 = 0
        var rows = MinHash()
        for word in words where word.kind != .emoji {
            count += 1
            exact = PhraseKey.mix(exact &+ word.hash)
            if count >= 3 { rows.add(Shingle.of(before, last, word.hash)) }
            before = last
            last = word.hash
        }
        guard count >= floor else { return .none }
        return TextSignature(exact: exact == 0 ? 1 : exact, bands: rows.bands)
    }

    package static func of(_ text: String) -> TextSignature { of(words: Words.of(text)) }

    private struct MinHash {
        private var least = (
            UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max, UInt64.max
        )

        /// Eight rows from one well-mixed hash: each an odd multiple of it, taken from the upper bits by comparison.
        @inline(__always)
        mutating func add(_ hash: UInt64) {
            least.0 = min(least.0, hash)
            least.1 = min(least.1, hash &* 0x9E37_79B9_7F4A_7C15)
            least.2 = min(least.2, hash &* 0xC2B2_AE3D_27D4_EB4F)
            least.3 = min(least.3, hash &* 0x1656_67B1_9E37_79F9)
            least.4 = min(least.4, hash &* 0xD6E8_FEB8_6659_FD93)
            least.5 = min(least.5, hash &* 0xFF51_AFD7_ED55_8CCD)
            least.6 = min(least.6, hash &* 0xC4CE_B9FE_1A85_EC53)
            least.7 = min(least.7, hash &* 0x94D0_49BB_1331_11EB)
        }

        var bands: [UInt64] {
            [
                PhraseKey.mix(least.0 &+ PhraseKey.mix(least.1 &+ 1)),
                PhraseKey.mix(least.2 &+ PhraseKey.mix(least.3 &+ 2)),
                PhraseKey.mix(least.4 &+ PhraseKey.mix(least.5 &+ 3)),
                PhraseKey.mix(least.6 &+ PhraseKey.mix(least.7 &+ 4)),
            ]
        }
    }
}

/// A run of three words as one hash.
enum Shingle {
    @inline(__always)
    static func of(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 {
        PhraseKey.mix(PhraseKey.mix(a) &+ (b &* 3) &+ (c &* 0x1_0000_0001))
    }
}
