import EarshotCore

/// FNV-1a, 64 bits, over UTF-8: ids made of content, the same on every machine and in every run.
/// Source: Fowler, Noll, Vo; draft-eastlake-fnv.
struct StableHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Adds a part and its end, so that "ab", "c" differs from "a", "bc".
    mutating func add(_ part: String) {
        let bytes = part.utf8.span
        var hash = value
        for i in bytes.indices { hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3 }
        value = (hash ^ 0x1F) &* 0x100_0000_01b3
    }

    /// 16 lower-case hexadecimal digits.
    var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// The same idea eight bytes at a time, for comparing long texts within one run; never part of an id.
    static func quick(_ text: String) -> UInt64 {
        let bytes = text.utf8.span
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(bytes.count)
        var i = 0
        while i + 8 <= bytes.count {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[i + offset]) << UInt64(offset * 8) }
            hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 29
            i += 8
        }
        while i < bytes.count {
            hash = (hash ^ UInt64(bytes[i])) &* 0x100_0000_01b3
            i += 1
        }
        return hash
    }

    static func of(_ parts: String...) -> StableHash {
        var hash = StableHash()
        for part in parts { hash.add(part) }
        return hash
    }
}

extension DiscussionThread.ID {
    /// The id of a thread whose source gives none: made of what tells it from others.
    static func made(network: String, place: String, key: String, item: String = "") -> DiscussionThread.ID {
        DiscussionThread.ID("thread-" + StableHash.of(network, place, key, item).hex)
    }

    /// The id of a thread that only its file tells from others: the file's path inside "threads", with its ending, since
    /// "survey.csv" and "survey.xlsx" may stand side by side.
    /// - Parameter part: What tells it from other threads of the file: a sheet, a question.
    static func file(_ path: String, part: String = "") -> DiscussionThread.ID {
        let folder = "threads/"
        let name =
            path.hasPrefix(folder)
            ? String(path.dropFirst(folder.count)) : path.split(separator: "/").last.map(String.init) ?? path
        // A sheet's path, as messages show it: "survey.xlsx, sheet “North”".
        let file = name.firstRange(of: ", sheet “").map { String(name[..<$0.lowerBound]) } ?? name
        return DiscussionThread.ID("file:" + file + (part.isEmpty ? "" : "#" + part))
    }
}

/// Gives every comment of a file an id that no other has, the same whenever the file is read again.
///
/// It remembers eight bytes a comment: 48 bits of the id's hash and 16 of the text's. In ten million comments two ids
/// are mistaken for one another with a chance of one in five; they are then kept apart by a suffix. The table is at
/// most three quarters full and doubles when it is: ten million comments take 134 MB, and 201 MB for the moment in which the
/// table grows to that.
struct CommentIDs {
    /// Comments that came a second time with the same id and text; handed over once.
    private(set) var repeats = Tally()
    /// Comments whose id another comment with another text has already.
    private(set) var clashes = Tally()

    private var slots = [UInt64](repeating: 0, count: 1 << 10)
    private var count = 0
    /// How often the same content without an id has come, where more than once.
    private var occurrences: [UInt64: Int] = [:]

    /// The id under which to keep the comment; `nil` where it is the same comment again.
    mutating func id(
        given: String, thread: DiscussionThread.ID, author: String, posted: @autoclosure () -> String, text: String,
        line: Int
    ) -> ThreadComment.ID? {
        guard !given.isEmpty else { return made(StableHash.of(thread.rawValue, author, posted(), text)) }
        let textHash = StableHash.quick(text)
        var id = given
        while true {
            switch insert(StableHash.of(thread.rawValue, id).value, textHash) {
            case .fresh:
                if id != given { clashes.add(line) }
                return ThreadComment.ID(id)
            case .same:
                repeats.add(line)
                return nil
            case .clash: id += "~" + StableHash.of(id, text).hex.prefix(8)
            }
        }
    }

    private mutating func made(_ hash: StableHash) -> ThreadComment.ID {
        if case .fresh = insert(hash.value, 0) { return ThreadComment.ID(hash.hex) }
        let number = occurrences[hash.value, default: 1] + 1
        occurrences[hash.value] = number
        return ThreadComment.ID("\(hash.hex)-\(number)")
    }

    // MARK: - Table

    private enum Found { case fresh, same, clash }

    private mutating func insert(_ key: UInt64, _ text: UInt64) -> Found {
        if count * 4 >= slots.count * 3 { grow() }
        // FNV's upper bits alone are not even enough for ten million short ids (MurmurHash3's last step).
        var key = key
        key = (key ^ key >> 33) &* 0xFF51_AFD7_ED55_8CCD
        key = (key ^ key >> 33) &* 0xC4CE_B9FE_1A85_EC53
        key ^= key >> 33
        let entry = key & ~0xFFFF | (text ^ text >> 32) & 0xFFFF
        var slot = Self.slot(of: entry, in: slots.count)
        while slots[slot] != 0 {
            if slots[slot] == entry { return .same }
            if slots[slot] >> 16 == entry >> 16 { return .clash }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = entry
        count += 1
        return .fresh
    }

    private mutating func grow() {
        var larger = [UInt64](repeating: 0, count: slots.count * 2)
        for entry in slots where entry != 0 {
            var slot = Self.slot(of: entry, in: larger.count)
            while larger[slot] != 0 { slot = (slot + 1) & (larger.count - 1) }
            larger[slot] = entry
        }
        slots = larger
    }

    private static func slot(of entry: UInt64, in size: Int) -> Int {
        Int(truncatingIfNeeded: ((entry >> 16) &* 0x9E37_79B9_7F4A_7C15) >> 24) & (size - 1)
    }
}

/// How often something happened in a file, and where first.
struct Tally {
    private(set) var count = 0
    private(set) var firstLine = 0

    mutating func add(_ line: Int, _ number: Int = 1) {
        if count == 0 { firstLine = line }
        count += number
    }
}
