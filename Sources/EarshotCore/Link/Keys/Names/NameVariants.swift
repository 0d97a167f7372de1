/// The shorter names that people give to places: "Oakfield Primary", "Acacia Library", "the Red Lion".
struct NameVariants: Sendable {
    private let types = WordTable((PlaceWords.streets + PlaceWords.others).map { ($0, true) })
    private let generic = WordTable(PlaceWords.generic.map { ($0, true) })
    private let shortForms: CouncilShortForms

    init(shortForms: CouncilShortForms) { self.shortForms = shortForms }

    /// Other names of a place whose name ends in a type word; `words` folded.
    func variants(of words: [String]) -> [[String]] {
        guard words.count >= 2, let last = words.last else { return [] }
        var variants = schemes(words)
        let core = core(words)
        let kind = words[words.count - 2]
        guard !core.isEmpty, core.count < words.count - 1 else { return variants }
        if PlaceWords.shortKinds.contains(kind) { variants.append(core + [kind]) }
        if last == "school" || generic[kind] == nil {
            variants.append(core + [last])
        } else if core.count < words.count - 2 {
            variants.append(core + [kind, last])
        }
        let isSaint = core[0] == "st" || core[0] == "saint"
        let isPub = (kind == "public" && last == "house") || last == "inn" || last == "tavern"
        if core.count >= 2, isSaint || isPub { variants.append(core) }
        return variants.filter { $0 != words }
    }

    /// The words before the first that says only what kind of place it is.
    private func core(_ words: [String]) -> [String] {
        let end = words.indices.dropFirst().first { types[words[$0]] != nil || generic[words[$0]] != nil }
        return Array(words[..<(end ?? words.count)])
    }

    /// "Thornbury LTN" for "Thornbury Low Traffic Neighbourhood", and the other way round.
    private func schemes(_ words: [String]) -> [[String]] {
        shortForms.pairs.flatMap { pair -> [[String]] in
            [(pair.short, pair.long), (pair.long, pair.short)].compactMap { tail, other in
                guard words.count > tail.count, words.suffix(tail.count).elementsEqual(tail) else { return nil }
                return Array(words.dropLast(tail.count)) + other
            }
        }
    }
}
