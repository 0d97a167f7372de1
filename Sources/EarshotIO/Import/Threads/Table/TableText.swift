import EarshotCore

/// The words in a cell that holds HTML, or a JSON object with a text for each language.
enum TableText {
    static func plain(_ cell: String) -> String {
        var text = cell
        if cell.hasPrefix("{"), cell.hasSuffix("}"),
            let members = try? JSONParser.parse(Array(cell.utf8), path: "").members,
            let first = members.lazy.compactMap(\.value.string).first(where: { $0.contains { !$0.isWhitespace } })
        {
            // The first language that holds words; translations by machine stand under a key of their own.
            text = first
        }
        guard text.hasByte(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return text }
        return HTMLText(loose: text).text
    }
}
