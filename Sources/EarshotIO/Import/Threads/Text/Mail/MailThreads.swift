import EarshotCore

/// Which messages are one conversation, and which answers which: by the ids that they name (as J. Zawinski's "message
/// threading" does), and by the subject where a program left them out.
struct MailThreads {
    private let index: MailIndex
    /// The message in the file that each answers; −1 where there is none.
    private var parents: [Int]
    /// The message that stands for the thread of each: the one that opens it.
    private var openers: [Int]
    /// Messages that answer one that is not in the file.
    private(set) var strays = 0

    init(_ index: MailIndex) {
        self.index = index
        let messages = index.messages
        parents = [Int](repeating: -1, count: messages.count)
        openers = Array(messages.indices)
        var byKey: [UInt64: Int] = [:]
        for i in messages.indices where messages[i].fate == .comment { byKey[messages[i].key] = i }
        for i in messages.indices where messages[i].fate == .comment {
            let answered = index.references[messages[i].references].last { byKey[$0] != nil && byKey[$0] != i }
            if let answered, let parent = byKey[answered] { parents[i] = parent }
        }
        breakCircles()
        findOpeners(Self.components(index))
        joinBySubject()
    }

    /// The message that opens the thread of this one.
    func opener(of message: Int) -> Int { openers[message] }

    func parent(of message: Int) -> Int? { parents[message] < 0 ? nil : parents[message] }

    /// The oldest message that the thread is known to have, in the file or not: it gives the thread's id, the same in
    /// next month's archive.
    func origin(of opener: Int) -> UInt64 {
        let message = index.messages[opener]
        return index.references[message.references].first ?? message.key
    }

    /// Whether a message begins a conversation rather than answering what is not here.
    func isOpening(_ message: Int) -> Bool {
        openers[message] == message && parents[message] < 0 && !answersOther(message)
    }

    private func answersOther(_ message: Int) -> Bool {
        index.messages[message].isReply || !index.messages[message].references.isEmpty
    }

    // MARK: - Making

    /// A message that answers itself by way of others loses its parent; hostile files hold such.
    private mutating func breakCircles() {
        var state = [UInt8](repeating: 0, count: parents.count)
        for start in parents.indices {
            var path: [Int] = []
            var at = start
            while at >= 0, state[at] == 0 {
                state[at] = 1
                path.append(at)
                at = parents[at]
            }
            if at >= 0, state[at] == 1 { parents[at] = -1 }
            for message in path { state[message] = 2 }
        }
    }

    /// For each message the number of the group that the ids join it to.
    private static func components(_ index: MailIndex) -> [Int] {
        var numbers: [UInt64: Int] = [:]
        var joined: [Int] = []
        func number(_ key: UInt64) -> Int {
            if let number = numbers[key] { return number }
            numbers[key] = joined.count
            joined.append(joined.count)
            return joined.count - 1
        }
        func root(_ number: Int) -> Int {
            var at = number
            while joined[at] != at {
                joined[at] = joined[joined[at]]
                at = joined[at]
            }
            return at
        }
        var own: [Int] = []
        for message in index.messages {
            let node = number(message.key)
            own.append(node)
            for reference in index.references[message.references] {
                let (a, b) = (root(node), root(number(reference)))
                joined[max(a, b)] = min(a, b)
            }
        }
        return own.map(root)
    }

    /// Of each group the first message that answers none, else the first without a parent.
    private mutating func findOpeners(_ groups: [Int]) {
        var chosen: [Int: Int] = [:]
        for i in groups.indices where index.messages[i].fate == .comment && parents[i] < 0 {
            if let known = chosen[groups[i]], !answersOther(known) || answersOther(i) { continue }
            chosen[groups[i]] = i
        }
        for i in groups.indices { openers[i] = chosen[groups[i]] ?? i }
    }

    /// A thread that begins with an answer to a message that is not here belongs to the thread of the same subject that
    /// stands before it, else after it.
    private mutating func joinBySubject() {
        let roots = openers.indices.filter { openers[$0] == $0 && index.messages[$0].fate == .comment }
        var target: [Int: Int] = [:]
        for isSecondPass in [false, true] {
            var bySubject: [Int32: Int] = [:]
            let order = isSecondPass ? roots.reversed() : roots
            for root in order {
                guard let subject = index.base(of: root) else { continue }
                if !answersOther(root) {
                    bySubject[subject] = root
                } else if index.messages[root].isReply, target[root] == nil {
                    target[root] = bySubject[subject]
                }
            }
        }
        var firstReply: [Int32: Int] = [:]
        for root in roots where answersOther(root) && target[root] == nil && index.messages[root].isReply {
            guard let subject = index.base(of: root) else { continue }
            if let first = firstReply[subject] { target[root] = first } else { firstReply[subject] = root }
        }
        for root in roots where answersOther(root) && target[root].map({ answersOther($0) }) ?? true { strays += 1 }
        for (root, opener) in target where !answersOther(opener) { parents[root] = opener }
        for i in openers.indices { openers[i] = target[openers[i]] ?? openers[i] }
    }
}
