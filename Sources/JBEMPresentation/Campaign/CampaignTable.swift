internal import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

/// Where campaigns stand, as a table.
package enum CampaignTable {
    package static func progress(_ campaigns: [CampaignProgress], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        let columns = [
            Column(key: "campaign", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "visits", title: Localized("检查", "visits").text(language)),
            Column(key: "quota", title: Localized("应查", "quota").text(language)),
            Column(key: "quota_share", title: Localized("完成", "share").text(language), alignment: .trailing),
            Column(key: "visited", title: Localized("已查对象", "visited").text(language)),
            Column(key: "in_scope", title: Localized("范围内", "scope").text(language)),
            Column(key: "coverage", title: Localized("覆盖", "cover").text(language), alignment: .trailing),
            Column(key: "findings", title: Localized("隐患", "found").text(language)),
            Column(key: "closed", title: Localized("销号", "closed").text(language)),
            Column(key: "days_left", title: Localized("剩余天", "days left").text(language)),
        ]
        let rows = campaigns.map { line -> [Cell] in
            let id = line.campaign.id ?? 0
            return [
                .identifier(text.fullID(id, noun: "campaign"), shown: text.shortID(id, noun: "campaign")),
                .text(line.campaign[Campaign.name] ?? ""), .integer(line.visits), .integer(line.quota), .rate(line.quotaShare, language),
                .integer(line.visited), .integer(line.inScope), .rate(line.coverage, language), .integer(line.findings),
                .integer(line.closedFindings), .integer(Int64(line.daysLeft)),
            ]
        }
        return Table(columns: columns, rows: rows)
    }
}
