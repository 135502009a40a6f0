import GRDB
import Glibc
import JBEMCore
import JBEMStore

/// A store in a fresh folder under the temporary folder; the folder goes away with the value.
final class TemporaryStore {
    /// Seconds: a process that another test starts holds copies of all locks until it has become that program.
    static let patience = 1.0

    /// What is in the store from the start, as its first change.
    enum Content {
        case nothing
        /// A district, three streets and their offices.
        case offices
        /// The same with the code lists and rules that come with the program.
        case rules
    }

    let folder: String
    let path: String
    private(set) var store: Store
    private(set) var steps: [Migration]
    /// Seconds since the first action: every action has a time of its own.
    private var clock = 0

    /// The number that issued ids begin with.
    static let office: Int64 = 990_000_000

    init(_ content: Content = .offices, steps: [Migration] = Migration.all) throws {
        folder = try TemporaryFolder.make()
        path = folder + "/jbem.db"
        self.steps = steps
        let birth = Store.Birth(
            uuid: "00000000-0000-4000-8000-000000000001", office: TemporaryStore.office, isSample: true,
            createdAt: Instant(rfc3339: "2024-01-01T00:00:00Z")!)
        store = try Store.create(path, birth: birth, lockTimeout: TemporaryStore.patience, steps: steps) { _ in }.store
        guard content != .nothing else { return }
        try perform(.`init`) { db in
            if content == .rules { try RepositoryData.load(["codes", "rules"], into: db) }
            for (schema, row) in SampleRow.world { try insert(row, of: schema, in: db) }
        }
    }

    /// A copy of a store that others go on writing; nothing may be written to it meanwhile.
    init(copyOf other: TemporaryStore) throws {
        folder = try TemporaryFolder.make()
        path = folder + "/jbem.db"
        steps = other.steps
        for suffix in TemporaryStore.files { try TemporaryFolder.copy(other.path + suffix, to: path + suffix) }
        store = try Store.open(path, for: .read, lockTimeout: TemporaryStore.patience, steps: steps)
        clock = other.clock
    }

    /// The endings of the files that make up a store.
    static let files = ["", "-wal", ".anchor"]

    deinit { TemporaryFolder.remove(folder) }

    /// Opens the same file once more, as another process would.
    func another(for access: Store.Access = .write, steps: [Migration]? = nil) throws -> Store {
        try Store.open(path, for: access, lockTimeout: TemporaryStore.patience, steps: steps ?? self.steps)
    }

    /// Goes on with a newly opened store, migrated to `steps`.
    func reopen(steps: [Migration]? = nil) throws {
        self.steps = steps ?? self.steps
        store = try another()
    }

    func action(_ kind: Action.Kind = .command, by actor: String = "wang", name: String = "test") -> Action {
        clock += 1
        let at = Instant(seconds: Instant(rfc3339: "2024-06-01T00:00:00Z")!.seconds + clock)
        return Action(kind: kind, name: name, origin: .init(at: at, actor: actor, osUser: "nobody", host: "test"))
    }

    @discardableResult
    func perform<Value>(
        _ kind: Action.Kind = .command, by actor: String = "wang", dryRun: Bool = false, body: (Database) throws -> Value
    ) throws -> WriteResult<Value> {
        try store.perform(action(kind, by: actor), dryRun: dryRun, body: body)
    }

    @discardableResult
    func undo(_ id: Int64? = nil, by actor: String = "wang", dryRun: Bool = false) throws -> WriteResult<Change> {
        try store.undo(id, action: action(.undo, by: actor, name: "undo"), dryRun: dryRun)
    }

    @discardableResult
    func redo(by actor: String = "wang") throws -> WriteResult<Change> {
        try store.redo(action: action(.redo, by: actor, name: "redo"))
    }

    /// The number of the newest change; 0 without one.
    func head() throws -> Int64 { try store.read { try ChangeLog.head($0)?.id } ?? 0 }

    func change(_ id: Int64) throws -> Change { try store.read { try ChangeLog.find(id, in: $0) } }

    /// Every row of every recorded table as text.
    func dump() throws -> String { try store.read(StoreDump.text) }
}

// MARK: - Records

extension TemporaryStore {
    /// Inserts inside a running change.
    @discardableResult
    func insert(_ row: RecordRow, of schema: RecordSchema, revealed: [String: String] = [:], in db: Database) throws -> Int64 {
        var row = row
        schema.derive(&row)
        return try RecordStore.insert(row, of: schema, revealed: revealed, office: TemporaryStore.office, in: db) ?? 0
    }

    /// Changes fields inside a running change.
    func update(_ id: Int64, of schema: RecordSchema, _ values: [String: FieldValue], revealed: [String: String] = [:], in db: Database)
        throws
    {
        guard var row = try RecordStore.findStored(schema, id: id, in: db) else { return }
        for (name, value) in values { row[name] = value }
        schema.derive(&row)
        try RecordStore.update(row, fields: values.keys.sorted(), of: schema, revealed: revealed, in: db)
    }

    /// Adds one record as a change.
    @discardableResult
    func add(_ schema: RecordSchema, _ row: RecordRow, revealed: [String: String] = [:], by actor: String = "wang") throws -> Int64 {
        try perform(by: actor) { try insert(row, of: schema, revealed: revealed, in: $0) }.value
    }

    /// Changes fields of one record as a change.
    @discardableResult
    func set(_ schema: RecordSchema, _ id: Int64, _ values: [String: FieldValue], by actor: String = "wang") throws -> Change? {
        try perform(by: actor) { try update(id, of: schema, values, in: $0) }.change
    }

    /// Removes one record as a change.
    @discardableResult
    func remove(_ schema: RecordSchema, _ id: Int64, by actor: String = "wang") throws -> Change? {
        try perform(by: actor) { db in
            guard let row = try RecordStore.findStored(schema, id: id, in: db) else { return }
            try RecordStore.delete(row, of: schema, in: db)
        }.change
    }

    /// The record with its derived fields.
    func find(_ schema: RecordSchema, _ id: Int64, asOf: String = "2026-01-01") throws -> RecordRow? {
        try store.read { try RecordStore.find(schema, id: id, asOf: CalendarDate(iso: asOf)!, in: $0) }
    }

    func stored(_ schema: RecordSchema, _ id: Int64) throws -> RecordRow? {
        try store.read { try RecordStore.findStored(schema, id: id, in: $0) }
    }
}

/// Folders of tests.
enum TemporaryFolder {
    static func make() throws -> String {
        let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(base)/jbem-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(.cannotCreate, Localized(verbatim: base)) }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes a folder with the files directly in it.
    static func remove(_ folder: String) {
        for name in names(in: folder) { unlink("\(folder)/\(name)") }
        rmdir(folder)
    }

    /// The names in a folder, sorted.
    static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func copy(_ source: String, to target: String) throws {
        let bytes = try RepositoryData.bytes(source)
        let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { throw Failure(.cannotCreate, Localized(verbatim: target)) }
        defer { close(descriptor) }
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(.io, Localized(verbatim: target)) }
    }
}
