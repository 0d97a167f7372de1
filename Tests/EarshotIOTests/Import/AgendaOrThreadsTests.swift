import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("Agendas and discussions are told apart")
struct AgendaOrThreadsTests {
    private static let agendas = AgendaFixture.all.map(\.input) + RealThreads.files(in: "agendas")

    @Test("an agenda is known to no format of threads, or is taken as an agenda first", arguments: agendas)
    func agendasFirst(_ agenda: URL) throws {
        let head = try SourceFile(agenda).head()
        let claims = ThreadImporters.all.filter { $0.recognises(head) }.map(\.format.name)
        guard !claims.isEmpty else { return }
        #expect(Inspection(of: agenda).kind == .agenda, "\(claims.joined(separator: ", ")) would take it")
    }
}
