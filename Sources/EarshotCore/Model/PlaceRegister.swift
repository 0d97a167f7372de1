/// The places that the officer knows, for finding out where a thread was said when its file says little.
package struct PlaceRegister: Sendable {
    package let places: [Place]

    package init(_ places: [Place]) { self.places = places }

    /// The place of the register that a thread belongs to: by name, by the beginning of its address, or, where the file
    /// names no place, because the register has only one place on the thread's network. `nil` where none is plain.
    package func place(of thread: DiscussionThread) -> Place? {
        place(named: thread.place, network: thread.network, url: thread.url)
    }

    /// The same, by what a thread's file says: the place's name, the network, the thread's address.
    package func place(named name: String, network: String, url: String?) -> Place? {
        if !name.isEmpty { return place(named: name) }
        if let url = url.map(Self.bare),
            let place = places.first(where: { place in place.url.map { url.hasPrefix(Self.bare($0)) } ?? false })
        {
            return place
        }
        guard !network.isEmpty else { return nil }
        let sameNetwork = places.filter { $0.network == network }
        return sameNetwork.count == 1 ? sameNetwork[0] : nil
    }

    /// By the place's name, whatever its case.
    package func place(named name: String) -> Place? {
        let folded = Words.folded(name)
        return folded.isEmpty ? nil : places.first { Words.folded($0.name) == folded || $0.id.rawValue == folded }
    }

    /// An address without scheme, "www." and a slash at its end.
    private static func bare(_ url: String) -> String {
        var bare = Words.folded(url)[...]
        for prefix in ["https://", "http://", "www."] where bare.hasPrefix(prefix) {
            bare = bare.dropFirst(prefix.count)
        }
        while bare.hasSuffix("/") { bare = bare.dropLast() }
        return String(bare)
    }
}
