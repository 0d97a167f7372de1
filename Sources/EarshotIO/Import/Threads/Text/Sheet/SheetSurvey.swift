import EarshotCore

/// What a first reading of a typed sheet tells of its threads: whether dates begin the comments or names alone do, and
/// how many there are.
struct SheetSurvey {
    /// A heading and what stands under it, or what stands above the first heading.
    struct Section {
        var title: String?
        var line: Int
        /// Comments begin with `Name:` after a blank line.
        var takesNames = false
        /// Comments that begin with name and date, or with a name.
        var bylines = 0
        /// Words stand before the first of them.
        var hasOpening = false

        /// Records: comments and the post that opens the thread.
        var entries: Int { bylines + (hasOpening ? 1 : 0) }
        var isBare: Bool { title == nil && entries == 0 }
    }

    private(set) var sections: [Section] = []
    /// Comments with a date.
    private(set) var dated = 0

    private var lines: SheetLines
    private let zone: String
    private var open = Open(section: Section(title: nil, line: 1))

    private struct Open {
        var section: Section
        var isInFields = true
        var afterBlank = true
        var hasWords = false
        var dated = 0
        var named = 0
        var hasWordsBeforeDate = false
        var beginsWithName = false
    }

    init(zone: String) {
        self.zone = zone
        lines = SheetLines(zone: zone)
    }

    mutating func add(_ line: TextLines.Line) {
        if let event = lines.push(line) { take(event) }
    }

    mutating func finish() {
        if let event = lines.finish() { take(event) }
        close()
    }

    private mutating func take(_ event: SheetLines.Event) {
        switch event {
        case .heading(let title, let line):
            close()
            open = Open(section: Section(title: title, line: line))
        case .line(let text, _, let isBlank):
            if open.isInFields {
                if isBlank || SheetFields.field(text) != nil { return }
                open.isInFields = false
            }
            take(text, isBlank)
        }
    }

    private mutating func take(_ text: String, _ isBlank: Bool) {
        if SheetByline.dated(text, zone: zone) != nil {
            if open.dated == 0 { open.hasWordsBeforeDate = open.hasWords }
            open.dated += 1
        } else if !isBlank, open.afterBlank, SheetByline.undated(text) != nil {
            open.named += 1
            if !open.hasWords { open.beginsWithName = true }
        }
        if !isBlank { open.hasWords = true }
        open.afterBlank = isBlank
    }

    private mutating func close() {
        var section = open.section
        section.takesNames = open.dated == 0 && open.beginsWithName
        section.bylines = section.takesNames ? open.named : open.dated
        section.hasOpening =
            section.takesNames ? false : open.dated == 0 ? open.hasWords : open.hasWordsBeforeDate
        dated += open.dated
        sections.append(section)
    }
}

/// "Place: …" and the like right below a heading.
enum SheetFields {
    private static let names = [
        "place": "place", "group": "place", "network": "network", "address": "address", "url": "address",
        "link": "address", "item": "item", "agenda item": "item",
    ]

    static func field(_ line: String) -> (name: String, value: String)? {
        guard let colon = line.prefix(20).firstIndex(of: ":"),
            let name = names[SheetByline.trimmed(line[..<colon]).lowercased()]
        else { return nil }
        return (name, SheetByline.trimmed(line[line.index(after: colon)...]))
    }
}
