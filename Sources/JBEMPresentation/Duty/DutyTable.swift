package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

/// Answers about responsibility as tables.
package enum DutyTable {
    /// The holes, one a row.
    package static func gaps(_ output: FindDutyGaps.Output, byRole: Bool, _ dress: Dress) -> Table {
        let language = dress.language
        let text = FieldText(codes: output.facts.codes, home: output.facts.home, language: language)
        var columns = [
            Column(key: "risk", title: Localized("风险点", "point").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "region", title: Localized("区域", "region").text(language)),
        ]
        if byRole { columns.append(Column(key: "role", title: Localized("责任", "role").text(language))) }
        columns += [
            Column(key: "from", title: Localized("自", "from").text(language)),
            Column(key: "to", title: Localized("至", "to").text(language)),
            Column(key: "days", title: Localized("天数", "days").text(language)),
            Column(key: "reason", title: Localized("原因", "reason").text(language)),
        ]
        let rows = output.gaps.map { gap -> [Cell] in
            var cells: [Cell] = [
                .identifier(text.fullID(gap.risk, noun: "risk"), shown: gap.number).with("_number", .string(gap.number)), .text(gap.name),
                .code(gap.region, shown: output.facts.codes.label("region", code: gap.region).text(language)),
            ]
            if byRole { cells.append(DutyWords.role(gap.hole.role?.rawValue, output.facts.codes, language)) }
            return cells + [
                .moment(gap.hole.days.first.description), .moment(gap.hole.days.last.description), .integer(Int64(gap.hole.days.days)),
                .code(gap.hole.reason.rawValue, shown: DutyWords.reason(gap.hole.reason).text(language)),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}

/// Words of responsibility.
package enum DutyWords {
    /// What was asked and how much of it is uncovered.
    package static func gaps(_ output: FindDutyGaps.Output, _ window: DatePeriod, byRole: Bool) -> Localized {
        let days = window.days == 1 ? "1 day" : "\(window.days) days"
        let roles = byRole ? Localized("×3 种责任", " × 3 roles") : Localized("", "")
        return Localized(
            "\(window)：\(output.points) 点×\(window.days) 天\(roles.zh)＝\(output.asked)，空档 \(output.uncovered)；号码核实后 \(output.validDays) 天内算有效",
            "\(window): \(output.points) points × \(days)\(roles.en) = \(output.asked), uncovered \(output.uncovered); a check of the number counts for \(output.validDays) days"
        )
    }

    package static func role(_ code: String?, _ codes: CodeBook, _ language: Language) -> Cell {
        code.map { .code($0, shown: codes.label("duty_role", code: $0).text(language)) } ?? .empty
    }

    package static func reason(_ reason: DutyCoverage.Reason) -> Localized {
        switch reason {
        case .nobody: Localized("无人在任", "nobody in force")
        case .unverified: Localized("号码未核实", "number not verified")
        }
    }

    package static func conflict(_ kind: DutyReports.Conflict.Kind) -> Localized {
        switch kind {
        case .twoPersons: Localized("一责两人", "two persons")
        case .twice: Localized("重复登记", "twice")
        case .twoOffices: Localized("两处值班", "two offices")
        }
    }
}
