package import EarshotCore

/// Every included comment by item and thread, cut into pages of a bearable length.
package struct Appendix: Sendable {
    /// So many comments still stand in the pack's own page.
    package static let inline = 600
    /// Comments of a page of its own.
    package static let page = 2_000

    /// The comments of one thread that count for one item.
    package struct Thread: Sendable {
        package var title: String
        package var place: String
        package var comments: [AppendixComment]
    }

    package struct Section: Sendable {
        /// `nil` for what is about no item.
        package var item: AgendaItem?
        package var threads: [Thread]
        /// The thread before was cut in the middle.
        package var isContinued = false
        package var count: Int { threads.reduce(0) { $0 + $1.comments.count } }
    }

    /// In agenda order, the talk off the agenda last.
    package let sections: [Section]
    /// What was left out, in the order of the reasons; only officers see it.
    package let excluded: [AppendixComment]
    /// There are too many comments for pages.
    package let isTooLong: Bool

    package var isEmpty: Bool { sections.isEmpty && excluded.isEmpty && !isTooLong }
    package var isInline: Bool { sections.reduce(0) { $0 + $1.count } + excluded.count <= Self.inline }

    package init(_ collected: AppendixCollector, brief: Brief) {
        let grouped = Dictionary(grouping: collected.included) { $0.item }
        let items = brief.items.map(\.item).filter { grouped[$0.id] != nil }
        sections = (items.map(Optional.some) + [nil]).compactMap { item in
            guard let comments = grouped[item?.id], !comments.isEmpty else { return nil }
            return Section(item: item, threads: Self.threads(comments))
        }
        let order = Dictionary(
            brief.exclusions.enumerated().map { ($1.reason, $0) }, uniquingKeysWith: { first, _ in first })
        excluded = collected.excluded.enumerated().sorted { a, b in
            let (x, y) = (order[a.element.exclusion ?? ""] ?? Int.max, order[b.element.exclusion ?? ""] ?? Int.max)
            return (x, a.offset) < (y, b.offset)
        }.map(\.element)
        isTooLong = collected.isTooLong
    }

    /// In the order in which the threads come up, which is that of the files.
    private static func threads(_ comments: [AppendixComment]) -> [Thread] {
        var threads: [Thread] = []
        var places: [DiscussionThread.ID: Int] = [:]
        for comment in comments {
            if let place = places[comment.thread] {
                threads[place].comments.append(comment)
            } else {
                places[comment.thread] = threads.count
                threads.append(Thread(title: comment.threadTitle, place: comment.place, comments: [comment]))
            }
        }
        return threads
    }

    /// The sections cut into pages of at most `page` comments; a thread is only cut where it is longer than a page.
    package var pages: [[Section]] {
        var pages: [[Section]] = []
        var current: [Section] = []
        var count = 0
        func close() {
            if !current.isEmpty { pages.append(current) }
            current = []
            count = 0
        }
        for section in sections {
            var isContinued = false
            for thread in section.threads {
                var rest = thread.comments[...]
                while !rest.isEmpty {
                    if count > 0, count + min(rest.count, Self.page) > Self.page { close() }
                    let part = rest.prefix(Self.page - count)
                    rest = rest.dropFirst(part.count)
                    let piece = Thread(title: thread.title, place: thread.place, comments: Array(part))
                    if let last = current.last, last.item == section.item {
                        current[current.count - 1].threads.append(piece)
                    } else {
                        current.append(Section(item: section.item, threads: [piece], isContinued: isContinued))
                    }
                    isContinued = true
                    count += part.count
                }
            }
        }
        close()
        return pages
    }

    /// "comments-3.html", from 1.
    package static func file(_ number: Int) -> String { "comments-\(number).html" }
}
