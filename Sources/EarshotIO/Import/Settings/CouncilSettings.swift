package import EarshotCore
package import Foundation
import Yams

/// What a council says of itself once for all its meetings, in `council.yaml`. Every key may be left out.
package struct CouncilSettings: Equatable, Sendable {
    /// As messages show the file: "council.yaml".
    package var path: String
    package var name: String?
    package var presentation = Presentation()

    private static let keys = ["name", "colour", "crest", "contact", "privacy_notice", "quotes"]
    /// The most of a crest that goes into every page, in bytes (chosen, not derived).
    private static let crestLimit = 64 << 10

    /// Reads the `council.yaml` of the meeting's folder, else of the folder that holds it; `nil` where there is none.
    /// Throws a `Diagnostic` where it cannot be read, the colour is too pale to be read on, or the crest is no picture.
    package static func find(for meeting: URL) throws -> (CouncilSettings, [Diagnostic])? {
        let folders = [meeting, meeting.standardizedFileURL.deletingLastPathComponent()]
        for folder in folders {
            let url = folder.appendingPathComponent("council.yaml")
            if FileManager.default.fileExists(atPath: url.path) { return try read(url) }
        }
        return nil
    }

    private static func read(_ url: URL) throws -> (CouncilSettings, [Diagnostic]) {
        let path = url.lastPathComponent
        var settings = CouncilSettings(path: path)
        var reader = SettingsReader(path: path)
        guard let node = try MeetingSettings.compose(SourceFile(url)), !SettingsReader.isNull(node) else {
            return (settings, [])
        }
        for (key, value) in try reader.entries(node, "The file") where !SettingsReader.isNull(value) {
            switch key.name {
            case "name": settings.name = try reader.text(value, key)
            case "colour", "color": settings.presentation.colour = try colour(reader.text(value, key), path, key.line)
            case "crest":
                let name = try reader.text(value, key)
                let file = url.deletingLastPathComponent().appendingPathComponent(name)
                settings.presentation.crest = try crest(file, name, path, key.line)
            case "contact": settings.presentation.contact = try reader.text(value, key)
            case "privacy_notice": settings.presentation.privacyURL = try reader.address(value, key)
            case "quotes": settings.presentation.quotes = try reader.quotes(value, key)
            default: reader.unknown(key, of: keys, in: "")
            }
        }
        return (settings, reader.diagnostics)
    }

    private static func colour(_ text: String, _ path: String, _ line: Int) throws -> String {
        guard let colour = BrandColour(text) else {
            throw Diagnostic(
                .error, "\"\(text)\" is no colour", at: "\(path):\(line)",
                mend: "Write six digits in quotation marks, such as \"#14463d\"")
        }
        let contrast = colour.contrastWithWhite
        guard contrast >= BrandColour.least else {
            let figure = "\(contrast / 100).\(contrast / 10 % 10)"
            throw Diagnostic(
                .error,
                "White words on \(colour.text) cannot be read well: the contrast is \(figure) to 1, and the law asks for 4.5",
                at: "\(path):\(line)", mend: "Choose a darker colour")
        }
        return colour.text
    }

    private static func crest(_ file: URL, _ name: String, _ path: String, _ line: Int) throws -> String {
        func refused(_ what: String, _ mend: String) -> Diagnostic {
            Diagnostic(.error, what, at: "\(path):\(line)", mend: mend)
        }
        guard let data = try? Data(contentsOf: file) else {
            throw refused("The crest \"\(name)\" cannot be read", "Put the file beside council.yaml and write its name")
        }
        guard data.count <= crestLimit else {
            throw refused("The crest \"\(name)\" is larger than 64 kB", "Save a smaller picture; 200 pixels are plenty")
        }
        if data.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "data:image/png;base64,\(data.base64EncodedString())" }
        let head = String(decoding: data.prefix(1024), as: UTF8.self)
        guard head.contains("<svg") else {
            throw refused("The crest \"\(name)\" is neither an SVG nor a PNG picture", "Save it as one of these")
        }
        return "data:image/svg+xml;base64,\(data.base64EncodedString())"
    }
}
