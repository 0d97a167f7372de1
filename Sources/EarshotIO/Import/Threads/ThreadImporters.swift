import EarshotCore

/// Every format of threads that is read. A new importer is one file and one line here.
package enum ThreadImporters {
    /// Asked in this order; within a kind of file, those with clearer marks before those that take anything.
    package static let all: [any ThreadImporter] = json + markup + office + text

    /// Files that begin like JSON.
    package static let json: [any ThreadImporter] = [
        // JSON
        SchemaFile(),
        RedditThread(),
        DiscourseTopic(),
        MastodonThread(),
        BlueskyThread(),
        YouTubeComments(),
        YouTubeDownload(),
        VideoInfo(),
        FacebookOwnData(),
        LemmyThread(),
        HackerNewsThread(),
        CommentsJSON(),
    ]

    /// Files that begin like XML or a web page.
    package static let markup: [any ThreadImporter] = [
        // XML and pages
        WordPressExport(),
        DisqusExport(),
        RSSFeed(),
        AtomFeed(),
        SchemaPage(),
        ForumPage(),
    ]

    /// Zip archives that hold a document.
    package static let office: [any ThreadImporter] = [
        // Office files
        GoVocalWorkbook(),
        WorkbookComments(),
    ]

    /// Plain text, tables in it included.
    package static let text: [any ThreadImporter] = [
        // Text
        MailArchive(),
        WhatsAppChat(),
        // Tables
        TableImporter(PolisComments()), TableImporter(PolisFigures()), TableImporter(DecidimComments()),
        TableImporter(DecidimProposals()), TableImporter(CrowdTanglePosts()), TableImporter(QualtricsAnswers()),
        TableImporter(SurveyMonkeyAnswers()), TableImporter(MeetingComments()), TableImporter(SurveyAnswers()),
        CommentsCSV(),
        TypedSheet(),
    ]

    /// The importer that knows the file by its beginning. Throws a `Diagnostic` that names the formats considered.
    /// - Parameter path: As messages show it.
    package static func importer(for head: FileHead, path: String) throws -> any ThreadImporter {
        guard head.bytes.contains(where: { $0 > 32 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
            throw Diagnostic(.error, "The file is empty", at: path, mend: "Save or download it again")
        }
        if let found = all.first(where: { $0.recognises(head) }) { return found }
        throw UnknownThreads.diagnostic(for: head, path: path)
    }
}
