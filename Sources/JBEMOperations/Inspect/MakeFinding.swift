internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Turns a fault that a visit found into a hazard, and links the two, as one change.
package struct MakeFinding {
    package struct Output: Sendable {
        package let report: WriteReport
        /// The form calls a fault of this item major.
        package let isMajor: Bool
    }

    let visit: String
    let item: Int64
    let assignments: [Assignment]
    let options: WriteOptions

    package init(_ visit: String, item: Int64, _ assignments: [Assignment], options: WriteOptions) {
        (self.visit, self.item, self.assignments, self.options) = (visit, item, assignments, options)
    }

    /// What follows from the visit and its subject, and cannot be given otherwise.
    private static let decided: [(name: String, value: @Sendable (_ visit: RecordRow, _ subject: RecordRow) -> FieldValue)] = [
        (Hazard.discovery.name, { _, _ in .text("inspection") }), (Hazard.foundOn.name, { visit, _ in visit[Inspection.visitedOn.name] }),
        (Hazard.region.name, { _, subject in subject["region"] }), (Hazard.risk.name, { visit, _ in visit[Inspection.risk.name] }),
    ]

    package static let fields = GivenFields(Hazard.schema, filled: decided.map(\.name), required: [Hazard.number.name])

    /// Title and office are those of the answer and the subject unless they are given.
    ///
    /// - Throws: `.notFound`; `.usage` for a field that the visit decides; `.data` for an answer that is no fault or has a hazard already.
    package func run(_ session: Session) throws -> Output {
        let schema = Hazard.schema
        let store = try session.open(.write)
        let home = store.identity.office
        var action = options.action(in: session)
        action.arguments = [visit, String(item)] + assignments.map { $0.journalText(schema) }
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: home, today: session.today)
            let found = try RecordFinder.find(visit, of: Inspection.schema, home: home, in: db)
            let answer = try fault(of: found, in: db)
            var values = try MakeFinding.fields.read(assignments, in: context)
            let subject = try subject(of: found, in: db)
            for (name, value) in MakeFinding.decided { values[name] = .value(value(found, subject)) }
            for (name, value) in try suggested(found, answer, in: db) where values[name] == nil { values[name] = .value(value) }
            return try RowFaults.asFailure {
                let id = try RecordWriter(schema, context: context, db: db).add(values)
                _ = try RecordWriter(InspectionAnswer.schema, context: context, db: db).set(
                    answer, [InspectionAnswer.hazard.name: .value(.integer(id ?? 0))])
                return (id, try formItem(found, in: db)?[InspectionItem.severity] == "major")
            }
        }
        let (number, isMajor) = result.value
        let id = number.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        return Output(
            report: WriteReport(change: result.change?.id, ids: id.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun),
            isMajor: isMajor)
    }

    private func fault(of visit: RecordRow, in db: Database) throws -> RecordRow {
        guard let answer = try InspectionForms.answer(visit.id ?? 0, item, in: db) else {
            throw Failure(
                .notFound, Localized("\(self.visit) 没有第 \(item) 项的答案", "\(self.visit) has no answer to item \(item)"),
                hints: [
                    Localized(
                        "见 jbem inspect-answer list --where inspect=\(self.visit)",
                        "see jbem inspect-answer list --where inspect=\(self.visit)")
                ])
        }
        guard answer[InspectionAnswer.answer] == "fault" else {
            throw Failure(.data, Localized("第 \(item) 项没有问题，不成隐患", "item \(item) is no fault: there is nothing to register"))
        }
        if let hazard = answer[InspectionAnswer.hazard] {
            let name = RecordID(number: hazard)?.text(prefix: Hazard.schema.prefix) ?? ""
            throw Failure(.data, Localized("第 \(item) 项已登记为隐患 \(name)", "item \(item) is registered already, as \(name)"))
        }
        return answer
    }

    private func suggested(_ visit: RecordRow, _ answer: RecordRow, in db: Database) throws -> [(String, FieldValue)] {
        let subject = try subject(of: visit, in: db)
        let item = try formItem(visit, in: db)
        let inspector = try visit[Inspection.inspector].flatMap { try RecordStore.findStored(Person.schema, id: $0, in: db) }
        return [
            (Hazard.title.name, answer[InspectionAnswer.note.name]), (Hazard.office.name, subject["office"]),
            (Hazard.place.name, subject["place"]), (Hazard.department.name, subject["department"]),
            (Hazard.basis.name, item?[InspectionItem.clause.name] ?? .null),
            (Hazard.foundBy.name, inspector?[Person.name.name] ?? .null),
        ]
    }

    private func formItem(_ visit: RecordRow, in db: Database) throws -> RecordRow? {
        try InspectionForms.items(visit[Inspection.form] ?? "", visit[Inspection.formVersion] ?? 0, in: db).first {
            $0[InspectionItem.number] == item
        }
    }

    private func subject(of visit: RecordRow, in db: Database) throws -> RecordRow {
        if let risk = visit[Inspection.risk] { return try RecordStore.findStored(Risk.schema, id: risk, in: db) ?? RecordRow() }
        return try visit[Inspection.equipment].flatMap { try RecordStore.findStored(Equipment.schema, id: $0, in: db) } ?? RecordRow()
    }
}
