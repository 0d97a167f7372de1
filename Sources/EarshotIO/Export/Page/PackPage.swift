import Crypto
package import EarshotCore
import Foundation

/// A pack's page, index.html: one file without scripts that asks nothing of any server.
///
/// Read `render` first: it is the order of the page. Every part is a function in a file of its own in this folder; the
/// words are in `PackText`, the looks in `PackStyle`.
package struct PackPage {
    let brief: Brief
    let files: [WrittenFile]
    let appendixComments: Appendix
    let text: PackText

    /// - Parameters:
    ///   - brief: What the page shows; every text in it already redacted.
    ///   - files: The pack's other files, for their fingerprints.
    ///   - appendix: The comments behind the figures.
    init(_ brief: Brief, files: [WrittenFile], appendix: Appendix) {
        let isPublic = brief.audience == .public
        self.brief = isPublic ? PublicFigures.hidingSmall(brief) : brief
        self.files = files
        appendixComments = appendix
        var text = PackText.english
        text.isRounded = isPublic
        self.text = text
    }

    /// The page without single comments.
    package static func render(_ brief: Brief, files: [WrittenFile] = [], into html: inout HTMLWriter) {
        let none = AppendixCollector(audience: brief.audience)
        PackPage(brief, files: files, appendix: Appendix(none, brief: brief)).render(into: &html)
    }

    func render(into html: inout HTMLWriter) {
        html.doctype()
        html.element(.html, .lang(text.language)) { html in
            head(title: text.title(of: brief.meeting), &html)
            html.element(.body) { html in
                patterns(&html)
                html.element(.a, .class("skip"), .fixed("href", "#glance"), text: text.skipLink)
                header(&html)
                html.element(.main, .class("wrap"), .fixed("id", "main")) { html in
                    introduction(&html)
                    glance(&html)
                    for item in sections { section(item, &html) }
                    offAgenda(&html)
                    unread(&html)
                    appendix(&html)
                    method(&html)
                    records(&html)
                }
                footer(&html)
            }
        }
    }

    /// The items that have a section of their own.
    var sections: [ItemBrief] { brief.items.filter(hasSection) }

    func hasSection(_ item: ItemBrief) -> Bool { item.isPublished && item.counts.comments > 0 }

    func head(title: String, _ html: inout HTMLWriter) {
        html.element(.head) { html in
            html.void(.meta, .fixed("charset", "utf-8"))
            html.void(.meta, .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1"))
            html.void(.meta, .fixed("http-equiv", "Content-Security-Policy"), .content(policy))
            html.void(.meta, .fixed("name", "referrer"), .fixed("content", "no-referrer"))
            html.void(.meta, .fixed("name", "robots"), .fixed("content", "noindex"))
            html.element(.title, text: title)
            html.style(PackStyle.sheet)
            if let colour { html.style(colour: colour) }
        }
    }

    /// The council's own, where it has one.
    private var colour: BrandColour? { BrandColour(brief.presentation.colour) }

    /// A second lock behind the escaping: a browser runs no script in this page and fetches nothing for it, whatever
    /// stands in it. The page's own style sheets are let in by their fingerprints, the crest because it is inside.
    private var policy: String {
        let sheet = Data(PackStyle.sheet.withUTF8Buffer { SHA256.hash(data: $0) }).base64EncodedString()
        var styles = "'sha256-\(sheet)'"
        if let colour {
            let own = Data(SHA256.hash(data: Array(HTMLWriter.sheet(colour: colour).utf8)))
            styles += " 'sha256-\(own.base64EncodedString())'"
        }
        let images = brief.presentation.crest.isEmpty ? "" : "img-src data:; "
        return "default-src 'none'; style-src \(styles); \(images)base-uri 'none'; form-action 'none'"
    }

    private func header(_ html: inout HTMLWriter) {
        let meeting = brief.meeting
        html.element(.header, .class("band")) { html in
            html.element(.div, .class("wrap")) { html in
                if !brief.presentation.crest.isEmpty { html.decoration(brief.presentation.crest) }
                let first = [meeting.council, text.packKind(brief.audience), text.edition(brief.seal)]
                html.element(
                    .p, .class("meta"), .anyDirection, text: first.filter { !$0.isEmpty }.joined(separator: " · "))
                html.element(.h1, .anyDirection, text: text.heading(of: meeting))
                let lines = [
                    text.timeAndVenue(meeting), [span, deadline].filter { !$0.isEmpty }.joined(separator: ", "),
                    text.sealed(brief.seal),
                ]
                for line in lines where !line.isEmpty {
                    html.element(.p, .class("meta"), .anyDirection, text: text.capitalised(line))
                }
            }
        }
    }

    private var span: String {
        guard let first = brief.totals.first, let last = brief.totals.last else { return "" }
        return text.commentsOf(first: first, last: last)
    }

    private var deadline: String { brief.meeting.deadline.map { text.takenUntil($0, said: brief.totals.last) } ?? "" }

    func footer(_ html: inout HTMLWriter) {
        html.element(.footer, .class("foot wrap")) { html in
            html.element(.p) { html in
                html.text(text.footer)
                guard !files.isEmpty else { return }
                html.element(.span, .class("screen")) { html in
                    html.text(" \(text.evidence) ")
                    for (i, file) in files.enumerated() {
                        if i > 0 { html.text(", ") }
                        html.link(toPackFile: file.name)
                    }
                    html.text(".")
                }
            }
        }
    }
}

/// How much of a long list a page shows; the rest is in the pack's tables.
enum PageLimit {
    static let threads = 30
    static let keyphrases = 12
    static let questions = 10
    static let copiedTexts = 5
    static let copiedPlaces = 5
    /// Themes that have a bar on paper too, and those after them that are quoted.
    static let printedThemes = 4
    /// Themes that are shown without a quote of their own.
    static let themes = 5
    static let suggestions = 3
    /// Comments that wait for a reader, of an item on paper.
    static let printedUnread = 2
    /// Phrases of a theme beside its name.
    static let themePhrases = 4
    static let places = 12
    static let allPlaces = 60
    /// Characters of what a place is about.
    static let topic = 90
    static let silentPlaces = 6
    static let silentWards = 15
    /// Characters of a ward or place among those that are not heard.
    static let silentName = 48
    static let skipped = 20
    static let sources = 60
    /// Characters of an item's own text.
    static let itemText = 320
    /// Bars of a timeline.
    static let bars = 62
}
