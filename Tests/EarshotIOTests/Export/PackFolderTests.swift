import Crypto
import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("A pack's folder")
struct PackFolderTests {
    private struct Interruption: Error {}
    private static let digest = String(repeating: "a", count: 64)

    private let scratch: Scratch
    private let folder: PackFolder

    init() throws {
        scratch = try Scratch()
        folder = try PackFolder(parent: scratch.url.appendingPathComponent("Exports"), name: "ryde")
    }

    /// A pack with one file that says `text`.
    private func replace(_ text: String) throws {
        try folder.replace { url in
            try Data(text.utf8).write(to: url.appendingPathComponent("index.html"))
            try Data("\(Self.digest)  index.html\n".utf8).write(to: url.appendingPathComponent("SHA256SUMS"))
        }
    }

    private func pack(_ text: String, in name: String) throws {
        try scratch.write(text, to: "Exports/\(name)/index.html")
        try scratch.write("\(Self.digest)  index.html\n", to: "Exports/\(name)/SHA256SUMS")
    }

    @Test("takes the place of the earlier pack, files that it no longer has and all, and leaves nothing beside it")
    func replaces() throws {
        try replace("first")
        #expect(scratch.text("Exports/ryde/index.html") == "first")
        try replace("second")
        #expect(scratch.text("Exports/ryde/index.html") == "second")
        #expect(try scratch.names("Exports") == ["ryde"])
        #expect(try scratch.names("Exports/ryde") == ["SHA256SUMS", "index.html"])
    }

    @Test("is as it was where writing the new one breaks off")
    func keepsOld() throws {
        try replace("first")
        #expect(throws: Interruption.self) {
            try folder.replace { url in
                try Data("half".utf8).write(to: url.appendingPathComponent("index.html"))
                #expect(scratch.text("Exports/ryde/index.html") == "first")
                throw Interruption()
            }
        }
        #expect(scratch.text("Exports/ryde/index.html") == "first")
        #expect(try scratch.names("Exports") == ["ryde"])
    }

    @Test("comes back after a run that was killed while it wrote")
    func killedWhileWriting() throws {
        try pack("earlier", in: "ryde")
        try scratch.write("half", to: "Exports/.earshot-partial-ryde/index.html")
        try folder.replace { url in
            #expect(try FileManager.default.contentsOfDirectory(atPath: url.path).isEmpty)
            try Data("new".utf8).write(to: url.appendingPathComponent("index.html"))
        }
        #expect(scratch.text("Exports/ryde/index.html") == "new")
        #expect(try scratch.names("Exports") == ["ryde"])
    }

    @Test("comes back after a run that was killed between the two moves, even if the next one breaks off too")
    func killedBetweenMoves() throws {
        try pack("earlier", in: ".earshot-old-ryde")
        try pack("new", in: ".earshot-partial-ryde")
        #expect(throws: Interruption.self) { try folder.replace { _ in throw Interruption() } }
        #expect(scratch.text("Exports/ryde/index.html") == "earlier")
        #expect(try scratch.names("Exports") == ["ryde"])
    }

    @Test("is the new one after a run that was killed before it cleared the earlier one away")
    func killedBeforeClearing() throws {
        try pack("new", in: "ryde")
        try pack("earlier", in: ".earshot-old-ryde")
        #expect(throws: Interruption.self) { try folder.replace { _ in throw Interruption() } }
        #expect(scratch.text("Exports/ryde/index.html") == "new")
        #expect(try scratch.names("Exports") == ["ryde"])
    }

    @Test("is not replaced where it holds a file of somebody's own")
    func foreign() throws {
        try replace("first")
        try scratch.write("mine", to: "Exports/ryde/notes.docx")
        let refusal = #expect(throws: Diagnostic.self) { try replace("second") }
        #expect(refusal?.place.hasSuffix("/ryde/notes.docx") == true)
        #expect(scratch.text("Exports/ryde/index.html") == "first")
        #expect(scratch.text("Exports/ryde/notes.docx") == "mine")
    }

    @Test("is not replaced where it is no pack at all")
    func noPack() throws {
        try scratch.write("mine", to: "Exports/ryde/index.html")
        #expect(throws: Diagnostic.self) { try replace("second") }
        #expect(scratch.text("Exports/ryde/index.html") == "mine")
    }

    @Test("is replaced whatever file managers have left in it")
    func fileManagers() throws {
        try replace("first")
        try scratch.write("", to: "Exports/ryde/.DS_Store")
        try scratch.write("", to: "Exports/ryde/Thumbs.db")
        try replace("second")
        #expect(try scratch.names("Exports/ryde") == ["SHA256SUMS", "index.html"])
    }

    @Test("is written by one run at a time")
    func oneAtATime() throws {
        try folder.replace { _ in
            let refusal = #expect(throws: Diagnostic.self) { try replace("other") }
            #expect(refusal?.message == "Another export of this meeting is running")
        }
        try replace("later")
        #expect(scratch.text("Exports/ryde/index.html") == "later")
    }

    @Test(
        "cannot be named so that it lies elsewhere",
        arguments: ["", ".", "..", ".hidden", "a/b", "a\0b", String(repeating: "x", count: 201)])
    func names(_ name: String) {
        #expect(throws: Diagnostic.self) { try PackFolder(parent: scratch.url, name: name) }
    }
}

@Suite("A pack's files on the disk")
struct FileSinkTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test("are fingerprinted as they are written", arguments: [0, 1, 1000, 300_000, 1_000_001])
    func hash(_ size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 * 31 ^ $0 >> 8) }
        let sink = try FileSink(scratch.url.appendingPathComponent("a.bin"))
        for start in stride(from: 0, to: size, by: 777) { try sink.write(Array(bytes[start..<min(start + 777, size)])) }
        let file = try sink.close()
        #expect(try scratch.bytes("a.bin") == bytes)
        let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(file == WrittenFile(name: "a.bin", size: size, sha256: digest))
    }

    @Test("never take another file's place")
    func existing() throws {
        try scratch.write("mine", to: "a.csv")
        #expect(throws: Diagnostic.self) { try FileSink(scratch.url.appendingPathComponent("a.csv")) }
        #expect(scratch.text("a.csv") == "mine")
    }

    @Test("are refused in words where there is no folder for them")
    func noFolder() {
        let refusal = #expect(throws: Diagnostic.self) { try FileSink(scratch.url.appendingPathComponent("no/a.csv")) }
        #expect(refusal?.message == "There is no such folder")
        #expect(refusal?.mend.isEmpty == false)
    }
}
