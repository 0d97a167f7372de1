import EarshotCore

/// Where everything came from and what the pack consists of.
extension PackPage {
    func allPlaces(_ html: inout HTMLWriter) {
        guard !brief.places.isEmpty else { return }
        html.element(.h3, text: text.placesHeading)
        let hasMembers = brief.places.contains { $0.place.members != nil }
        html.element(
            .div, .class("scroll"), .fixed("tabindex", "0"), .fixed("role", "group"), .label(text.allPlacesTable)
        ) { html in
            html.element(.table) { html in
                html.element(.caption, .class("hidden"), text: text.allPlacesTable)
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        html.element(.th, .fixed("scope", "col"), text: text.placeColumn)
                        if hasMembers { column(text.membersColumn, &html) }
                        column(text.threadsColumn, &html)
                        column(text.commentsColumn, &html)
                    }
                }
                html.element(.tbody) { html in
                    for place in brief.places.prefix(PageLimit.allPlaces) { row(place, hasMembers: hasMembers, &html) }
                }
            }
        }
        more(brief.places.count - PageLimit.allPlaces, in: "pack.json", &html)
    }

    private func column(_ title: String, _ html: inout HTMLWriter) {
        html.element(.th, .fixed("scope", "col"), .class("n"), text: title)
    }

    private func row(_ brief: PlaceBrief, hasMembers: Bool, _ html: inout HTMLWriter) {
        let place = brief.place
        html.element(.tr) { html in
            html.element(.th, .fixed("scope", "row")) { html in
                html.element(.span, .anyDirection) { $0.link(to: place.url, text: place.name) }
                var notes = [text.placeNote(network: place.network, kind: place.kind, ward: place.ward)]
                if let day = LocalTime(isoDate: place.checked) { notes.append(text.checked(text.date(day))) }
                notes.removeAll(where: \.isEmpty)
                if !notes.isEmpty { html.element(.span, .class("c"), text: " (\(notes.joined(separator: ", ")))") }
            }
            if hasMembers { html.element(.td, .class("n"), text: place.members.map(text.number) ?? text.none) }
            html.element(.td, .class("n"), text: text.number(brief.threads))
            html.element(.td, .class("n"), text: text.figure(brief.comments))
        }
    }

    func sources(_ html: inout HTMLWriter) {
        guard !brief.sources.isEmpty else { return }
        html.element(.h3, text: text.sourcesHeading)
        html.element(.ul, .class("files")) { html in
            for source in brief.sources.prefix(PageLimit.sources) {
                html.element(.li) { html in
                    html.element(.code, text: source.path)
                    html.text(" \(text.sourceNote(source))")
                    fingerprint(source.sha256, &html)
                }
            }
        }
        more(brief.sources.count - PageLimit.sources, in: "pack.json", &html)
    }

    func packFiles(_ html: inout HTMLWriter) {
        guard !files.isEmpty else { return }
        html.element(.h3, text: text.filesHeading)
        html.element(.ul, .class("files")) { html in
            for file in files {
                html.element(.li) { html in
                    html.link(toPackFile: file.name)
                    html.text(" \(text.size(file.size))")
                    fingerprint(file.sha256, &html)
                }
            }
        }
        html.element(.p, .class("c"), text: text.filesNote)
    }

    private func fingerprint(_ sha256: String, _ html: inout HTMLWriter) {
        html.element(.div, .class("c")) { $0.element(.code, text: sha256) }
    }
}
