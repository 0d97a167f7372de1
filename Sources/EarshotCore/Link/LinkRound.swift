/// One run of the linker over all threads of a meeting: keys and words are judged, meaning is still to be read.
///
/// `wanted` tells which texts' vectors are needed; `links` takes them and answers.
package struct LinkRound: Sendable {
    /// From this confidence on a link lends its item to threads that answer it; thousandths. Chosen.
    private static let sureLink = 800

    private let material: LinkMaterial
    private let itemTexts: [ItemTexts]
    /// By thread: it is to be compared by meaning.
    private let doubtful: [Bool]

    init(_ material: LinkMaterial, mode: MeaningMode) {
        self.material = material
        itemTexts = material.items.map(ItemTexts.init)
        doubtful = Doubt.threads(material, mode)
    }

    /// The texts whose vectors are needed, each once, in a fixed order; none where no thread is in doubt.
    package var wanted: [String] {
        guard doubtful.contains(true) else { return [] }
        var seen: Set<String> = []
        let profiles = material.profiles
        let threads = profiles.indices.filter { doubtful[$0] || material.lessons.teaches($0) }
        let texts = itemTexts.flatMap(\.all) + threads.flatMap { profiles[$0].telling.map(\.text) }
        return texts.filter { seen.insert($0).inserted }
    }

    /// The suggested link of each thread, in the order of the profiles.
    ///
    /// Twice: threads that answer others, or share a title or a page with them, are looked at again when it is known
    /// which of those are surely about an item.
    package func links(_ vectors: MeaningVectors) -> [ThreadLink] {
        let threads = material.profiles.indices
        let meaning = MeaningMatch(
            items: itemTexts, profiles: material.profiles, doubtful: doubtful, lessons: material.lessons,
            vectors: vectors)
        let unknown: [Int?] = Array(repeating: nil, count: threads.count)
        let first = threads.map { link($0, meaning, sure: unknown) }
        let places = Dictionary(
            material.items.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let sure = threads.map { index in
            material.lessons.confirmedItem(of: index)
                ?? first[index].candidates.first.flatMap { $0.confidence >= Self.sureLink ? places[$0.item] : nil }
        }
        return threads.map { index in
            material.neighbours.of(index).isEmpty ? first[index] : link(index, meaning, sure: sure)
        }
    }

    private func link(_ index: Int, _ meaning: MeaningMatch, sure: [Int?]) -> ThreadLink {
        let profile = material.profiles[index]
        let items = material.items
        let barred = material.lessons.barred[index]
        switch profile.declared {
        case .unlinkable:
            return ThreadLink(thread: profile.thread, linked: nil, candidates: [])
        case .item(let item) where !barred.contains(item):
            let named = Evidence(kind: .declared, strength: 1000, text: "the file names this item")
            let candidate = EvidenceSum.candidate(items[item].id, [named])
            return ThreadLink(thread: profile.thread, linked: candidate.item, candidates: [candidate])
        case .item, .nothing: break
        }
        let fit = Fit(
            words: material.words.likeness[index], ownWords: material.words.ownLikeness[index],
            meaning: meaning.likeness[index], comments: profile.comments)
        let fits = FitEvidence(
            fit, words: material.words, meaning: meaning, thread: index, profile: profile, barred: barred)
        let context = ContextEvidence(
            material.context, material.profiles, thread: index, neighbours: material.neighbours, sure: sure,
            barred: barred)
        let keys = material.keys[index].found
        let candidates = Set(keys.keys).union(fits.items).union(context.items).sorted().map { item in
            EvidenceSum.candidate(
                items[item].id, context.weighed((keys[item] ?? []) + fits.of(item)) + context.of(item))
        }
        let ranked = Self.ranked(candidates)
        let linked = ranked.first.flatMap { $0.confidence >= Linker.threshold ? $0.item : nil }
        var link = ThreadLink(thread: profile.thread, linked: linked, candidates: ranked)
        link.fit = LinkFit(fit, items: items, barred: barred)
        link.runs = material.drift.runs(of: profile, own: items.firstIndex { $0.id == linked }, barred: barred)
        return link
    }

    /// The best three. A thread is about one item, so the confidences of its candidates never exceed 1000 together:
    /// what the best takes, the next cannot have. Equals stay in agenda order.
    private static func ranked(_ candidates: [LinkCandidate]) -> [LinkCandidate] {
        let ordered = candidates.enumerated().sorted { a, b in
            a.element.confidence == b.element.confidence
                ? a.offset < b.offset : a.element.confidence > b.element.confidence
        }
        var left = 1000
        var ranked: [LinkCandidate] = []
        for candidate in ordered.map(\.element).prefix(Linker.candidateLimit) {
            let limited = EvidenceSum.limited(candidate, to: left)
            guard limited.confidence > 0 else { break }
            left -= limited.confidence
            ranked.append(limited)
        }
        return ranked
    }
}

extension LinkFit {
    init?(_ fit: Fit, items: [AgendaItem], barred: Set<Int>) {
        guard let best = Lead.best(fit.values, except: barred) else { return nil }
        self.init(
            item: items[best.item].id, value: best.value, next: best.next, words: fit.words[best.item],
            meaning: fit.meaning?[best.item])
    }
}
