import EarshotCore

/// Reads a SurveyMonkey export: two rows of headers, the second of which says "Response", "Open-Ended Response" or the
/// choice below each question.
struct SurveyMonkeyAnswers: TableKind {
    var format: FileFormat { FileFormat(name: "surveymonkey-answers", title: "SurveyMonkey survey (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        (head.has("respondent_id", "collector_id") || head.has("respondentid", "collectorid"))
            || Self.isSecondHeader(head.rows.first, of: head)
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var below = head
        var questions = head.header.names
        var shape: TableShape
        if let second = head.rows.first, Self.isSecondHeader(second, of: head) {
            questions = Self.questions(head.header.names, second)
            below.rows.removeFirst()
            shape = SurveyAnswers.shape(below, questions: questions, ignored: Self.own)
            shape.headings = 1
        } else {
            shape = SurveyAnswers.shape(below, questions: questions, ignored: Self.own)
        }
        shape.codes = questions
        for (column, keys) in [
            ("comment_id", ["respondent_id", "respondentid"]), ("posted_at", ["end_date", "start_date"]),
        ] {
            if let index = keys.lazy.compactMap(head.index).first { shape.columns[column] = head.header.names[index] }
        }
        shape.dayFirst = false
        return shape
    }

    private static func isSecondHeader(_ row: [String]?, of head: TableHead) -> Bool {
        guard let row, let first = row.first, first.isEmpty else { return false }
        return row.contains { $0 == "Response" || $0 == "Open-Ended Response" }
    }

    /// A question stands above the first of its columns only.
    private static func questions(_ names: [String], _ second: [String]) -> [String] {
        var last = ""
        return names.enumerated().map { index, name in
            if name != "column_\(index + 1)" { last = name }
            let below = index < second.count ? second[index] : ""
            return below.isEmpty || ["Response", "Open-Ended Response"].contains(below) ? last : "\(last): \(below)"
        }
    }

    private static let own: Set<String> = [
        "respondent_id", "collector_id", "start_date", "end_date", "ip_address", "email_address", "first_name",
        "last_name", "custom_data_1", "custom_data_2", "custom_data_3", "custom_data_4", "custom_data_5",
        "date_created", "date_modified", "respondentid", "collectorid",
    ]
}
