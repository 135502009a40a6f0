internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// The import of one file inside a running transaction.
struct FileImport {
    let schema: RecordSchema
    let source: ImportSource
    let columns: ColumnMap
    let context: ReadingContext
    let db: Database
    let isSample: Bool
    let language: Language

    private(set) var faults: [Fault] = []
    private(set) var ids: [String] = []
    private(set) var rejected: [(row: ImportSource.Row, reason: String)] = []

    init(
        schema: RecordSchema, source: ImportSource, columns: ColumnMap, context: ReadingContext, db: Database, isSample: Bool,
        language: Language
    ) {
        self.schema = schema
        self.source = source
        self.columns = columns
        self.context = context
        self.db = db
        self.isSample = isSample
        self.language = language
    }

    mutating func run() throws -> ImportRecords.Summary {
        var summary = ImportRecords.Summary(
            noun: schema.noun, file: source.name, encoding: source.encoding.label, delimiter: source.delimiter?.rawValue,
            ignoredColumns: columns.ignored)
        try refuseSampleData()
        faults = source.faults.map { located($0.fault) }
        rejected = source.faults.map { item in
            (
                ImportSource.Row(line: item.fault.location.line ?? 0, cells: [(0, .text(item.source))], source: item.source),
                item.fault.reason.text(language)
            )
        }
        summary.rejected = faults.count
        let writer = RecordWriter(schema, context: context, db: db)
        var seen: [[FieldValue]: Int] = [:]
        for row in source.rows {
            let rowFaults = try write(row, writer, seen: &seen, summary: &summary)
            guard !rowFaults.isEmpty else { continue }
            faults += rowFaults
            summary.rejected += 1
            let reasons = rowFaults.map { "\($0.location.field.map { $0 + ": " } ?? "")\($0.reason.text(language))" }
            rejected.append((row, reasons.joined(separator: "; ")))
        }
        return summary
    }

    /// Writes one row; a row with faults leaves no trace.
    private mutating func write(
        _ row: ImportSource.Row, _ writer: RecordWriter, seen: inout [[FieldValue]: Int], summary: inout ImportRecords.Summary
    ) throws -> [Fault] {
        var (values, found) = read(row)
        guard found.isEmpty else {
            // The empty cells that must not be are told in the same run.
            let empty = schema.storedFields.filter { $0.isRequired && $0.standard == nil && values[$0.name] == .value(.null) }
            return found + empty.map { Fault(writer.missing($0).reason, at: location(row, $0.name)) }
        }
        let key = schema.naturalKey.map { name -> FieldValue in
            switch values[name] {
            case .value(let value): value
            case .naturalKey(_, let text): .text(text)
            case nil: .null
            }
        }
        if let line = seen[key] {
            let field = schema.naturalKey.joined(separator: ",")
            return [Fault(Localized("键与第 \(line) 行相同", "has the same key as line \(line)"), at: location(row, field))]
        }
        seen[key] = row.line
        do {
            switch try writer.upsert(values) {
            case .inserted(let id):
                summary.inserted += 1
                if let id, let text = RecordID(number: id)?.text(prefix: schema.prefix) { ids.append(text) }
            case .updated: summary.updated += 1
            case .unchanged: summary.unchanged += 1
            }
        } catch let error as RowFaults {
            found = error.faults
        } catch let fault as Fault {
            found = [fault]
        }
        return found.map { Fault($0.reason, at: location(row, $0.location.field)) }
    }

    private func read(_ row: ImportSource.Row) -> (values: RecordWriter.Values, faults: [Fault]) {
        var values: RecordWriter.Values = [:]
        var faults: [Fault] = []
        for cell in row.cells {
            switch columns.targets[cell.column] {
            case .ignored, .sampleSign: continue
            case .field(let field, let unit):
                do {
                    values[field.name] = try read(cell.value, field: field, unit: unit)
                } catch {
                    faults.append(Fault(error.reason, at: location(row, field.name)))
                }
            }
        }
        return (values, faults)
    }

    private func read(_ raw: ImportSource.Raw, field: FieldDefinition, unit: MoneyUnit?) throws(Fault) -> FieldDefinition.ReadValue {
        switch raw {
        case .text(let text): return try field.read(text, unit: unit, in: context)
        case .json(let value):
            switch value {
            case .null: return .value(.null)
            case .bool(let flag): return try field.read(flag ? "1" : "0", in: context)
            case .number(let literal):
                // Machine output carries money as whole 分.
                if case .money = field.kind { return .value(.integer(try ValueText.integer(literal))) }
                return try field.read(literal, in: context)
            case .string(let text): return try field.read(text, in: context)
            case .array, .object:
                throw Fault(Localized("应为单个值，而非\(value.kind.zh)", "expected a single value, not \(value.kind.en)"))
            }
        }
    }

    /// One synthetic row condemns the whole file, also where faulty rows are skipped.
    private func refuseSampleData() throws {
        guard !isSample else { return }
        for row in source.rows {
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
