/// One sitting of a council body, as the agenda and `meeting.yaml` describe it.
package struct Meeting: Equatable, Sendable {
    /// A slug, unique within one database: the name of the meeting's folder.
    package struct ID: RawRepresentable, Hashable, Sendable, Codable {
        package var rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }
        package init(_ rawValue: String) { self.rawValue = rawValue }
    }

    package enum Status: String, Sendable, Codable {
        case scheduled
        case cancelled
    }

    package var id: ID
    /// The council: "Derwent Vale Council". Empty where no source names it.
    package var council: String
    /// The committee or other body that meets: "Cabinet".
    package var body: String
    /// What the page calls the meeting, when it is more than the body's name; else the body.
    package var title: String
    package var start: LocalTime?
    package var venue: String
    package var url: String?
    package var status: Status
    /// IANA name, the zone in which local times of this meeting and its files are read. Default "Europe/London".
    package var timeZone: String
    package var wards: [String]
    /// The last moment at which comments were taken for this pack.
    package var deadline: LocalTime?

    package init(
        id: ID, council: String = "", body: String = "", title: String = "", start: LocalTime? = nil,
        venue: String = "", url: String? = nil, status: Status = .scheduled, timeZone: String = "Europe/London",
        wards: [String] = [], deadline: LocalTime? = nil
    ) {
        self.id = id
        self.council = council
        self.body = body
        self.title = title
        self.start = start
        self.venue = venue
        self.url = url
        self.status = status
        self.timeZone = timeZone
        self.wards = wards
        self.deadline = deadline
    }
}

/// What an agenda file holds: the meeting's own particulars and its items in agenda order.
package struct Agenda: Equatable, Sendable {
    package var meeting: Meeting
    package var items: [AgendaItem]

    package init(meeting: Meeting, items: [AgendaItem]) {
        self.meeting = meeting
        self.items = items
    }
}
