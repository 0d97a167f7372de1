package import EarshotCore

/// Who takes words out of the database or erases them, when and why.
package struct AccessNote: Equatable, Sendable {
    package var reason: String
    /// The name of the operating system's account.
    package var user: String
    /// What the computer's clock showed; seconds since 1970, UTC.
    package var now: Int64
    /// Goes before the clock: the wall clock of the meeting's zone.
    package var given: LocalTime?

    package init(reason: String, user: String, now: Int64, given: LocalTime? = nil) {
        self.reason = reason
        self.user = user
        self.now = now
        self.given = given
    }

    /// The line of the log for a meeting, with nothing counted yet.
    func entry(_ what: AccessEntry.What, of meeting: Meeting) -> AccessEntry {
        AccessEntry(
            at: given ?? Dates.local(of: Timestamp(seconds: now), zone: meeting.timeZone), what: what,
            meeting: meeting.id, reason: reason, user: user)
    }
}
