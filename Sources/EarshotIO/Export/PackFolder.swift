import EarshotCore
package import Foundation

/// The folder of one meeting's pack. A new pack is made in a hidden folder beside it and moved into place whole, so that
/// whoever opens the folder finds the earlier pack or the new one, never half of one.
///
/// ```
/// Exports/.earshot-partial-ryde   the pack being written
/// Exports/.earshot-old-ryde       the earlier pack, for the moment in which the two change places
/// Exports/ryde                    the pack
/// ```
package struct PackFolder: Sendable {
    /// Where the pack stands when it is finished.
    package let url: URL
    private let parent: URL
    private let partial: URL
    private let old: URL

    /// - Parameters:
    ///   - parent: The folder of all packs ("Exports"); made where it is missing.
    ///   - name: The meeting's slug. Throws a `Diagnostic` where it cannot be the name of a folder.
    package init(parent: URL, name: String) throws {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.unicodeScalars.contains("\0"),
            name.utf8.count <= 200
        else {
            throw Diagnostic(
                .error, "The meeting's name cannot be the name of a folder", at: parent.path,
                mend: "Give the meeting's folder a short name of letters, digits and hyphens")
        }
        self.parent = parent
        url = parent.appendingPathComponent(name, isDirectory: true)
        partial = parent.appendingPathComponent(".earshot-partial-\(name)", isDirectory: true)
        old = parent.appendingPathComponent(".earshot-old-\(name)", isDirectory: true)
    }

    /// Runs `body` on a new, empty folder and puts that in the place of the pack. Where `body` throws, the new folder is
    /// removed and the earlier pack is as it was.
    package func replace<Result>(_ body: (URL) throws -> Result) throws -> Result {
        try make(parent, missingParents: true)
        let lock = try FolderLock(parent, name: url.lastPathComponent)
        defer { lock.release() }
        try recover()
        try checkNothingForeign()
        try make(partial, missingParents: false)
        do {
            let result = try body(partial)
            try sync(partial)
            try swap()
            return result
        } catch {
            try? FileManager.default.removeItem(at: partial)
            throw error
        }
    }

    /// Puts right what a run that was killed has left: a pack that had been set aside comes back, the rest goes.
    private func recover() throws {
        if exists(old) {
            if exists(url) { try remove(old) } else { try move(old, to: url) }
        }
        if exists(partial) { try remove(partial) }
    }

    private func swap() throws {
        if exists(url) { try move(url, to: old) }
        do {
            try move(partial, to: url)
        } catch {
            if exists(old) { try? move(old, to: url) }
            throw error
        }
        try sync(parent)
        if exists(old) { try remove(old) }
    }

    /// A folder that holds anything but a pack is not ours to replace.
    private func checkNothingForeign() throws {
        guard exists(url) else { return }
        let list = url.appendingPathComponent(ChecksumFile.name).path
        let mode = (try? FileManager.default.attributesOfItem(atPath: list))?[.posixPermissions] as? Int
        if let mode, mode & 0o222 == 0 {
            throw Diagnostic(
                .error, "A sealed pack stands in the place of this one, and is never replaced", at: url.path,
                mend: "Give the meeting's folder another name, or name another folder of packs with --out")
        }
        let names = try attempt(url) { try FileManager.default.contentsOfDirectory(atPath: url.path) }
        let sums = try? String(contentsOf: url.appendingPathComponent(ChecksumFile.name), encoding: .utf8)
        // File managers leave these wherever they look.
        let known = ChecksumFile.names(in: sums ?? "") + [ChecksumFile.name, ".DS_Store", "Thumbs.db", "desktop.ini"]
        guard let foreign = names.sorted().first(where: { !known.contains($0) }) else { return }
        throw Diagnostic(
            .error, "The folder of the pack holds a file that is no part of a pack", at: "\(url.path)/\(foreign)",
            mend: "Move the file elsewhere: an earlier pack is replaced as a whole")
    }

    private func make(_ folder: URL, missingParents: Bool) throws {
        try attempt(folder) {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: missingParents)
        }
    }

    private func remove(_ folder: URL) throws { try attempt(folder) { try FileManager.default.removeItem(at: folder) } }

    private func move(_ from: URL, to: URL) throws {
        guard rename(from.path, to.path) == 0 else { throw DiskRefusal.diagnostic(errno, at: to.path) }
    }

    private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Waits until the disk has the folder's list of names. Network drives that know no such thing are let off.
    private func sync(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskRefusal.diagnostic(errno, at: folder.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw DiskRefusal.diagnostic(errno, at: folder.path)
        }
    }

    /// Foundation's errors as ours.
    private func attempt<Result>(_ place: URL, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            let error = error as NSError
            let cause = error.userInfo[NSUnderlyingErrorKey] as? NSError
            let posix = [error, cause].compactMap { $0 }.first { $0.domain == NSPOSIXErrorDomain }
            throw DiskRefusal.diagnostic(Int32(truncatingIfNeeded: posix?.code ?? 0), at: place.path)
        }
    }
}

/// Keeps two exports of one meeting apart. The lock is the operating system's: it ends with the process, however that ends.
struct FolderLock {
    private let descriptor: Int32
    private let path: String

    init(_ parent: URL, name: String) throws {
        path = parent.appendingPathComponent(".earshot-lock-\(name)").path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskRefusal.diagnostic(errno, at: path) }
        // Some network drives know no locks; there the export runs without one.
        let isFree = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
        guard isFree, FolderLock.isSameFile(descriptor, path) else {
            close(descriptor)
            throw Diagnostic(
                .error, "Another export of this meeting is running", at: parent.path,
                mend: "Wait until it has finished, then run again")
        }
    }

    /// Whether the locked file is still the one of that name: the run before may just have taken it away.
    private static func isSameFile(_ descriptor: Int32, _ path: String) -> Bool {
        var mine = stat()
        var named = stat()
        return fstat(descriptor, &mine) == 0 && stat(path, &named) == 0 && mine.st_ino == named.st_ino
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}
