/// Reads a thread word by word for the linker: counts its stems and notes which keys of the items it holds.
struct ThreadReader {
    /// At most so many comments of a thread are read; of a longer thread, as many spread evenly over it.
    static let commentLimit = 200
    /// At most so many bytes of a comment are read.
    static let byteLimit = 8 << 10
    /// At most so many stems of a thread are kept: first those that an item uses, then the most frequent.
    static let termLimit = 256
    static let pairLimit = 64
    /// A word in the title counts as so many in comments. Chosen: the measured threads have no titles.
    static let titleWeight = 2

    private let book: KeyBook
    private(set) var tally: TermTally
    private var drift: DriftReader?
    private var words: [Word] = []
    private var nameEnds: [Int] = []

    private var textNumber = 0
    private var leads = false
    private var notes: [Note]
    /// Mentions of "item 7" that count only if the thread names the meeting's body or an agenda.
    private var loose: [(key: Int, text: Int, leads: Bool)] = []
    private var hasContext = false

    private struct Note {
        var leads = false
        var comments = 0
        var lastText = 0
        var isSure = false

        /// Counts a key once a text.
        mutating func note(text: Int, leads: Bool, isSure: Bool) {
            if isSure { self.isSure = true }
            if leads { self.leads = true }
            if text != lastText { comments += 1 }
            lastText = text
        }
    }

    private static let item = ["item", "items"].map { Words.hash($0) }
    private static let agenda = ["agenda", "agendas"].map { Words.hash($0) }
    private static let numberWords = ["no", "number", "nr"].map { Words.hash($0) }

    init(book: KeyBook, known: KnownTerms, drift: DriftReader? = nil) {
        self.book = book
        self.drift = drift
        tally = TermTally(known: known)
        tally.keepsTexts = drift != nil
        notes = Array(repeating: Note(), count: book.keys.count)
    }

    /// Reads the title or a comment. What leads (the title and the first comment) is taken to be the thread's subject.
    mutating func read(_ text: String, leads: Bool, times: Int = 1) {
        let bytes = text.utf8.span
        let span = bytes.extracting(0..<min(bytes.count, Self.byteLimit))
        textNumber += 1
        self.leads = leads
        words.removeAll(keepingCapacity: true)
        nameEnds.removeAll(keepingCapacity: true)
        Words.scan(span, into: &words)
        tally.beginText()
        var referenceEnd = 0
        for index in words.indices {
            switch words[index].kind {
            case .word:
                if tally.count(words[index], in: span, times: times) { nameEnds.append(index) }
            case .number:
                noteNumber(at: index, in: span)
                if book.names.endsName(words[index].hash) { nameEnds.append(index) }
                if book.hasReferences { noteReference(at: index, in: span, from: &referenceEnd) }
            case .hashtag:
                noteNumber(at: index, in: span)
                readHashtag(words[index], in: span, times: times)
            case .link: noteAddress(String(copying: span, words[index].range))
            case .handle, .emoji: break
            }
        }
        for match in book.names.matches(words, in: span, ends: nameEnds) {
            if let key = match.key {
                note(key, isSure: match.isSure)
                if match.isSure, book.keys[key].kind == .name { tally.discount(words[match.words], times: times) }
            } else {
                hasContext = true
            }
        }
    }

    /// Reads a comment that stands at `position` in the thread and answers the one at `answers`.
    mutating func readComment(_ text: String, leads: Bool, position: Int, answers: Int?) {
        if leads { drift?.beginComments() }
        read(text, leads: leads)
        drift?.endComment(tally, position: position, answers: answers)
    }

    mutating func noteAddress(_ address: String) {
        if let key = book.key(address: address) {
            note(key)
        } else if !hasContext, book.isMeeting(address: address) {
            hasContext = true
        }
    }

    /// The thread's own address, and that of the page it links to, say what it is about as its title does.
    mutating func readLeadingAddress(_ address: String) {
        textNumber += 1
        leads = true
        noteAddress(address)
    }

    private mutating func note(_ key: Int, isSure: Bool = true) {
        notes[key].note(text: textNumber, leads: leads, isSure: isSure)
        drift?.note(key, isSure: isSure)
    }

    /// Every word of "#SaveOurLibrary" counts as a word, and a run of them may be a name.
    private mutating func readHashtag(_ tag: Word, in text: Span<UInt8>, times: Int) {
        var parts: [Word] = []
        var ends: [Int] = []
        for range in Hashtag.parts(text, tag.range) {
            let first = parts.count
            Words.scan(text.extracting(range), into: &parts)
            for index in first..<parts.count {
                parts[index].start += Int32(range.lowerBound)
                parts[index].end += Int32(range.lowerBound)
                parts[index].gap = index == 0 ? .sentence : .space
                guard parts[index].kind == .word else { continue }
                if tally.count(parts[index], in: text, times: times) { ends.append(index) }
            }
        }
        var isName = false
        for match in book.names.matches(parts, in: text, ends: ends) {
            guard let key = match.key else { continue }
            isName = true
            note(key, isSure: match.isSure)
            if match.isSure, book.keys[key].kind == .name { tally.discount(parts[match.words], times: times) }
        }
        if !isName, let key = book.names.key(inHashtag: tag.range, of: text) { note(key) }
    }

