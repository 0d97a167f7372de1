/// The tables of every pack.
package enum PackTables {
    package static var all: [TableNote] {
        [
            Table<CommentRow>.comments.note, Table.items.note, Table<LinkRow>.links.note,
            Table<ThemeRow>.themes.note, Table<KeyphraseRow>.keyphrases.note, Table<QuestionRow>.questions.note,
            Table<WordListRow>.wordLists.note,
        ]
    }

    /// Every table and column in Markdown, for the documentation.
    package static var documentation: String {
        all.map { table in
            let rows = table.columns.map { column in
                let need = column.isRequired ? " Always given." : ""
                return "| `\(column.name)` | \(column.meaning)\(need) | \(column.type.title) |"
            }
            let references = table.references.map { " `\($0.column)` is one of \($0.table), or empty." }.joined()
            return """
                ### \(table.file)

                \(table.meaning) Key: \(table.key.map { "`\($0)`" }.joined(separator: ", ")).\(references)

                | column | meaning | values |
                |---|---|---|
                \(rows.joined(separator: "\n"))

                """
        }.joined(separator: "\n")
    }

    /// `csv-metadata.json`: W3C "Metadata Vocabulary for Tabular Data", 17 December 2015.
    static func metadata(title: String, tables: [TableNote] = all, notice: String = notice) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("@context")
            json.array { json in
                json.string("http://www.w3.org/ns/csvw")
                json.object { $0.field("@language", "en") }
            }
            json.field("dc:title", title)
            json.field("dc:description", notice)
            json.key("dialect")
            json.object { json in
                json.field("encoding", "utf-8")
                json.field("lineTerminators", ["\r\n"]) { $0.string($1) }
                json.field("delimiter", ",")
                json.field("quoteChar", "\"")
                json.field("doubleQuote", true)
                json.field("header", true)
                json.field("headerRowCount", 1)
            }
            json.field("tables", tables) { json, table in
                json.lineBreak()
                write(table, into: &json)
            }
        }
        json.endLine()
        return json.bytes
    }

    private static let notice =
        "Cells of text that a spreadsheet might run as a formula (those that begin with = + - @ or a tab, also after spaces "
        + "or quotes) carry an apostrophe in front; control characters stand as U+FFFD. The same text without these "
        + "changes is in pack.json. Empty cells: no value."

    private static func write(_ table: TableNote, into json: inout JSONWriter) {
        json.object { json in
            json.field("url", table.file)
            json.field("dc:title", table.title)
            json.field("dc:description", table.meaning)
            json.key("tableSchema")
            json.object { json in
                json.field("columns", table.columns) { json, column in
                    json.lineBreak()
                    write(column, into: &json)
                }
                json.field("primaryKey", table.key) { $0.string($1) }
                // No foreignKeys: strict validators refuse those whose cells may be empty, as ours may.
            }
        }
    }

    private static func write(_ column: ColumnNote, into json: inout JSONWriter) {
        json.object { json in
            json.field("name", column.name)
            json.field("titles", column.name)
            json.field("dc:description", column.meaning)
            json.key("datatype")
            write(column.type, into: &json)
            json.field("required", column.isRequired)
            json.field("null", "")
        }
    }

    private static func write(_ type: ColumnType, into json: inout JSONWriter) {
        switch type {
        // Not anyURI: a source's addresses are printed as it gives them, good or not.
        case .text, .address: json.string("string")
        case .date: json.string("date")
        case .moment: json.string("dateTime")
        case .boolean: json.string("boolean")
        case .integer: json.string("integer")
        case .count: json.string("nonNegativeInteger")
        case .decimal(_, let from, let to):
            json.object { json in
                json.field("base", "decimal")
                json.field("minimum", from)
                if let to { json.field("maximum", to) }
            }
        case .word(let words):
            json.object { json in
                json.field("base", "string")
                json.field("format", words.joined(separator: "|"))
            }
        }
    }
}
