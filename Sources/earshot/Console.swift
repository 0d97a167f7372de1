import EarshotCore
import EarshotIO
import Foundation
import Synchronization

/// What the person sees: steps and results on standard output, complaints on standard error.
struct Console: Sendable {
    let isQuiet: Bool
    private let drawsBar: Bool
    private let barIsOpen = BarState()

    init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        drawsBar = !isQuiet && isatty(STDOUT_FILENO) == 1
    }

    static func print(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// "1 thread", "2 threads".
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// A line of results; not with `--quiet`.
    func say(_ text: String) {
        closeBar()
        if !isQuiet { Self.print(text) }
    }

    func complain(_ diagnostic: Diagnostic) {
        closeBar()
        Self.complain(diagnostic.line)
    }

    /// Notes only where nothing is quiet; warnings and errors always.
    func complain(_ diagnostics: [Diagnostic]) {
        for diagnostic in diagnostics where !(isQuiet && diagnostic.severity == .note) { complain(diagnostic) }
    }

    /// Prints the steps of a pipeline as they come.
    var report: Report {
        { [self] event in
            switch event {
            case .began(let step, let of, let sentence):
                say(step.map { "[\($0)/\(of)] \(sentence)" } ?? sentence)
            case .advanced(let done, let of):
                if drawsBar { draw(done, of) }
            }
        }
    }

    private func draw(_ done: Int, _ total: Int) {
        let width = 30
        let filled = total > 0 ? min(width, done * width / total) : width
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        FileHandle.standardOutput.write(Data("\r      \(bar) \(done) of \(total)".utf8))
        barIsOpen.open.withLock { $0 = true }
    }

    private func closeBar() {
        barIsOpen.open.withLock { isOpen in
            if isOpen { FileHandle.standardOutput.write(Data("\r\u{1B}[K".utf8)) }
            isOpen = false
        }
    }

    private final class BarState: Sendable {
        let open = Mutex(false)
    }
}
