/// How the parts of a brief are made, for the method section of a pack.
package enum BriefMethods {
    /// Keyphrases, themes, quotes, questions, suggestions, copies, redaction and pseudonyms, in that order.
    package static var notes: [MethodNote] {
        [
            KeyphraseRule.method, ThemeRule.method, QuoteRule.method, QuestionTally.method, SuggestionReader.method,
            CopyGroups.method, Redactor.method, Pseudonyms.method,
        ]
    }
}

extension KeyphraseRule {
    static var method: MethodNote {
        MethodNote(
            name: "Keyphrases", version: "contrast 3 (table \(EmbeddedTable.background.fingerprint.prefix(8)))",
            how: """
                At most \(limit) phrases of one to four neighbouring words that two people or more use in texts of their \
                own, and that stand in this item's comments at least one and a half times as often as in the meeting's \
                other comments and as in English comments in general (a table of the commonest words). The more \
                different texts hold a phrase and the rarer it is elsewhere, the higher it stands. Singular and \
                plural, British and American spellings count as one; of a phrase and a longer one that holds it, and of \
                forms of the same words, one is shown. What any meeting calls for ("agenda item", "council meeting") is no \
                phrase.
                """,
            limits: [
                "English only: comments in other languages are not searched for phrases.",
                "A phrase is what people wrote, not what they meant: two words for one thing are two phrases.",
                "With fewer than about thirty comments a phrase may be there by chance.",
                """
                The table comes from tweets, news comments, arguments and one American town's consultation, not from \
                British council talk.
                """,
            ])
    }
}

extension QuoteRule {
    static var method: MethodNote {
        MethodNote(
            name: "Quotes", version: "seats 1", how: statement,
            limits: [
                "A quote's side is the position that was read from the whole comment, and can be wrong as that can.",
                "Four quotes cannot show everything that was said: comments.csv holds every comment.",
            ])
    }
}

extension QuestionTally {
    static var method: MethodNote {
        MethodNote(
            name: "Questions", version: "words 2",
            how: """
                Sentences of residents, of four words or more, that end in a question mark. Questions with the same \
                words, or with at least two thirds of their content words in common, count as one; at most \(limit) are \
                shown, the most asked first, then those that begin as questions do.
                """,
            limits: [
                "Questions without a question mark are missed; rhetorical ones are counted like any other.",
                "The same question in quite other words is counted apart.",
                "Of an item with many thousands of questions only the most repeated are compared.",
            ])
    }
}

extension ThemeRule {
    static var method: MethodNote {
        MethodNote(
            name: "Themes", version: "together 2",
            how: """
                The item's best phrases, at most \(phraseLimit), are joined into themes where one holds the other or is \
                another form of its words; where they stand in the same comments (a third of the texts of the rarer \
                theme, two texts at least, and twice as many as chance would bring together); or, where meaning is read, \
                where they mean the same (a likeness of \(near) thousandths or more by the sentence encoder). A theme is \
                named by its best phrase; at most \(limit) are shown, those in the most texts first. A comment counts in \
                every theme that it has a phrase of; comments in none are shown as other. What only repeats the item's \
                title and stands in more than half of its texts is no theme. Quotes are chosen as the item's are, at \
                most \(quotes).
                """,
            limits: [
                "A theme holds what was said in its words; who says the same in other words is counted under other.",
                "The themes add up to more than the comments, as a comment may be in several.",
                "Near in meaning is not the same: opposites (\"paid work\", \"unpaid work\") may stand in one theme.",
                "With fewer than about thirty comments most themes are single phrases.",
            ])
    }
}

extension SuggestionReader {
    static var method: MethodNote {
        MethodNote(
            name: "Suggestions", version: "patterns 2",
            how: """
                Sentences of residents, of four words or more, that ask for a deed: "please \u{2026}", "why not \
                \u{2026}", "could the council \u{2026}", "they should \u{2026}", "I think we need \u{2026}", "it would be \
                better to \u{2026}". Joined and counted as questions are; one that is a question too is shown here only.
                """,
            limits: [
                """
                Of 97 found in news comments, a civic consultation and a forum 73 were judged suggestions by reading \
                them; irony is the commonest mistake.
                """,
                "A wish in other words is missed, and how many are missed has not been measured.",
                "A suggestion may be about something else than the item.",
            ])
    }
}

extension CopyGroups {
    static var method: MethodNote {
        MethodNote(
            name: "Copies", version: "runs of three 1",
            how: """
                Two texts of \(TextSignature.floor) words or more are copies if they share six tenths of their runs of \
                three words (eight tenths where one has under 25 words) and neither turns the other round. Copies of \
                copies belong to the same group. Copies are counted and grouped, never removed.
                """,
            limits: [
                "Texts under \(TextSignature.floor) words are never copies: many people write \"I agree\" on their own.",
                """
                Of pairs that share exactly six tenths about 3 in 100 are not found, of pairs that share eight tenths \
                fewer than 1 in 1,000 (by calculation).
                """,
                "A campaign that asks people to write in their own words is not seen.",
            ])
    }
}

extension Redactor {
    static var method: MethodNote {
        MethodNote(
            name: "Redaction", version: "forms 2",
            how: """
                E-mail addresses, phone numbers, the second half of postcodes, house numbers before a street, National \
                Insurance, NHS, card and bank account numbers, plates of vehicles, account names, links to people's \
                pages, names by which people introduce themselves or sign, and the names listed in meeting.yaml and \
                redact.txt are taken out of every text in the pack. They are found by their form and, where there is \
                one, by their check digit. Names of people in office stay unless they are listed.
                """,
            limits: [
                "People's names in the midst of a text that are not listed, and house names, are not found.",
                """
                A signature is told by a closing (\"Kind regards\"), a dash or a line of its own; without a closing only \
                where the first name is a common one.
                """,
                """
                Oldest and Northern Irish plates, and plates in small letters, are found only behind a word such as \
                \"reg\" or \"number plate\".
                """,
                "Particulars in words (\"jane at example dot com\") and phone numbers without an area code are not found.",
                "Phone numbers of councils and firms are taken out like any other.",
            ])
    }
}

extension Pseudonyms {
    static var method: MethodNote {
        MethodNote(
            name: "Pseudonyms", version: "SipHash-2-4 1",
            how: """
                Every account has a number that holds within this pack only. The numbers follow a hash whose key is made \
                from the pack, so that they tell nothing about when or how much somebody wrote.
                """,
            limits: [
                "One person with two accounts is two residents; two people who share an account are one.",
                "Who knows every account's name and the pack's key could work the numbers out.",
            ])
    }
}
