import EarshotCore

/// Reads comments handed in on a meeting's agenda items, such as Granicus eComment: item, name, comment, position, date.
/// Each item is a thread of its own that names the item.
struct MeetingComments: TableKind {
    var format: FileFormat { FileFormat(name: "ecomment", title: "Comments on agenda items: eComment (CSV)") }

    func recognises(_ head: TableHead) -> Bool {
        let template = ["thread_id", "thread_title", "network", "place"]
        guard !template.contains(where: head.keys.contains), Self.index(head, Self.items) != nil else { return false }
        return Self.index(head, Self.positions) != nil && Self.index(head, Self.texts) != nil
    }

    func shape(_ head: TableHead, path: String) throws -> TableShape {
        var shape = TableShape()
        let names: [(String, [String])] = [
            ("item", Self.items), ("position", Self.positions), ("text", Self.texts),
            ("posted_at", Self.times),
            ("author", ["user_id", "user_name", "username", "name", "full_name", "commenter"]),
        ]
        for (column, keys) in names {
            if let index = Self.index(head, keys) { shape.columns[column] = head.header.names[index] }
        }
        if let index = Self.index(head, ["agenda_item_title", "item_title", "agenda_item", "agenda_item_name"]) {
            shape.otherTitles = [index]
        }
        // Where somebody lives is no ward, and the meeting's own date is not the comment's.
        shape.ignored = ["location", "address", "city", "meeting_date", "meeting_time", "meeting", "meeting_title"]
        shape.network = "ecomment"
        return shape
    }

    private static func index(_ head: TableHead, _ keys: [String]) -> Int? { keys.lazy.compactMap(head.index).first }

    private static let items = [
        "agenda_item_number", "agenda_item_no", "item_number", "item_no", "agenda_item", "agenda_item_title", "item",
        "agenda_item_name", "item_title", "item_name",
    ]
    private static let positions = ["position", "stance", "support_oppose", "support_or_oppose"]
    private static let texts = ["comment", "comments", "ecomment", "e_comment", "comment_text", "text", "message"]
    private static let times = [
        "date_and_time", "date_time", "datetime", "submitted_at", "date_submitted", "submitted", "comment_date",
        "created_at", "created", "timestamp", "posted_at", "posted", "date", "time",
    ]
}
