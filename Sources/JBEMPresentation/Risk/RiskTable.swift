package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

/// Answers about risk points as tables.
package enum RiskTable {
    /// Points by region and level.
    package static func matrix(
        _ counts: [(region: String, level: String?, count: Int64)], _ facts: ReadingFacts, _ dress: Dress
    ) -> Table {
        let language = dress.language
        let levels = facts.codes.entries("risk_level")
        let columns =
            [
                Column(key: "region", title: Localized("区域", "region").text(language), isDispensable: true),
                Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            ] + levels.map { Column(key: $0.code, title: $0.label.text(language)) } + [
                Column(key: "unassessed", title: Localized("未评估", "unassessed").text(language)),
                Column(key: "total", title: Localized("合计", "total").text(language)),
            ]
        func cells(_ group: [Cell], _ own: [(region: String, level: String?, count: Int64)]) -> [Cell] {
            func sum(_ level: String?) -> Int64 { own.filter { $0.level == level }.map(\.count).reduce(0, +) }
            return group + levels.map { .integer(sum($0.code)) } + [.integer(sum(nil)), .integer(own.map(\.count).reduce(0, +))]
        }
        let regions = counts.reduce(into: [String]()) { if $0.last != $1.region { $0.append($1.region) } }
        var rows = regions.map { region in
            cells(GroupColumns.cells(HazardGrouping.region, region, facts.codes, language), counts.filter { $0.region == region })
        }
        if !dress.isForMachines { rows.append(cells(GroupColumns.total(language), counts)) }
        return Table(columns: columns, rows: rows)
    }

    /// Points from the gravest down.
    package static func ranking(_ risks: [RankedRisk], on day: CalendarDate, _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        let columns = [
            Column(key: "rank", title: Localized("序", "rank").text(language)),
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("风险点", "name").text(language), isFlexible: true),
            Column(key: "level", title: Localized("等级", "level").text(language)),
            Column(key: "residual_level", title: Localized("残余", "left").text(language)),
            Column(key: "share", title: Localized("分值占比", "share").text(language)),
            Column(key: "exposed_people", title: Localized("人数", "people").text(language)),
            Column(key: "review", title: Localized("复评", "review").text(language)),
        ]
        func level(_ code: String?) -> Cell {
            code.map { .code($0, shown: facts.codes.label("risk_level", code: $0).text(language)) } ?? .empty
        }
        let rows = risks.enumerated().map { index, risk -> [Cell] in
            let isLate = risk.reviewOn.map { $0 < day } ?? false
            let late = isLate ? Localized("逾期", "overdue").text(language) : risk.reviewOn?.description ?? ""
            return [
                .integer(Int64(index + 1)), .identifier(text.fullID(risk.id, noun: "risk"), shown: text.shortID(risk.id, noun: "risk")),
                .text(risk.name), level(risk.level), level(risk.residualLevel),
                risk.share.map { .decimal($0.shortest(maxPlaces: 6), shown: ($0 * Rational(100)).decimal(places: 0) + "%") } ?? .empty,
                risk.exposedPeople.map { .integer($0) } ?? .empty,
                Cell(display: late, machine: risk.reviewOn?.description ?? "", json: .optional(risk.reviewOn?.description), kind: .moment),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}
