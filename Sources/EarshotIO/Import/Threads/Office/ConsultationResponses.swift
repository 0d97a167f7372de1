import EarshotCore

/// Responses to a consultation, as NICE's consultation tool exports them: comments on a document and answers to
/// questions, one a row, the header below a title. Source: nhsevidence/consultations, `ExportToExcel.cs`.
struct ConsultationResponses: TableKind {
    var format: FileFormat { FileFormat(name: "consultation-responses", title: "Responses to a consultation (Excel)") }

    func recognises(_ head: TableHead) -> Bool {
        head.has("consultation_name", "document_name", "comment", "question_text", "answer_text")
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        func name(_ key: String) -> String? { head.index(key).map { head.header.names[$0] } }
        shape.columns["text"] = name("comment")
        shape.columns["thread_title"] = name("question_text")
        shape.columns["author"] = name("user")
        shape.columns["place"] = name("consultation_name")
        shape.otherTexts = ["answer_text", "yes_no_answer"].compactMap { head.index($0) }
        shape.otherTitles = ["section", "section_header", "chapter_name", "document_name", "consultation_name"]
            .compactMap { head.index($0) }
        shape.ignored = ["selected_text"]
        shape.network = "consultation"
        return shape
    }
}
