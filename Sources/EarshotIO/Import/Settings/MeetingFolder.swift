package import EarshotCore
package import Foundation

/// A meeting's folder: one `agenda.*`, the saved threads in `threads`, and `meeting.yaml` where the files don't say
/// enough.
package struct MeetingFolder: Equatable, Sendable {
    package var url: URL
    package var agenda: URL
    /// Every file in `threads` and the folders in it, ordered by the bytes of their paths.
    package var threads: [URL]
    package var settings: URL?
    /// `redact.txt`, the names of private people.
    package var redactList: URL?
    /// Paths inside the folder of files that play no part: "notes.docx". Hidden files and editors' copies are not listed.
    package var ignored: [String]
    /// Notes on the folder: no threads, files that play no part.
    package var diagnostics: [Diagnostic]

    private static let redactName = "redact.txt"

    /// The meeting's id: the folder's name.
    package var meeting: Meeting.ID {
        let name = url.standardizedFileURL.lastPathComponent
        return Meeting.ID(name == "/" || name.isEmpty ? "meeting" : name)
    }

    /// Looks what the folder holds; reads no file. Throws a `Diagnostic` where there is no such folder, or not exactly
    /// one agenda in it.
    package static func open(_ url: URL) throws -> MeetingFolder {
        let name = url.path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw Diagnostic(.error, "There is no such folder", at: name, mend: "Check the path")
        }
        guard isFolder.boolValue else {
            throw Diagnostic(
                .error, "This is a file, not a folder", at: name,
                mend: "Name the meeting's folder, in which agenda and threads lie")
        }
        let files = try files(in: url, place: name).filter { !isPassedOver($0) }
        let agendas = files.filter { $0.hasPrefix("agenda.") || $0.lowercased().hasPrefix("agenda.") }
        let settings = files.filter { ["meeting.yaml", "meeting.yml"].contains($0) }
        let agenda = try only(agendas, name)
        if settings.count > 1 {
            throw Diagnostic(
                .error, "There are two settings files: \(settings.joined(separator: " and "))", at: name,
                mend: "Keep meeting.yaml only")
        }
        let inThreads = try threads(in: url, place: name)
        let ignored = files.filter {
            !agendas.contains($0) && !settings.contains($0) && $0 != "council.yaml" && $0 != redactName
        }
        var folder = MeetingFolder(
            url: url, agenda: url.appendingPathComponent(agenda),
            threads: inThreads.map { url.appendingPathComponent($0) },
            settings: settings.first.map { url.appendingPathComponent($0) }, ignored: ignored, diagnostics: [])
        if files.contains(redactName) { folder.redactList = url.appendingPathComponent(redactName) }
        if inThreads.isEmpty {
            folder.diagnostics.append(
                Diagnostic(
                    .note, "There are no threads yet", at: "threads",
                    mend: "Save discussion threads into the folder \"threads\" beside the agenda"))
        }
        for path in ignored {
            folder.diagnostics.append(
                Diagnostic(
                    .note, "The file plays no part", at: path, mend: "Threads belong into the folder \"threads\""))
        }
        return folder
    }

    /// The path inside the folder, as messages and the pack show it: "threads/reddit.json".
    package func path(of file: URL) -> String {
        let base = url.standardizedFileURL.path
        let path = file.standardizedFileURL.path
        guard path.hasPrefix(base + "/") else { return file.lastPathComponent }
        return String(path.dropFirst(base.count + 1))
    }

    private static func only(_ agendas: [String], _ place: String) throws -> String {
        guard let first = agendas.first else {
            throw Diagnostic(
                .error, "There is no agenda in the folder", at: place,
                mend: "Save exactly one agenda as agenda.html, agenda.xml, agenda.json, agenda.docx, agenda.csv or "
                    + "agenda.txt, as it comes")
        }
        guard agendas.count == 1 else {
            throw Diagnostic(
                .error, "There are \(agendas.count) agendas in the folder: \(agendas.joined(separator: ", "))",
                at: place,
                mend: "Keep exactly one, and move the others away")
        }
        return first
    }

    // MARK: - Files

    /// Regular files right in the folder, ordered by the bytes of their names.
    private static func files(in url: URL, place: String) throws -> [String] {
        try names(in: url, place: place).filter { !isDirectory(url.appendingPathComponent($0)) }
    }

    /// Paths from the meeting's folder on. The folder of pictures that a browser saves beside a page ("topic_files" beside
    /// "topic.html") is no part of the discussion.
    private static func threads(in url: URL, place: String) throws -> [String] {
        guard isDirectory(url.appendingPathComponent("threads")) else { return [] }
        var found: [String] = []
        var folders = ["threads"]
        while let folder = folders.popLast() {
            let names = try names(in: url.appendingPathComponent(folder), place: "\(place)/\(folder)")
            let pages = Set(names.filter(isPage).map { String($0[..<($0.lastIndex(of: ".") ?? $0.endIndex)]) })
            for name in names where !isPassedOver(name) {
                if name.hasSuffix("_files"), pages.contains(String(name.dropLast(6))) { continue }
                let path = "\(folder)/\(name)"
                let isLink =
                    (try? FileManager.default.destinationOfSymbolicLink(
                        atPath: url.appendingPathComponent(path).path)) != nil
                if isDirectory(url.appendingPathComponent(path)) {
                    // A link to a folder could lead round in a circle.
                    if !isLink { folders.append(path) }
                } else {
                    found.append(path)
                }
            }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func names(in url: URL, place: String) throws -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: url.path)
                .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        } catch {
            throw Diagnostic(
                .error, "The folder may not be read", at: place, mend: "Give your account the right to read it")
        }
    }

    private static func isDirectory(_ url: URL) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private static func isPage(_ name: String) -> Bool {
        [".html", ".htm", ".xhtml"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Hidden files, what systems leave behind, and editors' copies.
    private static func isPassedOver(_ name: String) -> Bool {
        let lower = name.lowercased()
        if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix("~") { return true }
        if name.hasPrefix("#"), name.hasSuffix("#") { return true }
        if ["thumbs.db", "desktop.ini", "ehthumbs.db", "__macosx"].contains(lower) { return true }
        return [".bak", ".swp", ".swo", ".tmp", ".temp", ".orig", ".part", ".crdownload"].contains {
            lower.hasSuffix($0)
        }
    }
}
