import CLibZip
import EarshotCore
import Foundation

/// The only file that reads through libzip (`PackZip` writes): a zip archive, opened read-only, its parts handed over as
/// bytes.
///
/// Names of parts are only ever compared, never used as paths. What a part says of its own size is not believed: bytes
/// are counted as they are unpacked.
package final class ZipArchive {
    /// Parts in one archive. Office files hold a few hundred at most (chosen, not derived).
    package static let partLimit = 10_000
    /// Bytes of one part, unpacked (chosen, not derived).
    package static let sizeLimit = 256 << 20
    /// A part that unpacks to more than this many times its packed size is no document, once it is long enough to harm.
    /// Deflate reaches 1,032.
    static let ratioLimit = 1000
    static let ratioStart = 10 << 20

    /// One file in the archive.
    package struct Part: Sendable {
        /// As written, the slashes forward.
        package let name: String
        /// Bytes unpacked, as the archive's list of contents says.
        package let size: Int
        let packedSize: Int
        let isEncrypted: Bool
        let index: UInt64
    }

    package let parts: [Part]
    private let archive: OpaquePointer
    private let path: String

    /// - Parameter path: As messages show it. Throws a `Diagnostic` where the file is no whole archive.
    package init(_ file: SourceFile, path: String) throws {
        var code: Int32 = 0
        guard let archive = zip_open(file.url.path, ZIP_RDONLY, &code) else {
            throw Diagnostic(
                .error, "The file breaks off, or is damaged: it is no whole zip archive, as Office files are", at: path,
                mend: "Download or copy it again, or save it anew. \(Self.words(of: code))")
        }
        let count = zip_get_num_entries(archive, 0)
        guard count <= Self.partLimit else {
            zip_discard(archive)
            throw Diagnostic(
                .error, "The archive holds \(count) files; Office files hold fewer than \(Self.partLimit)", at: path,
                mend: "Take the document out of the archive")
        }
        self.archive = archive
        self.path = path
        parts = (0..<UInt64(max(0, count))).compactMap { Self.part($0, of: archive) }
    }

    deinit { zip_discard(archive) }

    /// The part with the name, whatever its case; `nil` where there is none.
    package func part(named name: String) -> Part? {
        if let exact = parts.first(where: { $0.name == name }) { return exact }
        let wanted = name.lowercased()
        return parts.first { $0.name.lowercased() == wanted }
    }

    /// A whole part, unpacked. Throws a `Diagnostic` where it is longer than `limit` bytes, damaged, or encrypted.
    package func bytes(of part: Part, limit: Int = ZipArchive.sizeLimit) throws -> [UInt8] {
        let pieces = try pieces(of: part, limit: limit)
        var bytes: [UInt8] = []
        while let piece = try pieces() { bytes += piece }
        return bytes
    }

    /// A part piece by piece, as it is unpacked: 256 KiB at most at a time, `nil` at the end.
    package func pieces(of part: Part, limit: Int = ZipArchive.sizeLimit) throws -> () throws -> [UInt8]? {
        guard !part.isEncrypted else {
            throw Diagnostic(
                .error, "The file is protected by a password", at: path,
                mend: "Open it, take the password off and save it again")
        }
        guard part.size <= limit else { throw tooLong(limit) }
        guard !isBomb(part, unpacked: part.size) else { throw bomb }
        let stream = try PartStream(archive: self, part: part)
        return { try stream.next(limit: limit) }
    }

    private static func part(_ index: UInt64, of archive: OpaquePointer) -> Part? {
        var stat = zip_stat_t()
        zip_stat_init(&stat)
        guard zip_stat_index(archive, index, 0, &stat) == 0, let name = stat.name else { return nil }
        let isEncrypted =
            stat.valid & UInt64(ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != UInt16(ZIP_EM_NONE)
        return Part(
            name: String(cString: name).replacing("\\", with: "/"), size: Int(clamping: stat.size),
            packedSize: Int(clamping: stat.comp_size), isEncrypted: isEncrypted, index: index)
    }

    private static func words(of code: Int32) -> String {
        var error = zip_error_t()
        zip_error_init_with_code(&error, code)
        defer { zip_error_fini(&error) }
        return String(cString: zip_error_strerror(&error))
    }

    private func isBomb(_ part: Part, unpacked: Int) -> Bool {
        unpacked > Self.ratioStart && unpacked / max(1, part.packedSize) > Self.ratioLimit
    }

    private var bomb: Diagnostic {
        Diagnostic(
            .error, "A part of the file unpacks to more than a thousand times its size; no document does", at: path,
            mend: "Check where the file comes from")
    }

    private func tooLong(_ limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "A part of the file unpacks to more than \(limit >> 20) MB", at: path,
            mend: "Check where the file comes from; split it, or save it as CSV or text")
    }

    /// One part that is being unpacked. It holds the archive, which must outlive it.
    private final class PartStream {
        private let archive: ZipArchive
        private let part: Part
        private let file: OpaquePointer
        private var read = 0
        private var isDone = false

        init(archive: ZipArchive, part: Part) throws {
            self.archive = archive
            self.part = part
            guard let file = zip_fopen_index(archive.archive, part.index, 0) else {
                throw Self.damaged(archive.path, zip_get_error(archive.archive))
            }
            self.file = file
        }

        deinit { zip_fclose(file) }

        func next(limit: Int) throws -> [UInt8]? {
            guard !isDone else { return nil }
            let room = 256 << 10
            var count: Int64 = 0
            let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
                count = zip_fread(file, buffer.baseAddress, UInt64(room))
                filled = max(0, Int(count))
            }
            guard count >= 0 else { throw Self.damaged(archive.path, zip_file_get_error(file)) }
            isDone = count == 0
            read += piece.count
            guard read <= limit else { throw archive.tooLong(limit) }
            guard !archive.isBomb(part, unpacked: read) else { throw archive.bomb }
            return isDone ? nil : piece
        }

        private static func damaged(_ path: String, _ error: UnsafeMutablePointer<zip_error_t>) -> Diagnostic {
            Diagnostic(
                .error, "A part of the file is damaged", at: path,
                mend: "Download or copy it again, or save it anew. \(String(cString: zip_error_strerror(error)))")
        }
    }
}
