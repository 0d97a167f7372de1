/// Agendas whose lines carry no whole numbers that count on: numbered through the year ("24/101"), every entry typed
/// "1." as Markdown allows, laid out as a Markdown table, or merely bulleted.
enum UncountedLines {
    /// The lines with numbers of their own in place, where the agenda is written so.
    static func applied(to lines: [TextLine]) -> [TextLine] {
        let lines = withoutTable(lines)
        return referenced(lines) ?? counted(lines) ?? lines
    }

    /// The lines with the bullets, or the times, of an agenda told as items; `nil` where they are none.
    ///
    /// Only where the document says that an agenda follows: any text may hold a list.
    static func bulleted(_ lines: [TextLine]) -> [TextLine]? {
        guard let start = lines.firstIndex(where: { saysAgenda($0.text) }),
            lines.count(where: \.isCounted) < 2,
            lines[(start + 1)...].count(where: { $0.heading > 0 }) < 2
        else { return nil }
        let after = lines.indices.dropFirst(start + 1)
        let timed = after.filter { lines[$0].timed != nil }
        let marked = timed.count >= 3 ? timed : after.filter { lines[$0].bulleted != nil }
        if marked.isEmpty { return inCapitals(lines, after) }
        // A list within an item is set in.
        let outermost = marked.map { lines[$0].indent }.min() ?? 0
        let entries = marked.filter { lines[$0].indent <= outermost + 1 }
        guard entries.count >= 3 else { return nil }
        return items(Set(entries), in: lines)
    }

    private static func items(_ entries: Set<Int>, in lines: [TextLine]) -> [TextLine] {
        var out: [TextLine] = []
        for (index, line) in lines.enumerated() {
            var line = line.number == nil ? line : line.unnumbered
            guard entries.contains(index) else {
                out.append(line)
                continue
            }
            line.isBullet = true
            line.title = line.timed?.title ?? line.bulleted ?? line.text
            out.append(line)
            if let time = line.timed?.time { out.append(TextLine("    \(time)", line: line.line)) }
        }
        return out
    }

    /// Titles in capitals, each a paragraph of its own or the first line of one.
    private static func inCapitals(_ lines: [TextLine], _ after: Range<Int>) -> [TextLine]? {
        let titles = after.filter { index in
            let letters = lines[index].text.filter(\.isLetter)
            return (lines[index].isParagraph || lines[index - 1].text.isEmpty) && lines[index].text.count <= 80
                && letters.count >= 4 && letters.allSatisfy(\.isUppercase)
        }
        guard titles.count >= 3 else { return nil }
        return items(Set(titles), in: lines)
    }

    /// "AGENDA", "# Agenda – Town Council", "RHAGLEN".
    static func saysAgenda(_ text: String) -> Bool {
        guard text.count <= 120 else { return false }
        let words = text.lowercased().split { !$0.isLetter }
        return words.contains("agenda") || words.contains("rhaglen") || words.starts(with: ["order", "of", "business"])
            || words == ["a", "g", "e", "n", "d", "a"]
    }

    private static func referenced(_ lines: [TextLine]) -> [TextLine]? {
        let texts = lines.indices.filter { lines[$0].indent < 4 }.map { (index: $0, text: lines[$0].text) }
        let entries = ReferenceNumber.sequence(in: texts)
        guard let first = entries.first,
            !lines[..<first.index].contains(where: { $0.isMarked && $0.isCounted })
        else { return nil }
        var out = lines.map { $0.number == nil ? $0 : $0.unnumbered }
        for entry in entries {
            (out[entry.index].number, out[entry.index].leading) = (entry.number, entry.leading)
            (out[entry.index].title, out[entry.index].isMarked) = (entry.title, true)
        }
        return out
    }

    /// "1. Apologies", "1. Minutes", "1. Finance" → 1, 2, 3.
    private static func counted(_ lines: [TextLine]) -> [TextLine]? {
        let numbered = lines.indices.filter { lines[$0].isMarked && lines[$0].leading != nil && lines[$0].indent < 4 }
        guard numbered.count >= 2, numbered.allSatisfy({ lines[$0].number == "1" && !lines[$0].title.isEmpty }) else {
            return nil
        }
        var out = lines
        for (count, index) in numbered.enumerated() {
            (out[index].number, out[index].leading) = (String(count + 1), count + 1)
        }
        return out
    }

    /// "| 3 | Bus shelter | Cllr A |" → "3.", "Bus shelter", and "Cllr A" on a line of its own.
    private static func withoutTable(_ lines: [TextLine]) -> [TextLine] {
        guard lines.count(where: { $0.text.hasPrefix("|") }) >= 3 else { return lines }
        var out: [TextLine] = []
        var header: Int?
        for line in lines {
            guard line.text.hasPrefix("|") else {
                out.append(line)
                continue
            }
            guard line.text.contains(where: { $0.isLetter || $0.isNumber }) else {
                // The row of dashes: what stands above it is the table's header.
                if let header, header < out.count { out.removeSubrange(header...) }
                header = nil
                continue
            }
            header = out.count
            let cells = line.text.split(separator: "|").map { MarkupText.collapsed($0) }.filter { !$0.isEmpty }
            let isNumbered = cells[0].first?.isNumber == true && cells[0].count <= 6 && cells.count > 1
            let title =
                isNumbered ? "\(cells[0].last?.isNumber == true ? "\(cells[0])." : cells[0]) \(cells[1])" : cells[0]
            out.append(TextLine(title, line: line.line))
            out += cells.dropFirst(isNumbered ? 2 : 1).map { TextLine("    \($0)", line: line.line) }
        }
        return out
    }
}
