package import JBEMCore
internal import JBEMOperations
package import JBEMOutput

/// Turns records into cells: labels for people, codes and full ids for machines.
package struct RecordPresenter {
    package let schema: RecordSchema
    package let text: FieldText
    package let fields: [FieldDefinition]
    /// Shows codes as words in machine formats too.
    package let labels: Language?

    package init(_ schema: RecordSchema, text: FieldText, fields: [FieldDefinition], labels: Language? = nil) {
        self.schema = schema
        self.text = text
        self.fields = fields
        self.labels = labels
    }

    /// Whether the rows are synthetic, if each of them has to say so.
    package var sampleSign: Bool?

    /// The id column, where ids are issued, and one column a field.
    package var columns: [Column] {
        var columns: [Column] = []
        if schema.identity == .issued {
            // Where a key of its own names the record, the issued id can be done without.
            columns.append(
                Column(
                    key: "id", title: Localized("编号", "id").text(text.language), alignment: .leading,
                    isDispensable: fields.contains { schema.naturalKey == [$0.name] }))
        }
        columns += fields.map(column)
        if sampleSign != nil { columns.append(Column(key: "is_sample", title: Localized("示例", "sample").text(text.language))) }
        return columns
    }

    private func column(_ field: FieldDefinition) -> Column {
        // A CSV of amounts says its unit; the other names stay bare.
        var machine: String?
        if case .money(let unit) = field.kind { machine = "\(field.name)(\(unit.label.zh))" }
        return Column(
            key: field.name, title: field.header.text(text.language), machineTitle: machine, isFlexible: isFlexible(field))
    }

    package func row(_ record: RecordRow) -> [Cell] {
        var cells: [Cell] = []
        if schema.identity == .issued, let id = record.id {
            cells.append(.identifier(text.fullID(id, noun: schema.noun), shown: text.shortID(id, noun: schema.noun)))
        }
        cells += fields.map { cell(record[$0.name], of: $0) }
        if let sampleSign { cells.append(Cell(display: "", machine: sampleSign ? "1" : "0", json: .bool(sampleSign))) }
        return cells
    }

    /// One record as labels with their values, without those that have none.
    package func facts(of record: RecordRow) -> KeyValueList {
        KeyValueList(zip(columns, row(record)).filter { !$0.1.display.isEmpty }.map { KeyValueList.Item($0.0.title, $0.1) })
    }

    package func cell(_ value: FieldValue, of field: FieldDefinition) -> Cell {
        let display = text.display(value, of: field)
        let machine = text.machine(value, of: field)
        switch (field.kind, value) {
        case (_, .null): return .empty
        case (.bool, .integer(let number)): return Cell(display: display, machine: machine, json: .bool(number != 0))
        case (.money, .integer(let fen)):
            return Cell(
                display: display, machine: machine, json: .integer(fen),
                companions: [.init(suffix: "_yuan", value: .string(FixedPoint.text(fen, scale: 2)))])
        case (.integer, .integer(let number)): return Cell(display: display, machine: machine, json: .integer(number))
        case (.decimal, _): return .decimal(machine)
        case (.code(let list), .text(let code)):
            guard let labels else { return .code(machine, shown: display) }
            return .text(text.codes.label(list, code: code).text(labels))
        case (.reference, _), (.key, _): return Cell(display: display, machine: machine, json: .string(machine), kind: .identifier)
        case (.date, _), (.instant, _): return .moment(machine, shown: display)
        default: return .text(machine)
        }
    }

    /// Names and labels may be cut where a terminal is narrow, but not the text that names the record itself.
    private func isFlexible(_ field: FieldDefinition) -> Bool {
        switch field.kind {
        case .text(let max): max >= 60 && !schema.naturalKey.contains(field.name)
        case .code, .key: true
        default: false
        }
    }

    /// The fields a list shows: those asked for, or the usual ones for people, or all of them for machines.
    package static func fields(_ asked: String?, of schema: RecordSchema, isForMachines: Bool) throws -> [FieldDefinition] {
        guard let asked else { return isForMachines ? schema.fields : schema.fields.filter(\.isListed) }
        if asked == "all" { return schema.fields }
        return try asked.split(separator: ",").compactMap { name in
            // An id stands before the fields anyway.
            if schema.identity == .issued, ValueText.trimmed(String(name)) == "id" { return nil }
            guard let field = schema.field(matching: ValueText.trimmed(String(name))) else { throw schema.unknownField(String(name)) }
            return field
        }
    }
}
