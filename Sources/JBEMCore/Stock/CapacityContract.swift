/// A contract for goods that are made when they are needed (产能储备): what a supplier can turn out after it was called on.
package enum CapacityContract: Noun {
    package static let number = Field<String>(
        "number", Localized("合同编号", "contract number"), .text(max: 60), required: true, writable: .once, aliases: ["编号", "协议编号"],
        listed: true)
    package static let warehouse = Field<String>(
        "warehouse", Localized("企业", "supplier"), .key(noun: "warehouse"), required: true,
        help: Localized("类别为产能储备企业的库点", "a warehouse of the kind supplier"), listed: true)
    package static let item = Field<Int64>("item", Localized("物资", "item"), .reference(noun: "item"), required: true, listed: true)
    package static let leadDays = Field<Int64>(
        "lead_days", Localized("启动天数", "lead time"), .integer(0...3660), unit: Localized("天", "days"), required: true, standard: 0,
        help: Localized("启动后几天才有产出", "days before anything comes out"), listed: true)
    package static let rampDays = Field<Int64>(
        "ramp_days", Localized("爬坡天数", "ramp"), .integer(0...3660), unit: Localized("天", "days"), required: true, standard: 0,
        help: Localized("日产量从零匀速升到最高所用天数", "days in which the daily output rises evenly to its highest"), listed: true)
    package static let daily = Field<Int64>(
        "daily", Localized("日产量", "daily output"), .decimal(scale: StockScale.quantity, range: 1...1_000_000_000_000), required: true,
        listed: true)
    package static let total = Field<Int64>(
        "total", Localized("总量", "total"), .decimal(scale: StockScale.quantity, range: 1...1_000_000_000_000),
        help: Localized("合同约定的最大总量；空着不限", "what it delivers at most; without it there is no limit"), listed: true)
    package static let validFrom = Field<CalendarDate>("valid_from", Localized("启用日期", "valid from"), .date, required: true, listed: true)
    package static let validTo = Field<CalendarDate>(
        "valid_to", Localized("停用日期", "valid to"), .date, help: Localized("最后有效日", "last day of validity"), listed: true)
    package static let source = Field<String>("source", Localized("依据", "source"), .text(max: 400))
    package static let note = Field<String>("note", Localized("备注", "note"), .text(max: 400))

    package static let schema = RecordSchema(
        noun: "contract", aliases: ["产能合同"], prefix: "CC", label: Localized("产能合同", "capacity contract"), group: .preparedness,
        identity: .issued, naturalKey: ["number"], order: ["number"], rules: [ValidityRule.check],
        help: Localized("产能储备合同：启动后逐日能产出多少。", "Contracts for goods made when they are needed: what comes out, day by day.")
    ) {
        number; warehouse; item; leadDays; rampDays; daily; total; validFrom; validTo; source; note
    }
}

/// How the output of a supplier grows after it was called on.
///
/// Nothing for the lead time; then day k of the ramp brings k/ramp of the daily output; then all of it, until the total is reached or the
/// contract ends.
package struct RampUp: Sendable, Equatable {
    package let leadDays: Int
    package let rampDays: Int
    /// Thousandths of a unit a day, and in all; `nil` without limit.
    package let daily: Int64
    package let total: Int64?
    /// The last day of the contract, counted like the days of output; `nil` without end.
    package let lastDay: Int?

    package init(leadDays: Int, rampDays: Int, daily: Int64, total: Int64?, lastDay: Int? = nil) {
        (self.leadDays, self.rampDays, self.daily, self.total, self.lastDay) = (leadDays, rampDays, daily, total, lastDay)
    }

    /// What has come out by the end of a day, thousandths of a unit, rounded down; day 1 is the day of the call.
    package func output(by day: Int) -> Int64 {
        let days = min(day, lastDay ?? day) - leadDays
        guard days > 0 else { return 0 }
        let rising = min(days, rampDays)
        let risen = rampDays > 0 ? Rational(daily) * Rational(rising * (rising + 1)) / Rational(2 * rampDays) : Rational(0)
        let whole = risen + Rational(daily) * Rational(days - rising)
        let limited = total.map { min(whole, Rational($0)) } ?? whole
        return limited.floor.int.map { Int64($0) } ?? .max
    }
}
