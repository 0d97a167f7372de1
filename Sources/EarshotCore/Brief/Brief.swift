/// Everything that a pack says about one meeting, ready to be printed: no text in it needs redacting or looking up.
package struct Brief: Equatable, Sendable {
    package var meeting: Meeting
    package var totals: Totals
    /// Every agenda item in agenda order, also the procedural, restricted and silent ones.
    package var items: [ItemBrief]
    /// Threads that fit no item, most comments first.
    package var offAgenda: [ThreadBrief]
    /// What people in those threads talk about.
    package var offAgendaKeyphrases: [Keyphrase]
    package var places: [PlaceBrief]
    /// Why comments were left out, most frequent first; the counts add up to `totals.excluded`.
    package var exclusions: [ReasonCount]
    /// Records that could not be read at all, with their places in the files.
    package var skipped: [Diagnostic]
    package var sources: [SourceFile]
    package var methods: [MethodNote]
    /// The council's participation rules by which comments are excluded.
    package var rules: [String]

    package init(
        meeting: Meeting, totals: Totals, items: [ItemBrief], offAgenda: [ThreadBrief],
        offAgendaKeyphrases: [Keyphrase], places: [PlaceBrief], exclusions: [ReasonCount], skipped: [Diagnostic],
        sources: [SourceFile], methods: [MethodNote], rules: [String]
    ) {
        self.meeting = meeting
        self.totals = totals
        self.items = items
        self.offAgenda = offAgenda
        self.offAgendaKeyphrases = offAgendaKeyphrases
        self.places = places
        self.exclusions = exclusions
        self.skipped = skipped
        self.sources = sources
        self.methods = methods
        self.rules = rules
    }

    package struct Totals: Equatable, Sendable {
        /// Comments read = included + excluded; each is a row of comments.csv.
        package var read = 0
        package var included = 0
        package var excluded = 0
        /// Records in the files that could not be read as comments; no rows.
        package var skipped = 0
        /// Distinct authors of the included comments.
        package var people = 0
        /// Included comments whose file names no author.
        package var unnamed = 0
        package var threads = 0
        package var places = 0
        package var networks = 0
        /// Linkable items with at least one included comment, of `linkable`.
        package var itemsTalkedAbout = 0
        package var linkable = 0
        /// Included comments in threads that fit no item.
        package var offAgenda = 0
        /// The first and last included comment that carries a time.
        package var first: LocalTime?
        package var last: LocalTime?
        package init() {}
    }

    package struct ReasonCount: Equatable, Sendable {
        package var reason: String
        package var count: Int
        package init(reason: String, count: Int) {
            self.reason = reason
            self.count = count
        }
    }

    /// A file that the pack was made from.
    package struct SourceFile: Equatable, Sendable {
        /// The path inside the meeting's folder: "threads/reddit.json".
        package var path: String
        /// "agenda" or "threads".
        package var kind: String
        /// "Reddit thread".
        package var format: String
        /// Lower-case hexadecimal.
        package var sha256: String
        package var threads: Int
        package var comments: Int
        package var skipped: Int
        package init(
            path: String, kind: String, format: String, sha256: String, threads: Int, comments: Int, skipped: Int
        ) {
            self.path = path
            self.kind = kind
            self.format = format
            self.sha256 = sha256
            self.threads = threads
            self.comments = comments
            self.skipped = skipped
        }
    }
}

/// What was said about one agenda item.
package struct ItemBrief: Equatable, Sendable {
    package var item: AgendaItem
    package var counts: Counts
    package var positions: PositionCounts
    /// The same with each distinct text counted once.
    package var positionsByText: PositionCounts
    /// How many comments have their position by each basis.
    package var bases: [PositionBasis: Int]
    package var tones: ToneCounts
    package var keyphrases: [Keyphrase]
    package var quotes: [Quote]
    package var questions: [Question]
    /// Texts that stand in three comments or more, most copies first.
    package var copiedTexts: [CopiedText]
    package var places: [PlaceCount]
    /// Wards that the comments themselves name, beside those of their places; sorted, each once.
    package var wardsHeard: [String]
    package var threads: [ThreadBrief]
    /// Dates (meeting's zone) with the number of comments, ascending, days without comments left out.
    package var days: [DayCount]

    package init(item: AgendaItem) {
        self.item = item
        counts = Counts()
        positions = PositionCounts()
        positionsByText = PositionCounts()
        bases = [:]
        tones = ToneCounts()
        keyphrases = []
        quotes = []
        questions = []
        copiedTexts = []
        places = []
        wardsHeard = []
        threads = []
        days = []
    }

    /// Three counts, never one.
    package struct Counts: Equatable, Sendable {
        package var comments = 0
        /// Different texts: exact and near copies count once.
        package var texts = 0
        /// Distinct authors.
        package var people = 0
        /// Comments without an author's name in the file.
        package var unnamed = 0
        /// Comments that are copies of another one in this item (comments − texts).
        package var copies = 0
        /// Comments by the five busiest authors.
        package var busiestFive = 0
        package init() {}
    }

    package struct PlaceCount: Equatable, Sendable {
        package var place: String
        package var members: Int?
        package var ward: String
        package var comments: Int
        package init(place: String, members: Int?, ward: String, comments: Int) {
            self.place = place
            self.members = members
            self.ward = ward
            self.comments = comments
        }
    }

    package struct DayCount: Equatable, Sendable {
        /// ISO 8601 date.
        package var day: String
        package var comments: Int
        package init(day: String, comments: Int) {
            self.day = day
            self.comments = comments
        }
    }
}

