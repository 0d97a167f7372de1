/// Which part of a labelled set a figure is about.
///
/// Choices are made on the dev half only; the held-out half is for the figures that are told. A thread's half follows from
/// its group (the item it is about), so that no item is in both; `Models/link/linking.py` has the same rule.
package enum EvaluationHalf: String, Sendable, CaseIterable {
    case all
    case dev
    case heldOut = "held_out"

    /// Whether a group is in the held-out half: by the parity of the CRC-32 of its name.
    package static func isHeldOut(_ group: String) -> Bool { crc32(group) & 1 == 1 }

    package func contains(_ group: String) -> Bool {
        switch self {
        case .all: true
        case .dev: !Self.isHeldOut(group)
        case .heldOut: Self.isHeldOut(group)
        }
    }

    /// CRC-32 of ISO 3309, as zlib has it, of the UTF-8 bytes.
    static func crc32(_ text: String) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in text.utf8 {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
