import Foundation
import Testing

@Suite("The house")
struct LayeringTests {
    private func sources(in folder: String) throws -> [(name: String, text: String)] {
        let root = projectRoot.appendingPathComponent("Sources/\(folder)")
        let files = try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
        return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.map {
            ($0.lastPathComponent, String(decoding: try Data(contentsOf: $0), as: UTF8.self))
        }
    }

    private func imports(_ text: String) -> [String] {
        text.split(separator: "\n").filter {
            $0.hasPrefix("import ") || $0.contains(" import ") && !$0.hasPrefix(" ") && !$0.hasPrefix("//")
        }
        .compactMap { $0.split(separator: " ").last.map(String.init) }
    }

    @Test(
        "each target imports only what stands to its right, and each dependency has one home",
        arguments: [
            ("EarshotEncoder", ["CEarshotEncoder"]),
            ("EarshotCore", ["CEarshotTables", "EarshotEncoder"]),
            ("EarshotIO/Store", ["EarshotCore", "EarshotEncoder", "Foundation", "GRDB"]),
            ("EarshotIO/Export", ["EarshotCore", "Foundation", "Crypto", "Glibc", "CLibZip"]),
            ("EarshotIO/Import/XML", ["EarshotCore", "Foundation", "CLibXML2", "Glibc"]),
            ("EarshotIO/Import/Zip", ["EarshotCore", "Foundation", "CLibZip"]),
            ("EarshotIO/Import/Process", ["EarshotCore", "Foundation", "Synchronization"]),
            ("EarshotIO/Import/Office", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Import/XLSX", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Import/JSON", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Import/Threads", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Import/CSV", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Import/Agenda", ["EarshotCore", "Foundation"]),
            ("EarshotIO/Stages", ["EarshotCore", "EarshotEncoder", "Foundation"]),
            ("earshot", ["EarshotCore", "EarshotIO", "ArgumentParser", "Foundation", "Dispatch", "Synchronization"]),
        ])
    func importsOnly(_ folder: String, _ allowed: [String]) throws {
        let files = try sources(in: folder)
        #expect(!files.isEmpty)
        for file in files {
            for module in imports(file.text) {
                #expect(allowed.contains(module), "\(folder)/\(file.name) imports \(module)")
            }
        }
    }

    @Test(
        "Import, Store and Export do not know one another",
        arguments: [
            ("Import", ["Store(", "store.", "PackFolder", "PackExport", "FileSink", "CSVWriter", "HTMLWriter"]),
            (
                "Store",
                [
                    "ThreadImporter", "AgendaImporter", "SourceFile(", "PackFolder", "CSVWriter", "HTMLWriter",
                    "CommentRow",
                ]
            ),
            ("Export", ["ThreadImporter", "AgendaImporter", "SourceFile(", "Store(", "store.", "MeetingSettings"]),
        ])
    func foldersApart(_ folder: String, _ foreign: [String]) throws {
        for file in try sources(in: "EarshotIO/\(folder)") {
            let code = file.text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
                separator: "\n")
            for name in foreign { #expect(!code.contains(name), "\(folder)/\(file.name) names \(name)") }
        }
    }
}
