import Foundation

/// Hostile strings gathered by others, read where they lie; they are no part of the project.
enum RealStrings {
    private static let folder: URL = {
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("shared/data")
        let root = ProcessInfo.processInfo.environment["EARSHOT_REAL_DATA"].map { URL(fileURLWithPath: $0) } ?? beside
        return root.appendingPathComponent("adversarial")
    }()

    static var areHere: Bool { FileManager.default.fileExists(atPath: folder.path) }
    static let absence = "The hostile strings are not here; set EARSHOT_REAL_DATA to the folder that holds adversarial"

    /// The text of every file under `name`, in the order of the paths.
    static func texts(_ name: String) throws -> [String] {
        let root = folder.appendingPathComponent(name)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
        return try paths.compactMap { path in
            var isFolder: ObjCBool = false
            let url = root.appendingPathComponent(path)
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), !isFolder.boolValue else {
                return nil
            }
            return String(decoding: try Data(contentsOf: url), as: UTF8.self)
        }
    }

    /// Their lines, each once.
    static func lines(_ name: String) throws -> [String] {
        Array(Set(try texts(name).flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) })).sorted()
    }
}
