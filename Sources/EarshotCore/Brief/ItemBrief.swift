/// What was said about one agenda item.
package struct ItemBrief: Equatable, Sendable {
    package var item: AgendaItem
    /// What an officer says of the item; empty where nothing.
    package var note = ""
    /// There are comments, but too few for the public to be told how many (`PublicFigures`).
    package var isSmall = false
    package var counts: Counts
    package var positions: PositionCounts
    /// The same with each distinct text counted once.
    package var positionsByText: PositionCounts
    /// How many comments have their position by each basis.
    package var bases: [PositionBasis: Int]
    /// How the positions that the words do not state were read.
    package var evidence: EvidenceBrief
    package var tones: ToneCounts
    /// Comments that are partly in another language, by that language, most frequent first.
    package var mixedLanguages: [ToneCounts.LanguageCount]
    package var keyphrases: [Keyphrase]
    /// At most eight, the most talked of first; a comment counts in every theme that it has a phrase of.
    package var themes: [ThemeBrief]
    /// Comments that were read for phrases and are in none of the themes.
    package var otherThemes: ThemeCount
    package var quotes: [Quote]
    package var questions: [Question]
    /// What comments ask to be done; counted as questions are.
    package var suggestions: [Question]
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
        evidence = EvidenceBrief()
        tones = ToneCounts()
        mixedLanguages = []
        keyphrases = []
        themes = []
        otherThemes = ThemeCount()
        quotes = []
        questions = []
        suggestions = []
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
        package var topic: String
        /// The day on which an officer last looked, ISO 8601; empty where the register does not say.
        package var checked: String
        package init(
            place: String, members: Int?, ward: String, comments: Int, topic: String = "", checked: String = ""
        ) {
            self.place = place
            self.members = members
            self.ward = ward
            self.comments = comments
            self.topic = topic
            self.checked = checked
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
