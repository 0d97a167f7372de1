/// `SHA256SUMS`: the fingerprints of a pack's files, in the form that `sha256sum -c` reads.
enum ChecksumFile {
    static let name = "SHA256SUMS"

    static func bytes(of files: [WrittenFile]) -> [UInt8] {
        files.sorted { $0.name < $1.name }.flatMap { Array("\($0.sha256)  \($0.name)\n".utf8) }
    }

    /// The names of the files that a checksum file lists.
    static func names(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
            guard parts.count == 2, parts[0].count == 64 else { return nil }
            return String(parts[1].drop { $0 == " " || $0 == "*" })
        }
    }
}
