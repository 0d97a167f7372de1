/// Every key of the linkable items, and the tables by which a thread's words find them.
struct KeyBook: Sendable {
    private(set) var keys: [ItemKey] = []
    private(set) var names = NameBook()
    /// By normalised address.
    private var addresses: [String: Int] = [:]
    /// Pages whose only address in the agenda has a fragment, without it.
    private var pages: [String: Int] = [:]
    /// The items' addresses on each page.
    private var itemPages: [String: Set<String>] = [:]
    private let meetingPage: String?
    /// When the meeting begins, by its own clock.
    let start: LocalTime?
    private var numbers: [UInt64: Int] = [:]
    private var references: [UInt64: Int] = [:]
    /// References without their first or last letters; `ambiguous` where two have the same.
    private var shortReferences: [UInt64: Int] = [:]

    init(items: [AgendaItem], meeting: Meeting, areas: [String]) {
        let address = meeting.url.flatMap { WebAddress($0) }
        start = meeting.start
        meetingPage = address.map { $0.page ?? $0.identity }
        for (index, item) in items.enumerated() {
            addAddresses(of: item, at: index, meeting)
            addReferences(of: item, at: index)
            if !item.number.isEmpty {
                hold(\.numbers, Words.hash(item.number), .number, item.number, index, ItemKey.Strength.number)
            }
        }
        addPagesWithoutFragment()
        var collector = NameCollector(keys: keys, names: names)
        collector.collect(items: items, meeting: meeting, areas: areas)
        keys = collector.keys
        names = collector.names
    }

    // MARK: - Looking up

    func key(address: some StringProtocol) -> Int? {
        guard let address = WebAddress(address) else { return nil }
        if let key = addresses[address.identity] { return key }
        return address.page.map { addresses[$0] } ?? pages[address.identity]
    }

    /// Whether an address is that of the meeting's own page.
    func isMeeting(address: some StringProtocol) -> Bool {
        guard let meetingPage, let address = WebAddress(address) else { return false }
        return (address.page ?? address.identity) == meetingPage
    }

    func key(number: UInt64) -> Int? { numbers[number] }

    var hasReferences: Bool { !references.isEmpty }

    /// A department's letters before it ("DC/26/01234") don't count.
    func key(reference groups: Reference.Groups) -> Int? {
        if let key = key(whole: groups) { return key }
        guard groups.count >= 3, let first = groups.first, first.allSatisfy(Reference.isLetter) else { return nil }
        return key(whole: Array(groups.dropFirst()))
    }

    private func key(whole groups: Reference.Groups) -> Int? {
        if let key = references[Reference.hash(groups.joined())] { return key }
        if let key = shortReferences[Reference.hash(groups.joined())] { return key == Self.ambiguous ? nil : key }
        guard groups.count >= 3, let last = groups.last, last.allSatisfy(Reference.isLetter) else { return nil }
        return references[Reference.hash(groups.dropLast().joined())]
    }

    // MARK: - Building

    private mutating func hold<Name: Hashable>(
        _ table: WritableKeyPath<KeyBook, [Name: Int]>, _ name: Name, _ kind: LinkReason.Kind, _ label: String,
        _ item: Int, _ strength: Int
    ) {
        if let index = self[keyPath: table][name] {
            keys[index].hold(item, strength: strength)
        } else {
            self[keyPath: table][name] = keys.count
            keys.append(ItemKey(kind: kind, label: label, holders: [.init(item: item, strength: strength)]))
        }
    }

    private mutating func addAddresses(of item: AgendaItem, at index: Int, _ meeting: Meeting) {
        if let address = item.url.flatMap({ WebAddress($0) }) {
            hold(\.addresses, address.identity, .url, "page", index, ItemKey.Strength.address)
            if let page = address.page { itemPages[page, default: []].insert(address.identity) }
        }
        if let own = (item.url ?? meeting.url).flatMap({ WebAddress.item(item.id, onSiteOf: $0) }) {
            hold(\.addresses, own, .url, "page", index, ItemKey.Strength.address)
        }
        for document in item.documents where !document.restricted {
            guard let address = document.url.flatMap({ WebAddress($0) })?.identity else { continue }
            hold(\.addresses, address, .url, "document “\(document.title)”", index, ItemKey.Strength.address)
        }
    }

    /// An item's page is known without its fragment too, unless other items stand on the same page.
    private mutating func addPagesWithoutFragment() {
        for (page, full) in itemPages where full.count == 1 && page != meetingPage && addresses[page] == nil {
            if let only = full.first { pages[page] = addresses[only] }
        }
    }

    private mutating func addReferences(of item: AgendaItem, at index: Int) {
        let texts = [item.title, item.text] + item.documents.filter { !$0.restricted }.map(\.title)
        for reference in texts.flatMap({ Reference.found(in: $0) }) {
            hold(\.references, reference.hash, .reference, reference.text, index, ItemKey.Strength.reference)
            guard let key = references[reference.hash] else { continue }
            for short in reference.short {
                let isShared = shortReferences[short, default: key] != key
                shortReferences[short] = isShared ? Self.ambiguous : key
            }
        }
    }

    private static let ambiguous = -1
}
