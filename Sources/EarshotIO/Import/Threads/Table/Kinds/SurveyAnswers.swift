import EarshotCore

/// Reads a survey's answers: a row for each person, a column for each question. Every column of free text is a thread
/// whose title is the question, and a closed question about it ("Do you support…?") says what the person's position is.
///
/// So are read the exports of Microsoft Forms, Google Forms, Jotform, Citizen Space, EngagementHQ and Commonplace.
struct SurveyAnswers: TableKind {
    var format: FileFormat { FileFormat(name: "survey-answers", title: "Survey answers, a column a question (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        guard head.isRegular, head.keys.count > 2 || head.rows.count > 1, !ColumnMap.namesText(head.header.names) else {
            return false
        }
        return !ColumnGuess(head).freeText().isEmpty && !head.header.names.contains(where: ColumnMap.looksLikeData)
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = Self.shape(head, questions: [])
        shape.notes = [
            Diagnostic(
                .note, "The columns with people's own words were told by what they hold", at: path,
                mend: "If others are meant, earshot map-columns shows every column and writes the choice down")
        ]
        return shape
    }

    /// - Parameters:
    ///   - questions: What each column asks, where it is not the header.
    ///   - ignored: Columns that the tool fills in; normalised.
    static func shape(_ head: TableHead, questions: [String], ignored: Set<String> = []) -> TableShape {
        var shape = TableShape()
        let guess = ColumnGuess(head, questions: questions)
        shape.texts = guess.freeText(ignoring: ignored)
        shape.positions = guess.positions(for: shape.texts, ignoring: ignored)
        shape.questions = questions
        shape.ignored = ignored
        shape.network = "survey"
        return shape
    }
}
