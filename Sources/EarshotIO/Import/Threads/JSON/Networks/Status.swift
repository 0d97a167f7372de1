import EarshotCore

/// One status of Mastodon or note of Misskey.
struct Status {
    let value: JSONValue
    private var isNote: Bool { value["createdAt"] != nil }

    init(_ value: JSONValue) { self.value = value }

    static func isStatus(_ value: JSONValue) -> Bool {
        if value["account"] != nil, value["content"] != nil || value["text"] != nil, value["created_at"] != nil {
            return true
        }
        return value["createdAt"] != nil && value["visibility"] != nil
            && (value["user"] != nil || value["userId"] != nil)
    }

    var id: String? { value["id"]?.id }
    var parent: String? { value.first("in_reply_to_id", "replyId")?.id }
    var url: String? { value.first("url", "uri")?.filled }
    var posted: JSONValue? { value.first("created_at", "createdAt") }
    var announcedReplies: Int { value.first("replies_count", "repliesCount")?.int ?? 0 }

    /// "home" and "unlisted" may be read by everyone who has the address.
    var isPublic: Bool {
        guard let visibility = value["visibility"]?.string else { return true }
        return ["public", "unlisted", "home"].contains(visibility)
    }

    var isBoost: Bool {
        if let inner = value["reblog"], !inner.isNull { return true }
        return isNote && value.first("renoteId") != nil && value.first("text") == nil
    }

    var isBot: Bool { value["account"]?["bot"]?.bool == true || value["user"]?["isBot"]?.bool == true }

    /// The account as its server calls it, never a displayed name.
    var author: String? {
        if let account = value["account"] { return account.first("acct", "username")?.filled ?? account["id"]?.id }
        guard let user = value["user"], let name = user["username"]?.filled else { return value["userId"]?.id }
        return user["host"]?.filled.map { "\(name)@\($0)" } ?? name
    }

    var likes: Int? {
        if let count = value["favourites_count"]?.int { return count }
        if let count = value["reactionCount"]?.int { return count }
        guard let reactions = value["reactions"]?.members else { return nil }
        return reactions.reduce(0) { $0 &+ ($1.value.int ?? 0) }
    }

    /// The page that the status links to, by the preview that its server made.
    var linkedURL: String? { value["card"]?["url"]?.filled }

    /// The warning above the words, if any, then the words.
    func text(_ ledger: inout ThreadLedger, _ line: Int) -> String {
        var text = ""
        if let html = value["content"]?.string {
            text = ledger.words(html: html, line: line)
        } else if let plain = value["text"]?.string {
            text = ThreadLedger.trimmed(plain)
        }
        guard let warning = value.first("spoiler_text", "cw")?.filled.map(ThreadLedger.trimmed), !warning.isEmpty else {
            return text
        }
        return text.isEmpty ? warning : "\(warning)\n\n\(text)"
    }
}

/// Which status answers which.
struct StatusIndex {
    private var places: [String: Int] = [:]
    private var ids: [String] = []
    private var parents: [String?] = []
    private var announced: [Int] = []
    /// For each status the id of the one that opened its thread.
    private var roots: [String] = []
    /// Those of them that the file does not hold, in file order.
    private(set) var rootsNotHeld: [String] = []
    /// Statuses further down that others answer and the file does not hold: such as the one that a context is of.
    private(set) var gaps = 0
    /// The contexts: of each the first ancestor and the first status. All that one holds is one thread.
    private var contexts: [(top: Int?, first: Int?)] = []
    private var contextOf: [Int: Int] = [:]

    var count: Int { ids.count }

    /// From here on statuses stand in another context.
    mutating func beginContext() { contexts.append((nil, nil)) }

    /// - Parameter isAncestor: Whether it stands above the context's own status; `nil` outside of any context.
    mutating func add(_ status: Status, isAncestor: Bool?) {
        let place = status.id.flatMap { places[$0] } ?? ids.count
        add(status)
        guard let isAncestor, place < ids.count, !ids[place].isEmpty else { return }
        if contexts.isEmpty { beginContext() }
        let last = contexts.count - 1
        if contextOf[place] == nil { contextOf[place] = last }
        if isAncestor, contexts[last].top == nil { contexts[last].top = place }
        if contexts[last].first == nil { contexts[last].first = place }
    }

    private mutating func add(_ status: Status) {
        guard let id = status.id, places[id] == nil, status.isPublic, !status.isBoost else {
            // Private statuses still lead from a reply to the thread's beginning.
            if let id = status.id, places[id] == nil, !status.isBoost { keep(id, status.parent, 0) }
            if status.id == nil || status.isBoost { keep("", nil, 0) }
            return
        }
        keep(id, status.parent, status.announcedReplies)
    }

    private mutating func keep(_ id: String, _ parent: String?, _ replies: Int) {
        if !id.isEmpty { places[id] = ids.count }
        ids.append(id)
        parents.append(parent)
        announced.append(replies)
    }

    /// Follows every status to its thread's beginning, each step once.
    mutating func close() {
        roots = [String](repeating: "", count: ids.count)
        var missing: Set<String> = []
        for start in ids.indices where roots[start].isEmpty && !ids[start].isEmpty {
            var chain: [Int] = []
            var at = start
            var onWay: Set<Int> = []
            var root = ids[start]
            while true {
                if !roots[at].isEmpty {
                    root = roots[at]
                    break
                }
                // A ring of replies, which no server writes, ends where it closes.
                guard onWay.insert(at).inserted else { break }
                chain.append(at)
                root = ids[at]
                guard let parent = parents[at] else { break }
                guard let next = places[parent] else {
                    root = parent
                    if missing.insert(parent).inserted { rootsNotHeld.append(parent) }
                    break
                }
                at = next
            }
            for place in chain { roots[place] = root }
        }
        join()
    }

    /// Makes one thread of what a context holds, though the status that it is of is missing in the middle.
    private mutating func join() {
        var into: [String: String] = [:]
        func end(_ root: String) -> String {
            var at = root
            while let next = into[at] { at = next }
            return at
        }
        for place in ids.indices {
            guard let number = contextOf[place], let top = contexts[number].top ?? contexts[number].first else {
                continue
            }
            let (own, whole) = (end(roots[place]), end(roots[top]))
            if own != whole { into[own] = whole }
        }
        for place in ids.indices { roots[place] = end(roots[place]) }
        gaps = rootsNotHeld.count { into[$0] != nil }
        rootsNotHeld.removeAll { into[$0] != nil }
    }

    func root(of id: String) -> String { places[id].map { roots[$0] } ?? id }

    func thread(_ root: String, _ status: Status?) -> DiscussionThread {
        DiscussionThread(
            id: DiscussionThread.ID("mastodon:\(root)"), url: status?.url, place: SiteName.of(status?.url),
            network: "mastodon", linkedURL: status?.linkedURL)
    }

    /// For each thread the replies that statuses count and the file does not hold.
    func missing() -> [(DiscussionThread.ID, Int)] {
        var held = [Int](repeating: 0, count: ids.count)
        for parent in parents {
            if let parent, let place = places[parent] { held[place] += 1 }
        }
        var sums: [String: Int] = [:]
        var order: [String] = []
        for place in ids.indices where announced[place] > held[place] {
            if sums[roots[place]] == nil { order.append(roots[place]) }
            sums[roots[place], default: 0] += min(announced[place] - held[place], 1 << 40)
        }
        return order.map { (DiscussionThread.ID("mastodon:\($0)"), sums[$0] ?? 0) }
    }
}
