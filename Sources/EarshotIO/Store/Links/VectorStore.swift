package import EarshotCore
package import EarshotEncoder
import Foundation
import GRDB

/// Vectors of texts already read for their meaning, so that a run after one new file reads only what is new.
///
/// Only the digest of a text is kept, and only of the texts that the meeting's last run needed.
package enum VectorUse: String, Sendable {
    case link, position
}

extension Store {
    /// The vectors kept of `texts`, by text. A vector of another encoder, or a damaged one, is not there.
    package func vectors(
        of texts: [String], for use: VectorUse, meeting: Meeting.ID, encoder: String
    ) throws -> [String: SentenceVector] {
        try read { db in
            let meeting = try Self.row(of: meeting, db)
            let statement = try db.makeStatement(
                sql: "SELECT vector FROM vector WHERE meeting = ? AND use = ? AND encoder = ? AND text = ?")
            var found: [String: SentenceVector] = [:]
            for text in texts {
                let bytes = try Data.fetchOne(
                    statement, arguments: [meeting, use.rawValue, encoder, TextDigest.of(text)])
                if let vector = bytes.flatMap({ SentenceVector(bytes: $0) }) { found[text] = vector }
            }
            return found
        }
    }

    /// Keeps exactly these vectors for this use in the meeting.
    package func keep(
        _ vectors: [String: SentenceVector], for use: VectorUse, meeting: Meeting.ID, encoder: String
    ) throws {
        try write { db in
            let meeting = try Self.row(of: meeting, db)
            try db.execute(sql: "DELETE FROM vector WHERE meeting = ? AND use = ?", arguments: [meeting, use.rawValue])
            let statement = try db.makeStatement(
                sql: "INSERT OR IGNORE INTO vector (meeting, use, text, encoder, vector) VALUES (?, ?, ?, ?, ?)")
            for (digest, vector) in vectors.map({ (TextDigest.of($0), $1) }).sorted(by: {
                $0.0.lexicographicallyPrecedes($1.0)
            }) {
                try statement.execute(arguments: [meeting, use.rawValue, digest, encoder, Data(vector.bytes)])
            }
        }
    }
}
