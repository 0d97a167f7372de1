/// How many comments of a phrase or theme have which tone. The languages of those not scored: `ToneCounts`.
package struct ToneMix: Equatable, Sendable {
    package var negative = 0
    package var neutral = 0
    package var positive = 0
    package var notScored = 0

    package init() {}

    package var total: Int { negative + neutral + positive + notScored }

    package subscript(label: ToneLabel) -> Int {
        get {
            switch label {
            case .negative: negative
            case .neutral: neutral
            case .positive: positive
            case .notScored: notScored
            }
        }
        set {
            switch label {
            case .negative: negative = newValue
            case .neutral: neutral = newValue
            case .positive: positive = newValue
            case .notScored: notScored = newValue
            }
        }
    }
}
