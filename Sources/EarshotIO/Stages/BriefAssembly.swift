import EarshotCore

/// Puts figures, phrases, links and register together into the `Brief` that a pack prints.
struct BriefAssembly {
    private let store: Store
    private let figures: MeetingFigures
    private let digest: MeetingDigest
    private let stored: StoredMeeting
    private let items: [AgendaItem]
    private let links: [StoredLink]
    private let register: PlaceRegister
    private let files: [StoredFile]
    private let redactor: Redactor

    init(store: Store, meeting: Meeting.ID, figures: MeetingFigures, digest: MeetingDigest) throws {
        self.store = store
        self.figures = figures
        self.digest = digest
        stored = try store.meeting(meeting)
        items = try store.items(of: meeting)
        links = try store.links(of: meeting)
        register = PlaceRegister(try store.places(of: meeting))
        files = try store.files(of: meeting)
        redactor = Redactor(names: stored.redact)
    }

    func brief() throws -> Brief {
        let offAgenda = threads(about: nil)
        return Brief(
            meeting: stored.meeting, totals: totals(), items: try items.map(itemBrief), offAgenda: offAgenda,
            offAgendaKeyphrases: digest.byItem[nil as AgendaItem.ID?]?.keyphrases ?? [], places: places(),
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
        totals.first = figures.first.map(local)
        totals.last = figures.last.map(local)
        return totals
    }

    private func itemBrief(_ item: AgendaItem) throws -> ItemBrief {
        var brief = ItemBrief(item: item)
        guard let figures = figures.items[item.id] else { return brief }
        brief.counts = figures.counts
        brief.positions = figures.positions
        brief.positionsByText = figures.positionsByText
        brief.bases = figures.bases
        brief.tones = figures.tones
        brief.places = figures.places.map { found in
            let place = register.place(named: found.place)
            return ItemBrief.PlaceCount(
                place: found.place, members: place?.members, ward: place?.ward ?? "", comments: found.comments)
        }
        brief.wardsHeard = figures.wards
        brief.days = days(figures.quarters)
        let copiedTexts = try store.texts(of: figures.copied.map(\.row))
        brief.copiedTexts = zip(figures.copied, copiedTexts).map { copied, text in
            CopiedText(
                text: Excerpt(redactor.redact(text).text, limit: 160).text, comments: copied.comments,
                people: copied.people)
        }
        brief.threads = threads(about: item.id)
        if let digest = digest.byItem[item.id] {
            brief.keyphrases = digest.keyphrases
            brief.questions = digest.questions
            brief.quotes = try quotes(digest.quotes)
        }
        return brief
    }

    private func quotes(_ sources: [QuoteSource]) throws -> [Quote] {
        let details = try store.details(of: sources.map(\.row))
        return zip(sources, details).map { source, detail in
            Quote(
                text: source.text, position: source.position, person: digest.person(detail.author),
                place: detail.place, day: detail.posted.map { day(of: $0) } ?? "", thread: detail.thread,
                comment: detail.comment)
        }
    }

    private func threads(about item: AgendaItem.ID?) -> [ThreadBrief] {
        links.filter { $0.item == item && (figures.threads[$0.thread.id]?.comments ?? 0) > 0 }
            .map { link in
                let counts = figures.threads[link.thread.id]
                return ThreadBrief(
                    id: link.thread.id, title: redactor.redact(link.thread.title).text, url: link.thread.url,
                    linkedURL: link.thread.linkedURL, place: link.thread.place, comments: counts?.comments ?? 0,
                    people: counts?.people ?? 0,
                    missingReplies: link.thread.missingReplies, link: link.link, verdict: link.verdict)
            }
            .sorted { ($1.comments, $0.id.rawValue) < ($0.comments, $1.id.rawValue) }
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

    private func day(of seconds: Int64) -> String {
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
