internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Turns read values into a checked record and writes it: the one path of add, set and import.
struct RecordWriter {
    let schema: RecordSchema
    let context: ReadingContext
    let db: Database

    enum Outcome: Equatable {
        case inserted(Int64?)
        case updated(Int64?)
        case unchanged
    }

    /// Values by field name, as read.
    typealias Values = [String: FieldDefinition.ReadValue]

    init(_ schema: RecordSchema, context: ReadingContext, db: Database) {
        self.schema = schema
        self.context = context
        self.db = db
    }

    /// Writes a record that must be new.
    func add(_ values: Values) throws -> Int64? {
        let (record, revealed) = try build(RecordRow(), values, isNew: true)
        if let existing = try RecordStore.findStored(schema, key: key(of: record), in: db) {
            throw Failure(
                .data,
                Localized("已有\(schema.label.zh) \(name(existing))，键相同", "\(schema.label.en) \(name(existing)) has the same key"),
                hints: [Localized("用 jbem \(schema.noun) set 修改它", "change it with jbem \(schema.noun) set")])
        }
        return try RecordStore.insert(record, of: schema, revealed: revealed, office: context.home, in: db)
    }

    /// Changes the given fields of a stored record.
    func set(_ stored: RecordRow, _ values: Values) throws -> Outcome {
        for name in values.keys.sorted() {
            guard let field = schema.field(name), field.writability == .once, try resolved(values[name]!, of: field) != stored[name] else {
                continue
            }
            throw Fault(Localized("建立后不能改", "is fixed once the record exists"), at: .init(field: name))
        }
        var (record, revealed) = try build(stored, values, isNew: false)
        let personal = try stored.id.map { try RecordStore.revealed($0, of: schema, in: db) } ?? [:]
        var changed = schema.storedFields.map(\.name).filter { name in
            record[name] != stored[name] || (revealed[name] != nil && revealed[name] != personal[name])
        }
        for field in schema.storedFields where field.stampOf.map(changed.contains) ?? false && !changed.contains(field.name) {
            record[field.name] = .text(context.today.description)
            if record[field.name] != stored[field.name] { changed.append(field.name) }
        }
        guard !changed.isEmpty else { return .unchanged }
        try RecordStore.update(record, fields: changed, of: schema, revealed: revealed, in: db)
        return .updated(stored.id)
    }

    /// Adds the record or changes the one with the same natural key.
    func upsert(_ values: Values) throws -> Outcome {
        let key = try schema.naturalKey.map { name throws -> FieldValue in
            guard let field = schema.field(name) else { return .null }
            let value = try values[name].map { try resolved($0, of: field) } ?? field.standard ?? .null
            guard value != .null else { throw Fault(Localized("缺少（自然键）", "is missing (natural key)"), at: .init(field: name)) }
            return value
        }
        if let stored = try RecordStore.findStored(schema, key: key, in: db) { return try set(stored, values) }
        let (record, revealed) = try build(RecordRow(), values, isNew: true)
        return .inserted(try RecordStore.insert(record, of: schema, revealed: revealed, office: context.home, in: db))
    }

    /// The natural key of a record.
    func key(of record: RecordRow) -> [FieldValue] { schema.naturalKey.map { record[$0] } }

    func name(_ record: RecordRow) -> String {
        if schema.identity == .issued, let id = record.id, let number = RecordID(number: id) {
            return number.shortText(prefix: schema.prefix, home: context.home)
        }
        return schema.naturalKey.map { name in
            let places = schema.field(name)?.kind.decimalPlaces ?? 0
            return record[name].text ?? record[name].integer.map { FixedPoint.text($0, scale: places) } ?? ""
        }.joined(separator: " ")
    }

    private func build(_ base: RecordRow, _ values: Values, isNew: Bool) throws -> (record: RecordRow, revealed: [String: String]) {
        var record = base
        var revealed: [String: String] = [:]
        var faults: [Fault] = []
        for field in schema.storedFields {
            guard let read = values[field.name] else {
                if isNew, let standard = field.standard { record[field.name] = standard }
                continue
            }
            var value = FieldValue.null
            do {
                value = try resolved(read, of: field)
            } catch let fault as Fault {
                faults.append(fault)
                continue
            }
            if value == .null, isNew, let standard = field.standard { value = standard }
            if let kind = field.sensitivity, let text = value.text {
                // A masked value is what an export shows: it means "unchanged".
                if Sensitivity.isMasked(text) {
                    // A new record would lose the number without a word.
                    if isNew { faults.append(RecordWriter.maskedFault(field)) }
                    continue
                }
                revealed[field.name] = text
                value = .text(kind.mask(text))
            }
            // Free text goes out with numbers masked: what comes back so is unchanged too.
            if case .text = field.kind, let old = base[field.name].text, value.text != old, value.text == PersonalPattern.masked(old) {
                continue
            }
            record[field.name] = value
        }
        schema.derive(&record)
        try check(record, revealed: revealed, besides: faults)
        return (record, revealed)
    }

    private func check(_ record: RecordRow, revealed: [String: String], besides found: [Fault]) throws {
        let known = Set(found.map(\.location.field))
        var faults = found
        faults += schema.storedFields.filter { $0.isRequired && record[$0.name] == .null && !known.contains($0.name) }.map(missing)
        var full = record
        for (name, text) in revealed { full[name] = .text(text) }
        faults += schema.rules.flatMap { $0(full) }
        guard faults.isEmpty else { throw RowFaults(faults: faults) }
    }

    private func resolved(_ read: FieldDefinition.ReadValue, of field: FieldDefinition) throws -> FieldValue {
        switch read {
        case .value(let value):
            if case .reference(let noun) = field.kind, value != .null, try !RecordStore.exists(noun: noun, value: value, in: db) {
                throw unknown(noun, FieldText(codes: context.codes, home: context.home, language: .zh).display(value, of: field), field)
            }
            return value
        case .naturalKey(let noun, let text):
            guard let value = try RecordStore.resolve(noun: noun, text: text, in: db) else { throw unknown(noun, text, field) }
            return value
        }
    }

    private static func maskedFault(_ field: FieldDefinition) -> Fault {
        Fault(
            Localized("新记录不能用遮蔽的号码：填完整号码或留空", "a new record cannot take a masked number: give the whole one or none"),
            at: .init(field: field.name))
    }

    func missing(_ field: FieldDefinition) -> Fault {
        Fault(Localized("必填（\(field.label.zh)）", "is required (\(field.label.en))"), at: .init(field: field.name))
    }

    private func unknown(_ noun: String, _ text: String, _ field: FieldDefinition) -> Fault {
        let label = Catalog.schema(noun)?.label ?? Localized(verbatim: noun)
        return Fault(Localized("没有\(label.zh) “\(text)”", "there is no \(label.en) \"\(text)\""), at: .init(field: field.name))
    }
}
