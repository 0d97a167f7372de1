/// The writing systems that are told apart.
enum Script: Int, CaseIterable, Sendable {
    case latin, cyrillic, arabic, greek, devanagari, bengali, gurmukhi, gujarati, tamil, han, kana, hangul, hebrew
    case ethiopic, thai, other

    /// The language that a text in this script is taken for without a look at its words.
    var onlyLanguage: String? {
        switch self {
        case .greek: "el"
        case .devanagari: "hi"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .tamil: "ta"
        case .han: "zh"
        case .kana: "ja"
        case .hangul: "ko"
        case .hebrew: "he"
        case .thai: "th"
        case .latin, .cyrillic, .arabic, .ethiopic, .other: nil
        }
    }

    var bytesPerLetter: Int {
        switch self {
        case .latin: 1
        case .cyrillic, .arabic, .greek, .hebrew: 2
        default: 3
        }
    }

    static func of(_ scalar: UInt32) -> Script {
        switch scalar {
        case 0x0000...0x024F, 0x1E00...0x1EFF, 0xA720...0xA7FF: .latin
        case 0x0370...0x03FF, 0x1F00...0x1FFF: .greek
        case 0x0400...0x052F: .cyrillic
        case 0x0590...0x05FF: .hebrew
        case 0x0600...0x077F, 0x08A0...0x08FF, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
        case 0x0900...0x097F: .devanagari
        case 0x0980...0x09FF: .bengali
        case 0x0A00...0x0A7F: .gurmukhi
        case 0x0A80...0x0AFF: .gujarati
        case 0x0B80...0x0BFF: .tamil
        case 0x0E00...0x0E7F: .thai
        case 0x1200...0x139F: .ethiopic
        case 0x1100...0x11FF, 0xAC00...0xD7AF: .hangul
        case 0x3040...0x30FF: .kana
        case 0x2E80...0x2FFF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .han
        default: .other
        }
    }
}
