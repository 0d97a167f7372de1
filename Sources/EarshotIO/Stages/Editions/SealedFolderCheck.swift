package import Foundation

/// Holds a sealed pack's folder against its SHA256SUMS, and that against what the database recorded.
package struct SealedFolderCheck: Sendable {
    package struct Problem: Equatable, Sendable {
        package enum Kind: String, Sendable {
            case changed, missing
            /// In the folder and not part of the pack.
            case extra
        }
        package var kind: Kind
        /// The file's name; empty for the folder itself.
        package var file: String
    }

    /// File managers leave these wherever they look.
    private static let ignored: Set<String> = [".DS_Store", "Thumbs.db", "desktop.ini"]

    private let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// What is not as it was sealed, by name; empty where all is well. `sha256`: of SHA256SUMS, as recorded.
    package func problems(sha256: String) throws -> [Problem] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder), isFolder.boolValue else {
            return [Problem(kind: .missing, file: "")]
        }
        var problems: [Problem] = []
        let list = folder.appendingPathComponent(ChecksumFile.name)
        guard let found = try fingerprint(of: list) else { return [Problem(kind: .missing, file: ChecksumFile.name)] }
        if found != sha256 { problems.append(Problem(kind: .changed, file: ChecksumFile.name)) }
        let sums = Self.sums(in: String(decoding: try Data(contentsOf: list), as: UTF8.self))
        for (name, sum) in sums {
            // A name that leads out of the folder is none of a pack's.
            let own = name.contains("/") ? nil : try fingerprint(of: folder.appendingPathComponent(name))
            if own == nil {
                problems.append(Problem(kind: .missing, file: name))
            } else if own != sum {
                problems.append(Problem(kind: .changed, file: name))
            }
        }
        let known = Set(sums.map(\.name)).union([ChecksumFile.name]).union(Self.ignored)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        problems += names.filter { !known.contains($0) }.map { Problem(kind: .extra, file: $0) }
        return problems.sorted { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }
    }

    /// `nil` where there is no such file.
    private func fingerprint(of file: URL) throws -> String? {
        guard let handle = try? FileHandle(forReadingFrom: file) else { return nil }
        defer { try? handle.close() }
        var fingerprint = ByteFingerprint()
        while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { fingerprint.add(Array(piece)) }
        return fingerprint.hexadecimal
    }

    private static func sums(in text: String) -> [(name: String, sha256: String)] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].count == 64 else { return nil }
            return (String(parts[1].drop { $0 == " " || $0 == "*" }), String(parts[0]))
        }
    }
}
