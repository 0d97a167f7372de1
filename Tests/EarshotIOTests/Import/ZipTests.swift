import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Zip archives")
struct ZipTests {
    private func open(_ bytes: [UInt8], _ folder: ScratchFolder) throws -> ZipArchive {
        let url = folder.url.appendingPathComponent("a.zip")
        try Data(bytes).write(to: url)
        return try ZipArchive(try SourceFile(url), path: "a.zip")
    }

    private func message(_ body: () throws -> Void) -> String? {
        #expect(throws: Diagnostic.self, performing: body)?.message
    }

    @Test("parts are listed with their sizes and read whole, whatever the case of their names")
    func reads() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.store("word/document.xml", "<w/>")
        zip.store("a\\b.txt", String(repeating: "x", count: 300_000))
        zip.store("empty", "")
        let archive = try open(zip.bytes, folder)
        #expect(archive.parts.map(\.name) == ["word/document.xml", "a/b.txt", "empty"])
        #expect(archive.parts.map(\.size) == [4, 300_000, 0])
        let part = try #require(archive.part(named: "WORD/document.xml"))
        #expect(try archive.bytes(of: part) == Array("<w/>".utf8))
        let pieces = try archive.pieces(of: archive.parts[1])
        var total = 0
        while let piece = try pieces() {
            #expect(piece.count <= 256 << 10)
            total += piece.count
        }
        #expect(total == 300_000)
        #expect(try archive.bytes(of: archive.parts[2]).isEmpty)
        #expect(archive.part(named: "nowhere") == nil)
    }

    @Test("names that lead out of a folder are names and nothing more")
    func slip() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.store("../../../../tmp/earshot-slip", "x")
        zip.store("/etc/earshot-slip", "y")
        let archive = try open(zip.bytes, folder)
        #expect(try archive.bytes(of: archive.parts[0]) == [UInt8(ascii: "x")])
        #expect(try archive.bytes(of: archive.parts[1]) == [UInt8(ascii: "y")])
        #expect(!FileManager.default.fileExists(atPath: "/tmp/earshot-slip"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.zip"])
    }

    @Test("a part longer than its limit is refused, and so is one that says that it is short")
    func limits() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.store("long", String(repeating: "x", count: 5000))
        let archive = try open(zip.bytes, folder)
        let tooLong = "A part of the file unpacks to more than 0 MB"
        #expect(message { _ = try archive.bytes(of: archive.parts[0], limit: 4999) } == tooLong)
        #expect(try archive.bytes(of: archive.parts[0], limit: 5000).count == 5000)
    }

    @Test("a zip bomb is refused before it fills the memory")
    func bomb() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.bomb("word/document.xml", size: 200 << 20)
        let archive = try open(zip.bytes, folder)
        #expect(zip.bytes.count < 400_000)
        var read = 0
        let said = message {
            let pieces = try archive.pieces(of: archive.parts[0])
            while let piece = try pieces() { read += piece.count }
        }
        #expect(said == "A part of the file unpacks to more than a thousand times its size; no document does")
        #expect(read <= 11 << 20)
    }

    @Test("an archive of more than ten thousand files is refused")
    func many() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        for number in 0...10_000 { zip.store("\(number)", "") }
        #expect(
            message { _ = try open(zip.bytes, folder) }
                == "The archive holds 10001 files; Office files hold fewer than 10000")
    }

    @Test("a part whose checksum is wrong is damaged; one that is encrypted says so")
    func damaged() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.spoilsChecksums = true
        zip.store("a", "text")
        let archive = try open(zip.bytes, folder)
        #expect(message { _ = try archive.bytes(of: archive.parts[0]) } == "A part of the file is damaged")
        var locked = ZipWriter()
        locked.isEncrypted = true
        locked.store("a", "text that is long enough for the lock's own twelve bytes")
        let closed = try open(locked.bytes, folder)
        #expect(message { _ = try closed.bytes(of: closed.parts[0]) } == "The file is protected by a password")
    }

    @Test("an archive cut off anywhere is refused with a sentence, or its parts are")
    func cut() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.store("word/document.xml", "<w:document/>")
        zip.store("b", "text")
        let whole = zip.bytes
        for length in 0..<whole.count {
            let said = message {
                let archive = try open(Array(whole[..<length]), folder)
                for part in archive.parts { _ = try archive.bytes(of: part) }
            }
            #expect(said?.contains("damaged") == true, "cut at \(length)")
        }
    }

    @Test("an archive with any one byte changed is read or refused")
    func changed() throws {
        let folder = try ScratchFolder()
        var zip = ZipWriter()
        zip.store("[Content_Types].xml", "<Types/>")
        zip.store("b", "text")
        let whole = zip.bytes
        for index in whole.indices {
            for value: UInt8 in [0, 0xFF, whole[index] ^ 1] {
                var bytes = whole
                bytes[index] = value
                do {
                    let archive = try open(bytes, folder)
                    for part in archive.parts { _ = try archive.bytes(of: part, limit: 1 << 20) }
                } catch let diagnostic as Diagnostic {
                    #expect(diagnostic.severity == .error && !diagnostic.mend.isEmpty)
                }
            }
        }
    }
}
