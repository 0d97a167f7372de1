import EarshotCore
import EarshotIO
import Foundation
import Testing

/// Whether this computer can read PDFs.
enum PDFReading {
    static let isPossible = ChildProgram("pdftotext") != nil
    static let isMissing: Comment = "pdftotext is not installed: sudo apt-get install poppler-utils"
}

@Suite("Programs that Earshot runs")
struct ChildProgramTests {
    @Test("a program is found in the folders of PATH, and only there")
    func lookUp() {
        #expect(ChildProgram("sh", environment: ["PATH": "/nowhere:/bin:/usr/bin"]) != nil)
        #expect(ChildProgram("sh", environment: ["PATH": "/nowhere"]) == nil)
        #expect(ChildProgram("sh", environment: ["PATH": "bin:."]) == nil)
        #expect(ChildProgram("no-such-program-here") == nil)
    }

    @Test("output and status come back; arguments are no shell's words")
    func runs() throws {
        let echo = try #require(ChildProgram("echo"))
        let outcome = try echo.run(["$HOME; exit 3", "*"], seconds: 20, limit: 1000)
        #expect(String(decoding: outcome.output, as: UTF8.self) == "$HOME; exit 3 *\n")
        #expect(outcome.status == 0 && !outcome.wasTooSlow && !outcome.wasTooLong)
        #expect(try #require(ChildProgram("false")).run([], seconds: 20, limit: 10).status == 1)
    }

    @Test("a program that does not end is killed, and so is one that writes without end")
    func bounds() throws {
        let slow = try #require(ChildProgram("sleep")).run(["600"], seconds: 1, limit: 10)
        #expect(slow.wasTooSlow && !slow.wasTooLong)
        let long = try #require(ChildProgram("yes")).run([], seconds: 60, limit: 1 << 20)
        #expect(long.wasTooLong && !long.wasTooSlow)
        #expect(long.output.count <= 3 << 20)
    }
}

@Suite("Agendas as PDF", .enabled(if: PDFReading.isPossible, PDFReading.isMissing))
struct PdfTests {
    private let real = RealThreads.folder.appendingPathComponent("agendas/pdf")

    private func message(_ bytes: [UInt8]) throws -> String? {
        let folder = try ScratchFolder()
        return #expect(throws: Diagnostic.self) { try OfficeFiles.agenda(bytes, folder, name: "agenda.pdf") }?.message
    }

    @Test("a PDF that is damaged or protected by a password says so")
    func damaged() throws {
        #expect(try message(Array("%PDF-1.7\nnothing".utf8)) == "The PDF breaks off or is damaged")
        #expect(
            try message(Array("%PDF-1.7\ntrailer << /Encrypt 5 0 R >>".utf8)) == "The PDF is protected by a password")
    }

    @Test("a real notice of a meeting gives its seven items", .enabled(if: RealThreads.areHere))
    func notice() throws {
        let url = real.appendingPathComponent("Notice-and-Agenda-001-2023-06-06.pdf")
        let folder = try ScratchFolder()
        let reading = try OfficeFiles.agenda(try SourceFile(url).wholeBytes(), folder)
        #expect(reading.agenda.items.map(\.number) == (1...7).map(String.init))
        #expect(reading.agenda.items[4].text.hasPrefix("Introductions"))
    }

    @Test(
        "real PDFs that are no agenda are told by what they are", .enabled(if: RealThreads.areHere),
        arguments: [
            ("ManorgatePetition.pdf", "This is a report or minutes, not an agenda"),
            ("chi_human_relations.pdf", "This is a list of meetings (5 dates), not an agenda"),
        ])
    func others(_ name: String, _ expected: String) throws {
        #expect(try message(try SourceFile(real.appendingPathComponent(name)).wholeBytes()) == expected)
    }
}
