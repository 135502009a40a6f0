/// Reads the dates of `--as-of`, `--since`, `--until` and filters.
package enum DateExpression {
    /// Returns the days that `text` names, seen from `today`; a single day is a period of one day.
    ///
    /// - All forms of `ValueText.period(_:)`: `2024-06-01` `2024Q2` `2024` `2024年6月` …
    /// - Days: `today` `yesterday` `tomorrow` 今天 昨天 明天, moved by `today+30` `today-7d`.
    /// - `7d` is the day seven days ago, so that `--since 7d`, `--until 7d` and `--as-of 7d` all mean that day.
    /// - Current and last spans: 本月 本季度 今年 上月 上季度 去年, `this-month` … `last-year`.
    ///
    /// - Throws: The reason for anything else.
    package static func parse(_ text: String, today: CalendarDate) throws(Fault) -> DatePeriod {
        let plain = try ValueText.presentText(text).lowercased()
        if let period = named(plain, today) { return period }
        if let days = try offset(plain) {
            let date = today.adding(days: days)
            guard (1...9998).contains(date.year) else { throw unknown(plain) }
            return DatePeriod(date, date)
        }
        guard plain.utf8.first.map({ (48...57).contains($0) }) == true else { throw unknown(plain) }
        do {
            return try ValueText.period(plain)
        } catch {
            throw Fault(error.reason + Localized("；也可写 today、7d、本月", "; today, 7d and 本月 are understood too"))
        }
    }

    private static func named(_ text: String, _ today: CalendarDate) -> DatePeriod? {
        let (year, month, _) = today.parts
        let quarter = (month + 2) / 3
        let lastMonth = today.adding(months: -1)
        switch text {
        case "today", "今天", "今日": return day(today, 0)
        case "yesterday", "昨天", "昨日": return day(today, -1)
        case "tomorrow", "明天", "明日": return day(today, 1)
        case "本月", "this-month": return .month(year, month)
        case "上月", "上个月", "last-month": return .month(lastMonth.year, lastMonth.month)
        case "本季度", "本季", "this-quarter": return .quarter(year, quarter)
        case "上季度", "last-quarter": return quarter == 1 ? .quarter(year - 1, 4) : .quarter(year, quarter - 1)
        case "今年", "本年", "this-year": return .year(year)
        case "去年", "last-year": return .year(year - 1)
        default: return nil
        }
    }

    private static func day(_ today: CalendarDate, _ days: Int) -> DatePeriod {
        let date = today.adding(days: days)
        return DatePeriod(date, date)
    }

    /// Days from today in `7d`, `today-7d`, `today+30`, 今天+30; `nil` if the text is none of these.
    private static func offset(_ text: String) throws(Fault) -> Int? {
        var scanner = DateScanner(text)
        if scanner.take(anyOf: ["today", "今天", "今日"]) == nil {
            guard let days = scanner.number(1...6), scanner.take(anyOf: ["d", "天前"]) != nil, scanner.isAtEnd else { return nil }
            return -days
        }
        scanner.skipSpaces()
        guard let sign = scanner.take(anyOf: ["+", "-"]) else { throw unknown(text) }
        scanner.skipSpaces()
        guard let days = scanner.number(1...6) else { throw unknown(text) }
        _ = scanner.take(anyOf: ["d", "天"])
        guard scanner.isAtEnd else { throw unknown(text) }
        return sign == "-" ? -days : days
    }

    private static func unknown(_ text: String) -> Fault {
        Fault(
            Localized(
                "看不懂的日期：\(ValueText.quoted(text))（可写 2024-06-01、2024Q2、2024、today、yesterday、7d、今天、本月、today+30）",
                "not understood as a date: \(ValueText.quoted(text)) (write 2024-06-01, 2024Q2, 2024, today, yesterday, 7d, 本月 or today+30)"
            ))
    }
}
