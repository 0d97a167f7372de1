package import EarshotCore
import GRDB

/// The database: the only place that speaks SQL. One writer, one connection.
///
/// A rollback journal, not a write-ahead log: one process uses the file at a time, a file's import is one transaction
/// however long it is, and a log would grow as large as the database (Docs/Decisions/0003).
package final class Store: Sendable {
    let queue: DatabaseQueue
    private let path: String

    /// Opens or makes the database and brings its tables up to date.
    ///
    /// Throws a `Diagnostic` where the file is no database, is in use, or cannot be made.
    package init(path: String) throws {
        self.path = path
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
            try db.execute(sql: "PRAGMA temp_store = FILE")
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try Schema.migrator.migrate(queue)
        } catch {
            throw Store.diagnostic(error, path: path)
        }
        finishErasure()
    }

    /// Whether a diagnostic speaks of the database itself, so that no other work on it can help.
    package func isOwn(_ diagnostic: Diagnostic) -> Bool { diagnostic.place == path }

    /// Runs `body` in one transaction: all of it is kept, or none.
    func write<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try queue.write(body)
        } catch {
            throw Store.diagnostic(error, path: path)
        }
    }

    func read<T>(_ body: (Database) throws -> T) throws -> T {
        do {
            return try queue.read(body)
        } catch {
            throw Store.diagnostic(error, path: path)
        }
    }

    /// Runs `body` outside any transaction.
    func directly(_ body: (DatabaseQueue) throws -> Void) throws {
        do {
            try body(queue)
        } catch {
            throw Store.diagnostic(error, path: path)
        }
    }

    static func diagnostic(_ error: any Error, path: String) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        let (message, mend): (String, String) =
            switch error.resultCode {
            case .SQLITE_FULL:
                ("The disk is full; nothing of this step was kept", "Make room, then run the same command again")
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                ("Another program is using the database", "Wait until it has finished, then run again")
            case .SQLITE_NOTADB:
                ("This file is not an Earshot database", "Name another file with --database")
            case .SQLITE_CORRUPT:
                ("The database is damaged", "Move the file away and run again: everything but verdicts is read anew")
            case .SQLITE_READONLY, .SQLITE_PERM:
                ("The database may not be written to", "Give your account the right to write it and its folder")
            case .SQLITE_CANTOPEN:
                ("The database cannot be opened", "Check that its folder exists and may be written to")
            case .SQLITE_IOERR:
                (
                    "Reading or writing the database broke off; nothing of this step was kept",
                    "Check the disk, then run again"
                )
            default: ("The database refused a step", "Tell us: this is a fault in Earshot")
            }
        return Diagnostic(.error, message, at: path, mend: "\(mend). SQLite: \(error.message ?? "\(error.resultCode)")")
    }
}

/// What saving did, by kind of row.
package struct ImportCount: Equatable, Sendable {
    package var inserted: Int
    package var updated: Int
    package var unchanged: Int
    /// Kept from an earlier save, and no longer in this one; not part of the total.
    package var withdrawn: Int
    package init(inserted: Int = 0, updated: Int = 0, unchanged: Int = 0, withdrawn: Int = 0) {
        self.inserted = inserted
        self.updated = updated
        self.unchanged = unchanged
        self.withdrawn = withdrawn
    }
    package var total: Int { inserted + updated + unchanged }

    package static func += (a: inout ImportCount, b: ImportCount) {
        a.inserted += b.inserted
        a.updated += b.updated
        a.unchanged += b.unchanged
        a.withdrawn += b.withdrawn
    }
}
