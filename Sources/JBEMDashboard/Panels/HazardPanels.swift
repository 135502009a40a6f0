internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// Risk points by region and level, shaded by their number.
struct RiskMatrixPanel: Panel {
    let key = "risk_matrix"
    let title = Localized("风险矩阵", "risk matrix")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let (counts, facts) = try CountRisks(isResidual: false).run(sources.session)
        let machine = RiskTable.matrix(counts, facts, request.machine)
        var table = RiskTable.matrix(counts, facts, request.dress)
        table.rows = shaded(table, by: machine, request.dress.style)
        let now = Localized("风险点为现状，不随所问之日", "points as they are now, whatever day is asked about").text(request.dress.language)
        return PanelContent(
            .table(table, machine: machine, subjects: Subject.regions(of: machine, shownAs: table)), command: ["risk", "matrix"],
            notes: request.asOf == nil ? [] : [now])
    }

    /// Puts a shade beside each count of a level; totals are not compared with the parts.
    private func shaded(_ table: Table, by machine: Table, _ style: Style) -> [[Cell]] {
        func count(_ cell: Cell) -> Int64? { if case .integer(let count) = cell.json { count } else { nil } }
        let levels = table.columns.indices.filter { Style.Role(rawValue: table.columns[$0].key) != nil }
        let scale = HeatScale(machine.rows.flatMap { row in levels.compactMap { count(row[$0]) } })
        return table.rows.enumerated().map { index, row in
            guard index < machine.rows.count else { return row }
            return row.enumerated().map { column, cell in
                guard levels.contains(column), let count = count(cell) else { return cell }
                let role = count == 0 ? .muted : Style.Role(rawValue: table.columns[column].key)
                return Cell(
                    display: "\(cell.display) \(scale.mark(count, style))", machine: cell.machine, json: cell.json, role: role)
            }
        }
    }
}

/// Hazards past their deadline, the earliest first.
struct OverdueHazardsPanel: Panel {
    let key = "overdue_hazards"
    let title = Localized("超期隐患", "overdue hazards")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        try HazardRows.content(
            ListOpenHazards(dueWithin: nil, asOf: request.asOf, limit: request.limit), ["hazard", "overdue"], request, sources)
    }
}

/// Hazards that fall due in the next days.
struct DueHazardsPanel: Panel {
    let key = "due_hazards"
    let title = Localized("即将到期", "due soon")
    let ranges: [TimeRange] = [.week, .month, .quarter]

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let days = (request.range ?? .week).days
        return try HazardRows.content(
            ListOpenHazards(dueWithin: days, asOf: request.asOf, limit: request.limit), ["hazard", "due", "--days", String(days)], request,
            sources)
    }
}

private enum HazardRows {
    static func content(
        _ operation: ListOpenHazards, _ command: [String], _ request: PanelRequest, _ sources: PanelSources
    ) throws -> PanelContent {
        let (hazards, _, facts) = try operation.run(sources.session)
        return PanelContent(
            .table(
                HazardTable.duties(hazards, facts, request.dress), machine: HazardTable.duties(hazards, facts, request.machine),
                subjects: hazards.map { record in record.id.map { .record(of: Hazard.schema, $0) } }),
            command: command + ["--limit", String(request.limit)] + request.past, notes: LimitNote.notes(hazards.count, request))
    }
}

/// Says that a limit may have left something out.
enum LimitNote {
    static func notes(_ count: Int, _ request: PanelRequest) -> [String] {
        guard count >= request.limit else { return [] }
        return [
            Localized("只列前 \(count) 条，可能还有", "the first \(count) only; there may be more").text(request.dress.language)
        ]
    }
}

extension Subject {
    /// The regions whose code and name begin each row.
    static func regions(of machine: Table, shownAs table: Table) -> [Subject?] {
        zip(machine.rows, table.rows).map { machine, shown in .region(machine[0].machine, name: shown[1].display) }
    }

    /// A record of an issued id.
    static func record(of schema: RecordSchema, _ id: Int64) -> Subject {
        .record(noun: schema.noun, name: RecordID(number: id)?.text(prefix: schema.prefix) ?? String(id))
    }
}

/// Opening, found, closed and remaining by street.
struct HazardLedgerPanel: Panel {
    let key = "hazard_ledger"
    let title = Localized("隐患台账", "hazard ledger")
    let ranges: [TimeRange] = [.year, .month, .quarter]

    /// A ledger is that of a month, a quarter or a year of the calendar.
    func label(of range: TimeRange) -> Localized {
        switch range {
        case .day, .week, .month: Localized("本月", "this month")
        case .quarter: Localized("本季", "this quarter")
        case .year: Localized("本年", "this year")
        }
    }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let day = request.asOf ?? sources.session.today
        let period: DatePeriod =
            switch request.range ?? .year {
            case .month, .week, .day: .month(day.year, day.month)
            case .quarter: .quarter(day.year, (day.month + 2) / 3)
            case .year: .year(day.year)
            }
        let output = try HazardLedgerOf(by: .region, period, isMonthly: false).run(sources.session)
        let machine = HazardTable.ledger(output, by: .region, isMonthly: false, request.machine)
        let table = HazardTable.ledger(output, by: .region, isMonthly: false, request.dress)
        return PanelContent(
            .table(
                table, machine: machine, subjects: Subject.regions(of: machine, shownAs: table)),
            command: ["hazard", "ledger", "--period", period.description], notes: [words(period, request)])
    }

    private func words(_ period: DatePeriod, _ request: PanelRequest) -> String {
        let whole = Localized("\(period) 全期，所问之日以后也计入", "the whole of \(period), also after the day asked about")
        return request.asOf.map { $0 < period.last } ?? false ? whole.text(request.dress.language) : period.description
    }
}
