import GRDB

/// Unused room in the database's file: pages that hold nothing any more, and gaps in those that do.
extension Store {
    /// From now on, what this connection deletes is overwritten in the file.
    func overwriteWhatIsDeleted() throws {
        try directly { try $0.inDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") } }
    }

    /// Writes the file anew, so that no room in it holds what stood there once.
    func sweep() throws {
        try directly { queue in
            try queue.vacuum()
            try queue.write { try $0.execute(sql: "UPDATE erasure_state SET swept = 1") }
        }
    }

    /// Sweeps where an erasure broke off before it could. What hinders it is left to the next run.
    func finishErasure() {
        let isSwept = try? read { try Bool.fetchOne($0, sql: "SELECT swept FROM erasure_state") }
        if isSwept == false { try? sweep() }
    }
}
