internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// The import of one file inside a running transaction.
struct FileImport {
    let schema: RecordSchema
    let source: ImportSource
    let columns: ColumnMap
    let isSample: Bool
    let language: Language
    private let writer: RecordWriter
    private let home: Int64
    /// By column; `nil` where it is ignored.
    private var readers: [ColumnReader?]
    private let slots: [Int]
    /// The column of the records' numbers.
    private let numberColumn: Int?
    private let renumbered: RenumberedRecords
    /// Whether there was no record of the noun before.
    private let isFirst: Bool
    /// Values of the row at hand, by the position of their field.
    private var values: RecordWriter.Slots
    private var met = MetRecords()
    /// Lines of the numbers that the file gives.
    private var numbered = MetRecords()

    private(set) var faults: [Fault] = []
    private(set) var rejected: [(row: ImportSource.Row, reason: String)] = []

    init(
        source: ImportSource, columns: ColumnMap, context: ReadingContext, writer: RecordWriter, renumbered: RenumberedRecords,
        isSample: Bool,
        language: Language
    ) throws {
        isFirst = try writer.isEmpty()
        schema = writer.schema
        self.source = source
        self.columns = columns
        self.isSample = isSample
        self.language = language
        self.writer = writer
        self.renumbered = renumbered
        numberColumn = columns.targets.firstIndex { if case .number = $0 { true } else { false } }
        home = context.home
        values = Array(repeating: nil, count: schema.fields.count)
        readers = columns.targets.map { target in
            guard case .field(let field, let unit) = target else { return nil }
            return ColumnReader(field, unit: unit, in: context)
        }
        slots = readers.map { $0.flatMap { writer.schema.layout.slot($0.field.name) } ?? 0 }
    }

    mutating func run() throws -> ImportRecords.Summary {
        var summary = ImportRecords.Summary(
            noun: schema.noun, file: source.name, encoding: source.encoding.label, delimiter: source.delimiter?.rawValue,
            ignoredColumns: columns.ignored)
        try refuseSampleData()
        // Rows that could not be cut are told first.
        var uncut: (faults: [Fault], rejected: [(row: ImportSource.Row, reason: String)]) = ([], [])
        try source.forEach { item in
            switch item {
            case .row(let row):
                let rowFaults = try write(row, summary: &summary)
                try writer.rest()
                guard !rowFaults.isEmpty else { return }
                faults += rowFaults
                let reasons = rowFaults.map { "\($0.location.field.map { $0 + ": " } ?? "")\($0.reason.text(language))" }
                rejected.append((row, reasons.joined(separator: "; ")))
            case .fault(let fault, let text):
                uncut.faults.append(located(fault))
                let row = ImportSource.Row(line: fault.location.line ?? 0, content: .texts([text]))
                uncut.rejected.append((row, fault.reason.text(language)))
            }
        }
        try writer.finish()
        faults = uncut.faults + faults
        rejected = uncut.rejected + rejected
        summary.rejected = rejected.count
        return summary
    }

    /// Writes one row; a row with faults leaves no trace.
    private mutating func write(_ row: ImportSource.Row, summary: inout ImportRecords.Summary) throws -> [Fault] {
        let found = read(row)
        let number = number(row)
        if let number {
            if let line = numbered.line(of: number.number) {
                return [Fault(Localized("编号与第 \(line) 行相同", "is also the number of line \(line)"), at: location(row, "id"))]
            }
            numbered.note(number.number, line: row.line)
        }
        let faults = found.isEmpty ? try write(row, number: number, summary: &summary) : found + missing(row)
        // What refers to a row that was refused must not mean another record.
        if let number, !faults.isEmpty { renumbered.note(schema.noun, number.number, is: try writer.number(of: values)) }
        return faults
    }

    /// The empty cells that must not be are told in the same run.
    private func missing(_ row: ImportSource.Row) -> [Fault] {
        let empty = schema.storedSlots.filter { slot in
            schema.fields[slot].isRequired && schema.fields[slot].standard == nil && values[slot] == .value(.null)
        }
        return empty.map { Fault(writer.missing(schema.fields[$0]).reason, at: location(row, schema.fields[$0].name)) }
    }

