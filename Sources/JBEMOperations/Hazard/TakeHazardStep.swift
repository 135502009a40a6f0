internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Takes one step on a hazard: grade, order, start, …, close.
package struct TakeHazardStep {
    package struct Output: Sendable {
        package let report: WriteReport
        package let from: HazardState
        package let to: HazardState
    }

    let action: HazardAction
    let name: String
    let assignments: [Assignment]
    /// A file whose name and SHA-256 are the evidence.
    let file: String?
    let options: WriteOptions

    package init(_ action: HazardAction, _ name: String, _ assignments: [Assignment], file: String?, options: WriteOptions) {
        (self.action, self.name, self.assignments, self.file, self.options) = (action, name, assignments, file, options)
    }

    package static func fields(_ action: HazardAction) -> GivenFields {
        GivenFields(
            HazardStep.schema, required: [HazardStep.takenBy.name] + action.required, optional: [HazardStep.takenOn.name] + action.optional
        ).with(defaults: [HazardStep.takenOn.name: GivenFields.today])
    }

    /// The day is today unless `taken_on=` says otherwise.
    ///
    /// - Throws: `.notFound`; `.usage` for unknown fields; `.data` for an impossible step, naming the possible ones.
    package func run(_ session: Session) throws -> Output {
        let schema = HazardStep.schema
        var given = assignments
        if let file {
            given.append(Assignment(field: HazardStep.evidence.name, value: file))
            given.append(
                Assignment(field: HazardStep.evidenceDigest.name, value: ChangeChain.digest(try session.readFile(file))))
        }
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = [name] + given.map { $0.journalText(schema) }
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let hazard = try RecordFinder.find(name, of: Hazard.schema, home: store.identity.office, in: db)
            var values = try TakeHazardStep.fields(self.action).read(given, in: context)
            values[HazardStep.hazard.name] = .value(.integer(hazard.id ?? 0))
            values[HazardStep.number.name] = .value(.integer((hazard[Hazard.stepCount] ?? 0) + 1))
            values[HazardStep.step.name] = .value(.text(self.action.rawValue))
            if values[HazardStep.takenOn.name] == nil { values[HazardStep.takenOn.name] = .value(.text(session.today.description)) }
            let id = try RowFaults.asFailure { try RecordWriter(schema, context: context, db: db).add(values) }
            let step = try id.flatMap { try RecordStore.findStored(schema, id: $0, in: db) }
            return (hazard.id, step?[HazardStep.fromState], step?[HazardStep.toState])
        }
        let (id, from, to) = result.value
        let text = FieldText(codes: CodeBook(), home: store.identity.office, language: session.language)
        return Output(
            report: WriteReport(
                change: result.change?.id, ids: id.map { [text.fullID($0, noun: Hazard.schema.noun)] } ?? [], rows: result.rows,
                isDryRun: result.isDryRun),
            from: from.flatMap(HazardState.init) ?? .registered, to: to.flatMap(HazardState.init) ?? .registered)
    }
}

/// Names the photo of a hazard and keeps its SHA-256, so that a later exchange of the file shows.
package struct SetHazardPhoto {
    let name: String
    let file: String
    let options: WriteOptions

    package init(_ name: String, file: String, options: WriteOptions) {
        (self.name, self.file, self.options) = (name, file, options)
    }

    package func run(_ session: Session) throws -> WriteReport {
        let digest = ChangeChain.digest(try session.readFile(file))
        return try SetRecord(
            Hazard.schema, name,
            [Assignment(field: Hazard.photo.name, value: file), Assignment(field: Hazard.photoDigest.name, value: digest)], options: options
        ).run(session)
    }
}
