import GRDB
import JBEMCore
import JBEMStore
import JBEMTestSupport

/// Two people working at random on one store: adding, changing, removing, importing, undoing and redoing.
///
/// Few records and few fields, so that they get into each other's way.
struct RandomWalk {
    /// How an operation ended.
    enum Outcome: Hashable {
        case changed, unchanged, dry
        /// Nothing to undo or redo.
        case nothing
        /// A refused undo or redo: a field, a whole record, a reference, a rule between records, a migration.
        case fieldConflict, recordConflict, referenceConflict, invariantOnUndo, migrationConflict
        /// A refused ordinary change: a constraint (reference or key), a rule between records.
        case constraint, invariant
    }

    enum Operation: CaseIterable {
        case add, set, remove, importFile, undo, undoAny, redo, dryRun
    }

    static let actors = ["wang", "li"]

    let box: TemporaryStore
    var random: SeededGenerator
    private(set) var outcomes: [Outcome: Int] = [:]
    private(set) var operations: [Operation: Int] = [:]
    /// Every id that was ever issued in a committed change.
    private(set) var issued: Set<String> = []
    /// Faults of the store itself; must stay empty.
    private(set) var faults: [String] = []
    private var next = 0
    private var pending: [String] = []

    init(_ box: TemporaryStore, seed: UInt64) {
        self.box = box
        random = SeededGenerator(seed: seed)
    }

    mutating func step() throws {
        let operation = pickOperation()
        operations[operation, default: 0] += 1
        let actor = Self.actors.randomElement(using: &random)!
        let before = try box.head()
        pending = []
        var outcome: Outcome
        do {
            outcome = try run(operation, by: actor)
        } catch let failure as Failure {
            let isUndo = [.undo, .undoAny, .redo].contains(operation)
            guard let kind = classify(failure, isUndo: isUndo) else {
                faults.append("\(operation): \(failure)")
                return
            }
            outcome = kind
        }
        outcomes[outcome, default: 0] += 1
        let after = try box.head()
        if after != before + (outcome == .changed ? 1 : 0) { faults.append("\(operation) \(outcome): head \(before) became \(after)") }
        guard outcome == .changed else { return }
        for id in pending where !issued.insert(id).inserted { faults.append("\(id) was issued twice") }
    }

    private mutating func pickOperation() -> Operation {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<20: .add
        case 20..<48: .set
        case 48..<54: .remove
        case 54..<59: .importFile
        case 59..<72: .undo
        case 72..<88: .undoAny
        case 88..<97: .redo
        default: .dryRun
        }
    }

    private mutating func run(_ operation: Operation, by actor: String) throws -> Outcome {
        switch operation {
        case .undo: return .init(try box.undo(by: actor))
        case .undoAny:
            // Mostly a change of late, now and then any.
            let head = try box.head()
            let oldest = Bool.random(using: &random) && Bool.random(using: &random) ? 1 : max(1, head - 15)
            return .init(try box.undo(Int64.random(in: oldest...head, using: &random), by: actor))
        case .redo: return .init(try box.redo(by: actor))
        case .add, .set, .remove, .importFile, .dryRun:
            let action = box.action(operation == .importFile ? .import : .command, by: actor)
            var walk = self
            let result = try box.store.perform(action, dryRun: operation == .dryRun) { try walk.write(operation, in: $0) }
            (random, next, pending) = (walk.random, walk.next, walk.pending)
            return .init(result)
        }
    }

    private mutating func write(_ operation: Operation, in db: Database) throws {
        switch operation {
        case .add: try add(in: db)
        case .remove: try remove(in: db)
        case .importFile: for _ in 0..<Int.random(in: 2...12, using: &random) { try upsert(in: db) }
        default: try set(in: db)
        }
    }

    /// `nil` for a failure that must not happen here.
    private func classify(_ failure: Failure, isUndo: Bool) -> Outcome? {
        switch failure.kind {
        case .notFound where isUndo: return .nothing
        case .data: break
        default: return nil
        }
        let text = failure.message.en
        if text.contains("contradict") { return isUndo ? .invariantOnUndo : .invariant }
        guard isUndo else { return text.contains("constraint") ? .constraint : nil }
        if text.contains("migration") && !text.contains("(migration)") { return .migrationConflict }
        if text.contains("already undone") || text.contains("cannot be undone") { return .nothing }
        guard text.contains("later changes"), let detail = failure.details.first else { return nil }
        if detail.location.field != nil { return .fieldConflict }
        return detail.reason.en.contains("would refer to") ? .referenceConflict : .recordConflict
    }
}

extension RandomWalk.Outcome {
    init<Value>(_ result: WriteResult<Value>) {
        self = result.isDryRun ? .dry : result.change == nil ? .unchanged : .changed
    }
}

// MARK: - Records

extension RandomWalk {
    private mutating func add(in db: Database) throws {
        next += 1
        switch Int.random(in: 0..<6, using: &random) {
        case 0: try insert(person("P\(next)"), in: db)
        case 1: try insert((Accident.schema, SampleRow.accident("A\(next)", on: day(), street: street()), [:]), in: db)
        case 2, 3: try addReport(in: db)
        case 4: try addDisasterReport(in: db)
        default: try insert((Region.schema, SampleRow.region("R\(next % 40)", "grid", parent: street()), [:]), in: db)
        }
    }