    // MARK: - Numbers and references

    /// "agenda item 7", "item no. 7", "item #7", "agenda number 7".
    private mutating func noteNumber(at index: Int, in text: Span<UInt8>) {
        guard index > 0, let key = book.key(number: words[index].hash) else { return }
        var place = index - 1
        if place > 0, Self.numberWords.contains(words[place].hash) { place -= 1 }
        guard words[place].kind == .word else { return }
        let isAgenda = Self.agenda.contains(words[place].hash)
        guard isAgenda || Self.item.contains(words[place].hash) else { return }
        guard !MeetingPhrases.nameAnotherDay(words, in: text, than: book.start) else { return }
        if isAgenda || words.contains(where: { Self.agenda.contains($0.hash) }) { hasContext = true }
        loose.append((key, textNumber, leads))
        drift?.note(key, isSure: true, isLoose: true)
    }

    private mutating func noteReference(at index: Int, in text: Span<UInt8>, from end: inout Int) {
        guard Int(words[index].start) >= end else { return }
        for candidate in Reference.candidates(text, around: words[index].range) {
            guard let key = book.key(reference: candidate.groups) else { continue }
            note(key)
            end = candidate.range.upperBound
            return
        }
    }

    // MARK: - The end

    /// The profile of all that was read.
    mutating func profile(of thread: LinkThread, declared: ThreadProfile.Declared, comments: Int) -> ThreadProfile {
        if hasContext {
            for mention in loose { notes[mention.key].note(text: mention.text, leads: mention.leads, isSure: true) }
        }
        let mentions = notes.enumerated().filter { $0.element.lastText > 0 }.map { key, note in
            ThreadProfile.Mention(key: key, leads: note.leads, isSure: note.isSure, comments: note.comments)
        }
        var profile = ThreadProfile(
            thread: thread.id, declared: declared, comments: comments, mentions: mentions, terms: [], spellings: [])
        profile.telling = TellingTexts.of(thread)
        profile.origin = ThreadOrigin(thread)
        profile.keep(tally, stems: Self.termLimit, pairs: Self.pairLimit)
        if let drift { profile.drift = drift.finished(hasContext: hasContext) }
        return profile
    }
}

extension ThreadProfile {
    /// Takes over the counts, within the limits, in an order that the order of the comments doesn't change.
    mutating func keep(_ tally: TermTally, stems stemLimit: Int, pairs pairLimit: Int) {
        var stems = tally.stems.filter { $0.count > 0 }
        if stems.count > stemLimit {
            stems.sort { a, b in
                if a.isKnown != b.isKnown { return a.isKnown }
                return a.count == b.count ? a.hash < b.hash : a.count > b.count
            }
            stems.removeLast(stems.count - stemLimit)
        }
        var pairs = tally.pairs.filter { $0.count > 0 }
        if pairs.count > pairLimit {
            pairs.sort { $0.count == $1.count ? $0.hash < $1.hash : $0.count > $1.count }
            pairs.removeLast(pairs.count - pairLimit)
        }
        stems.sort { $0.hash < $1.hash }
        for stem in stems {
            let start = spellings.count
            // A word that no item uses and that the thread writes with capitals only may be a person's name.
            if stem.isKnown || stem.isLowerCase { spellings += tally.spellings[stem.spelling] }
            terms.append(
                Term(
                    hash: stem.hash, count: UInt16(clamping: stem.count), spellingStart: UInt16(clamping: start),
                    spellingLength: UInt8(clamping: spellings.count - start), isPair: false))
        }
        terms += pairs.map {
            Term(hash: $0.hash, count: UInt16(clamping: $0.count), spellingStart: 0, spellingLength: 0, isPair: true)
        }
        terms.sort { $0.hash < $1.hash }
    }
}

/// The words of "#SaveOurLibrary" and "#save_our_library".
enum Hashtag {
    static func parts(_ text: Span<UInt8>, _ tag: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = tag.lowerBound + 1
        for i in start..<tag.upperBound {
            let breaks = text[i] == UInt8(ascii: "_")
            let turns = i > start && isUpper(text[i]) && !isUpper(text[i - 1])
            guard breaks || turns else { continue }
            if i > start { parts.append(start..<i) }
            start = breaks ? i + 1 : i
        }
        if start < tag.upperBound { parts.append(start..<tag.upperBound) }
        return parts
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
}
