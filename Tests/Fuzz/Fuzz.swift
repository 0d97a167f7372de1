import EarshotCore
import EarshotIO
import Foundation

/// What libFuzzer calls with every input it makes up: the bytes are read as a file of one kind, and a trap, a hang or a
/// broken promise of the importers ends the run with the input kept.
///
/// `EARSHOT_FUZZ` names the kind (see `FuzzTarget`); `Scripts/fuzz` builds and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    guard let data, let target = FuzzTarget.chosen else { return -1 }
    target.read(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

/// One kind of input and the importers that it is given to.
enum FuzzTarget: String, CaseIterable {
    case csv, json, markup, mail, sheet, office

    /// What the environment asks for.
    static let chosen: FuzzTarget? = ProcessInfo.processInfo.environment["EARSHOT_FUZZ"].flatMap(FuzzTarget.init)

    /// Where the input is laid down as a file; a folder in memory where the system has one.
    private static let file: URL = {
        let shared = FileManager.default.isWritableFile(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
        return URL(fileURLWithPath: shared).appendingPathComponent("earshot-fuzz-\(getpid())")
    }()

    /// Reads the bytes with every importer of the kind, whether or not it recognises them, and with the one that does.
    func read(_ bytes: [UInt8]) {
        _ = FileManager.default.createFile(atPath: Self.file.path, contents: Data(bytes))
        guard let file = try? SourceFile(Self.file), let head = try? file.head() else { return }
        let known = ThreadImporters.all.first { $0.recognises(head) }
        for importer in threads + [known].compactMap({ $0 }) { readThreads(importer, file) }
        // A PDF is another program's to read.
        for importer in AgendaImporters.all
        where agendas.contains(importer.format.name)
            || (importer.recognises(head) && importer.format.name != "agenda-pdf")
        {
            _ = try? importer.read(file, context: ImportContext(path: "agenda"))
        }
    }

    private func readThreads(_ importer: any ThreadImporter, _ file: SourceFile) {
        var check = RecordCheck()
        do {
            try importer.read(file, context: ImportContext(path: "threads/in")) { check.take($0) }
            check.end(importer.format.name)
        } catch is Diagnostic {
            // A file that is refused, with a sentence.
        } catch {
            fatalError("\(importer.format.name) threw what is no Diagnostic: \(error)")
        }
    }

    /// Importers of threads that are given inputs of this kind even where they do not recognise them.
    private var threads: [any ThreadImporter] {
        let mail: Set<String> = ["mail", "whatsapp-chat"]
        return switch self {
        case .json: ThreadImporters.json
        case .markup: ThreadImporters.markup
        case .office: ThreadImporters.office
        case .mail: ThreadImporters.text.filter { mail.contains($0.format.name) }
        case .sheet: ThreadImporters.text.filter { $0.format.name == "typed-sheet" }
        case .csv: ThreadImporters.text.filter { !mail.contains($0.format.name) && $0.format.name != "typed-sheet" }
        }
    }

    /// The same of agendas.
    private var agendas: Set<String> {
        switch self {
        case .csv: ["agenda-csv"]
        case .json: ["legistar-event", "open-civic-event", "civicclerk-meeting", "notubiz-meeting", "agenda-json"]
        case .markup:
            ["moderngov-page", "moderngov-service", "legistar-page", "escribe-page", "boarddocs-xml", "agenda-page"]
        case .mail: []
        case .sheet: ["agenda-text", "agenda-calendar"]
        case .office: ["agenda-docx", "agenda-xlsx"]
        }
    }
}

/// The promises that every importer makes about its records.
private struct RecordCheck {
    private var threads: Set<DiscussionThread.ID> = []
    private var handed = 0
    private var total: Int?

    mutating func take(_ record: ImportedRecord) {
        precondition(total == nil, "something came after the total")
        switch record {
        case .thread(let thread): threads.insert(thread.id)
        case .comment(let comment):
            precondition(threads.contains(comment.thread), "a comment came before its thread")
            handed += 1
        case .skipped(_, let records), .passedOver(_, let records):
            precondition(records > 0)
            handed += records
        case .note: break
        case .total(let records): total = records
        }
    }

    func end(_ format: String) {
        guard let total else { fatalError("\(format) told no total") }
        precondition(total == handed, "\(format): \(total) records, \(handed) handed over")
    }
}
