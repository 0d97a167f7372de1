import Crypto
import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("A pack as one file")
struct ExchangeZipTests {
    private let scratch: Scratch
    private let date = LocalTime(year: 2026, month: 11, day: 25, hour: 18, minute: 30)

    init() throws { scratch = try Scratch() }

    private func makePack(_ name: String = "ryde") throws -> URL {
        try PackFolder(parent: scratch.url, name: name).replace { folder in
            var export = try PackExport(folder: folder, bom: false)
            for row in SampleBrief().rows { try export.write(comment: row) }
            _ = try export.finish(brief: SampleBrief.plain)
        }
        return scratch.url.appendingPathComponent(name)
    }

    @Test("holds every file of the pack, unchanged, in the order of their names", arguments: ["ryde", "Môn 2026"])
    func holdsAll(_ name: String) throws {
        let pack = try makePack(name)
        let written = try PackZip(pack: pack, date: date).write()
        #expect(written.name == "\(name).zip")
        #expect(try scratch.names() == [name, "\(name).zip"].sorted())
        let bytes = try scratch.bytes(written.name)
        #expect(written.size == bytes.count)
        let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        #expect(written.sha256 == digest.joined())
        let file = try SourceFile(scratch.url.appendingPathComponent(written.name))
        let archive = try ZipArchive(file, path: written.name)
        let names = try scratch.names(name)
        #expect(archive.parts.map(\.name) == names.map { "\(name)/\($0)" })
        for part in archive.parts { #expect(try archive.bytes(of: part) == scratch.bytes(part.name)) }
    }

    @Test("is the same, byte for byte, when the pack is made again later")
    func isReproducible() throws {
        let pack = try makePack()
        let first = try PackZip(pack: pack, date: date).write()
        for name in try scratch.names("ryde") {
            let old = Date(timeIntervalSince1970: 1_000_000_000)
            try FileManager.default.setAttributes(
                [.modificationDate: old, .posixPermissions: 0o600],
                ofItemAtPath: pack.appendingPathComponent(name).path)
        }
        #expect(try PackZip(pack: pack, date: date).write() == first)
        #expect(try PackZip(pack: makePack(), date: date).write() == first)
    }

    @Test("carries the meeting's date", arguments: [(2026, 0x5D79), (1970, 0x0179), (2200, 0xFF79)])
    func day(_ year: Int, _ day: UInt16) throws {
        let pack = try makePack()
        let written = try PackZip(pack: pack, date: LocalTime(year: year, month: 11, day: 25)).write()
        // The first entry's time and date stand at bytes 10 to 13.
        let bytes = try scratch.bytes(written.name)
        #expect(UInt16(bytes[10]) | UInt16(bytes[11]) << 8 == 12 << 11)
        #expect(UInt16(bytes[12]) | UInt16(bytes[13]) << 8 == day)
    }

    @Test("never replaces a file that is no pack, nor is made of a folder that is none")
    func nothingForeign() throws {
        let pack = try makePack()
        try scratch.write("mine", to: "ryde.zip")
        #expect(throws: Diagnostic.self) { try PackZip(pack: pack, date: date).write() }
        #expect(scratch.text("ryde.zip") == "mine")
        try scratch.write("", to: "other/notes.txt")
        #expect(throws: Diagnostic.self) {
            try PackZip(pack: scratch.url.appendingPathComponent("other"), date: date).write()
        }
        #expect(try scratch.names() == ["other", "ryde", "ryde.zip"])
    }

    @Test("goes away when it is out of date, and only then", arguments: [true, false])
    func removesEarlier(_ isOurs: Bool) throws {
        let pack = try makePack()
        if isOurs { _ = try PackZip(pack: pack, date: date).write() } else { try scratch.write("mine", to: "ryde.zip") }
        try PackZip(pack: pack, date: date).removeEarlier()
        #expect(try scratch.names() == (isOurs ? ["ryde"] : ["ryde", "ryde.zip"]))
        try PackZip(pack: pack, date: date).removeEarlier()
    }
}
