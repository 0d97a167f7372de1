/// Collects the lines of a stream until those about one item can be read together, wherever among the others they stand.
///
/// Lines that wait for nothing go on at once where no line before them waits. So many lines wait at most
/// (`ScoreFilter.windowLimit`); then all are answered but the last run of lines about one item, which may go on.
struct FilterGroups {
    private var lines: [FilterLine] = []
    private var open = 0

    mutating func add(_ line: FilterLine) {
        if case .open = line { open += 1 }
        lines.append(line)
    }

    /// The lines that wait for no others any more, in order.
    mutating func takeFinished() -> [FilterLine] {
        guard open > 0 else { return takeAll() }
        guard open >= ScoreFilter.windowLimit else { return [] }
        let (start, waiting) = lastRun
        // One item without end is cut.
        guard waiting < ScoreFilter.groupLimit else { return takeAll() }
        defer {
            lines.removeFirst(start)
            open = waiting
        }
        return Array(lines[..<start])
    }

    mutating func takeAll() -> [FilterLine] {
        defer {
            lines = []
            open = 0
        }
        return lines
    }

    /// Where the last lines about one item begin, and how many of them wait.
    private var lastRun: (start: Int, waiting: Int) {
        var start = lines.count
        var waiting = 0
        var about: String??
        while start > 0 {
            if case .open(let line) = lines[start - 1] {
                guard about == nil || about == .some(line.about) else { break }
                about = .some(line.about)
                waiting += 1
            }
            start -= 1
        }
        return (start, waiting)
    }

    /// The lines that wait, by item in the order of its first line, at most `ScoreFilter.groupLimit` to a group; each with
    /// its place among `lines`.
    static func groups(_ lines: [FilterLine]) -> [(group: LineGroup, places: [Int])] {
        var groups: [(group: LineGroup, places: [Int])] = []
        var latest: [String: Int] = [:]
        for (place, line) in lines.enumerated() {
            guard case .open(let scored) = line else { continue }
            let about = scored.about ?? ""
            if let index = latest[about], groups[index].places.count < ScoreFilter.groupLimit {
                groups[index].group.lines.append(line)
                groups[index].places.append(place)
            } else {
                latest[about] = groups.count
                groups.append((LineGroup(about: scored.about, lines: [line]), [place]))
            }
        }
        return groups
    }
}
