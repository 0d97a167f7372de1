package import EarshotEncoder

/// What of an agenda item is read for its meaning.
struct ItemTexts: Equatable, Sendable {
    var title: String
    /// The beginning of its description, empty where it has none.
    var description: String
    /// Both in one.
    var whole: String

    init(_ item: AgendaItem) {
        title = item.title
        description = TellingTexts.beginning(of: item.text, bytes: TellingTexts.byteLimit)
        whole =
            description.isEmpty
            ? title : TellingTexts.beginning(of: title + ". " + description, bytes: TellingTexts.byteLimit)
    }

    var all: [String] { description.isEmpty ? [title] : [title, description, whole] }
}

/// The vectors of texts, by text; a text that is missing counts as one that says nothing.
package typealias MeaningVectors = [String: SentenceVector]

/// An agenda item as vectors.
struct ItemMeaning: Sendable {
    let texts: ItemTexts
    private let title: SentenceVector
    private let description: SentenceVector
    private let whole: SentenceVector

    init(_ texts: ItemTexts, _ vectors: MeaningVectors) {
        self.texts = texts
        title = vectors[texts.title] ?? .zero
        description = vectors[texts.description] ?? .zero
        whole = vectors[texts.whole] ?? .zero
    }

    /// Millionths: the mean of the likeness to the whole item and to the nearest of title, description and whole.
    func likeness(to thread: SentenceVector) -> Int {
        let whole = thread.likeness(to: whole)
        guard !texts.description.isEmpty else { return whole }
        return (whole + max(whole, thread.likeness(to: title), thread.likeness(to: description))) / 2
    }

    /// Which of title and description a text is nearest to, and how near, millionths.
    func nearest(to text: SentenceVector) -> (isTitle: Bool, likeness: Int) {
        let (a, b) = (text.likeness(to: title), texts.description.isEmpty ? -1_000_000 : text.likeness(to: description))
        return a >= b ? (true, a) : (false, b)
    }
}
