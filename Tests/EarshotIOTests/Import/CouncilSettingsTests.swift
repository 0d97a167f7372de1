import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("council.yaml")
struct CouncilSettingsTests {
    private static let svg = #"<svg xmlns="http://www.w3.org/2000/svg"/>"#
    private static let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    private let scratch: ScratchFolder
    private var meeting: URL { scratch.url.appendingPathComponent("cabinet") }

    init() throws {
        scratch = try ScratchFolder()
        try scratch.write("1. Trees", as: "cabinet/agenda.txt")
    }

    private func find() throws -> (CouncilSettings, [Diagnostic])? { try CouncilSettings.find(for: meeting) }

    private func refusal(_ text: String) throws -> Diagnostic? {
        try scratch.write(text, as: "council.yaml")
        return #expect(throws: Diagnostic.self) { try find() }
    }

    @Test("there may be none; one beside the agenda goes before that of the folder above; none farther up counts")
    func place() throws {
        try scratch.write("name: Farther up", as: "council.yaml")
        let deep = scratch.url.appendingPathComponent("2026/cabinet")
        try scratch.write("1. Trees", as: "2026/cabinet/agenda.txt")
        #expect(try CouncilSettings.find(for: deep) == nil)
        #expect(try find()?.0.name == "Farther up")
        // A path as people type it, with a slash at its end.
        let typed = URL(fileURLWithPath: meeting.path + "/")
        #expect(try CouncilSettings.find(for: typed)?.0.name == "Farther up")
        try scratch.write("name: Beside", as: "cabinet/council.yaml")
        #expect(try find()?.0.name == "Beside")
        #expect(try MeetingFolder.open(meeting).ignored.isEmpty)
    }

    @Test("every key is read")
    func whole() throws {
        try scratch.write(Self.svg, as: "looks/crest.svg")
        try scratch.write(
            """
            name: Derwent Vale Council
            colour: "#14463D"
            crest: looks/crest.svg
            contact: Democratic services, 01632 960001
            privacy_notice: https://derwentvale.example/privacy
            quotes: Short
            """, as: "council.yaml")
        let (settings, diagnostics) = try #require(try find())
        var expected = Presentation()
        expected.colour = "#14463d"
        expected.crest = "data:image/svg+xml;base64,\(Data(Self.svg.utf8).base64EncodedString())"
        expected.contact = "Democratic services, 01632 960001"
        expected.privacyURL = "https://derwentvale.example/privacy"
        expected.quotes = .short
        #expect(settings.presentation == expected)
        #expect(settings.name == "Derwent Vale Council" && settings.path == "council.yaml" && diagnostics.isEmpty)
    }

    @Test("an empty file says nothing", arguments: ["", "# later\n", "name:\ncolour: ~\n"])
    func empty(_ text: String) throws {
        try scratch.write(text, as: "council.yaml")
        let (settings, diagnostics) = try #require(try find())
        #expect(settings.name == nil && settings.presentation == Presentation() && diagnostics.isEmpty)
    }

    @Test("an unknown key is passed over with a warning that names its line and the likely key")
    func unknown() throws {
        try scratch.write("name: A\ncontakt: B\n", as: "council.yaml")
        let lines = try #require(try find()).1.map(\.line)
        #expect(
            lines == [
                "warning: council.yaml:2: The key \"contakt\" is not known and was passed over. Did you mean \"contact\"?"
            ])
    }

    @Test(
        "a colour on which white words cannot be read is refused with the figure, and so is what is no colour",
        arguments: [
            (
                "\"#ffd700\"",
                "White words on #ffd700 cannot be read well: the contrast is 1.4 to 1, and the law asks for 4.5"
            ),
            (
                "\"#777777\"",
                "White words on #777777 cannot be read well: the contrast is 4.4 to 1, and the law asks for 4.5"
            ),
            ("dark green", "\"dark green\" is no colour"), ("\"#146\"", "\"#146\" is no colour"),
        ])
    func colours(_ colour: String, _ message: String) throws {
        let refusal = try refusal("name: A\ncolour: \(colour)\n")
        #expect(refusal?.message == message)
        #expect(refusal?.place == "council.yaml:2" && refusal?.mend.isEmpty == false)
    }

    @Test("a crest is told by what the file holds, whatever it is called")
    func crest() throws {
        try Self.png.write(to: scratch.url.appendingPathComponent("crest.svg"))
        try scratch.write("crest: crest.svg", as: "council.yaml")
        #expect(try find()?.0.presentation.crest == "data:image/png;base64,\(Self.png.base64EncodedString())")
    }

    @Test(
        "a crest that is missing, too large or no picture is refused",
        arguments: [
            (nil, "The crest \"crest.svg\" cannot be read"),
            ("GIF89a", "The crest \"crest.svg\" is neither an SVG nor a PNG picture"),
            (String(repeating: " ", count: 65_537), "The crest \"crest.svg\" is larger than 64 kB"),
        ] as [(String?, String)])
    func noCrest(_ content: String?, _ message: String) throws {
        if let content { try scratch.write(content, as: "crest.svg") }
        let refusal = try refusal("crest: crest.svg")
        #expect(refusal?.message == message)
        #expect(refusal?.place == "council.yaml:1" && refusal?.mend.isEmpty == false)
    }

    @Test(
        "a value of the wrong kind is refused with its line",
        arguments: [
            ("quotes: loud", "\"quotes\" holds something else, and verbatim, short or none is expected"),
            (
                "privacy_notice: example",
                "\"privacy_notice\" holds something else, and an address that begins with https:// is expected"
            ),
            ("name: [A]", "\"name\" holds a list, and a text is expected"),
        ])
    func wrongKind(_ text: String, _ message: String) throws {
        #expect(try refusal(text)?.message == message)
    }
}
