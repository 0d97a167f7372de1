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
    let text = PackText.english

    /// - Parameters:
    ///   - brief: What the page shows; every text in it already redacted.
    ///   - files: The pack's other files, for their fingerprints.
    package static func render(_ brief: Brief, files: [WrittenFile] = [], into html: inout HTMLWriter) {
        let page = PackPage(brief: brief, files: files)
        html.doctype()
        html.element(.html, .lang(page.text.language)) { html in
            page.head(&html)
            html.element(.body) { html in
                page.patterns(&html)
                html.element(.a, .class("skip"), .fixed("href", "#glance"), text: page.text.skipLink)
                page.header(&html)
                html.element(.main, .class("wrap"), .fixed("id", "main")) { html in
                    page.introduction(&html)
                    page.glance(&html)
                    for item in page.sections { page.section(item, &html) }
                    page.offAgenda(&html)
                    page.unread(&html)
                    page.method(&html)
                }
                page.footer(&html)
            }
        }
    }

    /// The items that have a section of their own.
    var sections: [ItemBrief] { brief.items.filter(hasSection) }

    func hasSection(_ item: ItemBrief) -> Bool { item.isPublished && item.counts.comments > 0 }

    private func head(_ html: inout HTMLWriter) {
        html.element(.head) { html in
            html.void(.meta, .fixed("charset", "utf-8"))
            html.void(.meta, .fixed("name", "viewport"), .fixed("content", "width=device-width, initial-scale=1"))
            html.void(.meta, .fixed("http-equiv", "Content-Security-Policy"), .content(PackPage.policy))
            html.void(.meta, .fixed("name", "referrer"), .fixed("content", "no-referrer"))
            html.void(.meta, .fixed("name", "robots"), .fixed("content", "noindex"))
            html.element(.title, text: text.title(of: brief.meeting))
            html.style(PackStyle.sheet)
        }
    }

    /// A second lock behind the escaping: a browser runs no script in this page and fetches nothing for it, whatever
    /// stands in it. The page's own style sheet is let in by its fingerprint.
    private static var policy: String {
        let sheet = PackStyle.sheet.withUTF8Buffer { SHA256.hash(data: $0) }
        let fingerprint = Data(sheet).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(fingerprint)'; base-uri 'none'; form-action 'none'"
    }

    private func header(_ html: inout HTMLWriter) {
        let meeting = brief.meeting
        html.element(.header, .class("band")) { html in
            html.element(.div, .class("wrap")) { html in
                let first = [meeting.council, text.packKind].filter { !$0.isEmpty }.joined(separator: " · ")
                html.element(.p, .class("meta"), text: first)
                html.element(.h1, .anyDirection, text: text.heading(of: meeting))
                let lines = [
                    text.timeAndVenue(meeting), [span, deadline].filter { !$0.isEmpty }.joined(separator: ", "),
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

    private var deadline: String { brief.meeting.deadline.map { text.takenUntil($0) } ?? "" }

    private func footer(_ html: inout HTMLWriter) {
        html.element(.footer, .class("foot wrap")) { html in
            html.element(.p) { html in
                html.text(text.footer)
                guard !files.isEmpty else { return }
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

/// How much of a long list a page shows; the rest is in the pack's tables.
enum PageLimit {
    static let threads = 30
    static let keyphrases = 12
    static let questions = 10
    static let copiedTexts = 5
    static let copiedPlaces = 5
    /// Themes that have a bar on paper too, and those after them that are quoted.
    static let printedThemes = 4
    static let suggestions = 3
    /// Phrases of a theme beside its name.
    static let themePhrases = 4
    static let places = 12
    static let allPlaces = 60
    static let silentPlaces = 6
    static let skipped = 20
    static let sources = 60
    /// Characters of an item's own text.
    static let itemText = 320
    /// Bars of a timeline.
    static let bars = 62
}
