internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Writes a visit with the answers to its form as one change.
package struct RecordInspection {
    package struct Output: Sendable {
        package let report: WriteReport
        package let number: String
        package let form: String?
        package let faults: [Int64]
    }

    let subject: String
    let arguments: [String]
    let isOtherwiseOk: Bool
    let options: WriteOptions

    /// - Parameters:
    ///   - arguments: `field=value` of the visit, and `item=ok`, `item=not_applicable` or `item=fault:text` for the items of the form.
    ///   - isOtherwiseOk: items without an answer are in order.
    package init(_ subject: String, _ arguments: [String], isOtherwiseOk: Bool, options: WriteOptions) {
        (self.subject, self.arguments, self.isOtherwiseOk, self.options) = (subject, arguments, isOtherwiseOk, options)
    }

    package static let fields = GivenFields(
        Inspection.schema, filled: [Inspection.risk, Inspection.equipment].map(\.name) + [Inspection.result.name],
        required: [Inspection.inspector.name]
    ).with(defaults: [
        Inspection.visitedOn.name: GivenFields.today, Inspection.purpose.name: Localized(verbatim: InspectionPurpose.routine),
        Inspection.number.name: GivenFields.nextNumber,
    ])

    /// The day is today, the purpose the routine check, the form that of the rules, unless they are given.
    ///
    /// - Throws: `.notFound`; `.usage` for unknown fields and malformed answers; `.data` for a day to come, a form version that is not
    ///   the one in force on the day, an unknown item and a missing answer, naming them.
    package func run(_ session: Session) throws -> Output {
        let schema = Inspection.schema
        let parsed = try arguments.map { try Assignment($0) }
        let given = parsed.filter { Int64($0.field) == nil }
        let typed = parsed.filter { Int64($0.field) != nil }
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments =
            [subject] + given.map { $0.journalText(schema) } + typed.map { "\($0.field)=\(PersonalPattern.masked($0.value))" }
            + (isOtherwiseOk ? ["--ok"] : [])
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let home = store.identity.office
            let context = ReadingContext(codes: try CodeBook.read(db), home: home, today: session.today)
            let subject = try RecordFinder.subject(subject, home: home, in: db)
            var values = try RecordInspection.fields.read(given, in: context)
            values[subject.noun] = .value(.integer(subject.id))
            let day = try day(&values, today: session.today)
            let purpose = typedText(values[Inspection.purpose.name]) ?? InspectionPurpose.routine
            values[Inspection.purpose.name] = .value(.text(purpose))
            let form = try typedText(values[Inspection.form.name]) ?? self.form(subject, purpose, day, in: db)
            let answers = try self.answers(typed, try items(form, day, &values, in: db), form: form, context)
            if let form { values[Inspection.form.name] = .value(.text(form)) }
            let faults = answers.filter { $0.answer == "fault" }.map(\.item)
            values[Inspection.result.name] = .value(.text(faults.isEmpty ? "ok" : "fault"))
            let number =
                try typedText(values[Inspection.number.name]) ?? InspectionForms.freeNumber(subject.number, day, purpose, in: db)
            values[Inspection.number.name] = .value(.text(number))
            let id = try RowFaults.asFailure {
                let id = try RecordWriter(schema, context: context, db: db).add(values)
                let writer = RecordWriter(InspectionAnswer.schema, context: context, db: db)
                for answer in answers {
                    do {
                        _ = try writer.add(answer.values(visit: id ?? 0))
                    } catch let error as RowFaults {
                        // The item is the place that a reader knows.
                        throw RowFaults(faults: error.faults.map { Fault($0.reason, at: .init(field: String(answer.item))) })
                    }
                }
                return id
            }
            return (id, number, form, faults)
        }
        let (id, number, form, faults) = result.value
        let text = FieldText(codes: CodeBook(), home: store.identity.office, language: session.language)
        return Output(
            report: WriteReport(
                change: result.change?.id, ids: id.map { [text.fullID($0, noun: schema.noun)] } ?? [], rows: result.rows,
                isDryRun: result.isDryRun),
            number: number, form: form, faults: faults)
    }

    private func typedText(_ value: FieldDefinition.ReadValue?) -> String? {
        if case .value(let value)? = value { value.text } else { nil }
    }

    private func day(_ values: inout RecordWriter.Values, today: CalendarDate) throws -> CalendarDate {
        let name = Inspection.visitedOn.name
        let day = typedText(values[name]).flatMap { CalendarDate(iso: $0) } ?? today
        guard day <= today else {
            throw Failure(.data, Localized("\(day) 还没有到", "\(day) is still to come"), at: .init(field: name))
        }
        values[name] = .value(.text(day.description))
        return day
    }

    /// The form of the rules for the purpose; a campaign or a draw takes that of the routine check.
    private func form(_ subject: VisitSubject, _ purpose: String, _ day: CalendarDate, in db: Database) throws -> String? {
        for purpose in [purpose, InspectionPurpose.routine] {
            let found = try InspectionForms.suggested(subject.noun, subject.id, purpose: purpose, on: day, in: db)
            if let found { return found }
        }
        return nil
    }

    /// The items of the version in force, which is filled in where none is given.
    private func items(
        _ form: String?, _ day: CalendarDate, _ values: inout RecordWriter.Values, in db: Database
    ) throws -> [RecordRow] {
        let name = Inspection.formVersion.name
        guard let form else { return [] }
        guard let version = try InspectionForms.version(of: form, on: day, in: db) else {
            throw Failure(
                .data, Localized("检查表 \(form) 在 \(day) 没有有效的版本", "the form \(form) has no version in force on \(day)"),
                at: .init(field: Inspection.form.name), hints: [Localized("见 jbem inspect-form list", "see jbem inspect-form list")])
        }
        if case .value(.integer(let given))? = values[name], given != version {
            throw Failure(
                .data,
                Localized(
                    "检查表 \(form) 在 \(day) 有效的是第 \(version) 版，不是第 \(given) 版",
                    "version \(version) of the form \(form) was in force on \(day), not version \(given)"), at: .init(field: name),
                hints: [
                    Localized(
                        "用当日有效的版本作答：jbem inspect-item list --where form=\(form) --where version=\(version)",
                        "answer the version of that day: jbem inspect-item list --where form=\(form) --where version=\(version)")
                ])
        }
        values[name] = .value(.integer(version))
        return try InspectionForms.items(form, version, in: db)
    }

    private struct Answer {
        let item: Int64
        let answer: String
        let note: String?

        func values(visit: Int64) -> RecordWriter.Values {
            [
                InspectionAnswer.inspect.name: .value(.integer(visit)), InspectionAnswer.item.name: .value(.integer(item)),
                InspectionAnswer.answer.name: .value(.text(answer)),
                InspectionAnswer.note.name: .value(note.map(FieldValue.text) ?? .null),
            ]
        }
    }

    private func answers(_ typed: [Assignment], _ items: [RecordRow], form: String?, _ context: ReadingContext) throws -> [Answer] {
        guard let form else {
            guard typed.isEmpty, isOtherwiseOk else {
                throw Failure(
                    .usage, Localized("没有规则给出检查表", "no rule names a form for this visit"),
                    hints: [
                        Localized("用 form=键 指定；没有表又没有问题的用 --ok", "name one with form=KEY; a visit without a form and faults is --ok")
                    ])
            }
            return []
        }
        var given: [Int64: Answer] = [:]
        for assignment in typed {
            guard let item = Int64(assignment.field), given[item] == nil else {
                throw Failure(.usage, Localized("第 \(assignment.field) 项答了两次", "item \(assignment.field) is answered twice"))
            }
            given[item] = try answer(item, assignment.value, context)
        }
        let numbers = items.compactMap { $0[InspectionItem.number] }
        let unknown = given.keys.filter { !numbers.contains($0) }.sorted()
        let missing = isOtherwiseOk ? [] : numbers.filter { given[$0] == nil }
        try refuse(unknown, missing, form)
        return numbers.map { given[$0] ?? Answer(item: $0, answer: "ok", note: nil) }
    }

    private func refuse(_ unknown: [Int64], _ missing: [Int64], _ form: String) throws {
        func list(_ numbers: [Int64]) -> String { numbers.map(String.init).joined(separator: ", ") }
        let hint = Localized("各项见 jbem inspect-item list --where form=\(form)", "jbem inspect-item list --where form=\(form) has the items")
        if !unknown.isEmpty {
            throw Failure(
                .data, Localized("检查表 \(form) 没有第 \(list(unknown)) 项", "the form \(form) has no item \(list(unknown))"), hints: [hint])
        }
        guard !missing.isEmpty else { return }
        throw Failure(
            .data, Localized("检查表 \(form) 的第 \(list(missing)) 项没有答案", "no answer to item \(list(missing)) of the form \(form)"),
            hints: [hint, Localized("其余都合格的用 --ok", "--ok says that the rest is in order")])
    }

    /// Reads `ok`, `fault:text`, `not_applicable` or their labels.
    private func answer(_ item: Int64, _ text: String, _ context: ReadingContext) throws -> Answer {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }.map {
            ValueText.trimmed(String($0))
        }
        guard let code = context.codes.code("inspect_answer", matching: parts.first ?? "") else {
            let codes = context.codes.entries("inspect_answer").map(\.code).joined(separator: " ")
            throw Failure(
                .usage, Localized("第 \(item) 项的答案 “\(text)” 看不懂", "the answer \"\(text)\" to item \(item) means nothing"),
                hints: [
                    Localized(
                        "写作 \(item)=ok 或 \(item)=fault:问题；可答 \(codes)", "write \(item)=ok or \(item)=fault:what is wrong; answers: \(codes)"
                    )
                ])
        }
        return Answer(item: item, answer: code, note: parts.count == 2 && !parts[1].isEmpty ? parts[1] : nil)
    }
}
