import EarshotCore

/// The threads of a survey: one for each question that people answer in their own words.
struct TableQuestions {
    private let threads: [DiscussionThread]
    /// Which of them were handed over.
    private var told: Set<Int> = []
    /// Whether the columns of text are questions, not named as the comments' text.
    let isSurvey: Bool

    init(map: ColumnMap, shape: TableShape, context: ImportContext, sheet: String) {
        let ofThread: [CommentColumn] = [.threadID, .threadTitle, .threadURL, .item]
        let hasThreads = ofThread.contains { map[$0] != nil }
        isSurvey = map.texts.count > 1 || (!shape.texts.isEmpty && map.texts == shape.texts && !hasThreads)
        guard isSurvey else {
            threads = []
            return
        }
        let defaults = TableDefaults(context.columns)
        threads = map.texts.map { column in
            let name = map.header.names[column]
            let asked = column < shape.questions.count ? shape.questions[column] : ""
            let title = MarkupText.collapsed(asked.isEmpty ? name : asked)
            let code = column < shape.codes.count ? shape.codes[column] : name
            let key = CommentColumn.normalised(code)
            let part = (sheet.isEmpty ? "" : "\(sheet)/") + (key.utf8.count > 40 ? StableHash.of(key).hex : key)
            var thread = DiscussionThread(id: .file(context.path, part: part), title: title)
            thread.place = shape.place.isEmpty ? defaults.place : shape.place
            thread.network = defaults.network.isEmpty ? shape.network : defaults.network
            return thread
        }
    }

    /// The thread of a question, handed over before its first answer.
    mutating func thread(_ number: Int, _ emit: (ImportedRecord) throws -> Void) throws -> DiscussionThread.ID {
        if told.insert(number).inserted { try emit(.thread(threads[number])) }
        return threads[number].id
    }
}
