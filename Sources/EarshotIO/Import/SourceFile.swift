import EarshotCore
package import Foundation

/// A file to be imported. Nothing is read before it is asked for.
package struct SourceFile: Sendable {
    /// Where the file lies.
    package var url: URL
    /// Bytes.
    package var size: Int

    /// Throws a `Diagnostic` where there is no such file, it is a folder, or it may not be read.
    package init(_ url: URL) throws {
        self.url = url
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw Diagnostic(.error, "There is no such file", at: url.path, mend: "Check the path")
        }
        guard !isFolder.boolValue else {
            throw Diagnostic(.error, "This is a folder, not a file", at: url.path, mend: "Name the files in it")
        }
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        guard let size = (attributes?[.size] as? NSNumber)?.intValue,
            FileManager.default.isReadableFile(atPath: url.path)
        else {
            throw Diagnostic(
                .error, "The file may not be read", at: url.path, mend: "Give your account the right to read it")
        }
        self.size = size
    }

    /// The first 64 KiB, of a web page the first 8 MiB, for telling the format.
    package func head() throws -> FileHead {
        let handle = try open()
        defer { try? handle.close() }
        var bytes = try read(handle, upTo: FileHead.limit)
        if size > FileHead.limit, FileHead.isPage(bytes) {
            bytes += try read(handle, upTo: FileHead.pageLimit - FileHead.limit)
        } else if size > FileHead.limit, FileHead.isJSON(bytes) {
            bytes += try read(handle, upTo: FileHead.jsonLimit - FileHead.limit)
        }
        return FileHead(bytes: bytes, isWhole: size <= bytes.count, office: OfficeOutline(self, head: bytes))
    }

    /// The whole file; for formats that cannot be read in pieces. Refuses files over `limit` bytes.
    package func wholeBytes(limit: Int = 256 << 20) throws -> [UInt8] {
        guard size <= limit else {
            throw Diagnostic(
                .error, "The file is larger than \(limit >> 20) MB, the most that is read in this format", at: url.path,
                mend: "Split it, or convert it to the CSV template")
        }
        let handle = try open()
        defer { try? handle.close() }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        while true {
            let piece = try read(handle, upTo: 1 << 20)
            if piece.isEmpty { return bytes }
            bytes += piece
        }
    }

    /// Hands the file over in pieces of 1 MiB, in order.
    package func forEachChunk(_ body: ([UInt8]) throws -> Void) throws {
        let handle = try open()
        defer { try? handle.close() }
        while true {
            let piece = try read(handle, upTo: 1 << 20)
            if piece.isEmpty { return }
            try body(piece)
        }
    }

    private func open() throws -> FileHandle {
        do {
            return try FileHandle(forReadingFrom: url)
        } catch {
            throw Diagnostic(
                .error, "The file may not be read", at: url.path, mend: "Give your account the right to read it")
        }
    }

    private func read(_ handle: FileHandle, upTo count: Int) throws -> [UInt8] {
        do {
            return [UInt8](try handle.read(upToCount: count) ?? Data())
        } catch {
            throw Diagnostic(
                .error, "Reading the file broke off", at: url.path,
                mend: "Check the disk or network drive it lies on, then run again. \(error.localizedDescription)")
        }
    }
}
