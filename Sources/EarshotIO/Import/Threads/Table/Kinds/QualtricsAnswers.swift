import EarshotCore

/// Reads a Qualtrics export: under the header stand a row with the questions and, in newer exports, one with
/// `{"ImportId":…}`.
struct QualtricsAnswers: TableKind {
    var format: FileFormat { FileFormat(name: "qualtrics-answers", title: "Qualtrics survey (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        if Self.isImportRow(head.rows.first) || Self.isImportRow(head.rows.dropFirst().first) { return true }
        // Older exports: a row of questions alone, in which dates are called what they are.
        let marks = ["responseset", "responseid", "recordeddate", "durationinseconds", "duration_in_seconds"]
        guard head.has("startdate", "enddate"), marks.contains(where: head.keys.contains) else { return false }
        return true
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var below = head
        let headings = Self.headings(head)
        let questions = headings > 0 ? (head.rows.first ?? []) : []
        below.rows.removeFirst(headings)
        var shape = SurveyAnswers.shape(below, questions: questions, ignored: Self.own)
        shape.headings = headings
        shape.codes = head.header.names
        let names = ["comment_id": "responseid", "posted_at": "recordeddate", "author": "responseid"]
        for (column, key) in names {
            if let index = head.index(key) { shape.columns[column] = head.header.names[index] }
        }
        shape.columns["author"] = nil
        if shape.columns["posted_at"] == nil, let index = head.index("enddate") {
            shape.columns["posted_at"] = head.header.names[index]
        }
        if let status = head.index("status") {
            shape.trial = (status, ["survey preview", "survey test", "1", "2", "spam", "8"])
        }
        return shape
    }

    private static func headings(_ head: TableHead) -> Int {
        if isImportRow(head.rows.first) { return 1 }
        if isImportRow(head.rows.dropFirst().first) { return 2 }
        guard let start = head.index("startdate"), let first = head.rows.first, start < first.count else { return 0 }
        return ColumnProfile.isDate(first[start]) ? 0 : 1
    }

    private static func isImportRow(_ row: [String]?) -> Bool {
        row?.contains { $0.hasPrefix("{\"ImportId\"") || $0.hasPrefix("{'ImportId'") } == true
    }

    /// What Qualtrics itself writes beside the answers.
    private static let own: Set<String> = [
        "startdate", "enddate", "status", "ipaddress", "progress", "duration_in_seconds", "finished", "recordeddate",
        "responseid", "recipientlastname", "recipientfirstname", "recipientemail", "externalreference",
        "externaldatareference", "locationlatitude", "locationlongitude", "locationaccuracy", "distributionchannel",
        "userlanguage", "responseset", "name", "emailaddress", "q_language", "q_recaptchascore", "q_relevantidscore",
    ]
}
