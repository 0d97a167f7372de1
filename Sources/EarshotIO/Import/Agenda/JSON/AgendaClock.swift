import EarshotCore

/// The wall-clock times of agenda answers.
enum AgendaClock {
    /// A date, mostly at midnight, with the time in a field of its own: "2026-11-25T00:00:00" and "6:30 PM". Where the
    /// time names none ("To be announced"), only the date is known.
    static func local(day: String, time: String) -> LocalTime? {
        guard let day = written(day) else { return nil }
        let date = String(day.iso.prefix(10))
        if !time.isEmpty {
            let plain = time.lowercased().replacing("12:00 noon", with: "12:00").replacing("noon", with: "12:00")
            if let found = Dates.firstLocal(in: "\(date) \(plain)")?.time, found.hasTime { return found }
            if let whole = written(time), whole.hasTime { return whole }
        }
        if day.hasTime, day.hour != 0 || day.minute != 0 { return day }
        return LocalTime(iso: date)
    }

    /// What stands there, whatever zone is written behind it: systems that know only local time write "Z" as well.
    static func written(_ text: String) -> LocalTime? {
        guard let moment = Dates.moment(text, zone: "UTC"), let offset = moment.offset else { return unzoned(text) }
        return LocalTime(secondsFromEpoch: moment.seconds + Int64(offset) * 60)
    }

    /// The wall clock at the meeting's place. A time written with its own offset is that place's, unless the answer
    /// names the zone; one in UTC is brought into `zone`.
    static func local(_ text: String, zone: String, named: String = "") -> LocalTime? {
        guard let moment = Dates.moment(text, zone: zone), let offset = moment.offset else { return unzoned(text) }
        if Dates.isZone(named) { return Dates.local(of: moment, zone: named) }
        if offset != 0 { return LocalTime(secondsFromEpoch: moment.seconds + Int64(offset) * 60) }
        return Dates.local(of: moment, zone: zone)
    }

    private static func unzoned(_ text: String) -> LocalTime? { Dates.local(text) ?? Dates.firstLocal(in: text)?.time }
}
