package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

/// Changes as rows.
package enum ChangeTable {
    package static func columns(_ language: Language) -> [Column] {
        [
            Column(key: "change", title: Localized("改动", "change").text(language)),
            Column(key: "at", title: Localized("时间", "at").text(language)),
            Column(key: "actor", title: Localized("操作人", "actor").text(language)),
            Column(key: "kind", title: Localized("类别", "kind").text(language), isDispensable: true),
            Column(key: "action", title: Localized("操作", "action").text(language)),
            Column(key: "rows", title: Localized("行数", "rows").text(language), isDispensable: true),
            Column(key: "arguments", title: Localized("参数", "arguments").text(language), isFlexible: true),
            Column(key: "note", title: Localized("理由", "note").text(language), isFlexible: true),
            Column(key: "undoes", title: Localized("撤销", "undoes").text(language), isDispensable: true),
        ]
    }

    package static func row(_ change: Change, _ language: Language) -> [Cell] {
        [
            .integer(change.id), .moment(change.at, shown: Instant(rfc3339: change.at)?.localText()), .text(change.actor),
            .code(change.kind, shown: kind(change.kind).text(language)), .text(change.action), .integer(change.rows),
            .text(change.arguments),
            change.note.map { .text($0) } ?? .empty, change.undoes.map { .integer($0) } ?? .empty,
        ]
    }

    package static func sentence(_ change: Change, _ language: Language) -> String {
        let at = Instant(rfc3339: change.at)?.localText() ?? change.at
        return Localized(
            "第 \(change.id) 号 \(change.action)，\(change.rows) 行，\(change.actor)，\(at)",
            "change \(change.id) \(change.action), rows: \(change.rows), by \(change.actor), \(at)"
        ).text(language)
    }

    private static func kind(_ kind: String) -> Localized {
        switch kind {
        case "init": Localized("建库", "init")
        case "command": Localized("命令", "command")
        case "import": Localized("导入", "import")
        case "undo": Localized("撤销", "undo")
        case "redo": Localized("重做", "redo")
        case "migration": Localized("升级", "migration")
        case "reveal": Localized("查看个人信息", "reveal")
        case "purge": Localized("清除个人信息", "purge")
        default: Localized(verbatim: kind)
        }
    }
}

/// The fields of one change as rows: table, record, operation, field, before, after.
package enum ChangeFieldTable {
    package static func columns(_ language: Language) -> [Column] {
        [
            Column(key: "table", title: Localized("表", "table").text(language)),
            Column(key: "record", title: Localized("记录", "record").text(language)),
        ] + FieldChangeTable.columns(language).dropFirst(3)
    }

    package static func rows(_ output: ShowChange.Output, _ language: Language) -> [[Cell]] {
        let text = FieldText(codes: output.codes, home: output.home, language: language)
        return output.rows.flatMap { row in
            row.fields.map { field in
                [Cell.text(row.table), Cell.identifier(row.name, shown: row.shortName)]
                    + FieldChangeTable.row(output.change, row.operation, field, text).dropFirst(3)
            }
        }
    }
}
