/// By what a text is recognised when it is posted again, whole or slightly changed.
package struct TextSignature: Equatable, Sendable {
    /// Words below which a text is nobody's copy: "Agreed", "No to the parking zone" and the like are written by many
    /// people on their own. Chosen, not derived.
    package static let floor = 8

    /// A hash of the words, whatever their case and whatever stands between them; emoji are left out. 0 for texts
    /// under `floor` words, which are never copies of one another.
    package var exact: UInt64
    /// Eight MinHash bands of two rows each over the text's runs of three words; empty for texts under `floor` words.
    /// Two texts may be near copies if they share a band: found are 97 of 100 pairs with six tenths of their runs in
    /// common, more than 999 of 1,000 with eight tenths (1 − (1 − J²)⁸).
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

    /// Sixteen rows from one well-mixed hash: each row takes the least of the hash times its own odd number.
    private struct MinHash {
        private var least = SIMD16<UInt64>(repeating: .max)
        private static let factors = SIMD16<UInt64>(
            1, 0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0xD6E8_FEB8_6659_FD93,
            0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53, 0x94D0_49BB_1331_11EB, 0xA076_1D64_78BD_642F,
            0xE703_7ED1_A0B4_28DB, 0x8EBC_6AF0_9C88_C6E3, 0x5899_65CC_7537_4CC3, 0x1D8E_4E27_C47D_124F,
            0xEB44_ACCA_B455_D165, 0x2B7E_1516_28AE_D2A7, 0x9C06_FAF4_D023_E3AB)

        @inline(__always)
        mutating func add(_ hash: UInt64) {
            let rows = SIMD16(repeating: hash) &* Self.factors
            least.replace(with: rows, where: rows .< least)
        }

        var bands: [UInt64] {
            (0..<8).map { PhraseKey.mix(least[$0 * 2] &+ PhraseKey.mix(least[$0 * 2 + 1] &+ UInt64($0) &+ 1)) }
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
