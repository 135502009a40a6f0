internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// `jbem hazard rank`.
struct HazardRankCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "先治哪一处：权重÷费用；--budget 预算␟what to fix first: weight per cost; --budget", helpNames: [])

    @Option(name: .long, help: "预算，万元␟budget in 10k yuan")
    var budget: String?
    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        let output = try RankHazards(budget: try budget.map(HazardRankCommand.fen), asOf: try past.date(session)).run(session)
        let text = FieldText(codes: output.facts.codes, home: output.facts.home, language: language)
        let columns = [
            Column(key: "rank", title: Localized("序", "rank").text(language)),
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "title", title: Localized("隐患", "title").text(language), isFlexible: true),
            Column(key: "weight", title: Localized("权重", "weight").text(language)),
            Column(key: "why", title: Localized("由来", "why").text(language)),
            Column(key: "cost", title: Localized("费用(万元)", "cost (10k yuan)").text(language), machineTitle: "cost(万元)"),
            Column(key: "spent", title: Localized("累计(万元)", "spent (10k yuan)").text(language), machineTitle: "spent(万元)"),
        ]
        func money(_ fen: Int64?) -> Cell {
            fen.map { fen in
                let value = Rational(scaled: fen, places: 6).shortest(maxPlaces: 6)
                return Cell(display: value, machine: value, json: .integer(fen))
            } ?? .empty
        }
        let shown = limit.map { Array(output.places.prefix(max(0, $0))) } ?? output.places
        let rows = shown.enumerated().map { index, place -> [Cell] in
            let hazard = output.hazards[place.item.id]
            return [
                .integer(Int64(index + 1)),
                .identifier(text.fullID(place.item.id, noun: "hazard"), shown: text.shortID(place.item.id, noun: "hazard")),
                .text(hazard?[Hazard.title] ?? ""), .integer(place.item.weight), HazardRankCommand.why(place.item, language),
                money(place.item.cost), budget == nil ? .empty : money(place.spent),
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(output.facts.isSample), columns: columns, rows: rows))
        let bought = output.places.filter { $0.spent != nil }.count
        let unpriced = output.places.filter { $0.item.cost == nil }.count
        if let budget {
            printer.note(
                Localized(
                    "预算 \(budget) 万元可治 \(bought) 处；\(unpriced) 处没有估算费用，排在最后",
                    "a budget of \(budget) (10k yuan) pays for \(bought); \(unpriced) have no estimate and come last"))
        } else if unpriced > 0 {
            printer.note(Localized("\(unpriced) 处没有估算费用，排在最后", "\(unpriced) have no estimate and come last"))
        }
    }

    private static func why(_ item: HazardRanking.Item, _ language: Language) -> Cell {
        var words = [item.isMajor ? Localized("重大×10", "major ×10") : Localized("一般×1", "general ×1")]
        if item.isOverdue { words.append(Localized("超期×2", "overdue ×2")) }
        if item.riskClass > 1 { words.append(Localized("风险×\(item.riskClass)", "risk ×\(item.riskClass)")) }
        let machine = [item.isMajor ? "major" : "general", item.isOverdue ? "overdue" : nil].compactMap(\.self).joined(separator: " ")
        return Cell(display: words.map { $0.text(language) }.joined(separator: " "), machine: machine, json: .string(machine))
    }

    /// 万元 as typed, in 分.
    private static func fen(_ text: String) throws -> Int64 {
        guard let value = try? ValueText.money(text, unit: .wanYuan), value >= 0 else {
            throw Failure(.usage, Localized("--budget 须为万元数：“\(text)”", "--budget is an amount in 10k yuan: \"\(text)\""))
        }
        return value
    }
}
