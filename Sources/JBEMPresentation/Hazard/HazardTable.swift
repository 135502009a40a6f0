package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

extension HazardGrouping: RecordGrouping {
    package var title: Localized {
        switch self {
        case .region: Localized("区域", "region")
        case .office: Localized("登记单位", "office")
        case .department: Localized("主管部门", "department")
        }
    }

    package var list: String { self == .region ? "region" : "office" }
}

/// Answers about hazards as tables.
package enum HazardTable {
    /// What is to be done, as the list of the noun shows it.
    package static func duties(_ hazards: [RecordRow], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let schema = Hazard.schema
        let text = FieldText(codes: facts.codes, home: facts.home, language: dress.language)
        let fields = ["number", "title", "region", "kind", "unit", "deadline", "state"]
        var presenter = RecordPresenter(schema, text: text, fields: fields.compactMap { schema.field($0) })
        if dress.needsSampleSign(facts.isSample) { presenter.sampleSign = facts.isSample }
        return Table(columns: presenter.columns, rows: hazards.map(presenter.row))
    }

    /// The ledger, with totals for people.
    package static func ledger(
        _ output: HazardLedgerOf.Output, by grouping: HazardGrouping, isMonthly: Bool, _ dress: Dress
    ) -> Table {
        let language = dress.language
        let columns =
            GroupColumns.columns(grouping, language)
            + (isMonthly ? [Column(key: "month", title: Localized("月份", "month").text(language))] : []) + [
                Column(key: "opening", title: Localized("期初", "opening").text(language)),
                Column(key: "found", title: Localized("发现", "found").text(language)),
                Column(key: "reopened", title: Localized("重开", "reopened").text(language)),
                Column(key: "closed", title: Localized("销号", "closed").text(language)),
                Column(key: "remaining", title: Localized("期末", "remaining").text(language)),
            ]
        func cells(_ line: HazardLedgerLine, _ group: [Cell]) -> [Cell] {
            group + (isMonthly ? [.moment(line.month ?? "")] : [])
                + [line.opening, line.found, line.reopened, line.closed, line.remaining].map { .integer($0) }
        }
        var rows = output.lines.map { cells($0, GroupColumns.cells(grouping, $0.key, output.facts.codes, language)) }
        // Machines add up themselves; a total among the rows would count twice.
        if !dress.isForMachines { rows += output.totals.map { cells($0, GroupColumns.total(language)) } }
        return Table(columns: columns, rows: rows)
    }
}
