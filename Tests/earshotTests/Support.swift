import Foundation
import Testing

/// The project's folder, found from this file's place.
let projectRoot = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder of real data (EARSHOT_REAL_DATA, default ../shared/data), or nil where it is absent.
let realData: URL? = {
    let named = ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"].map { URL(fileURLWithPath: $0) }
    let folder = named ?? projectRoot.deletingLastPathComponent().appendingPathComponent("shared/data")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

let sampleMeeting = "kinsterley-cabinet-2026-11-25"
let sampleFolder = projectRoot.appendingPathComponent("Agendas/\(sampleMeeting)")

/// A temporary folder that goes away with the test.
final class Workspace {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("earshot-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> URL { url.appendingPathComponent(name) }

    @discardableResult
    func write(_ text: String, to name: String) throws -> URL {
        try write(Data(text.utf8), to: name)
    }

    @discardableResult
    func write(_ data: Data, to name: String) throws -> URL {
        let file = path(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
        return file
    }

    /// A copy of the sample meeting, to be changed at will.
    func copySample(as name: String = sampleMeeting) throws -> URL {
        let folder = path(name)
        try FileManager.default.copyItem(at: sampleFolder, to: folder)
        return folder
    }

    /// A small meeting of our own: one agenda in plain text and the thread files given.
    @discardableResult
    func makeMeeting(_ name: String, threads: [String: String]) throws -> URL {
        try write(smallAgenda, to: "\(name)/agenda.md")
        try FileManager.default.createDirectory(at: path("\(name)/threads"), withIntermediateDirectories: true)
        for (file, text) in threads { try write(text, to: "\(name)/threads/\(file)") }
        return path(name)
    }

    func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path(folder).path)) ?? []).sorted()
    }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: path(name)), as: UTF8.self)
    }
}

let smallAgenda = """
    # Cabinet

    Wednesday 25 November 2026, 6.30 pm, Town Hall

    1. Apologies for absence
    2. Harrow Lane Library: closing on Mondays
    3. Tolpuddle Street parking permits

    """

let smallThread = """
    thread_id,thread_title,comment_id,author,posted_at,text
    T1,Harrow Lane Library,c1,ann,2026-11-18T10:00:00Z,Please keep Harrow Lane Library open on Mondays
    T1,Harrow Lane Library,c2,bob,2026-11-18T11:00:00Z,"I object to closing it, my children study there"

    """

/// What a run of the program gave.
struct Outcome {
    var code: Int32
    var out: String
    var err: String
}

/// The program as built for these tests.
let program: URL = {
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("earshot")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside }
    for configuration in ["release", "debug"] {
        let built = projectRoot.appendingPathComponent(".build/\(configuration)/earshot")
        if FileManager.default.isExecutableFile(atPath: built.path) { return built }
    }
    return beside
}()

/// Runs `earshot` with its output taken through files, so that no pipe can fill up.
@discardableResult
func earshot(
    _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:]
) throws -> Outcome {
    try run(program, arguments, in: folder, input: input, environment: environment)
}

@discardableResult
func run(
    _ tool: URL, _ arguments: [String], in folder: URL, input: String = "", environment: [String: String] = [:],
    while running: (Process) throws -> Void = { _ in }
) throws -> Outcome {
    let scratch = try Workspace()
    let out = try scratch.write("", to: "out")
    let err = try scratch.write("", to: "err")
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: scratch.write(input, to: "in"))
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    try running(process)
    process.waitUntilExit()
    return Outcome(code: process.terminationStatus, out: try scratch.text("out"), err: try scratch.text("err"))
}

/// The rows of a CSV file that we wrote ourselves, as dictionaries by header.
func table(_ url: URL) throws -> [[String: String]] {
    var rows: [[String]] = []
    var cell: [UInt8] = []
    var row: [String] = []
    var quoted = false
    var bytes = Array(try Data(contentsOf: url))[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var previousWasQuote = false
    for byte in bytes {
        if quoted, !previousWasQuote, byte == UInt8(ascii: "\"") {
            previousWasQuote = true
            continue
        }
        if quoted, previousWasQuote {
            previousWasQuote = false
            if byte == UInt8(ascii: "\"") {
                cell.append(byte)
                continue
            }
            quoted = false
        }
        switch byte {
        case _ where quoted: cell.append(byte)
        case UInt8(ascii: "\"") where cell.isEmpty: quoted = true
        case UInt8(ascii: ","), UInt8(ascii: "\n"):
            row.append(String(decoding: cell, as: UTF8.self))
            cell = []
            if byte == UInt8(ascii: "\n") {
                rows.append(row)
                row = []
            }
        case UInt8(ascii: "\r"): break
        default: cell.append(byte)
        }
    }
    guard let header = rows.first else { return [] }
    return rows.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
}