package struct PositionCounts: Equatable, Sendable {
    package var support = 0
    package var mixed = 0
    package var unclear = 0
    package var oppose = 0
    package init() {}
    package var total: Int { support + mixed + unclear + oppose }

    package subscript(position: Position) -> Int {
        get {
            switch position {
            case .support: support
            case .mixed: mixed
            case .unclear: unclear
            case .oppose: oppose
            }
        }
        set {
            switch position {
            case .support: support = newValue
            case .mixed: mixed = newValue
            case .unclear: unclear = newValue
            case .oppose: oppose = newValue
            }
        }
    }
}

package struct ToneCounts: Equatable, Sendable {
    package var negative = 0
    package var neutral = 0
    package var positive = 0
    /// Comments that were not scored, by language code, most frequent first.
    package var notScored: [LanguageCount] = []
    package init() {}
    package var total: Int { negative + neutral + positive + notScored.reduce(0) { $0 + $1.comments } }

    package struct LanguageCount: Equatable, Sendable {
        /// ISO 639-1 or "und".
        package var language: String
        package var comments: Int
        package init(language: String, comments: Int) {
            self.language = language
            self.comments = comments
        }
    }
}

/// A phrase of one to three words that many comments of an item use and those of other items don't.
package struct Keyphrase: Equatable, Sendable {
    package var text: String
    package var comments: Int
    package var people: Int
    /// How much more often here than in the meeting's other comments, in tenths: 85 means 8.5 times.
    package var contrast: Int
    package init(text: String, comments: Int, people: Int, contrast: Int) {
        self.text = text
        self.comments = comments
        self.people = people
        self.contrast = contrast
    }
}

/// A comment shown in the pack, redacted and shortened at a sentence's end.
package struct Quote: Equatable, Sendable {
    package var text: String
    package var position: Position
    /// "Resident 14", valid in this pack only.
    package var person: String
    package var place: String
    /// ISO 8601 date in the meeting's zone; empty where unknown.
    package var day: String
    package var thread: DiscussionThread.ID
    package var comment: ThreadComment.ID
    package init(
        text: String, position: Position, person: String, place: String, day: String, thread: DiscussionThread.ID,
        comment: ThreadComment.ID
    ) {
        self.text = text
        self.position = position
        self.person = person
        self.place = place
        self.day = day
        self.thread = thread
        self.comment = comment
    }
}

/// A question that residents ask, redacted, with how many comments ask it in much the same words.
package struct Question: Equatable, Sendable {
    package var text: String
    package var comments: Int
    package init(text: String, comments: Int) {
        self.text = text
        self.comments = comments
    }
}

package struct CopiedText: Equatable, Sendable {
    /// Redacted, shortened.
    package var text: String
    package var comments: Int
    package var people: Int
    package init(text: String, comments: Int, people: Int) {
        self.text = text
        self.comments = comments
        self.people = people
    }
}

/// A thread as a pack shows it.
package struct ThreadBrief: Equatable, Sendable {
    package var id: DiscussionThread.ID
    /// Redacted.
    package var title: String
    package var url: String?
    package var place: String
    package var comments: Int
    package var people: Int
    package var missingReplies: Int
    package var link: ThreadLink
    /// A person's verdict on the link, if there is one.
    package var verdict: LinkVerdict?
    package init(
        id: DiscussionThread.ID, title: String, url: String?, place: String, comments: Int, people: Int,
        missingReplies: Int, link: ThreadLink, verdict: LinkVerdict?
    ) {
        self.id = id
        self.title = title
        self.url = url
        self.place = place
        self.comments = comments
        self.people = people
        self.missingReplies = missingReplies
        self.link = link
        self.verdict = verdict
    }
}

package struct PlaceBrief: Equatable, Sendable {
    package var place: Place
    package var threads: Int
    package var comments: Int
    package init(place: Place, threads: Int, comments: Int) {
        self.place = place
        self.threads = threads
        self.comments = comments
    }
}
