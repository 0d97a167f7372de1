/// How much more often a phrase stands in one item's comments than elsewhere: in the meeting's other comments, and in
/// English comments in general.
///
/// Against the meeting: (comments elsewhere that would hold it at this item's rate + 1) ÷ (comments elsewhere that do
/// hold it + 1). The ones keep a phrase that stands nowhere else from being infinitely telling, and make the contrast 1
/// where there are no other comments to compare with. For ranking, 512 imagined comments that speak as people do in
/// general (`Background`) are added to the others (chosen, not derived): on a small meeting they decide, on a large one
/// they hardly count.
struct Contrast: Equatable, Sendable {
    private let above: UInt64
    private let below: UInt64
    /// The same with the imagined comments, both times 64.
    private let aboveInGeneral: UInt64
    private let belowInGeneral: UInt64
    /// Whether there are as many other comments as the item has: below that, a low contrast says little.
    private let isGrounded: Bool

    /// `rarity`: the phrase's class in `Background`, 0…15.
    init(with here: Int, of comments: Int, elsewhere: Int, of others: Int, rarity: Int = Background.rarest) {
        let held = UInt64(max(0, min(here, comments)))
        let size = UInt64(max(1, comments))
        above = held * UInt64(max(0, others)) + size
        below = size * UInt64(max(0, elsewhere) + 1)
        aboveInGeneral = 64 * (held * UInt64(max(0, others) + 512) + size)
        // 512 · 64 = 2¹⁵
        belowInGeneral = size * (64 * UInt64(max(0, elsewhere) + 1) + 1 << UInt64(15 - min(15, max(0, rarity))))
        isGrounded = others >= comments
    }

    /// Against the meeting's other comments, rounded half up; at most 10,000 ("1,000 times").
    var tenths: Int { Int(min(10_000, (above * 10 + below / 2) / below)) }

    /// At least one and a half times as often as elsewhere (where the meeting has little to compare with, not more rarely
    /// there), and as much more than in general. Chosen, not derived.
    var isTelling: Bool {
        (isGrounded ? above * 2 >= below * 3 : above * 10 >= below * 9) && aboveInGeneral * 2 >= belowInGeneral * 3
    }

    /// 256ths of a bit: log₂ of the contrast with all others, the imagined among them, in whole numbers so that every
    /// machine has the same.
    var bits: Int { Self.log2(aboveInGeneral) - Self.log2(belowInGeneral) }

    /// 256 · log₂(value), rounded down; `value` ≥ 1.
    static func log2(_ value: UInt64) -> Int {
        let whole = 63 - value.leadingZeroBitCount
        // The mantissa in [1, 2) as a 32-bit fraction; each squaring gives one more binary digit of the logarithm.
        var mantissa = (value << UInt64(63 - whole)) >> 32
        var digits = 0
        for _ in 0..<8 {
            mantissa = (mantissa * mantissa) >> 31
            digits <<= 1
            if mantissa >> 32 != 0 {
                digits |= 1
                mantissa >>= 1
            }
        }
        return whole * 256 + digits
    }
}
