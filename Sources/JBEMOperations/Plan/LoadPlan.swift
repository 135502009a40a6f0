internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Loads a plan folder as one change, and puts the plan to use if none is in use.
package struct LoadPlan {
    package struct Output: Sendable {
        package let plan: String
        package let isInUse: Bool
        package let report: WriteReport
        package let summaries: [ImportRecords.Summary]
        /// How many records of the plan are in the store and not in the folder, by noun.
        package let others: [(noun: String, label: Localized, count: Int)]
    }

    let folder: String
    let putsToUse: Bool
    let options: WriteOptions

    /// - Parameter folder: a path, or the key of a plan under Data/plan.
    package init(_ folder: String, putsToUse: Bool, options: WriteOptions) {
        self.folder = folder
        self.putsToUse = putsToUse
        self.options = options
    }

    /// - Throws: `.notFound` without the folder; `.data` if it does not hold exactly one plan, or any row has a fault.
    package func run(_ session: Session) throws -> Output {
        let path = try folderPath(session)
        let sources = DataFolder.inOrder(try DataFolder.sources(in: path, session: session))
        guard let planFile = sources.first(where: { $0.schema.noun == Plan.schema.noun }) else {
            throw Failure(.data, Localized("\(path) 里没有 plan.csv", "there is no plan.csv in \(path)"))
        }
        guard let key = planFile.source.singleValue(of: Plan.key.name) else {
            throw Failure(
                .data, Localized("plan.csv 须恰好有一个规划", "plan.csv must hold exactly one plan"), at: .init(file: planFile.source.name))
        }
        let store = try session.open(.write)
        let operation = ImportRecords(sources, options: options)
        let result = try store.performLarge(options.action(.import, in: session), dryRun: options.isDryRun) { db, recorder in
            let written = try operation.write(db, recorder, store: store, session: session)
            let current = try Setting.plan.value(db)
            if putsToUse || current == nil { try Setting.plan.set(key, in: db) }
            // A plan whose columns do not fit together is refused now, not when it is first assessed.
            _ = try PlanStore.read(key, in: db)
            return (written.summaries, try Setting.plan.value(db) == key, try others(written.summaries, of: key, in: db))
        }
        let report = WriteReport(change: result.change?.id, ids: [], rows: result.rows, isDryRun: result.isDryRun)
        return Output(plan: key, isInUse: result.value.1, report: report, summaries: result.value.0, others: result.value.2)
    }

    /// A load adds and changes; what was taken out of a file stays in the store, as does what was added there.
    private func others(
        _ summaries: [ImportRecords.Summary], of plan: String, in db: Database
    ) throws -> [(noun: String, label: Localized, count: Int)] {
        try summaries.compactMap { summary in
            guard let schema = Catalog.schema(summary.noun), let count = try PlanStore.count(schema, of: plan, in: db) else { return nil }
            let others = count - summary.inserted - summary.updated - summary.unchanged
            return others > 0 ? (schema.noun, schema.label, others) : nil
        }
    }

    private func folderPath(_ session: Session) throws -> String {
        if folder.contains("/") || folder == "." { return folder }
        if (try? Folder.files(folder, ending: "plan.csv"))?.isEmpty == false { return folder }
        let known = "\(try session.dataFolder())/plan"
        if (try? Folder.files("\(known)/\(folder)", ending: "plan.csv"))?.isEmpty == false { return "\(known)/\(folder)" }
        let keys = (try? Folder.entries(known)) ?? []
        throw Failure(
            .notFound, Localized("没有规划文件夹 “\(folder)”", "there is no plan folder \"\(folder)\""),
            hints: [Localized("随程序的规划：\(keys.joined(separator: " "))", "plans that come with the program: \(keys.joined(separator: " "))")])
    }
}

/// Chooses the plan that the indicators are read from.
package struct UsePlan {
    let key: String
    let options: WriteOptions

    package init(_ key: String, options: WriteOptions) {
        self.key = key
        self.options = options
    }

    package func run(_ session: Session) throws -> WriteReport {
        let store = try session.open(.write)
        let result = try store.perform(options.action(in: session), dryRun: options.isDryRun) { db in
            _ = try PlanStore.read(key, in: db)
            try Setting.plan.set(key, in: db)
        }
        return WriteReport(change: result.change?.id, ids: [key], rows: result.rows, isDryRun: result.isDryRun)
    }
}
