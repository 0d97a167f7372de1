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
    package var offAgendaThemes: [ThemeBrief] = []
    package var offAgendaOther = ThemeCount()
    /// Comments in languages that are not scored, for a person to read: the first of each item, in agenda order.
    package var unreadComments: [UnreadComment]
    package var places: [PlaceBrief]
    /// Why comments were left out, most frequent first; the counts add up to `totals.excluded`.
    package var exclusions: [ReasonCount]
    /// What could not be read, with its place in the files: records, or a whole file.
    package var skipped: [Diagnostic]
    package var sources: [SourceFile]
    package var methods: [MethodNote]
    /// The council's participation rules by which comments are excluded.
    package var rules: [String]
    package var audience = Audience.councillors
    package var quotePolicy = QuotePolicy.verbatim
    package var presentation = Presentation()
    /// `nil` for a working pack, which the next run replaces.
    package var seal: Seal?

    package init(
        meeting: Meeting, totals: Totals, items: [ItemBrief], offAgenda: [ThreadBrief],
        offAgendaKeyphrases: [Keyphrase], unreadComments: [UnreadComment] = [], places: [PlaceBrief],
        exclusions: [ReasonCount], skipped: [Diagnostic], sources: [SourceFile], methods: [MethodNote], rules: [String]
    ) {
        self.meeting = meeting
        self.totals = totals
        self.items = items
        self.offAgenda = offAgenda
        self.offAgendaKeyphrases = offAgendaKeyphrases
        self.unreadComments = unreadComments
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
        /// Records that are no person's comment, or that stand in a file twice; no rows.
        package var passedOver = 0
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
        /// Included comments in languages that are not scored.
        package var unread = 0
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
        /// Records in the file = comments + skipped + passedOver.
        package var read: Int
        package var skipped: Int
        /// Records that are no person's comment, or that stand in the file twice.
        package var passedOver: Int
        /// Comments that this save changed, as against the save before.
        package var updated: Int
        /// Comments of earlier saves that no longer stand in the file.
        package var withdrawn: Int
        /// Replies that the file itself says it does not hold.
        package var missingReplies: Int
        /// The newest save could not be read: everything here tells of the save before.
        package var isUnread: Bool
        /// What the person should know of the reading.
        package var diagnostics: [Diagnostic]
        package init(
            path: String, kind: String, format: String, sha256: String, threads: Int, comments: Int, skipped: Int,
            read: Int? = nil, passedOver: Int = 0, updated: Int = 0, withdrawn: Int = 0, missingReplies: Int = 0,
            isUnread: Bool = false, diagnostics: [Diagnostic] = []
        ) {
            self.path = path
            self.kind = kind
            self.format = format
            self.sha256 = sha256
            self.threads = threads
            self.comments = comments
            self.read = read ?? comments + skipped + passedOver
            self.skipped = skipped
            self.passedOver = passedOver
            self.updated = updated
            self.withdrawn = withdrawn
            self.missingReplies = missingReplies
            self.isUnread = isUnread
            self.diagnostics = diagnostics
        }
    }
}