    private mutating func write(_ row: ImportSource.Row, number: RecordID?, summary: inout ImportRecords.Summary) throws -> [Fault] {
        // A record without a number is known by its key alone, which is looked for and noted at once.
        let isNamed = schema.identity == .natural
        if !isNamed, let earlier = met.line(ofKey: { writer.writtenKey(values) }) { return [repeated(earlier, row)] }
        do {
            // What this import put into an empty table it has met; the table itself refuses a key that it has.
            let key = isFirst && !isNamed && writer.keyIsRequired ? nil : try writer.key(values)
            if isNamed, let key, let earlier = met.claim(key: key, line: row.line) { return [repeated(earlier, row)] }
            let stored = isFirst ? nil : try key.flatMap(writer.find)
            if let line = met.line(of: stored?.id) { return [repeated(line, row)] }
            let outcome: RecordWriter.Outcome
            do {
                outcome = try writer.write(values, over: stored, number: number)
            } catch let error where isFirst {
                // That a row repeats another, or what of its key is wrong, is told before what else is.
                guard let line = met.line(of: try writer.find(writer.key(values))?.id) else { throw error }
                return [repeated(line, row)]
            }
            var id = stored?.id
            switch outcome {
            case .inserted(let new):
                summary.inserted += 1
                id = new
            case .updated: summary.updated += 1
            case .unchanged: summary.unchanged += 1
            }
            if let id {
                met.note(id, line: row.line)
                if let number, number.number != id {
                    renumbered.note(schema.noun, number.number, is: id)
                    summary.renumbered += 1
                }
            }
            return []
        } catch let error as RowFaults {
            if !isNamed { met.note(key: writer.writtenKey(values), line: row.line) }
            return error.faults.map { Fault($0.reason, at: location(row, $0.location.field)) }
        } catch let fault as Fault {
            if !isNamed { met.note(key: writer.writtenKey(values), line: row.line) }
            return [Fault(fault.reason, at: location(row, fault.location.field))]
        }
    }

    /// The number that the row gives its record; what is no number of ours is none.
    private func number(_ row: ImportSource.Row) -> RecordID? {
        guard let numberColumn, let text = row.text(numberColumn) else { return nil }
        return RecordID(ValueText.trimmed(text), prefix: schema.prefix, home: home)
    }

    private func repeated(_ line: Int, _ row: ImportSource.Row) -> Fault {
        Fault(
            Localized("键与第 \(line) 行相同", "has the same key as line \(line)"),
            at: location(row, schema.naturalKey.joined(separator: ",")))
    }

    /// Reads the cells of a row into `values`.
    private mutating func read(_ row: ImportSource.Row) -> [Fault] {
        for slot in values.indices { values[slot] = nil }
        var faults: [Fault] = []
        switch row.content {
        case .texts(let texts):
            for (column, text) in texts.enumerated() where readers[column] != nil {
                do throws(Fault) {
                    // In its place, so that what the reader remembers is not copied.
                    values[slots[column]] = try readers[column]!.read(text)
                } catch {
                    faults.append(Fault(error.reason, at: location(row, schema.fields[slots[column]].name)))
                }
            }
        case .members(let members):
            for (column, value) in members {
                guard let reader = readers[column] else { continue }
                do throws(Fault) {
                    values[slots[column]] = try read(value, reader)
                } catch {
                    faults.append(Fault(error.reason, at: location(row, reader.field.name)))
                }
            }
        }
        return faults
    }

    private func read(_ value: StrictJSON.Value, _ reader: ColumnReader) throws(Fault) -> FieldDefinition.ReadValue {
        switch value {
        case .null: return .value(.null)
        case .bool(let flag): return try reader.field.read(flag ? "1" : "0", in: reader.context)
        case .number(let literal):
            // Machine output carries money as whole 分.
            if case .money = reader.field.kind { return .value(.integer(try ValueText.integer(literal))) }
            return try reader.field.read(literal, in: reader.context)
        case .string(let text): return try reader.field.read(text, in: reader.context)
        case .array, .object:
            throw Fault(Localized("应为单个值，而非\(value.kind.zh)", "expected a single value, not \(value.kind.en)"))
        }
    }

    /// One synthetic row condemns the whole file, also where faulty rows are skipped.
    private func refuseSampleData() throws {
        let hasSign = columns.targets.contains { if case .sampleSign = $0 { true } else { false } }
        guard !isSample, hasSign else { return }
        try source.forEach { item in
            guard case .row(let row) = item else { return }
            for cell in row.cells {
                guard case .sampleSign = columns.targets[cell.column], isTrue(cell.value) else { continue }
                throw Failure(
                    .data, Localized("示例数据不能进入正式存储，什么也没有写入", "sample data does not go into a real store; nothing was written"),
                    at: location(row, source.header[cell.column]),
                    hints: [Localized("示例数据用示例存储：jbem init --sample", "sample data belongs in a sample store: jbem init --sample")])
            }
        }
    }

    private func isTrue(_ raw: ImportSource.Raw) -> Bool {
        switch raw {
        case .text(let text): (try? ValueText.bool(text)) ?? false
        case .json(let value): value.bool ?? (value.number == "1")
        }
    }

    private func location(_ row: ImportSource.Row, _ field: String?) -> Failure.Location {
        .init(file: source.name, line: row.line, field: field)
    }

    private func located(_ fault: Fault) -> Fault {
        var location = fault.location
        location.file = source.name
        return Fault(fault.reason, at: location)
    }
}
