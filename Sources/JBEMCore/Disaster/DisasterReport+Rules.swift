extension DisasterReport {
    /// The relations that the fields of one report must obey.
    ///
    /// ## Source
    /// 《自然灾害情况统计调查制度》, definitions of the loss fields (wording of 2016/2020, to be verified).
    static let rules: [RowRule] = [
        atMost(cropFailed, cropDamaged), atMost(cropDamaged, cropAffected),
        atMost(grainFailed, grainDamaged), atMost(grainDamaged, grainAffected),
        atMost(grainAffected, cropAffected), atMost(grainDamaged, cropDamaged), atMost(grainFailed, cropFailed),
        // 绝收 ≤ 受灾 also holds where 成灾 was left empty.
        atMost(cropFailed, cropAffected), atMost(grainFailed, grainAffected),
        atMost(seriouslyInjured, injured), atMost(droughtWater, droughtAidTotal),
        atMost(relocatedNow, relocatedTotal), atMost(centralNow, centralTotal), atMost(dispersedNow, dispersedTotal),
        atMost(aidNow, aidTotal), atMost(droughtAidNow, droughtAidTotal),
        atMost(collapsedDwelling, collapsedRooms), atMost(severeDwelling, severeRooms), atMost(slightDwelling, slightRooms),
        sum([centralTotal, dispersedTotal], is: relocatedTotal), sum([centralNow, dispersedNow], is: relocatedNow),
        lossPartsMakeTheTotal,
    ]

    /// The values that only grow from one report to the next unless a reason is given.
    package static let cumulative: [Field<Int64>] = [
        affected, deaths, injured, evacuated, relocatedTotal, centralTotal, dispersedTotal, aidTotal, transitionalAid, droughtAidTotal,
        collapsedRooms, severeRooms, slightRooms, cropAffected, cropDamaged, cropFailed, directLoss,
    ]

    private static func atMost(_ part: Field<Int64>, _ whole: Field<Int64>) -> RowRule {
        { record in
            guard let small = record[part], let large = record[whole], small > large else { return [] }
            return [
                Fault(
                    Localized(
                        "\(part.definition.label.zh) \(shown(small, part)) 大于 \(whole.definition.label.zh) \(shown(large, whole))",
                        "\(part.definition.label.en) \(shown(small, part)) exceeds \(whole.definition.label.en) \(shown(large, whole))"),
                    at: .init(field: part.name))
            ]
        }
    }

    private static func sum(_ parts: [Field<Int64>], is whole: Field<Int64>) -> RowRule {
        { record in
            let values = parts.map { record[$0] }
            guard values.contains(where: { $0 != nil }), let total = record[whole] else { return [] }
            let added = values.reduce(Int64(0)) { $0 + ($1 ?? 0) }
            guard added != total else { return [] }
            return [
                Fault(
                    Localized(
                        "\(parts.map(\.definition.label).joined().zh)之和 \(added) 不等于\(whole.definition.label.zh) \(total)",
                        "\(parts.map(\.definition.label).joined().en) add up to \(added), not \(total)"),
                    at: .init(field: whole.name))
            ]
        }
    }

    private static let lossPartsMakeTheTotal: RowRule = { record in
        let parts = [lossHousing, lossAgriculture, lossIndustry, lossInfrastructure, lossPublic, lossOther].map { record[$0] }
        guard parts.contains(where: { $0 != nil }), let total = record[directLoss] else { return [] }
        let added = parts.reduce(Int64(0)) { $0 + ($1 ?? 0) }
        // Tolerance 0.01万元 = 10 000 分.
        guard abs(added - total) > 10_000 else { return [] }
        return [
            Fault(
                Localized(
                    "六项损失之和 \(shown(added, directLoss)) 万元不等于直接经济损失 \(shown(total, directLoss)) 万元",
                    "the six parts of the loss add up to \(shown(added, directLoss)), not \(shown(total, directLoss)) (10k yuan)"),
                at: .init(field: directLoss.name))
        ]
    }

    private static func shown(_ value: Int64, _ field: Field<Int64>) -> String {
        FixedPoint.text(value, scale: field.definition.kind.decimalPlaces)
    }
}
