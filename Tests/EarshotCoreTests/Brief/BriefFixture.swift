import EarshotCore

/// Made-up comments about two items (0: a library, 1: bins) and a few off the agenda (2).
enum BriefFixture {
    static let campaign = """
        Weirbank Library is the only warm and free place in our ward that opens at the weekend. I ask Cabinet to reject \
        the new hours and to keep our Saturday afternoons for the children who have nowhere else to go.
        """

    static let library: [(author: Int, position: Position, text: String)] = [
        (1, .oppose, "Closing Weirbank Library on Mondays hurts the homework club more than anybody else here."),
        (2, .oppose, "The homework club meets on Mondays. Where will the children go when Weirbank Library is shut?"),
        (3, .support, "I support the new hours, evenings are quiet and the homework club can move to Tuesdays."),
        (4, .oppose, "My daughter does her reading at the homework clubs. I object to the closing on Mondays."),
        (5, .unclear, "Does anybody know when the report comes out? I could not find it on the council's page."),
        (6, .oppose, "Please keep it open. When does the report come out, does anybody know?"),
        (7, .unclear, "Will the rhyme time sessions still run on Mondays at Weirbank Library?"),
        (1, .oppose, "And another thing: the homework club has forty children on Mondays, I have counted them."),
        (8, .mixed, "Fewer hours are better than no library, but not Mondays, and not without the homework club."),
        (9, .oppose, campaign),
        (10, .oppose, "As a grandmother I am appalled. " + campaign),
        (11, .oppose, campaign + " Pat and Lou, Mill Lane"),
    ]

    static let bins: [(author: Int, position: Position, text: String)] = [
        (
            12, .oppose,
            "Three-weekly collections are too few for a family with nappies. The grey bin is full by day nine."
        ),
        (13, .oppose, "Our grey bins overflow already and the council tax goes up. No to three-weekly rounds."),
        (2, .support, "I support three-weekly. Food goes every week, so the grey bin only holds dry rubbish."),
        (14, .unclear, "Will there be a bigger grey bin for larger families?"),
        (15, .oppose, "Council tax up, bins down. The nappies alone fill my bin."),
        (-1, .unclear, "Seagulls will love it."),
    ]

    /// 18 comments on two items and two off the agenda, rows from 1; copies marked as the copy stage would.
    static var comments: [BriefComment] {
        var comments: [BriefComment] = []
        for (bucket, texts) in [library, bins].enumerated() {
            for (author, position, text) in texts {
                comments.append(
                    BriefComment(
                        row: Int64(comments.count + 1), bucket: bucket, author: author, text: text,
                        position: position, isCopy: [10, 11].contains(author), hasCopies: author == 9))
            }
        }
        for text in ["Has anybody seen a ginger cat near the market?", "The market was busy today."] {
            comments.append(BriefComment(row: Int64(comments.count + 1), bucket: 2, author: 16, text: text))
        }
        return comments
    }

    /// The digests of `buckets` when the comments come in batches of `size`.
    static func digests(
        _ comments: [BriefComment] = comments, buckets: Int = 3, size: Int = 1000, redactor: Redactor = Redactor(),
        hiddenLanguages: [String] = []
    ) -> [BucketDigest] {
        let digest = digest(
            comments, buckets: buckets, size: size, redactor: redactor, hiddenLanguages: hiddenLanguages)
        return (0..<buckets).map { digest.digest(of: $0) }
    }

    /// Both passes over the comments.
    static func digest(
        _ comments: [BriefComment], buckets: Int = 2, size: Int = 1000, titles: [String] = [],
        redactor: Redactor = Redactor(), hiddenLanguages: [String] = []
    ) -> BriefDigest {
        let batches = stride(from: 0, to: comments.count, by: size).map {
            comments[$0..<min($0 + size, comments.count)]
        }
        var survey = PhraseSurvey(buckets: buckets)
        for batch in batches { survey.merge(survey.read(batch)) }
        let authors = (comments.map(\.author).max() ?? 0) + 1
        var digest = BriefDigest(
            phrases: survey.candidates(), buckets: buckets, authorCount: authors, titles: titles,
            redactor: redactor,
            hiddenLanguages: hiddenLanguages)
        for batch in batches { digest.merge(digest.read(batch)) }
        return digest
    }

    /// Comments of one item by as many people, one a text.
    static func comments(_ texts: [String], bucket: Int = 0, from row: Int64 = 1) -> [BriefComment] {
        texts.enumerated().map { place, text in
            BriefComment(row: row + Int64(place), bucket: bucket, author: Int(row) + place, text: text)
        }
    }

    /// Comments that share no word with the library or the bins, to compare with.
    static func others(_ count: Int, bucket: Int = 1) -> [BriefComment] {
        let subjects = ["puddle", "ferry", "orchard", "violin", "granite", "lantern", "biscuit", "meadow"]
        return comments(
            (0..<count).map { "Somebody left the \(subjects[$0 % 8]) by the \(subjects[($0 / 8 + 3) % 8]) again" },
            bucket: bucket, from: 1001)
    }
}