    private mutating func addReport(in db: Database) throws {
        let isNewest = Bool.random(using: &random)
        guard let accident = try isNewest ? newestID(Accident.schema, in: db) : anyID(Accident.schema, among: 3, in: db) else { return }
        let moment = "\(try day(of: accident, moved: 0...2, in: db))T\(pad(Int.random(in: 0..<24, using: &random))):00:\(pad(next % 60))Z"
        let row = SampleRow.report(of: accident, "follow_up", at: moment, deaths: Int64.random(in: 0...4, using: &random))
        try insert((AccidentReport.schema, row, [:]), in: db)
    }

    private mutating func addDisasterReport(in db: Database) throws {
        guard let disaster = try newestID(Disaster.schema, in: db), Bool.random(using: &random) else {
            return try insert((Disaster.schema, SampleRow.disaster("D\(next)", on: "2024-03-01"), [:]), in: db)
        }
        let moment = "\(day())T04:00:\(pad(next % 60))Z"
        let affected = Int64.random(in: 0...3, using: &random)
        let row = SampleRow.report(ofDisaster: disaster, street(), "follow_up", at: moment, affected: affected)
        try insert((DisasterReport.schema, row, [:]), in: db)
    }

    /// Changes one or two fields of one of the first records of a noun.
    private mutating func set(in db: Database) throws {
        let word = ["甲", "乙", "丙", "丁"].randomElement(using: &random)!
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1:
            guard let id = try anyID(Accident.schema, among: 3, in: db) else { return }
            let field = ["title", "place", "note"].randomElement(using: &random)!
            try box.update(id, of: Accident.schema, [field: .text(word)], in: db)
        case 2, 3:
            guard let id = try anyID(Accident.schema, among: 3, in: db) else { return }
            try box.update(id, of: Accident.schema, ["occurred_on": .text(try day(of: id, moved: -3...2, in: db))], in: db)
        case 4, 5:
            guard let id = try anyID(Person.schema, among: 4, in: db) else { return }
            let phone = "138\(Int.random(in: 1000...1003, using: &random))0000"
            try box.update(
                id, of: Person.schema, ["name": .text(word), "phone": .text(Sensitivity.phone.mask(phone))], revealed: ["phone": phone],
                in: db)
        default:
            try Setting.plan.set(word, in: db)
        }
    }

    private mutating func remove(in db: Database) throws {
        let schema = [Person.schema, Accident.schema, AccidentReport.schema, DisasterReport.schema, Disaster.schema].randomElement(
            using: &random)!
        guard let id = try anyID(schema, in: db), let row = try RecordStore.findStored(schema, id: id, in: db) else { return }
        try RecordStore.delete(row, of: schema, in: db)
    }

    /// As an import does: a known key changes the record, a new one adds it.
    private mutating func upsert(in db: Database) throws {
        let key = "P\(Int.random(in: 1...60, using: &random))"
        let (schema, row, revealed) = person(key)
        if let stored = try RecordStore.findStored(schema, key: [.text(key)], in: db), let id = stored.id {
            try box.update(id, of: schema, ["name": row["name"], "phone": row["phone"]], revealed: revealed, in: db)
        } else {
            try insert((schema, row, revealed), in: db)
        }
    }

    private mutating func insert(_ record: (schema: RecordSchema, row: RecordRow, revealed: [String: String]), in db: Database) throws {
        let id = try box.insert(record.row, of: record.schema, revealed: record.revealed, in: db)
        if record.schema.identity == .issued { pending.append("\(record.schema.noun) \(id)") }
    }

    private mutating func person(_ key: String) -> (RecordSchema, RecordRow, [String: String]) {
        let phone = Bool.random(using: &random) ? "139\(Int.random(in: 10_000_000...10_000_009, using: &random))" : nil
        let name = ["赵一", "钱二", "孙三"].randomElement(using: &random)!
        return (Person.schema, SampleRow.person(key, name: name, phone: phone), phone.map { ["phone": $0] } ?? [:])
    }

    private mutating func anyID(_ schema: RecordSchema, among first: Int = .max, in db: Database) throws -> Int64? {
        let count = min(first, try RecordStore.count(schema, in: db))
        guard count > 0 else { return nil }
        let offset = Int.random(in: 0..<count, using: &random)
        return try Int64.fetchOne(db, sql: "SELECT id FROM \(schema.table) ORDER BY id LIMIT 1 OFFSET \(offset)")
    }

    private func newestID(_ schema: RecordSchema, in db: Database) throws -> Int64? {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(schema.table)")
    }

    private mutating func day() -> String { "2024-03-\(pad(Int.random(in: 1...28, using: &random)))" }

    /// A day near that of an accident: its reports are just behind it, so that moving it gets in their way.
    private mutating func day(of accident: Int64, moved days: ClosedRange<Int>, in db: Database) throws -> String {
        let row = try RecordStore.findStored(Accident.schema, id: accident, in: db)
        return (row?[Accident.occurredOn] ?? CalendarDate(iso: "2024-03-01")!).adding(days: Int.random(in: days, using: &random))
            .description
    }

    private mutating func street() -> String { SampleRow.streets.randomElement(using: &random)! }

    private func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
