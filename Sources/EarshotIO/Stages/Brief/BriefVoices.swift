import EarshotCore

/// The part of the assembly that is about what people say, in their words.
extension BriefAssembly {
    /// Comments to be read by a person that a pack shows of an item; all are marked in comments.csv.
    private static let unreadLimit = 12

    func addVoices(_ digest: BucketDigest, to brief: inout ItemBrief) throws {
        brief.keyphrases = digest.keyphrases
        brief.themes = try themes(digest)
        brief.otherThemes = digest.themes.other
        brief.questions = digest.questions
        brief.suggestions = digest.suggestions
        brief.quotes = try quotes(digest.quotes)
    }

    func themes(_ digest: BucketDigest) throws -> [ThemeBrief] {
        try digest.themes.themes.map { theme in
            ThemeBrief(
                name: theme.name, phrases: theme.phrases, count: theme.count, quotes: try quotes(theme.quotes))
        }
    }

    private func quotes(_ sources: [QuoteSource]) throws -> [Quote] {
        let details = try store.details(of: sources.map(\.row))
        return zip(sources, details).map { source, detail in
            let access = register.place(named: detail.place)?.access
            var quote = Quote(
                text: source.text, position: source.position, person: digest.person(detail.author),
                place: detail.place, day: detail.posted.map { day(of: $0) } ?? "", thread: detail.thread,
                comment: detail.comment, themes: digest.themes[source.row] ?? [],
                isFindable: FindableQuote.isFindable(
                    source.text, network: detail.network, access: access, hasCopies: source.hasCopies))
            quote.isClosed = access == .closed
            return quote
        }
    }

    func copiedTexts(_ copied: [MeetingFigures.Copied]) throws -> [CopiedText] {
        let texts = try store.texts(of: copied.map(\.row))
        return zip(copied, texts).map { copied, text in
            CopiedText(
                text: Excerpt(redactor.redact(text).text, limit: 160).text, comments: copied.comments,
                people: copied.people, first: copied.first.map { day(of: $0) } ?? "",
                last: copied.last.map { day(of: $0) } ?? "", places: copied.places, threads: copied.threads)
        }
    }

    /// Comments in languages that are not scored.
    func unreadComments() throws -> [UnreadComment] {
        let found = try store.unreadRows(limit: Self.unreadLimit)
        let rows = found.map(\.row)
        let details = try store.details(of: rows)
        let texts = try store.texts(of: rows)
        return zip(found, zip(details, texts)).map { found, source in
            let (detail, text) = source
            return UnreadComment(
                item: found.item, language: found.language,
                text: Excerpt(redactor.redact(text).text, limit: 280).text, person: digest.person(detail.author),
                place: detail.place, day: detail.posted.map { day(of: $0) } ?? "", thread: detail.thread,
                comment: detail.comment)
        }
    }
}

extension EvidenceBrief {
    /// `reading` is `nil` where the item had nothing to be read.
    init(_ reading: PositionReading?, inferredConfidence: Int?) {
        self.init()
        self.inferredConfidence = inferredConfidence
        guard let reading else { return }
        read = reading.read
        unread = reading.unread
        discussed = reading.discussed
        isBlind = reading.isBlind
        guard let taught = reading.taught else { return }
        if taught.hasLearnt, let last = taught.curve.last {
            teaching = .learnt(
                support: taught.support, oppose: taught.oppose, balanced: last.balanced, plainest: last.plainest)
        } else {
            teaching = .refused(taught.refusal)
        }
    }
}
