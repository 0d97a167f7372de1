import EarshotCore

/// The drawings. Each stands beside the figures that it shows, and is hidden from screen readers for that reason.
extension PackPage {
    /// The hatching of unclear positions, which every bar of the page refers to.
    func patterns(_ html: inout HTMLWriter) {
        html.element(.svg, .class("patterns"), .hidden) { html in
            html.element(.defs) { html in
                html.element(
                    .pattern, .fixed("id", "hatch"), .number("width", 5), .number("height", 5),
                    .fixed("patternUnits", "userSpaceOnUse"), .fixed("patternTransform", "rotate(45)")
                ) { html in
                    html.element(.rect, .class("gap"), .number("width", 5), .number("height", 5)) { _ in }
                    html.element(.rect, .class("stroke"), .number("width", 2), .number("height", 5)) { _ in }
                }
            }
        }
    }

    /// Support, mixed, unclear, oppose, from left to right, each as wide as its share.
    func positionBar(_ counts: PositionCounts, isTall: Bool = false, _ html: inout HTMLWriter) {
        let parts = Position.allCases.map { (counts[$0], swatch($0)) }
        bar(parts, isTall ? .class("bar tall") : .class("bar"), &html)
    }

    /// Tone with its key; comments that were not scored are hatched like unclear positions.
    func toneBar(_ tones: ToneCounts, _ html: inout HTMLWriter) {
        let unscored = tones.notScored.reduce(0) { $0 + $1.comments }
        let parts: [(count: Int, look: HTMLAttribute, name: String)] = [
            (tones.negative, .class("neg"), "\(text.figure(tones.negative)) \(text.negative)"),
            (tones.neutral, .class("neu"), "\(text.figure(tones.neutral)) \(text.neutral)"),
            (tones.positive, .class("pos"), "\(text.figure(tones.positive)) \(text.positive)"),
            (unscored, .class("u"), text.notScored(tones.notScored)),
        ]
        bar(parts.map { ($0.count, $0.look) }, .class("bar"), &html)
        html.element(.ul, .class("key")) { html in
            // "0 negative" says something, "0 not scored" does not.
            for part in parts where part.count > 0 || part.name != parts[3].name {
                keyEntry(part.look, part.name, &html)
            }
        }
    }

    /// The key with counts, or without where a table stands below it.
    func positionKey(_ counts: PositionCounts?, _ html: inout HTMLWriter) {
        html.element(.ul, .class("key")) { html in
            for position in Position.allCases {
                let name = text.position(position)
                let label = counts.map { "\(text.figure($0[position])) \(name)" } ?? text.capitalised(name)
                keyEntry(swatch(position), label, &html)
            }
        }
    }

    private func keyEntry(_ look: HTMLAttribute, _ label: String, _ html: inout HTMLWriter) {
        html.element(.li) { html in
            html.element(.svg, .class("swatch"), .fixed("viewBox", "0 0 14 14"), .hidden) { html in
                html.element(.rect, look, .number("width", 14), .number("height", 14)) { _ in }
            }
            html.text(label)
        }
    }

    /// How loud an item is beside the loudest: a bar as wide as its share of `most`.
    func volumeBar(_ count: Int, of most: Int, _ html: inout HTMLWriter) {
        guard most > 0 else { return }
        html.element(
            .svg, .class("volume"), .fixed("viewBox", "0 0 300 10"), .fixed("preserveAspectRatio", "none"), .hidden
        ) { html in
            html.element(
                .rect, .class("day"), .number("width", max(count * 300 / most, count > 0 ? 2 : 0)),
                .number("height", 10)
            ) { _ in }
        }
    }

    /// Comments a day, or a longer step where the bars would be too many; `deadline` marks the bar behind which nothing
    /// counts.
    func timelineBars(_ heights: [Int], deadline: Int?, _ html: inout HTMLWriter) {
        let most = max(heights.max() ?? 1, 1)
        // Few days make broad bars: keep them from filling the width.
        let slots = max(heights.count, 7)
        html.element(
            .svg, .class("bar days"), .fixed("preserveAspectRatio", "none"), .viewBox(width: slots * 12, height: 120),
            .hidden
        ) { html in
            for (i, height) in heights.enumerated() where height > 0 {
                let size = max(height * 120 / most, 2)
                html.element(
                    .rect, .class("day"), .number("x", i * 12 + 1), .number("y", 120 - size), .number("width", 10),
                    .number("height", size)
                ) { _ in }
            }
            if let deadline {
                html.element(
                    .rect, .class("deadline"), .number("x", deadline * 12 + 11), .number("width", 1),
                    .number("height", 120)
                ) { _ in }
            }
            // The ground line ends where the days end.
            html.element(
                .rect, .class("ground"), .number("y", 119), .number("width", heights.count * 12), .number("height", 1)
            ) { _ in }
        }
    }

    private func swatch(_ position: Position) -> HTMLAttribute {
        switch position {
        case .support: .class("s")
        case .mixed: .class("m")
        case .unclear: .class("u")
        case .oppose: .class("o")
        }
    }

    private func bar(
        _ parts: [(count: Int, look: HTMLAttribute)], _ look: HTMLAttribute, _ html: inout HTMLWriter
    ) {
        let total = parts.reduce(0) { $0 + $1.count }
        guard total > 0 else { return }
        html.element(
            .svg, look, .fixed("viewBox", "0 0 300 10"), .fixed("preserveAspectRatio", "none"), .hidden
        ) { html in
            var done = 0
            for part in parts where part.count > 0 {
                let start = done * 300 / total
                done += part.count
                html.element(
                    .rect, part.look, .number("x", start), .number("width", done * 300 / total - start),
                    .number("height", 10)
                ) { _ in }
            }
        }
    }
}
