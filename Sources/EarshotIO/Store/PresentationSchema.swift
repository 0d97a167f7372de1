extension Schema {
    /// The council's looks and the officers' notes (`Presentation` as JSON), which change no figure.
    static let presentation = ["ALTER TABLE meeting ADD COLUMN presentation TEXT NOT NULL DEFAULT '{}'"]
}
