/// A form in which other programs read what a pack says: files beside the pack's own.
package enum ExchangeFormat: String, Sendable, CaseIterable {
    /// The agenda as an Open Civic Data event, with what was linked to each item.
    case openCivicData = "opencivicdata"
    /// Comments as answers, agenda items as questions: what i.AI's Consult and ThemeFinder read.
    case themeFinder = "themefinder"
    /// Comments as a table for Jigsaw's sensemaking tools.
    case sensemaking
}
