import EarshotCore

/// Reads what a Discourse forum answers to `/t/<id>.json` (posts with `cooked` HTML or `raw` Markdown), to
/// `/t/<id>/posts.json`, which lacks the topic's title, and to `/posts/<id>.json`; one page or several in a list.
///
/// Posts that the topic lists and the file does not hold are its missing replies. The forum's own notices (post types
/// other than 1) are comments of a moderator where they have words ("closed, since …"), else they are passed over.
struct DiscourseTopic: ThreadImporter {
    var format: FileFormat { FileFormat(name: "discourse-topic", title: "Discourse topic (JSON)") }

    private static let lists = ["post_stream.posts[]", "[].post_stream.posts[]", "posts[]", "latest_posts[]"]

    func recognises(_ head: FileHead) -> Bool {
        guard let json = head.json else { return false }
        if !json.bases(having: ["post_stream"]).isEmpty || json.has("topic_list") || json.has("latest_posts") {
            return true
        }
        return !json.bases(having: ["post_number", "topic_id"], any: ["cooked", "raw"]).isEmpty
    }

    func read(
        _ file: SourceFile, context: ImportContext, emit: (ImportedRecord) throws -> Void
    ) throws {
        let isPages = try file.head().json?.has("[].post_stream") == true
        let lists = isPages ? Self.lists : Self.lists + ["[]"]
        let around = try JSONRecords.surroundings(file, path: context.path, without: lists)
        var reading = DiscourseReading(context: context, around: around)
        var ledger = ThreadLedger(path: context.path)
        var isList = around["topic_list"] != nil || around["latest_posts"] != nil
        try JSONThings.read(file, &ledger, at: lists, emit: emit) { value, _, line, ledger in
            if value["topic_list"] != nil { isList = true }
            guard !isList else { return }
            if !value.has("post_number"), let topic = value["post_stream"]?["posts"] {
                reading.learn(value)
                for post in topic.array ?? [] { try reading.take(post, line, &ledger, emit) }
            } else {
                let isPost: (JSONValue) -> Bool = { $0.has("post_number") || $0.has("cooked") }
                try JSONThings.each(in: value, under: ["posts", "post"], isThing: isPost) { post in
                    try reading.take(post, line, &ledger, emit)
                }
            }
        }
        guard !isList, ledger.threadCount > 0 else { throw ledger.fault ?? refusal(isList, context.path) }
        reading.close(&ledger)
        try ledger.finish(emit: emit)
    }

    private func refusal(_ isList: Bool, _ path: String) -> Diagnostic {
        if isList {
            return Diagnostic(
                .error, "This is a list of Discourse topics, not a topic", at: path,
                mend: "Open each topic in a browser, put .json behind its address and save that page")
        }
        return Diagnostic(
            .error, "The Discourse topic has no posts or no id", at: path,
            mend: "Open the topic in a browser, put .json behind its address and save that page")
    }
}

/// What is known of the topics of a file while their posts are read.
private struct DiscourseReading {
    private struct Topic {
        var value: JSONValue
        var numbers: [Int: ThreadComment.ID] = [:]
        var held: Set<Int> = []
    }

    let context: ImportContext
    private var topics: [Int: Topic] = [:]
    private var order: [Int] = []
    /// The topic described last: of posts that name none.
    private var current: Int?

    init(context: ImportContext, around: JSONValue) {
        self.context = context
        for topic in around.array ?? [around] where topic["post_stream"] != nil { learn(topic) }
    }

    /// Takes a topic's particulars; those of a second page add to the list of posts.
    mutating func learn(_ value: JSONValue) {
        guard let id = value["id"]?.int else { return }
        current = id
        if topics[id] == nil {
            topics[id] = Topic(value: value)
            order.append(id)
        } else if topics[id]?.value["title"] == nil, value["title"] != nil {
            topics[id]?.value = value
        }
    }

    mutating func take(
        _ post: JSONValue, _ line: Int, _ ledger: inout ThreadLedger, _ emit: (ImportedRecord) throws -> Void
    ) throws {
        ledger.found()
        guard let number = post["topic_id"]?.int ?? current else {
            return ledger.pass(
                ThreadLedger.Reason(
                    one: "1 post does not say which topic it belongs to",
                    many: "# posts do not say which topic they belong to",
                    mend: "Save the topic itself: put .json behind its address"), line: line)
        }
        if topics[number] == nil {
            topics[number] = Topic(value: .null)
            order.append(number)
        }
        let thread = thread(number, post)
        try ledger.open(thread, emit: emit)
        guard let id = post["id"]?.int else { return ledger.pass(.nameless, line: line) }
        topics[number]?.held.insert(id)
        if let place = post["post_number"]?.int { topics[number]?.numbers[place] = .init(String(id)) }
        // 1 is a person's post; the others are the forum's own, which count where somebody wrote words for them.
        let type = post["post_type"]?.int ?? 1
        guard type == 1 || post["cooked"]?.filled != nil else {
            return ledger.pass(
                ThreadLedger.Reason(
                    one: "1 post is a notice of the forum itself, not a comment",
                    many: "# posts are notices of the forum itself, not comments"), line: line)
        }
        let words = DiscoursePost.words(post, &ledger, line)
        var comment = DiscoursePost.comment(post, id, thread.id, words, zone: context.timeZone)
        comment.parent = post["reply_to_post_number"]?.int.flatMap { topics[number]?.numbers[$0] }
        if type != 1, comment.role == nil { comment.role = .moderator }
        // 4 is a whisper among the forum's staff.
        if type == 4, comment.state == .visible || comment.state == .empty { comment.state = .hidden }
        try ledger.take(comment, line: line, emit: emit)
    }

    private func thread(_ id: Int, _ post: JSONValue) -> DiscussionThread {
        let topic = topics[id]?.value ?? .null
        let slug = topic["slug"]?.string ?? post["topic_slug"]?.string ?? ""
        let title = topic["title"]?.filled ?? post["topic_title"]?.filled
        let address = [topic["url"], topic["topic_url"], topic["share_url"]].lazy.compactMap { $0?.filled }.first {
            $0.hasPrefix("http")
        }
        return DiscussionThread(
            id: DiscussionThread.ID("discourse:\(id)"), title: title ?? slug.replacing("-", with: " "), url: address,
            place: SiteName.of(address ?? post["url"]?.filled), network: "discourse",
            linkedURL: topic["featured_link"]?.filled)
    }

    func close(_ ledger: inout ThreadLedger) {
        for id in order {
            guard let topic = topics[id] else { continue }
            let missing: Int
            if let stream = topic.value["post_stream"]?["stream"]?.array {
                missing = stream.count { $0.int.map { !topic.held.contains($0) } ?? false }
            } else {
                missing = (topic.value["posts_count"]?.int ?? 0) &- topic.held.count
            }
            ledger.miss(missing, in: DiscussionThread.ID("discourse:\(id)"))
        }
    }
}
