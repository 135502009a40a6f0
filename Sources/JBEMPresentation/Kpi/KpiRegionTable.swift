package import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// Values by part of the territory.
package enum KpiRegionTable {
    package static func table(_ rows: [AssessByRegion.Row], _ language: Language) -> Table {
        let columns = [
            Column(key: "region", title: Localized("区域", "region").text(language)),
            Column(key: "region_name", title: Localized("名称", "name").text(language)),
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("指标", "indicator").text(language), isFlexible: true),
            Column(key: "numerator", title: Localized("数", "count").text(language), alignment: .trailing),
            Column(key: "value", title: Localized("值", "value").text(language), alignment: .trailing),
            Column(key: "covered", title: Localized("已覆盖", "covered").text(language)),
        ]
        func cell(_ value: Rational?) -> Cell {
            value.map { .decimal($0.shortest(maxPlaces: 9), shown: KpiText.number($0)) } ?? .empty
        }
        let cells = rows.map { row -> [Cell] in
            [
                .identifier(row.region), Cell(display: row.name.text(language), machine: row.name.zh, json: .string(row.name.zh)),
                .identifier(row.indicator.id),
                Cell(display: row.indicator.name.text(language), machine: row.indicator.name.zh, json: .string(row.indicator.name.zh)),
                cell(row.assessment.numerator), cell(row.assessment.value), .text(KpiText.covered(row.assessment) ?? ""),
            ]
        }
        return Table(columns: columns, rows: cells)
    }
}
