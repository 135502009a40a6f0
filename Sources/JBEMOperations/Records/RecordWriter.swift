internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Turns read values into a checked record and writes it: the one path of add, set and import.
struct RecordWriter {
    let schema: RecordSchema
    let context: ReadingContext
    let db: Database
    private let table: RecordTable
    private let references: ReferenceFinder
    private let keySlots: [Int]
    private let requiredSlots: [Int]
    /// Whether no record is without a part of its natural key.
    let keyIsRequired: Bool
    /// By slot: whether a value goes into a new record as it was read.
    private let isPlain: [Bool]
    /// A new record before anything is given: the standard values.
    private let blank: RecordRow

    enum Outcome: Equatable {
        case inserted(Int64?)
        case updated(Int64?)
        case unchanged
    }

    /// Values by field name, as read.
    typealias Values = [String: FieldDefinition.ReadValue]
    /// Values by the position of their field in the schema; `nil` where none was given.
    typealias Slots = [FieldDefinition.ReadValue?]

    /// - Parameters:
    ///   - recorder: that of the running change, if it is to get the new records; ``finish()`` ends them.
    ///   - renumbered: records that have another number here than in the files that are imported.
    init(
        _ schema: RecordSchema, context: ReadingContext, recorder: ChangeRecorder? = nil, renumbered: RenumberedRecords? = nil, db: Database
    ) {
        self.schema = schema
        self.context = context
        self.db = db
        table = RecordTable(schema, recorder: recorder, in: db)
        references = ReferenceFinder(of: schema, renumbered: renumbered, in: db)
        keySlots = schema.naturalKey.compactMap(schema.layout.slot)
        requiredSlots = schema.storedSlots.filter { schema.fields[$0].isRequired }
        keyIsRequired = keySlots.allSatisfy(requiredSlots.contains)
        isPlain = schema.fields.map { field in
            switch field.kind {
            case .reference, .key: false
            default: field.sensitivity == nil
            }
        }
        var blank = RecordRow(of: schema)
        for slot in schema.storedSlots { blank[slot: slot] = schema.fields[slot].standard ?? .null }
        self.blank = blank
    }

    private func slots(_ values: Values) -> Slots { schema.fields.map { values[$0.name] } }

    /// Writes a record that must be new.
    func add(_ values: Values) throws -> Int64? {
        let (record, revealed) = try build(blank, slots(values), isNew: true)
        if let existing = try table.find(key(of: record)) {
            throw Failure(
                .data,
                Localized("已有\(schema.label.zh) \(name(existing))，键相同", "\(schema.label.en) \(name(existing)) has the same key"),
                hints: [Localized("用 jbem \(schema.noun) set 修改它", "change it with jbem \(schema.noun) set")])
        }
        return try table.insert(record, revealed: revealed, office: context.home)
    }

    /// Changes the given fields of a stored record.
    func set(_ stored: RecordRow, _ values: Values) throws -> Outcome { try set(stored, slots(values)) }

    private func set(_ row: RecordRow, _ values: Slots) throws -> Outcome {
        let stored = row.arranged(by: schema)
        let fixed = schema.storedSlots.filter { schema.fields[$0].writability == .once && values[$0] != nil }
        for slot in fixed.sorted(by: { schema.fields[$0].name < schema.fields[$1].name })
        where try resolved(values[slot]!, slot) != stored[slot: slot] {
            throw Fault(Localized("建立后不能改", "is fixed once the record exists"), at: .init(field: schema.fields[slot].name))
        }
        var (record, revealed) = try build(stored, values, isNew: false)
        let personal = try stored.id.map { try RecordStore.revealed($0, of: schema, in: db) } ?? [:]
        var changed = schema.storedSlots.filter { slot in
            if record[slot: slot] != stored[slot: slot] { return true }
            guard !revealed.isEmpty, let text = revealed[schema.fields[slot].name] else { return false }
            return text != personal[schema.fields[slot].name]
        }
        for slot in schema.storedSlots {
            guard let source = schema.fields[slot].stampOf.flatMap(schema.layout.slot), changed.contains(source), !changed.contains(slot)
            else {
                continue
            }
            record[slot: slot] = .text(context.today.description)
            if record[slot: slot] != stored[slot: slot] { changed.append(slot) }
        }
        guard !changed.isEmpty else { return .unchanged }
        try RecordStore.update(record, fields: changed.map { schema.fields[$0].name }, of: schema, revealed: revealed, in: db)
        return .updated(stored.id)
    }

