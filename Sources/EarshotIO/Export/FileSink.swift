import Crypto
import EarshotCore
package import Foundation

/// A file of a pack as it lies on the disk.
package struct WrittenFile: Equatable, Sendable {
    /// Its name inside the pack: "comments.csv".
    package var name: String
    /// Bytes.
    package var size: Int
    /// Lower-case hexadecimal.
    package var sha256: String

    package init(name: String, size: Int, sha256: String) {
        self.name = name
        self.size = size
        self.sha256 = sha256
    }
}

/// A new file, written piece by piece and fingerprinted on the way.
///
/// Whatever the disk refuses is thrown as a `Diagnostic`. A sink that goes away without `close` leaves its file
/// unfinished behind; the pack's folder is thrown away as a whole then.
package final class FileSink {
    private static let chunk = 1 << 18

    private let url: URL
    private var descriptor: Int32
    private var pending: [UInt8] = []
    private var hash = SHA256()
    private var size = 0

    /// Throws a `Diagnostic` where the file cannot be made or is already there.
    package init(_ url: URL) throws {
        self.url = url
        descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskRefusal.diagnostic(errno, at: url.path) }
    }

    deinit {
        if descriptor >= 0 { Foundation.close(descriptor) }
    }

    package func write(_ bytes: [UInt8]) throws {
        pending += bytes
        if pending.count >= FileSink.chunk { try flush() }
    }

    /// Writes what is left and waits until the disk has it.
    package func close() throws -> WrittenFile {
        try flush()
        guard fsync(descriptor) == 0, Foundation.close(descriptor) == 0 else {
            throw DiskRefusal.diagnostic(errno, at: url.path)
        }
        descriptor = -1
        let digest = hash.finalize().map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return WrittenFile(name: url.lastPathComponent, size: size, sha256: digest.joined())
    }

    private func flush() throws {
        hash.update(data: pending)
        var done = 0
        while done < pending.count {
            let count = pending.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw DiskRefusal.diagnostic(errno, at: url.path) }
            done += count
        }
        size += done
        pending.removeAll(keepingCapacity: true)
    }
}

/// The operating system's refusals in an officer's words.
enum DiskRefusal {
    static func diagnostic(_ code: Int32, at path: String) -> Diagnostic {
        switch code {
        case ENOSPC, EDQUOT:
            Diagnostic(
                .error, "The disk is full", at: path, mend: "Make room on it, then run again; the earlier pack stands")
        case EACCES, EPERM:
            Diagnostic(
                .error, "Your account may not write here", at: path,
                mend: "Give it the right to write to this folder, or name another with --output")
        case EROFS:
            Diagnostic(
                .error, "This disk can only be read", at: path, mend: "Name a folder on another disk with --output")
        case ENAMETOOLONG:
            Diagnostic(
                .error, "The path is too long for this disk", at: path,
                mend: "Name a folder with a shorter path with --output")
        case ENOENT, ENOTDIR:
            Diagnostic(
                .error, "There is no such folder", at: path, mend: "Check that the disk or network drive is connected")
        case EEXIST, ENOTEMPTY:
            Diagnostic(
                .error, "Something of this name is already here", at: path,
                mend: "See whether another export is running; if not, move it away")
        default:
            Diagnostic(
                .error, "The disk could not be written", at: path,
                mend: "Check the disk or network drive, then run again. \(String(cString: strerror(code)))")
        }
    }
}
