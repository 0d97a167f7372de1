import EarshotCore

/// The texts that the cells of a workbook share, in one piece of memory.
struct SharedStrings {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Reads the part as it is unpacked; up to one text only, where `last` is given. A workbook may have no such part.
    init(_ package: OfficePackage, part: String, upTo last: Int = Int.max) throws {
        struct Enough: Error {}
        guard last >= 0 else { return }
        var text = RichText()
        var depth = 0
        do {
            try package.events(of: part) { event in
                switch event {
                case .start(let name, _, _):
                    depth += 1
                    if depth == 2 { text = RichText() } else if depth > 2 { text.start(OfficePackage.local(name)) }
                case .text(let piece): text.add(piece)
                case .end:
                    if depth == 2 {
                        bytes += Array(text.text.utf8)
                        ends.append(bytes.count)
                        if ends.count > last { throw Enough() }
                    } else if depth > 2 {
                        text.end()
                    }
                    depth -= 1
                }
            }
        } catch is Enough {}
    }

    /// The text with the index; empty where there is none.
    subscript(index: Int) -> String {
        guard ends.indices.contains(index) else { return "" }
        return String(decoding: bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]], as: UTF8.self)
    }
}

/// A text in runs, `<r><t>…</t></r>`, or in one `<t>`; what it sounds like (`<rPh>`) is left out.
struct RichText {
    private(set) var text = ""
    private var open: [Bool] = []
    private var sounds = 0

    mutating func start(_ name: Substring) {
        if name == "rPh" { sounds += 1 }
        open.append(name == "rPh")
        isText = name == "t" && sounds == 0
    }

    mutating func add(_ piece: String) {
        if isText { text += Self.decoded(piece) }
    }

    mutating func end() {
        if open.popLast() == true { sounds -= 1 }
        isText = false
    }

    private var isText = false

    /// `_x000D_` stands for a character that XML does not take; `_x005F_` for the underscore before such a mark.
    static func decoded(_ text: String) -> String {
        guard text.hasByte(UInt8(ascii: "_")), text.contains("_x") else { return text }
        return text.replacing(/_x(?<code>[0-9A-Fa-f]{4})_/) { match in
            guard let code = UInt32(match.code, radix: 16), let scalar = Unicode.Scalar(code), code != 0 else {
                return String(match.0)
            }
            return code == 13 ? "" : String(Character(scalar))
        }
    }
}
