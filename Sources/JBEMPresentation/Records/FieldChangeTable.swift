package import JBEMCore
package import JBEMOutput
package import JBEMStore

/// Changes of fields as a table: change, time, actor, operation, field, before, after.
package enum FieldChangeTable {
    package static func columns(_ language: Language) -> [Column] {
        [
            Column(key: "change", title: Localized("改动", "change").text(language)),
            Column(key: "at", title: Localized("时间", "at").text(language)),
            Column(key: "actor", title: Localized("操作人", "actor").text(language), isDispensable: true),
            Column(key: "operation", title: Localized("操作", "operation").text(language)),
            Column(key: "field", title: Localized("字段", "field").text(language), isFlexible: true),
            Column(key: "old", title: Localized("之前", "before").text(language), alignment: .leading, isFlexible: true),
            Column(key: "new", title: Localized("之后", "after").text(language), alignment: .leading, isFlexible: true),
        ]
    }

    package static func row(
        _ change: Change, _ operation: RowChange.Operation, _ item: (field: FieldDefinition, old: FieldValue, new: FieldValue),
        _ text: FieldText
    ) -> [Cell] {
        [
            .integer(change.id), .moment(change.at, shown: Instant(rfc3339: change.at)?.localText()), .text(change.actor),
            .code(operation.rawValue, shown: label(operation).text(text.language)),
            .code(item.field.name, shown: item.field.label.text(text.language)), value(item.old, item.field, text),
            value(item.new, item.field, text),
        ]
    }

    package static func label(_ operation: RowChange.Operation) -> Localized {
        switch operation {
        case .insert: Localized("新增", "added")
        case .update: Localized("修改", "changed")
        case .delete: Localized("删除", "removed")
        }
    }

    package static func value(_ value: FieldValue, _ field: FieldDefinition, _ text: FieldText) -> Cell {
        guard value != .null else { return .empty }
        let machine = text.machine(value, of: field)
        return Cell(display: text.display(value, of: field), machine: machine, json: .string(machine))
    }
}
