package import JBEMCore
internal import JBEMStore

/// Adds one record from `field=value` texts.
package struct AddRecord {
    let schema: RecordSchema
    let assignments: [Assignment]
    let options: WriteOptions

    package init(_ schema: RecordSchema, _ assignments: [Assignment], options: WriteOptions) {
        self.schema = schema
        self.assignments = assignments
        self.options = options
    }

    /// - Throws: `.usage` for unknown or not writable fields; `.data` for values that do not fit.
    package func run(_ session: Session) throws -> WriteReport {
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = assignments.map { $0.journalText(schema) }
        let result = try store.performLarge(action, dryRun: options.isDryRun) { db, recorder in
            let context = ReadingContext(codes: try CodeBook.read(db, for: schema), home: store.identity.office, today: session.today)
            let values = try Assignment.read(assignments, of: schema, in: context)
            // Handed to the recorder as the rows of an import are: for one row, too, that is quicker than the session extension.
            let writer = RecordWriter(schema, context: context, recorder: recorder, db: db)
            let id = try RowFaults.asFailure { try writer.add(values) }
            try writer.finish()
            return id
        }
        let id = schema.identity == .natural ? naturalKey : result.value.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        return WriteReport(change: result.change?.id, ids: id.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun)
    }

    /// The name of the record where no number is issued, as it was given; `nil` where a part of it is a default.
    private var naturalKey: String? {
        let parts = schema.naturalKey.compactMap { name in assignments.first { schema.field(matching: $0.field)?.name == name }?.value }
        return parts.count == schema.naturalKey.count ? parts.joined(separator: "/") : nil
    }
}

/// A `field=value` argument.
package struct Assignment: Sendable, Equatable {
    package let field: String
    package let value: String

    package init(field: String, value: String) {
        self.field = field
        self.value = value
    }

    /// Splits `field=value`; the field may be given by name, label or alias.
    package init(_ text: String) throws {
        // By scalars: a value may begin with an accent, which makes one character of itself and the sign.
        let scalars = text.unicodeScalars
        guard let equals = scalars.firstIndex(of: "="), equals != scalars.startIndex else {
            throw Failure(.usage, Localized("应为 字段=值：“\(text)”", "expected field=value: \"\(text)\""))
        }
        self.init(field: String(scalars[..<equals]), value: String(scalars[scalars.index(after: equals)...]))
    }

    /// The argument as the journal keeps it.
    func journalText(_ schema: RecordSchema) -> String {
        guard let kind = schema.field(matching: field)?.sensitivity else { return "\(field)=\(PersonalPattern.masked(value))" }
        return "\(field)=\(Sensitivity.isMasked(value) ? value : kind.mask(value))"
    }

    static func read(
        _ assignments: [Assignment], of schema: RecordSchema, in context: ReadingContext
    ) throws -> RecordWriter.Values {
        var values: RecordWriter.Values = [:]
        var faults: [Fault] = []
        for assignment in assignments {
            let (name, unit) = HeaderUnit.split(assignment.field)
            guard let field = schema.field(matching: assignment.field) ?? schema.field(matching: name) else {
                throw schema.unknownField(assignment.field)
            }
            try schema.checkWritable(field)
            guard values[field.name] == nil else {
                throw Failure(.usage, Localized("字段 \(field.name) 给了两次", "the field \(field.name) is given twice"))
            }
            do {
                values[field.name] = try field.read(assignment.value, unit: unit.flatMap { MoneyUnit(symbol: $0) }, in: context)
            } catch {
                faults.append(Fault(error.reason, at: .init(field: field.name)))
            }
        }
        guard faults.isEmpty else { throw Failure.invalidValues(faults) }
        return values
    }
}

extension Failure {
    /// `1 fault`, `2 faults`.
    package static func counted(_ faults: [Fault]) -> String { faults.count == 1 ? "1 fault" : "\(faults.count) faults" }

    /// Values that do not fit: one is the message itself, several are listed.
    static func invalidValues(_ faults: [Fault]) -> Failure {
        if faults.count == 1 { return Failure(.data, faults[0].reason, at: faults[0].location) }
        return Failure(
            .data, Localized("\(faults.count) 处有误，什么也没有写入", "\(counted(faults)); nothing was written"), details: faults)
    }
}

extension RowFaults {
    /// Runs `body` and turns the faults of a row into one failure.
    static func asFailure<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as RowFaults {
            throw Failure.invalidValues(error.faults)
        } catch let error as Fault {
            throw Failure.invalidValues([error])
        }
    }
}

extension RecordSchema {
    /// Refuses fields that only an operation or the store itself writes, naming the right verb.
    func checkWritable(_ field: FieldDefinition) throws {
        switch field.writability {
        case .anyone, .once: return
        case .operation(let verb):
            throw Failure(
                .usage, Localized("字段 \(field.name) 不能直接填写", "the field \(field.name) cannot be set directly"),
                hints: [Localized("它由 jbem \(verb) 写入", "jbem \(verb) writes it")])
        case .derived:
            throw Failure(
                .usage, Localized("字段 \(field.name) 是算出来的，不能填写", "the field \(field.name) is computed and cannot be set"),
                hints: [Localized("它由什么得出见 jbem \(noun) -h", "what it follows from: jbem \(noun) -h")])
        }
    }
}
