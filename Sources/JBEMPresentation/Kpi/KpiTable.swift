internal import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// The indicators as a table for people and CSV.
///
/// People get what fits 80 cells, with the unit beside the name and the rest as notes; machines get every column.
package struct KpiTable {
    let output: AssessIndicators.Output
    let dress: Dress

    package init(_ output: AssessIndicators.Output, _ dress: Dress) { (self.output, self.dress) = (output, dress) }

    package var table: Table { Table(columns: columns, rows: output.reports.map(row), notes: notes) }

    /// The table with a bar of what is used of an upper limit, or reached of a lower one.
    package var tableWithBars: Table {
        var table = table
        let place = table.columns.count - 1
        table.columns.insert(Column(key: "bar", title: Localized("对目标", "to target").text(language)), at: place)
        for (index, report) in output.reports.enumerated() { table.rows[index].insert(bar(report), at: place) }
        return table
    }

    private func bar(_ report: IndicatorReport) -> Cell {
        let assessment = report.assessment
        guard let value = assessment.value, let limit = assessment.limit, limit > .zero else { return .empty }
        let text = Bar.progress(value: value.double, of: limit.double, width: 8, dress.style)
        return cell(text, machine: (value / limit).shortest(maxPlaces: 6)).styled(KpiText.role(assessment.state))
    }

    /// The table with the chapter of the plan before each indicator.
    package var tableByChapter: Table {
        var table = table
        table.columns.insert(Column(key: "chapter", title: Localized("章节", "chapter").text(language), isDispensable: true), at: 0)
        for (index, report) in output.reports.enumerated() { table.rows[index].insert(.identifier(report.indicator.chapter), at: 0) }
        return table
    }

    /// What people need beside the numbers: alarms, coverage, other readings, what is missing.
    package var notes: [String] { (alarms + coverage + otherReadings + missing + marks).map { $0.text(language) } }

    private var language: Language { dress.language }
    private var isForMachines: Bool { dress.isForMachines }

    private var columns: [Column] {
        [
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("指标", "indicator").text(language), isFlexible: true),
        ] + (isForMachines ? [Column(key: "unit", title: "unit")] : []) + [
            Column(key: "nature", title: Localized("性质", "nature").text(language), isDispensable: true),
            Column(key: "target", title: Localized("目标", "target").text(language), alignment: .trailing),
            Column(key: "value", title: Localized("现值", "value").text(language), alignment: .trailing),
            Column(key: "state", title: Localized("状态", "state").text(language)),
            Column(key: "probability", title: Localized("概率", "chance").text(language), alignment: .trailing),
        ] + (isForMachines ? [Column(key: "covered", title: "covered")] : []) + [
            Column(key: "trend", title: Localized("走势", "trend").text(language))
        ]
    }

    private func row(_ report: IndicatorReport) -> [Cell] {
        let (indicator, assessment) = (report.indicator, report.assessment)
        let unit = indicator.unit.text(language)
        let name =
            unit.isEmpty
            ? indicator.name.text(language) : indicator.name.text(language) + Localized("（\(unit)）", " (\(unit))").text(language)
        return [.identifier(indicator.id), cell(name, machine: indicator.name.zh)] + (isForMachines ? [.text(indicator.unit.zh)] : []) + [
            .code(indicator.nature.rawValue, shown: NatureText.label(indicator.nature).text(language)),
            cell(KpiText.target(report).text(language), machine: KpiText.target(report).zh),
            Cell(display: KpiText.value(assessment), machine: assessment.value?.shortest(maxPlaces: 9) ?? "", json: .null, kind: .number),
            Cell.code(assessment.state.rawValue, shown: assessment.state.label.text(language)).styled(KpiText.role(assessment.state)),
            assessment.probability.map { .real($0.value, digits: 4, shown: KpiText.percent($0.value)) } ?? .empty,
        ] + (isForMachines ? [.text(KpiText.covered(assessment) ?? "")] : []) + [trend(assessment)]
    }

    private func cell(_ text: String, machine: String) -> Cell { Cell(display: text, machine: machine, json: .string(machine)) }

    private func trend(_ assessment: Assessment) -> Cell {
        let years = assessment.trend.compactMap { point in point.value.map { "\(point.year):\($0.shortest(maxPlaces: 6))" } }
        return cell(Sparkline(assessment.trend.map { $0.value?.double }).text(dress.style), machine: years.joined(separator: " "))
    }

    private var alarms: [Localized] { output.reports.filter(\.isBindingRed).map(KpiText.alarm) }

    /// How far a value reaches, where it does not cover the whole window.
    private var coverage: [Localized] {
        output.reports.filter { $0.assessment.value != nil && $0.assessment.covered != [$0.assessment.window] }.compactMap { report in
            KpiText.covered(report.assessment).map { id(report) + Localized("数据已覆盖：\($0)", "data cover \($0)") }
        }
    }

    private var otherReadings: [Localized] {
        output.reports.flatMap { report in
            report.alternatives.filter { $0.changesVerdict == true }.map { item in
                let value =
                    item.assessment.value.map { Localized("，\(KpiText.number($0))", ", \(KpiText.number($0))") } ?? Localized("", "")
                return id(report) + Localized("另一读法“\(item.reading.label.zh)”：", "by another reading, \"\(item.reading.label.en)\": ")
                    + item.assessment.state.label + value
            }
        }
    }

    private var missing: [Localized] {
        output.reports.filter { $0.assessment.state == .noData && $0.indicator.nature != .stated }.compactMap { report in
            let inputs = report.assessment.missing
            guard !inputs.isEmpty else { return nil }
            let more = inputs.count > 3 ? Localized(" 等 \(inputs.count) 项", " and \(inputs.count - 3) more") : Localized("", "")
            return id(report) + Localized("缺：", "lacks: ") + inputs.prefix(3).map(\.text).joined() + more
        }
    }

    private var marks: [Localized] {
        let isProvisional = output.reports.contains { $0.assessment.isProvisional && $0.assessment.value != nil }
        return isProvisional ? [Localized("* 暂定，可能变动", "* provisional, may still change")] : []
    }

    private func id(_ report: IndicatorReport) -> Localized { Localized(verbatim: "\(report.indicator.id) ") }
}