    /// The natural key of the values.
    ///
    /// - Throws: a fault if a part of the key is missing or names nothing.
    func key(_ values: Slots) throws -> [FieldValue] {
        try keySlots.map { slot throws -> FieldValue in
            let field = schema.fields[slot]
            let value = try values[slot].map { try resolved($0, slot) } ?? field.standard ?? .null
            guard value != .null else { throw Fault(Localized("缺少（自然键）", "is missing (natural key)"), at: .init(field: field.name)) }
            return value
        }
    }

    /// The record with a natural key, if there is one.
    func find(_ key: [FieldValue]) throws -> RecordRow? { try table.find(key) }

    /// The number of the stored record that values mean; `nil` if there is none or it cannot be told.
    func number(of values: Slots) throws -> Int64? {
        do {
            return try find(key(values))?.id
        } catch is Fault {
            return nil
        }
    }

    /// Whether there is no record of the noun.
    func isEmpty() throws -> Bool { try table.isEmpty() }

    /// Adds the record, or changes the one with the same natural key.
    ///
    /// - Parameter number: what a new record is to be called, if no other has that number.
    func write(_ values: Slots, over stored: RecordRow?, number: RecordID? = nil) throws -> Outcome {
        if let stored { return try set(stored, values) }
        let (record, revealed) = try build(blank, values, isNew: true)
        let free = try number.flatMap { try table.isFree($0, home: context.home) ? $0 : nil }
        return .inserted(try table.insert(record, revealed: revealed, office: context.home, number: free))
    }

    /// To be called between records.
    func rest() throws { try table.rest() }

    /// Ends the writing of records that the recorder gets.
    func finish() throws { try table.finish(office: context.home) }

    /// The natural key of values as they were read, before anything is looked up.
    func writtenKey(_ values: Slots) -> [FieldValue] {
        keySlots.map { slot in
            switch values[slot] {
            case .value(let value): value
            case .naturalKey(_, let text): .text(text)
            case nil: .null
            }
        }
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

    private func build(_ base: RecordRow, _ values: Slots, isNew: Bool) throws -> (record: RecordRow, revealed: [String: String]) {
        var record = base.arranged(by: schema)
        var revealed: [String: String] = [:]
        var faults: [Fault] = []
        for slot in schema.storedSlots {
            guard let read = values[slot] else { continue }
            if isNew, isPlain[slot], case .value(let value) = read, value != .null {
                record[slot: slot] = value
                continue
            }
            let field = schema.fields[slot]
            var value = FieldValue.null
            do {
                value = try resolved(read, slot)
            } catch let fault as Fault {
                faults.append(fault)
                continue
            }
            // Emptied is as never given: a file that is imported again changes nothing.
            if value == .null, isNew || field.isRequired, let standard = field.standard { value = standard }
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
            if !isNew, case .text = field.kind, let old = record[slot: slot].text, value.text != old,
                value.text == PersonalPattern.masked(old)
            {
                continue
            }
            record[slot: slot] = value
        }
        schema.derive(&record)
        try check(record, revealed: revealed, besides: faults)
        return (record, revealed)
    }

    private func check(_ record: RecordRow, revealed: [String: String], besides found: [Fault]) throws {
        var faults = found
        for slot in requiredSlots where record[slot: slot].isNull {
            let field = schema.fields[slot]
            if !found.contains(where: { $0.location.field == field.name }) { faults.append(missing(field)) }
        }
        var full = record
        for (name, text) in revealed { full[name] = .text(text) }
        faults += schema.rules.flatMap { $0(full) }
        guard faults.isEmpty else { throw RowFaults(faults: faults) }
    }

    private func resolved(_ read: FieldDefinition.ReadValue, _ slot: Int) throws -> FieldValue {
        let field = schema.fields[slot]
        switch read {
        case .value(let value):
            guard case .reference(let noun) = field.kind, value != .null else { return value }
            guard let found = try references.find(read, to: noun, slot: slot) else {
                throw unknown(noun, FieldText(codes: context.codes, home: context.home, language: .zh).display(value, of: field), field)
            }
            return found
        case .naturalKey(let noun, let text):
            guard let value = try references.find(read, to: noun, slot: slot) else { throw unknown(noun, text, field) }
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
