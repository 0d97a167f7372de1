import CLibZip
import Crypto
package import EarshotCore
package import Foundation

/// A finished pack as one file, `<folder>.zip` beside its folder: for an e-mail or an upload.
///
/// The same pack gives the same bytes: the files stand in the order of their names under one folder, each with the date
/// of the meeting and the same rights. (Two libraries of compression may still pack the same bytes differently.)
package struct PackZip {
    /// The pack's folder.
    private let pack: URL
    private let date: LocalTime?
    private let url: URL
    /// A hidden folder beside the pack in which the archive is written.
    private let partial: URL

    /// - Parameter date: The meeting's; 1980 where it has none.
    package init(pack: URL, date: LocalTime?) {
        self.pack = pack
        self.date = date
        let parent = pack.deletingLastPathComponent()
        let name = "\(pack.lastPathComponent).zip"
        url = parent.appendingPathComponent(name)
        partial = parent.appendingPathComponent(".earshot-partial-\(name)", isDirectory: true)
    }

    /// Writes the archive beside its place and moves it there whole; an earlier one is replaced. Throws a `Diagnostic`
    /// where something else stands in its place, or the pack changes meanwhile.
    package func write() throws -> WrittenFile {
        try checkNothingForeign()
        let sums = try checksums()
        try? FileManager.default.removeItem(at: partial)
        guard mkdir(partial.path, 0o755) == 0 else { throw DiskRefusal.diagnostic(errno, at: partial.path) }
        defer { try? FileManager.default.removeItem(at: partial) }
        let file = partial.appendingPathComponent(url.lastPathComponent)
        let names = ChecksumFile.names(in: String(decoding: sums, as: UTF8.self)) + [ChecksumFile.name]
        try archive(names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, into: file)
        guard try checksums() == sums else {
            throw Diagnostic(
                .error, "The pack changed while it was put into one file", at: pack.path,
                mend: "See whether another export is running, then run again")
        }
        let written = try fingerprint(file)
        guard rename(file.path, url.path) == 0 else { throw DiskRefusal.diagnostic(errno, at: url.path) }
        return written
    }

    /// Takes an earlier archive of the pack away, which would otherwise go on holding what the pack held before. A file of
    /// the name that is no pack stays.
    package func removeEarlier() throws {
        guard FileManager.default.fileExists(atPath: url.path), holdsPack else { return }
        guard unlink(url.path) == 0 else { throw DiskRefusal.diagnostic(errno, at: url.path) }
    }

    private func checksums() throws -> [UInt8] {
        do {
            return Array(try Data(contentsOf: pack.appendingPathComponent(ChecksumFile.name)))
        } catch {
            throw Diagnostic(.error, "There is no finished pack here", at: pack.path, mend: "Export it again")
        }
    }

    // MARK: - The archive

    private func archive(_ names: [String], into file: URL) throws {
        var code: Int32 = 0
        guard let archive = zip_open(file.path, ZIP_CREATE | ZIP_EXCL, &code) else {
            throw DiskRefusal.diagnostic(errno, at: file.path)
        }
        do {
            for name in names { try add(name, to: archive) }
        } catch {
            zip_discard(archive)
            throw error
        }
        guard zip_close(archive) == 0 else {
            let refusal = refusal(of: archive)
            zip_discard(archive)
            throw refusal
        }
    }

    private func add(_ name: String, to archive: OpaquePointer) throws {
        let path = pack.appendingPathComponent(name).path
        guard let source = zip_source_file(archive, path, 0, -1) else { throw refusal(of: archive) }
        let entry = zip_file_add(archive, "\(pack.lastPathComponent)/\(name)", source, ZIP_FL_ENC_UTF_8)
        guard entry >= 0 else {
            zip_source_free(source)
            throw refusal(of: archive)
        }
        let index = UInt64(entry)
        // Noon: no zone's clocks change then, so that the library's way over the machine's own zone changes nothing.
        let year = min(max(date?.year ?? 1980, 1980), 2107)
        let day = UInt16((year - 1980) << 9 | (date?.month ?? 1) << 5 | (date?.day ?? 1))
        guard zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_dostime(archive, index, 12 << 11, day, 0) == 0,
            // A plain file that everybody may read and its owner may write, in the way of Unix.
            zip_file_set_external_attributes(archive, index, 0, UInt8(ZIP_OPSYS_UNIX), 0o100644 << 16) == 0
        else { throw refusal(of: archive) }
    }

    private func refusal(of archive: OpaquePointer) -> Diagnostic {
        let error = zip_get_error(archive)
        let code = zip_error_system_type(error) == ZIP_ET_SYS ? zip_error_code_system(error) : 0
        if code != 0 { return DiskRefusal.diagnostic(code, at: url.path) }
        return Diagnostic(
            .error, "The pack could not be put into one file", at: url.path,
            mend: "Send the folder instead, or run again. \(String(cString: zip_error_strerror(error)))")
    }

    // MARK: - What is there

    /// An archive that holds no pack of this name is not ours to replace.
    private func checkNothingForeign() throws {
        guard FileManager.default.fileExists(atPath: url.path), !holdsPack else { return }
        throw Diagnostic(
            .error, "A file of the archive's name is already here, and it is no pack", at: url.path,
            mend: "Move it elsewhere, then run again")
    }

    /// Whether the archive in this one's place holds a pack of the same name.
    private var holdsPack: Bool {
        var code: Int32 = 0
        guard let archive = zip_open(url.path, ZIP_RDONLY, &code) else { return false }
        defer { zip_discard(archive) }
        return zip_name_locate(archive, "\(pack.lastPathComponent)/\(ChecksumFile.name)", 0) >= 0
    }

    /// Waits until the disk has the file, and reads it once more.
    private func fingerprint(_ file: URL) throws -> WrittenFile {
        let descriptor = open(file.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw DiskRefusal.diagnostic(errno, at: file.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw DiskRefusal.diagnostic(errno, at: file.path) }
        var hash = SHA256()
        var size = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = buffer.withUnsafeMutableBytes { Foundation.read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw DiskRefusal.diagnostic(errno, at: file.path) }
            if count == 0 { break }
            hash.update(data: buffer[..<count])
            size += count
        }
        let digits = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return WrittenFile(name: url.lastPathComponent, size: size, sha256: digits.joined())
    }
}
