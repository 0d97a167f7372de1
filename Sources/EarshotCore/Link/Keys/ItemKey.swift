/// Something of an item's that tells it from others when it stands in a thread: an address, a reference, a number, a
/// name.
struct ItemKey: Equatable, Sendable {
    struct Holder: Equatable, Sendable {
        /// Position in the linker's items.
        var item: Int
        /// Thousandths: how sure the key makes this item when no other item holds it.
        var strength: Int
    }

    var kind: LinkReason.Kind
    /// As the agenda writes it: "Acacia Road Library", "26/01234/FUL", "page".
    var label: String
    /// Ascending by item, each item once.
    var holders: [Holder]

    /// Adds a holder, or raises its strength.
    mutating func hold(_ item: Int, strength: Int) {
        if let index = holders.firstIndex(where: { $0.item == item }) {
            holders[index].strength = max(holders[index].strength, strength)
        } else {
            let index = holders.firstIndex { $0.item > item } ?? holders.endIndex
            holders.insert(Holder(item: item, strength: strength), at: index)
        }
    }

    /// Thousandths for each item that holds the key: shared among them, the stronger holder taking more.
    func shares() -> [Holder] {
        let total = holders.reduce(0) { $0 + $1.strength }
        guard let most = holders.map(\.strength).max(), total > 0 else { return [] }
        return holders.map { Holder(item: $0.item, strength: $0.strength * most / total) }
    }

    /// How sure each kind of key makes an item, thousandths. Chosen, not derived: no labelled council threads exist.
    enum Strength {
        static let address = 980
        static let reference = 970
        static let number = 800
        static let nameInTitle = 850
        static let nameInText = 650
        /// A ward or another place that the meeting's file lists: many subjects lie in one ward.
        static let areaInTitle = 450
        static let areaInText = 300
        /// A name of a place that the meeting's file lists: an officer thought of it.
        static let listedInTitle = 600
        static let listedInText = 450
        /// An office, or the councillor who holds it: they answer for much, and people name them whatever the subject.
        static let office = 200
        /// An abbreviation from Earshot's own table, or its meaning, where the item has the other.
        static let tableForm = 400
        /// An abbreviation of the agenda's own, or its meaning.
        static let shortForm = 650
    }
}
