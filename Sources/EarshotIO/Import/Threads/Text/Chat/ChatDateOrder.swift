import EarshotCore

/// Whether 03/04/2026 is in April or in March, worked out from a whole chat: by days that only one order has, else by
/// the order in which the messages stand, which is that of time.
struct ChatDateOrder {
    enum Order: Equatable { case dayFirst, monthFirst, yearFirst }

    private var yearFirst = 0
    private var onlyDayFirst = 0
    private var onlyMonthFirst = 0
    /// Times that a date lies before the one above it, when read in that order.
    private var backward = (day: 0, month: 0)
    private var last: (day: Int, month: Int)?
    private var hasSlashes = false

    mutating func add(_ line: ChatLine) {
        let (first, second, third) = line.date
        if line.firstDigits == 4 || first > 31 {
            yearFirst += 1
            return
        }
        if line.mark == "/" { hasSlashes = true }
        if first > 12, second <= 12 { onlyDayFirst += 1 }
        if second > 12, first <= 12 { onlyMonthFirst += 1 }
        guard first <= 12, second <= 12 else { return }
        let now = (day: (third * 12 + second) * 31 + first, month: (third * 12 + first) * 31 + second)
        if let last {
            if now.day < last.day { backward.day += 1 }
            if now.month < last.month { backward.month += 1 }
        }
        last = now
    }

    /// - Parameter dayFirst: What `meeting.yaml` says of the file; `nil` where it says nothing.
    func order(dayFirst: Bool?) -> (order: Order, isGuess: Bool) {
        if let dayFirst { return (dayFirst ? .dayFirst : .monthFirst, false) }
        if yearFirst > onlyDayFirst + onlyMonthFirst, last == nil { return (.yearFirst, false) }
        if onlyDayFirst != onlyMonthFirst { return (onlyDayFirst > onlyMonthFirst ? .dayFirst : .monthFirst, false) }
        if backward.day != backward.month { return (backward.day < backward.month ? .dayFirst : .monthFirst, false) }
        // No country writes the month first with dots or dashes and the year last.
        return (.dayFirst, hasSlashes)
    }

    /// The moment of a line on the clock: in the order of the file, or in the other where only that one is a day.
    static func local(_ line: ChatLine, _ order: Order) -> LocalTime? {
        if line.firstDigits == 4 || line.date.0 > 31 { return line.local(.yearFirst) }
        return line.local(order) ?? line.local(order == .dayFirst ? .monthFirst : .dayFirst)
    }
}
