import GRDB

/// A connection without the program's guards: foreign keys off, the triggers of the journal dropped.
enum RawConnection {
    static func run(_ statements: [String], on path: String) throws {
        try queue(path).writeWithoutTransaction { db in
            for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
                try db.execute(sql: "DROP TRIGGER \(trigger)")
            }
            for statement in statements { try db.execute(sql: statement) }
        }
    }

    static func queue(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .timeout(5)
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
