package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMStore

extension StockGrouping: RecordGrouping {
    package var title: Localized {
        switch self {
        case .item: Localized("物资", "item")
        case .lot: Localized("批次", "lot")
        case .warehouse: Localized("库点", "warehouse")
        case .tier: Localized("层级", "tier")
        case .region: Localized("区域", "region")
        }
    }

    package var list: String {
        switch self {
        case .tier: "stock_tier"
        case .region: "region"
        case .item, .lot, .warehouse: ""
        }
    }
}

/// Answers about goods as tables.
package enum StockTable {
    /// A quantity without zeros at its end.
    package static func text(_ quantity: Int64) -> String {
        FixedPoint.text(quantity, scale: StockScale.quantity)
    }

    private static func amount(_ quantity: Int64) -> Cell { .decimal(text(quantity)) }

    private static func item(_ number: String, _ name: String, _ unit: String) -> [Cell] {
        [.identifier(number), .text(name), .text(unit)]
    }

    private static func itemColumns(_ language: Language) -> [Column] {
        [
            Column(key: "item", title: Localized("物资编号", "item").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "unit", title: Localized("单位", "unit").text(language)),
        ]
    }

    /// The table, each row of which says that it is synthetic where the format asks for it.
    static func signed(_ columns: [Column], _ rows: [[Cell]], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        guard dress.needsSampleSign(facts.isSample) else { return Table(columns: columns, rows: rows) }
        let sign = Cell.bool(facts.isSample, shown: "")
        return Table(columns: columns + [Column(key: "is_sample", title: "is_sample")], rows: rows.map { $0 + [sign] })
    }

    package static func balances(_ balances: [StockBalance], by grouping: StockGrouping, _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let key = grouping == .item ? [] : [Column(key: grouping.rawValue, title: grouping.title.text(language))]
        let columns =
            itemColumns(language) + key + [
                Column(key: "quantity", title: Localized("存量", "quantity").text(language)),
                Column(key: "usable", title: Localized("可用", "usable").text(language)),
                Column(key: "expires_on", title: Localized("最早到期", "first expiry").text(language)),
            ]
        let rows = balances.map { line -> [Cell] in
            let shown = grouping.list.isEmpty ? line.key : facts.codes.label(grouping.list, code: line.key).text(language)
            return item(line.itemNumber, line.itemName, line.unit) + (grouping == .item ? [] : [.code(line.key, shown: shown)]) + [
                amount(line.quantity), amount(line.usable).styled(line.usable < line.quantity ? .warning : nil),
                line.expiresOn.map { .moment($0.description) } ?? .empty,
            ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func ledger(_ lines: [StockLedgerLine], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns =
            itemColumns(language) + [
                Column(key: "warehouse", title: Localized("库点", "warehouse").text(language)),
                Column(key: "opening", title: Localized("期初", "opening").text(language)),
                Column(key: "in", title: Localized("收入", "in").text(language)),
                Column(key: "out", title: Localized("发出", "out").text(language)),
                Column(key: "closing", title: Localized("期末", "closing").text(language)),
            ]
        let rows = lines.map { line in
            item(line.itemNumber, line.itemName, line.unit) + [
                .identifier(line.warehouse), amount(line.opening), amount(line.received), amount(line.given), amount(line.closing),
            ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func trace(_ steps: [StockTraceStep], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns = [
            Column(key: "moved_on", title: Localized("日期", "on").text(language)),
            Column(key: "movement", title: Localized("单号", "document").text(language)),
            Column(key: "kind", title: Localized("类别", "kind").text(language)),
            Column(key: "warehouse", title: Localized("库点", "warehouse").text(language)),
            Column(key: "quantity", title: Localized("增减", "change").text(language)),
            Column(key: "balance", title: Localized("结存", "balance").text(language)),
            Column(key: "counterpart", title: Localized("对方", "counterpart").text(language), isFlexible: true),
        ]
        let rows = steps.map { step -> [Cell] in
            [
                .moment(step.movedOn.description), .identifier(step.number),
                .code(step.kind, shown: facts.codes.label("stock_movement", code: step.kind).text(language)), .identifier(step.warehouse),
                amount(step.quantity), step.warehouse.hasPrefix("@") ? .empty : amount(step.balance), .text(step.counterpart ?? ""),
            ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func expiring(_ lots: [ExpiringStock], asOf day: CalendarDate, _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns =
            [
                Column(key: "expires_on", title: Localized("到期日", "expires on").text(language)),
                Column(key: "days", title: Localized("还有天", "days left").text(language)),
            ] + itemColumns(language) + [
                Column(key: "lot", title: Localized("批次", "lot").text(language)),
                Column(key: "warehouse", title: Localized("库点", "warehouse").text(language)),
                Column(key: "quantity", title: Localized("数量", "quantity").text(language)),
            ]
        let rows = lots.map { lot -> [Cell] in
            let days = day.days(to: lot.expiresOn)
            return [.moment(lot.expiresOn.description), Cell.integer(Int64(days)).styled(days < 0 ? .bad : nil)]
                + item(lot.itemNumber, lot.itemName, lot.unit)
                + [.identifier(lot.lotNumber), .identifier(lot.warehouse), amount(lot.quantity)]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func shortages(_ shortages: [StockShortage], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns =
            [Column(key: "warehouse", title: Localized("库点", "warehouse").text(language))] + itemColumns(language) + [
                Column(key: "norm", title: Localized("应存", "norm").text(language)),
                Column(key: "usable", title: Localized("可用", "usable").text(language)),
                Column(key: "missing", title: Localized("缺", "missing").text(language)),
                Column(key: "source", title: Localized("依据", "source").text(language), isFlexible: true),
            ]
        let rows = shortages.map { line in
            [.identifier(line.warehouse)] + item(line.itemNumber, line.itemName, line.unit) + [
                amount(line.norm), amount(line.usable), amount(line.missing).styled(.bad), .text(line.source),
            ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func cover(_ lines: [CoverPopulation.Line], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns =
            itemColumns(language) + [
                Column(key: "usable", title: Localized("可用", "usable").text(language)),
                Column(key: "need", title: Localized("需要", "need").text(language)),
                Column(key: "basis", title: Localized("按", "per").text(language)),
                Column(key: "days", title: Localized("可用天数", "days").text(language)),
                Column(key: "share", title: Localized("覆盖人口", "share covered").text(language), alignment: .trailing),
                Column(key: "days_with_contracts", title: Localized("连产能天数", "days with contracts").text(language)),
            ]
        let rows = lines.map { line -> [Cell] in
            let basis = line.isDaily ? Localized("每天", "day") : Localized("一次", "once")
            return item(line.balance.itemNumber, line.balance.itemName, line.balance.unit) + [
                amount(line.balance.usable), .decimal(line.need.shortest(maxPlaces: 3)),
                .code(line.isDaily ? "day" : "once", shown: basis.text(language)),
                line.isDaily ? .decimal(line.cover.shortest(maxPlaces: 3), shown: line.cover.decimal(places: 1)) : .empty,
                line.isDaily ? .empty : .rate(line.cover, language), line.daysWithContracts.map { .integer(Int64($0)) } ?? .empty,
            ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func capacity(_ contracts: [StockContract], within days: Int, _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let columns =
            [
                Column(key: "contract", title: Localized("合同编号", "contract").text(language)),
                Column(key: "supplier", title: Localized("企业", "supplier").text(language)),
            ] + itemColumns(language) + [
                Column(key: "lead_days", title: Localized("启动天数", "lead days").text(language)),
                Column(key: "ramp_days", title: Localized("爬坡天数", "ramp days").text(language)),
                Column(key: "daily", title: Localized("日产量", "daily").text(language)),
                Column(key: "days", title: Localized("天数", "days").text(language)),
                Column(key: "output", title: Localized("累计产出", "output by then").text(language)),
                Column(key: "valid_to", title: Localized("有效至", "valid to").text(language)),
            ]
        let rows = contracts.map { contract -> [Cell] in
            let ramp = contract.rampUp
            return [.identifier(contract.number), .identifier(contract.supplier)]
                + item(contract.itemNumber, contract.itemName, contract.unit) + [
                    .integer(Int64(ramp.leadDays)), .integer(Int64(ramp.rampDays)), amount(ramp.daily), .integer(Int64(days)),
                    amount(ramp.output(by: days)), contract.validTo.map { .moment($0.description) } ?? .empty,
                ]
        }
        return signed(columns, rows, facts, dress)
    }

    package static func labels(_ labels: [LabelStock.Label], _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let columns = [Column(key: "code", title: "code"), Column(key: "text", title: "text")]
        let rows = labels.map { label in
            [Cell.identifier(label.code), .text(label.lines.map { $0.text(.zh) }.joined(separator: " "))]
        }
        return signed(columns, rows, facts, dress)
    }
}
