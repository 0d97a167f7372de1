import EarshotCore
package import Foundation
import Synchronization

/// Runs another program within bounds: so long, so much output, no shell, nothing written to disk.
package struct ChildProgram: Sendable {
    /// What it wrote, and how it ended.
    package struct Outcome: Sendable {
        package var output: [UInt8]
        package var status: Int32
        /// It was stopped because it took too long.
        package var wasTooSlow: Bool
        /// It was stopped because it wrote too much.
        package var wasTooLong: Bool
    }

    package let url: URL

    /// The program by its name, looked for in the folders of `PATH`; `nil` where none of them holds it.
    package init?(_ name: String, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        let found = folders.lazy.filter { $0.hasPrefix("/") }.map { URL(fileURLWithPath: "\($0)/\(name)") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { return nil }
        url = found
    }

    /// - Parameters:
    ///   - seconds: How long it may run before it is killed.
    ///   - limit: How many bytes it may write before it is killed.
    package func run(_ arguments: [String], seconds: Int, limit: Int) throws -> Outcome {
        let process = Process()
        process.executableURL = url
        process.arguments = arguments
        // The same output whatever the language of the computer.
        process.environment = ["LC_ALL": "C", "PATH": "/usr/local/bin:/usr/bin:/bin"]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let clock = Alarm(process: process.processIdentifier, seconds: seconds)
        defer { clock.stop() }
        var bytes: [UInt8] = []
        var isTooLong = false
        while let piece = try? output.fileHandleForReading.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes += piece
            if bytes.count > limit {
                isTooLong = true
                kill(process.processIdentifier, SIGKILL)
                break
            }
        }
        try? output.fileHandleForReading.close()
        process.waitUntilExit()
        return Outcome(
            output: bytes, status: process.terminationStatus, wasTooSlow: clock.hasRung, wasTooLong: isTooLong)
    }

    /// Kills a process after so many seconds, unless it is stopped before.
    private final class Alarm {
        private let timer: any DispatchSourceTimer
        private let rung = Rung()

        init(process: Int32, seconds: Int) {
            timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "earshot.alarm"))
            timer.schedule(deadline: .now() + .seconds(seconds))
            timer.setEventHandler { [rung] in
                rung.set()
                kill(process, SIGKILL)
            }
            timer.resume()
        }

        var hasRung: Bool { rung.isSet }

        func stop() { timer.cancel() }
    }

    private final class Rung: Sendable {
        private let state = Mutex(false)
        var isSet: Bool { state.withLock { $0 } }
        func set() { state.withLock { $0 = true } }
    }
}
