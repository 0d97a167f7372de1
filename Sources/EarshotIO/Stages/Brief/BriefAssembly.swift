import EarshotCore

/// Puts figures, phrases, links and register together into the `Brief` that a pack prints.
struct BriefAssembly {
    let store: Store
    let figures: MeetingFigures
    let digest: MeetingDigest
    private let stored: StoredMeeting
    private let items: [AgendaItem]
    private let links: [StoredLink]
    let register: PlaceRegister
    private let files: [StoredFile]
    private let readings: [AgendaItem.ID: PositionReading]
    let redactor: Redactor

    init(store: Store, meeting: Meeting.ID, figures: MeetingFigures, digest: MeetingDigest) throws {
        self.store = store
        self.figures = figures
        self.digest = digest
        stored = try store.meeting(meeting)
        items = try store.items(of: meeting)
        let redactor = Redactor(names: stored.redact)
        let links = try store.links(of: meeting)
        let shown = try store.shownPassages(of: links, meeting: meeting)
        self.links = links.map { LinkPassages.spelledOut($0, shown[$0.thread.id] ?? [], redactor) }
        register = PlaceRegister(try store.places(of: meeting))
        files = try store.files(of: meeting)
        readings = try store.positionReading(of: meeting)
        self.redactor = redactor
    }

    func brief() throws -> Brief {
        let offAgenda = threads(about: nil)
        let talk = digest.byItem[nil as AgendaItem.ID?] ?? BucketDigest()
        var brief = Brief(
            meeting: stored.meeting, totals: totals(), items: try items.map(itemBrief), offAgenda: offAgenda,
            offAgendaKeyphrases: talk.keyphrases,
            unreadComments: try unreadComments(), places: places(),
            exclusions: figures.exclusions, skipped: files.flatMap(\.diagnostics).filter { $0.severity != .note },
            sources: files.map { file in
                Brief.SourceFile(
                    path: file.path, kind: file.kind.rawValue, format: file.format, sha256: file.sha256,
                    threads: file.threads, comments: file.comments, skipped: file.skipped, read: file.read,
                    passedOver: file.passedOver, updated: file.updated, withdrawn: file.withdrawn,
                    missingReplies: file.missingReplies, isUnread: file.isUnread, diagnostics: file.diagnostics)
            },
            methods: [Linker.method] + Scorer.methods + BriefMethods.notes,
            rules: stored.rules.map { $0.text.isEmpty ? $0.reason : "\($0.reason): \($0.text)" })
        brief.offAgendaThemes = try themes(talk)
        brief.offAgendaOther = talk.themes.other
        brief.presentation = stored.presentation
        return brief
    }

    private func totals() -> Brief.Totals {
        var totals = Brief.Totals()
        totals.read = figures.read
        totals.included = figures.included
        totals.excluded = figures.read - figures.included
        totals.skipped = files.reduce(0) { $0 + $1.skipped }
        totals.passedOver = files.reduce(0) { $0 + $1.passedOver }
        totals.people = figures.people
        totals.unnamed = figures.unnamed
        totals.threads = figures.threads.count
        totals.places = figures.places.count
        totals.networks = Set(figures.places.map(\.network)).subtracting([""]).count
        let linkable = items.filter(\.isLinkable)
        totals.linkable = linkable.count
        totals.itemsTalkedAbout = linkable.filter { (figures.items[$0.id]?.counts.comments ?? 0) > 0 }.count
        totals.offAgenda = figures.items[nil as AgendaItem.ID?]?.counts.comments ?? 0
        totals.unread = figures.items.values.reduce(0) { $0 + $1.tones.notScored.reduce(0) { $0 + $1.comments } }
        totals.first = figures.first.map(local)
        totals.last = figures.last.map(local)
        return totals
    }

