/// A council's colour, on which its pages write in white.
package struct BrandColour: Equatable, Sendable {
    /// The least contrast of text by WCAG 2.2, criterion 1.4.3, in hundredths: 4.5 to 1.
    package static let least = 450

    /// "#14463d", lower case.
    package let text: String
    private let channels: [Int]

    /// Reads "#14463D" or "14463d"; `nil` for anything else.
    package init?(_ text: String) {
        let digits = (text.hasPrefix("#") ? text.dropFirst() : text[...]).utf8.map { $0 | 32 }
        let values = digits.compactMap { digit -> Int? in
            switch digit {
            case 0x30...0x39: Int(digit) - 0x30
            case 0x61...0x66: Int(digit) - 0x57
            default: nil
            }
        }
        guard digits.count == 6, values.count == 6 else { return nil }
        self.text = "#" + String(decoding: digits, as: UTF8.self)
        channels = [0, 2, 4].map { values[$0] * 16 + values[$0 + 1] }
    }

    /// The contrast of white words on it, in hundredths, 100 to 2100 (WCAG 2.2, "contrast ratio").
    package var contrastWithWhite: Int {
        let weights = [0.2126, 0.7152, 0.0722]
        let luminance = zip(weights, channels).reduce(0) { $0 + $1.0 * Self.linear($1.1) }
        return Int(1.05 / (luminance + 0.05) * 100)
    }

    /// A channel's share of light. Between the sample points of sRGB's curve ((c + .055) / 1.055) ^ 2.4 is found by
    /// Newton's method, so that no library of mathematics is needed: y = x ^ 2.4 = x² · x^⅖, and z = x^⅖ solves z⁵ = x².
    private static func linear(_ channel: Int) -> Double {
        let value = Double(channel) / 255
        if value <= 0.04045 { return value / 12.92 }
        let x = (value + 0.055) / 1.055
        var z = 1.0
        for _ in 0..<60 { z -= (z * z * z * z * z - x * x) / (5 * z * z * z * z) }
        return x * x * z
    }
}
