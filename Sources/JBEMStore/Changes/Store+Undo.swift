internal import GRDB
internal import JBEMCore

extension Store {
    /// Takes one change back as a new change.
    ///
    /// - Parameter id: the change; `nil` for the newest of this actor that is not itself an undo, redo, migration, reveal or undone.
    /// - Throws: `.notFound` if there is nothing to undo; `.data` listing the fields that were changed since.
    package func undo(_ id: Int64?, action: Action, dryRun: Bool = false) throws -> WriteResult<Change> {
        let target = try read { db in
            if let id { return try ChangeLog.find(id, in: db) }
            guard let newest = try undoable(by: action.origin.actor, in: db) else {
                throw Failure(.notFound, Localized("没有可撤销的改动", "there is nothing to undo"))
            }
            return newest
        }
        return try takeBack(target, kind: target.kind == "undo" ? .redo : .undo, action: action, dryRun: dryRun)
    }

    /// Takes the newest undo back, if no ordinary change of this actor followed it.
    package func redo(action: Action, dryRun: Bool = false) throws -> WriteResult<Change> {
        let target = try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT * FROM change AS u WHERE kind = 'undo' AND actor = ?1
                        AND NOT EXISTS (SELECT 1 FROM change WHERE undoes = u.id)
                        AND NOT EXISTS (SELECT 1 FROM change WHERE id > u.id AND actor = ?1 AND kind IN ('command', 'import'))
                    ORDER BY id DESC LIMIT 1
                    """, arguments: [action.origin.actor])
            guard let row else { throw Failure(.notFound, Localized("没有可重做的撤销", "there is no undo to redo")) }
            return Change(row: row)
        }
        return try takeBack(target, kind: .redo, action: action, dryRun: dryRun)
    }

    private func undoable(by actor: String, in db: Database) throws -> Change? {
        let undone = try standingUndos(in: db)
        let cursor = try Row.fetchCursor(
            db, sql: "SELECT * FROM change WHERE kind IN ('command', 'import') AND actor = ? ORDER BY id DESC", arguments: [actor])
        while let row = try cursor.next() {
            if undone[row["id"]] == nil { return Change(row: row) }
        }
        return nil
    }

    /// Each change that is taken back at present, with the change that took it back.
    ///
    /// An undo stands unless a later change that stands took it back: undo, redo and undo of the redo are told apart.
    private func standingUndos(in db: Database) throws -> [Int64: Int64] {
        try Row.fetchAll(db, sql: "SELECT id, undoes FROM change WHERE undoes IS NOT NULL ORDER BY id DESC").reduce(into: [:]) {
            undone, row in
            if undone[row["id"]] == nil { undone[row["undoes"]] = row["id"] as Int64 }
        }
    }

    private func takeBack(_ target: Change, kind: Action.Kind, action: Action, dryRun: Bool) throws -> WriteResult<Change> {
        guard !["migration", "init", "reveal"].contains(target.kind) else {
            throw Failure(
                .data, Localized("第 \(target.id) 号改动（\(target.kind)）不能撤销", "change \(target.id) (\(target.kind)) cannot be undone"))
        }
        var action = action
        action.kind = kind
        action.undoes = target.id
        let result = try performLarge(action, dryRun: dryRun, expectedRows: Int(target.rows)) { db, recorder in
            try refuseIfUndone(target, in: db)
            try refuseAcrossMigration(target, in: db)
            var isFirst = true
            // Codes can only have gone where a later change touched them.
            var codes = try changed(Code.schema.table, after: target, in: db) ? RestoredCodes() : nil
            try ChangeData.forEachPart(of: target.id, backwards: true, in: db) { part in
                guard let bytes = part.bytes else {
                    throw Failure(
                        .data,
                        Localized(
                            "第 \(target.id) 号改动的个人信息已清除，不能撤销", "the personal part of change \(target.id) was purged; it cannot be undone"))
                }
                // A part for a part, so that a row that several parts changed counts as often as it did then.
                if !isFirst, part.name != ChangePart.personal { try recorder.cut() }
                isFirst = false
                let inverse = try Changeset(bytes: bytes).inverted()
                if let conflict = try inverse.apply(to: db) { throw try failure(conflict, of: target, in: db) }
                try codes?.note(inverse, in: db)
            }
            try codes?.refuseMissing(db)
        }
        return WriteResult(value: target, change: result.change, rows: result.rows, isDryRun: result.isDryRun)
    }

    private func changed(_ table: String, after target: Change, in db: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM change WHERE id > ? AND ',' || tables || ',' LIKE ?)"
        return try Bool.fetchOne(db, sql: sql, arguments: [target.id, "%,\(table),%"]) ?? false
    }

    private func refuseIfUndone(_ target: Change, in db: Database) throws {
        guard let undo = try standingUndos(in: db)[target.id] else { return }
        throw Failure(.data, Localized("第 \(target.id) 号改动已由第 \(undo) 号撤销", "change \(target.id) was already undone by change \(undo)"))
    }

    private func refuseAcrossMigration(_ target: Change, in db: Database) throws {
        let mine = Set(target.tables.split(separator: ","))
        let migrations = try Row.fetchAll(db, sql: "SELECT * FROM change WHERE kind = 'migration' AND id > ?", arguments: [target.id]).map(
            Change.init(row:))
        guard let crossing = migrations.first(where: { !mine.isDisjoint(with: $0.tables.split(separator: ",")) }) else { return }
        throw Failure(
            .data,
            Localized(
                "其后的升级（第 \(crossing.id) 号）改过同一张表，不能撤销",
                "a later migration (change \(crossing.id)) changed the same table; it cannot be undone"))
    }

    /// Says which fields stand in the way, in the words of the schema.
    private func failure(_ conflict: Changeset.Conflict, of target: Change, in db: Database) throws -> Failure {
        var failure = Failure(
            .data, Localized("第 \(target.id) 号改动之后又有改动，不能撤销", "change \(target.id) cannot be taken back: later changes are in the way"),
            hints: [Localized("先撤销其后的改动（jbem log list），或直接改正记录", "undo the later changes first (jbem log list), or correct the record")])
        guard let row = conflict.row else {
            failure.details = conflict.broken.map { child, parent in
                Fault(
                    Localized(
                        "表 \(child) 的记录会引用不存在的 \(parent) 记录", "records of \(child) would refer to records of \(parent) that are not there"))
            }
            if failure.details.isEmpty { failure.details = [Fault(Localized("唯一值互换", "unique values were swapped"))] }
            return failure
        }
        let schema = Catalog.schemas.first { $0.table == row.table || $0.privateTable == row.table }
        let columns = try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?) ORDER BY cid", arguments: [row.table])
        let key = row.key.map { $0.text ?? $0.integer.map(String.init) ?? "" }.joined(separator: " ")
        let name =
            schema?.identity == .issued ? row.key.first?.integer.flatMap { RecordID(number: $0)?.text(prefix: schema!.prefix) } ?? key : key
        guard conflict.kind == 1 else {
            let reason =
                conflict.kind == 2
                ? Localized("记录已不在", "the record is gone") : Localized("记录已存在或违反约束", "the record exists already or breaks a constraint")
            failure.details = [Fault(reason, at: .init(file: "\(row.table) \(name)"))]
            return failure
        }
        failure.details = row.old.keys.sorted().compactMap { column in
            guard let present = conflict.present[column], present != row.old[column] else { return nil }
            let field = column < columns.count ? columns[column] : "\(column)"
            let mask = schema?.field(field)?.sensitivity
            let (now, then) = (shown(present, mask), shown(row.old[column] ?? .null, mask))
            return Fault(
                Localized("其后改为 \(now)（当时 \(then)）", "now \(now), then \(then)"),
                at: .init(file: "\(row.table) \(name)", field: field))
        }
        return failure
    }

    /// A value for people; personal data is masked, in free text as well.
    private func shown(_ value: FieldValue, _ mask: Sensitivity?) -> String {
        switch value {
        case .null: "—"
        case .integer(let number): String(number)
        case .text(let text): "\"\(mask.map { Sensitivity.isMasked(text) ? text : $0.mask(text) } ?? PersonalPattern.masked(text))\""
        }
    }
}
