import EarshotCore
import Foundation

/// The folder of a sealed pack: written beside its place, made read-only, moved there whole, and never touched again.
///
/// ```
/// Exports/.earshot-sealing-ryde-edition-1/ryde-edition-1   the pack being written
/// Exports/ryde-edition-1                                   the sealed pack
/// ```
struct SealedFolder {
    struct Written {
        var files: [WrittenFile]
        /// The very same pack stood in the place already.
        var wasThere: Bool
    }

    private let parent: URL
    private let name: String
    private let url: URL
    private let staging: URL

    init(parent: URL, name: String) {
        self.parent = parent
        self.name = name
        url = parent.appendingPathComponent(name, isDirectory: true)
        staging = parent.appendingPathComponent(".earshot-sealing-\(name)", isDirectory: true)
    }

    /// Runs `body`, which writes a folder of this name into the one it is given, and puts that in its place. `check` is
    /// asked just before. Throws a `Diagnostic` where another pack stands there.
    func seal(check: () throws -> Void, _ body: (URL) throws -> [WrittenFile]) throws -> Written {
        try make(parent)
        let lock = try FolderLock(parent, name: name)
        defer { lock.release() }
        try? FileManager.default.removeItem(at: staging)
        try make(staging)
        defer { try? FileManager.default.removeItem(at: staging) }
        let files = try body(staging)
        try check()
        let pack = staging.appendingPathComponent(name, isDirectory: true)
        for file in files {
            let path = pack.appendingPathComponent(file.name).path
            guard chmod(path, 0o444) == 0 else { throw DiskRefusal.diagnostic(errno, at: path) }
        }
        if FileManager.default.fileExists(atPath: url.path) {
            guard try holds(files) else { throw taken }
            return Written(files: files, wasThere: true)
        }
        guard rename(pack.path, url.path) == 0 else { throw DiskRefusal.diagnostic(errno, at: url.path) }
        try sync(parent)
        return Written(files: files, wasThere: false)
    }

    /// Whether the folder in the place holds these files and no others.
    private func holds(_ files: [WrittenFile]) throws -> Bool {
        guard let sums = files.first(where: { $0.name == ChecksumFile.name }) else { return false }
        return try SealedFolderCheck(folder: url).problems(sha256: sums.sha256).isEmpty
    }

    private var taken: Diagnostic {
        Diagnostic(
            .error, "Another sealed pack stands here, which the database does not know or which was changed",
            at: url.path,
            mend: "A sealed pack is never replaced. If it was made with another database, use that one (--database); "
                + "if it was never published, move the folder away; then run again")
    }

    private func make(_ folder: URL) throws {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
            throw DiskRefusal.diagnostic(Int32(truncatingIfNeeded: cause?.code ?? 0), at: folder.path)
        }
    }

    /// Waits until the disk has the folder's list of names. Network drives that know no such thing are let off.
    private func sync(_ folder: URL) throws {
        let descriptor = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskRefusal.diagnostic(errno, at: folder.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else {
            throw DiskRefusal.diagnostic(errno, at: folder.path)
        }
    }
}
