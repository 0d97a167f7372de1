/// The parts of an XML record that importers ask for.
extension MarkupElement {
    /// The first element right inside this one with the name.
    func child(_ name: String) -> MarkupElement? { first(ofChildren: name) { $0 } }

    /// The text of the first element right inside with one of the names that has any; white space collapsed.
    func line(_ names: String...) -> String? {
        for name in names {
            let text = first(ofChildren: name) { child in
                let text = MarkupText.collapsed(child.text)
                return text.isEmpty ? nil : text
            }
            if let text { return text }
        }
        return nil
    }
}
