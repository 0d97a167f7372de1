import ArgumentParser
import EarshotCore
import EarshotIO
import Foundation

struct EditionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "editions", abstract: "List sealed packs, and check that nobody changed them.")

    @Argument(help: "The meeting; all of the database where none is named.")
    var meeting: String?
    @Option(name: .long, help: "The folder that packs were written to.")
    var out = "Exports"
    @Flag(name: .long, help: "Hold every file against its fingerprint; exit code 1 where one differs.")
    var verify = false
    @OptionGroup var database: DatabaseOption

    func run() throws {
        let console = Console()
        try Run.reporting(console) {
            let store = try database.open()
            // A name that the database does not have is told, not passed over.
            let id = try meeting.map { try store.meeting(MeetingName.id(of: $0)).meeting.id }
            let editions = try store.sealedEditions(of: id)
            if editions.isEmpty { console.say("Nothing is sealed. To seal a pack: earshot freeze <meeting>") }
            var isBroken = false
            for edition in editions {
                console.say("\(edition.meeting.rawValue): \(edition.name) for \(edition.audience.rawValue)")
                console.say(
                    "  sealed \(edition.sealed.iso.replacing("T", with: " ").prefix(16)); "
                        + "\(Console.count(edition.read, "comment")) read, \(edition.included) counted")
                console.say("  SHA-256 \(edition.sha256)  \(out)/\(edition.folder)")
                guard verify else { continue }
                let folder = URL(fileURLWithPath: out).appendingPathComponent(edition.folder)
                let problems = try SealedFolderCheck(folder: folder).problems(sha256: edition.sha256)
                if problems.isEmpty { console.say("  as sealed") }
                for problem in problems { console.complain(Self.diagnostic(problem, "\(out)/\(edition.folder)")) }
                isBroken = isBroken || !problems.isEmpty
            }
            return isBroken
        }
    }

    private static func diagnostic(_ problem: SealedFolderCheck.Problem, _ folder: String) -> Diagnostic {
        let place = problem.file.isEmpty ? folder : "\(folder)/\(problem.file)"
        switch problem.kind {
        case .changed:
            return Diagnostic(
                .error, "This is not what was sealed", at: place, mend: "Take the pack from where it was published")
        case .missing:
            return Diagnostic(
                .error,
                problem.file.isEmpty ? "The sealed pack is not here" : "This file of the sealed pack is missing",
                at: place, mend: "Put it back, or name the folder of packs with --out")
        case .extra:
            return Diagnostic(
                .error, "This file is no part of the sealed pack", at: place, mend: "Move it elsewhere")
        }
    }
}
