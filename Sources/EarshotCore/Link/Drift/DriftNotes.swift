/// What is kept of each comment read of a long thread, so that a stretch that left for another item can be found:
/// a few dozen bytes a comment.
///
/// Flat: the stems of all comments stand end to end, and so do the keys; a comment knows where its own end.
struct DriftNotes: Equatable, Sendable {
    struct Comment: Equatable, Sendable {
        /// Position in the thread, counted from 0 in the order of import.
        var position: Int32
        /// Which of the comments read it answers; −1 where none of them.
        var answered: Int32
        var stemEnd: Int32
        var keyEnd: Int32
        /// Distinct stems that no item uses; at most 65,535.
        var others: UInt16
    }

    struct Key: Equatable, Sendable {
        /// Position in the linker's keys.
        var key: Int32
        var isSure: Bool
    }

    /// In the order of the thread; empty for a thread that is too short to drift.
    var comments: [Comment] = []
    /// Places in `DriftStems`, each once a comment, in the order of the words.
    var stems: [UInt16] = []
    /// Each once a comment.
    var keys: [Key] = []
    /// How many comments the thread has, those not read too.
    var length = 0

    func stems(of index: Int) -> ArraySlice<UInt16> {
        stems[(index == 0 ? 0 : Int(comments[index - 1].stemEnd))..<Int(comments[index].stemEnd)]
    }

    func keys(of index: Int) -> ArraySlice<Key> {
        keys[(index == 0 ? 0 : Int(comments[index - 1].keyEnd))..<Int(comments[index].keyEnd)]
    }
}

/// The stems that items use, numbered in the order of their hashes.
struct DriftStems: Sendable {
    /// Ascending; at most 65,535, so that a number takes two bytes.
    let hashes: [UInt64]
    private let places: WordTable<UInt16>

    init(items: [[ThreadProfile.Term]]) {
        let all = Set(items.joined().filter { !$0.isPair }.map(\.hash)).sorted().prefix(Int(UInt16.max))
        hashes = Array(all)
        places = WordTable(hashed: all.enumerated().map { ($0.element, UInt16(truncatingIfNeeded: $0.offset)) })
    }

    @inline(__always)
    func place(of hash: UInt64) -> UInt16? { places[hash] }
}
