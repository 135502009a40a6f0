internal import GRDB
package import JBEMCore
package import JBEMStore

/// Imports files as one change: every row is checked first, and on a fault nothing is written unless faulty rows are skipped.
package struct ImportRecords {
    /// What one file did.
    package struct Summary: Sendable {
        package let noun: String
        package let file: String
        package var inserted = 0
        package var updated = 0
        package var unchanged = 0
        package var rejected = 0
        /// Records that have another number here than in the file.
        package var renumbered = 0
        package let encoding: String
        package let delimiter: String?
        package let ignoredColumns: [String]
    }

    package struct Output: Sendable {
        package let summaries: [Summary]
        package let report: WriteReport
        package let faults: [Fault]
        /// The rejected rows of each noun as a CSV text with a reason column, if rows were skipped.
        package let rejects: [(noun: String, text: String)]

        package var isPartial: Bool { !faults.isEmpty }
    }

    /// What to do with rows that have faults.
    package enum FaultPolicy: String, Sendable, CaseIterable {
        case stop, skip
    }

    let sources: [(schema: RecordSchema, source: ImportSource)]
    /// Columns by name and the fields that they mean; `nil` where the command lets nobody say so, nor skip rows.
    let map: [String: String]?
    let policy: FaultPolicy
    let kind: Action.Kind
    let options: WriteOptions

    package init(
        _ sources: [(schema: RecordSchema, source: ImportSource)], map: [String: String]? = nil, policy: FaultPolicy = .stop,
        kind: Action.Kind = .import, options: WriteOptions
    ) {
        self.sources = sources
        self.map = map
        self.policy = policy
        self.kind = kind
        self.options = options
    }

    /// - Throws: `.data` with every fault, and nothing written, under the policy `stop`.
    package func run(_ session: Session) throws -> Output {
        try run(session, in: try session.open(.write))
    }

    package func run(_ session: Session, in store: Store) throws -> Output {
        let result = try store.performLarge(options.action(kind, in: session), dryRun: options.isDryRun) { db, recorder in
            try write(db, recorder, store: store, session: session)
        }
        let (summaries, faults, rejects) = result.value
        let report = WriteReport(change: result.change?.id, ids: [], rows: result.rows, isDryRun: result.isDryRun)
        return Output(summaries: summaries, report: report, faults: faults, rejects: rejects)
    }

    /// Writes all sources inside a running transaction.
    func write(_ db: Database, _ recorder: ChangeRecorder, store: Store, session: Session) throws -> (
        summaries: [Summary], faults: [Fault], rejects: [(noun: String, text: String)]
    ) {
        var summaries: [Summary] = []
        var faults: [Fault] = []
        var rejects: [String: RejectsFile] = [:]
        let renumbered = RenumberedRecords()
        try checkMap()
        for (schema, source) in sources {
            // Code lists may have come in with the file before.
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let columns = try ColumnMap(source, of: schema, map: map)
            let writer = RecordWriter(schema, context: context, recorder: recorder, renumbered: renumbered, db: db)
            var file = try FileImport(
                source: source, columns: columns, context: context, writer: writer, renumbered: renumbered,
                isSample: store.identity.isSample, language: session.language)
            let summary = try file.run()
            summaries.append(summary)
            faults += file.faults
            rejects[schema.noun, default: RejectsFile()].add(file.rejected, source: source, columns: columns)
        }
        if policy == .stop { try refuse(faults) }
        let texts = rejects.sorted { $0.key < $1.key }.compactMap { noun, file in file.text.map { (noun: noun, text: $0) } }
        return (summaries, faults, texts)
    }

    /// A column that no file has is a slip of the pen, not a wish.
    private func checkMap() throws {
        let headers = Set(sources.flatMap { $0.source.header.map(ValueText.trimmed) })
        guard let name = map?.keys.sorted().first(where: { !headers.contains(ValueText.trimmed($0)) }) else { return }
        throw Failure(
            .usage, Localized("--map：没有列 “\(name)”", "--map: there is no column \"\(name)\""),
            hints: [Localized("列：\(headers.sorted().joined(separator: " "))", "columns: \(headers.sorted().joined(separator: " "))")])
    }

    /// Ends the import if there are faults.
    private func refuse(_ faults: [Fault]) throws {
        guard !faults.isEmpty else { return }
        let hint =
            map == nil
            ? Localized("改正文件后再载入", "correct the files and load them again")
            : Localized(
                "改正后再导入；或用 --on-error skip --rejects FILE 先写入无误的行",
                "correct them and import again, or write the good rows with --on-error skip --rejects FILE")
        throw Failure(
            .data, Localized("\(faults.count) 处有误，什么也没有写入", "\(Failure.counted(faults)); nothing was written"), hints: [hint],
            details: faults)
    }
}
