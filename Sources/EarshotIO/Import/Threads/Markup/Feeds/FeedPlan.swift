import EarshotCore

/// Which entries of a feed are one conversation: found in a first reading, which keeps no words.
///
/// - Comments on pages (their addresses end in "#comment-…", or the feed is called "Comments on …"): a thread a page.
/// - Entries that name what they answer (RFC 4685): a thread for each root.
/// - Otherwise entries with the same subject, "RE:" taken off, are a thread.
struct FeedPlan {
    enum Way { case comments, answers, subjects }

    struct Slot {
        /// Index into `threads`.
        var thread: Int
        var parent: String?
        var kind: ThreadComment.Kind
    }

    private(set) var way = Way.subjects
    private(set) var threads: [DiscussionThread] = []
    private(set) var slots: [Slot] = []

    /// One entry, as far as the plan needs it.
    struct Mark {
        var id: String
        var title: String
        var author: String?
        var seconds: Int64
        var page: String?
        /// Reddit's id of the post: "t3_1abc".
        var topic: String?
        var isUnderPage: Bool
        var answers: (id: String, page: String?)?
        var replies: Int
        var category: String?

        init(_ entry: FeedEntry) {
            id = entry.id
            title = entry.title
            author = entry.author
            seconds = entry.posted?.seconds ?? Int64.max
            page = entry.link.map(FeedSubject.page)
            topic = entry.link.flatMap(FeedSubject.redditTopic)
            isUnderPage = entry.link.map(FeedSubject.isUnderPage) == true
            answers = entry.answers
            replies = entry.replies
            category = entry.category
        }
    }

    init(_ marks: [Mark], heading: FeedHeading) {
        if marks.allSatisfy({ $0.topic != nil }) {
            way = .subjects
        } else if FeedSubject.commentsTitle(heading.title) != nil || marks.allSatisfy(\.isUnderPage) {
            way = .comments
        } else if marks.contains(where: { $0.answers != nil }) {
            way = .answers
        }
        let keys =
            switch way {
            case .comments: marks.map { Key(text: $0.page ?? heading.link ?? "", parent: $0.answers?.id, root: nil) }
            case .answers: Self.roots(marks)
            case .subjects: marks.map { Key(text: $0.topic ?? FeedSubject.key($0.title), parent: nil, root: nil) }
            }
        place(marks, keys, heading)
    }

    private struct Key {
        var text: String
        var parent: String?
        /// The entry that opens the thread, where the file holds it.
        var root: Int?
    }

    /// For each entry the one at the beginning of what it answers.
    private static func roots(_ marks: [Mark]) -> [Key] {
        var byID: [String: Int] = [:]
        for (index, mark) in marks.enumerated() where !mark.id.isEmpty && byID[mark.id] == nil { byID[mark.id] = index }
        for (index, mark) in marks.enumerated() {
            if let page = mark.page, byID[page] == nil { byID[page] = index }
        }
        var keys = [Key?](repeating: nil, count: marks.count)
        for start in marks.indices where keys[start] == nil {
            var path: [Int] = []
            var seen: Set<Int> = []
            var at = start
            var end: Key?
            while end == nil {
                if let known = keys[at] {
                    end = known
                } else if !seen.insert(at).inserted {
                    end = Key(text: marks[at].id, parent: nil, root: nil)
                } else {
                    path.append(at)
                    if let answers = marks[at].answers {
                        if let parent = byID[answers.id], parent != at {
                            at = parent
                        } else {
                            end = Key(text: answers.id, parent: nil, root: nil)
                        }
                    } else {
                        end = Key(text: marks[at].id.isEmpty ? "entry \(at)" : marks[at].id, parent: nil, root: at)
                    }
                }
            }
            for index in path {
                let parent = marks[index].answers.map { answer in byID[answer.id].map { marks[$0].id } ?? answer.id }
                keys[index] = Key(text: end?.text ?? "", parent: parent, root: end?.root)
            }
        }
        return keys.compactMap { $0 }
    }

    private mutating func place(_ marks: [Mark], _ keys: [Key], _ heading: FeedHeading) {
        var byKey: [String: Int] = [:]
        var groups: [[Int]] = []
        for (index, key) in keys.enumerated() {
            if let group = byKey[key.text] {
                groups[group].append(index)
            } else {
                byKey[key.text] = groups.count
                groups.append([index])
            }
        }
        var openings = Set<Int>()
        for (number, members) in groups.enumerated() {
            let opening = opening(members, marks, keys)
            if let opening { openings.insert(opening) }
            threads.append(thread(members, opening, marks, keys, heading, isOnly: groups.count == 1))
            // Replies in a thread that the file holds only a part of.
            let declared = members.map { marks[$0].replies }.max() ?? 0
            threads[number].missingReplies = max(0, declared - members.count + (opening == nil ? 0 : 1))
        }
        slots = keys.enumerated().map { index, key in
            Slot(thread: byKey[key.text] ?? 0, parent: key.parent, kind: openings.contains(index) ? .opening : .reply)
        }
    }

    /// The entry that opens a thread, where the file holds it.
    private func opening(_ members: [Int], _ marks: [Mark], _ keys: [Key]) -> Int? {
        switch way {
        case .comments: return nil
        case .answers: return members.first.flatMap { keys[$0].root }
        case .subjects:
            if let topic = members.first.flatMap({ marks[$0].topic }) { return members.first { marks[$0].id == topic } }
            let fresh = members.filter { !FeedSubject.isReply(marks[$0].title) }
            // Entries that all repeat their topic's title: nothing tells the first, unless its address does.
            if fresh.count == members.count, members.count > 1 {
                return fresh.first { marks[$0].page?.hasSuffix("/1") == true }
            }
            return fresh.min { (marks[$0].seconds, $0) < (marks[$1].seconds, $1) }
        }
    }

    private func thread(
        _ members: [Int], _ opening: Int?, _ marks: [Mark], _ keys: [Key], _ heading: FeedHeading, isOnly: Bool
    ) -> DiscussionThread {
        let first = marks[opening ?? members[0]]
        var title = FeedSubject.display(first.title)
        var url = opening.flatMap { marks[$0].page }
        var linked: String?
        switch way {
        case .comments:
            url = first.page ?? heading.link
            linked = url
            let own = FeedSubject.commentsTitle(heading.title) ?? ""
            title = FeedSubject.commented(first.title, author: first.author) ?? (isOnly ? own : "")
        case .answers where opening == nil:
            url = first.answers?.page
            linked = url
            title =
                FeedSubject.commentsTitle(heading.title) ?? (FeedSubject.isReply(first.title) ? title : "")
        case .answers: break
        case .subjects: if title.isEmpty { title = heading.title }
        }
        let isSite = way != .comments || !isOnly
        let site = FeedSubject.siteName(heading.title)
        let place = first.category.flatMap { $0.hasPrefix("r/") ? $0 : nil } ?? (isSite ? site : "")
        return DiscussionThread(
            id: first.topic.map { DiscussionThread.ID("reddit:\($0)") }
                ?? .made(network: heading.network, place: heading.link ?? heading.title, key: keys[members[0]].text),
            title: title, url: url, place: place, network: heading.network, linkedURL: linked)
    }
}
