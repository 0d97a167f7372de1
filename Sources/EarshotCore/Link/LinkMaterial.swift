/// All that a run of the linker knows of its threads before any is read for its meaning.
struct LinkMaterial: Sendable {
    /// The linkable items.
    let items: [AgendaItem]
    let profiles: [ThreadProfile]
    let lessons: Lessons
    /// By thread.
    let keys: [KeyEvidence]
    let words: WordMatch
    let context: ContextBook
    let neighbours: ThreadNeighbours
    let drift: DriftFinder
}
