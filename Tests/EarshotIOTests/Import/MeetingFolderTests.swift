import EarshotCore
import EarshotIO
import Foundation
import Testing

@Suite("A meeting's folder")
struct MeetingFolderTests {
    @Test("agenda, settings and threads are found; what systems and editors leave behind is not")
    func whole() throws {
        let scratch = try ScratchFolder()
        for path in [
            "agenda.html", "agenda.html~", ".agenda.html.swp", "meeting.yaml", "meeting.yaml.bak", ".DS_Store",
            "Thumbs.db",
            "notes.docx", "threads/b.json", "threads/A.csv", "threads/é.txt", "threads/more/c.json",
            "threads/.DS_Store",
            "threads/a.csv~", "agenda_files/style.css", "threads/page.html", "threads/page_files/style.css",
            "threads/other_files/d.csv",
        ] { try scratch.write("x", as: path) }
        let folder = try MeetingFolder.open(scratch.url)
        #expect(folder.path(of: folder.agenda) == "agenda.html")
        #expect(folder.settings.map { folder.path(of: $0) } == "meeting.yaml")
        #expect(
            folder.threads.map { folder.path(of: $0) }
                == [
                    "threads/A.csv", "threads/b.json", "threads/more/c.json", "threads/other_files/d.csv",
                    "threads/page.html", "threads/é.txt",
                ])
        #expect(folder.ignored == ["notes.docx"])
        #expect(folder.meeting == Meeting.ID(scratch.url.lastPathComponent))
        #expect(folder.diagnostics.map(\.severity) == [.note])
    }

    @Test("a folder without threads is a note, not an error")
    func noThreads() throws {
        let scratch = try ScratchFolder()
        try scratch.write("x", as: "agenda.csv")
        let folder = try MeetingFolder.open(scratch.url)
        #expect(folder.threads.isEmpty && folder.settings == nil)
        #expect(folder.diagnostics.map(\.message) == ["There are no threads yet"])
    }

    @Test("no folder, no agenda and two agendas are refused")
    func refused() throws {
        let scratch = try ScratchFolder()
        func message(_ url: URL) -> String? {
            #expect(throws: Diagnostic.self) { try MeetingFolder.open(url) }?.message
        }
        #expect(message(scratch.url.appendingPathComponent("nowhere")) == "There is no such folder")
        #expect(message(scratch.url) == "There is no agenda in the folder")
        let file = try scratch.write("x", as: "agenda.html")
        #expect(message(file) == "This is a file, not a folder")
        try scratch.write("x", as: "agenda.csv")
        #expect(message(scratch.url) == "There are 2 agendas in the folder: agenda.csv, agenda.html")
    }
}