    private func itemBrief(_ item: AgendaItem) throws -> ItemBrief {
        var brief = ItemBrief(item: item)
        brief.note = stored.presentation.notes[item.id.rawValue] ?? ""
        guard let figures = figures.items[item.id] else { return brief }
        brief.counts = figures.counts
        brief.positions = figures.positions
        brief.positionsByText = figures.positionsByText
        brief.bases = figures.bases
        brief.evidence = EvidenceBrief(readings[item.id], inferredConfidence: figures.inferredConfidence)
        brief.tones = figures.tones
        brief.mixedLanguages = figures.mixedLanguages
        brief.places = figures.places.map { found in
            let place = register.place(named: found.place)
            return ItemBrief.PlaceCount(
                place: found.place, members: place?.members, ward: place?.ward ?? "", comments: found.comments,
                topic: place?.topic ?? "", checked: place?.checked ?? "")
        }
        brief.wardsHeard = figures.wards
        brief.days = days(figures.quarters)
        brief.copiedTexts = try copiedTexts(figures.copied)
        brief.threads = threads(about: item.id)
        if let digest = digest.byItem[item.id] { try addVoices(digest, to: &brief) }
        return brief
    }

    private func threads(about item: AgendaItem.ID?) -> [ThreadBrief] {
        let counted = links.filter { (figures.threads[$0.thread.id]?.comments ?? 0) > 0 }
        let whole = counted.filter { $0.item == item }.map(brief)
        let parts = counted.flatMap { link in
            link.runs.filter { $0.candidate.item == item }.map { brief(of: $0, in: link) }.filter { $0.comments > 0 }
        }
        return (whole + parts).sorted { a, b in
            (b.comments, a.id.rawValue, a.stretch?.first ?? -1) < (a.comments, b.id.rawValue, b.stretch?.first ?? -1)
        }
    }

    /// A thread under its own item, with what stayed there.
    private func brief(of link: StoredLink) -> ThreadBrief {
        let whole = figures.threads[link.thread.id] ?? .init(comments: 0, people: 0)
        let parts = figures.parts[link.thread.id] ?? [:]
        let stayed = parts.isEmpty ? whole : parts[nil as Int?] ?? .init(comments: 0, people: 0)
        var brief = ThreadBrief(
            id: link.thread.id, title: redactor.redact(link.thread.title).text, url: link.thread.url,
            linkedURL: link.thread.linkedURL, place: link.thread.place, comments: stayed.comments,
            people: stayed.people, missingReplies: link.thread.missingReplies, link: link.link, verdict: link.verdict,
            whole: whole.comments)
        brief.departures = link.runs.compactMap { run in
            parts[run.first].map { ThreadBrief.Departure(run: run, comments: $0.comments) }
        }
        return brief
    }

    /// A stretch of a thread under the item that it moved on to.
    private func brief(of run: LinkRun, in link: StoredLink) -> ThreadBrief {
        var brief = brief(of: link)
        let part = figures.parts[link.thread.id]?[run.first] ?? .init(comments: 0, people: 0)
        brief.comments = part.comments
        brief.people = part.people
        brief.missingReplies = 0
        brief.stretch = run
        brief.departures = []
        return brief
    }

    // MARK: - Places

    /// The register's places in its order, then those that only the files name, most comments first.
    private func places() -> [PlaceBrief] {
        var found = figures.places
        var all: [PlaceBrief] = []
        for place in register.places {
            let own = found.filter { register.place(named: $0.place)?.id == place.id }
            found.removeAll { register.place(named: $0.place)?.id == place.id }
            all.append(
                PlaceBrief(
                    place: place, threads: own.reduce(0) { $0 + $1.threads },
                    comments: own.reduce(0) { $0 + $1.comments }))
        }
        return all
            + found.map { place in
                PlaceBrief(
                    place: Place(
                        id: Place.ID("\(place.network)/\(place.place)"), name: place.place, network: place.network),
                    threads: place.threads, comments: place.comments)
            }
    }

    // MARK: - Times

    private func local(_ seconds: Int64) -> LocalTime {
        Dates.local(of: Timestamp(seconds: seconds), zone: stored.meeting.timeZone)
    }

    func day(of seconds: Int64) -> String {
        var date = local(seconds)
        date.hasTime = false
        return date.iso
    }

    private func days(_ quarters: [(quarter: Int64, comments: Int)]) -> [ItemBrief.DayCount] {
        var days: [ItemBrief.DayCount] = []
        for quarter in quarters {
            let day = day(of: quarter.quarter * 900)
            if days.last?.day == day {
                days[days.count - 1].comments += quarter.comments
            } else {
                days.append(.init(day: day, comments: quarter.comments))
            }
        }
        return days
    }
}
