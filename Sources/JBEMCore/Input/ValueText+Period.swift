extension ValueText {
    /// Years of periods, those of `DatePeriod`'s written forms.
    private static let periodYears = 1...9998
    private static let rangeMarks = ["——", "—", "–", "～", "~", "至", "到", "-", "/"]
    private static let quarterNames = ["一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4]

    /// Reads a period: the written forms of `DatePeriod`, the dates of `date(_:)` without serials, and
    /// `2024年` `2024年6月` `2024年1-6月` `2024年二季度` `2024年第2季度` `2024年上半年` `2021-2023年` `2021年—2023年` `2024年3月至2024年5月`.
    ///
    /// - Throws: The reason for anything else, for days that do not exist, and for a period that ends before it begins.
    package static func period(_ text: String) throws(Fault) -> DatePeriod {
        let shown = try presentText(text)
        let plain = shown.uppercased().filter { $0 != " " }
        if let period = DatePeriod(plain) { return period }
        var scanner = DateScanner(plain)
        guard let first = try simplePeriod(&scanner) else { throw notPeriod(shown) }
        if scanner.isAtEnd { return first }
        guard scanner.take(anyOf: rangeMarks) != nil else { throw notPeriod(shown) }
        guard let last = try simplePeriod(&scanner), scanner.isAtEnd else { throw notPeriod(shown) }
        return try period(from: first, to: last, shown)
    }

    private static func notPeriod(_ text: String) -> Fault {
        Fault(
            Localized(
                "不是时段：\(quoted(text))（例：2024、2024Q2、2024-06、2024年6月、2021/2023）",
                "not a period: \(quoted(text)) (write 2024, 2024Q2, 2024-06, 2024年6月 or 2021/2023)"))
    }

    private static func period(from first: DatePeriod, to last: DatePeriod, _ text: String) throws(Fault) -> DatePeriod {
        guard first.first <= last.first, first.last <= last.last else {
            throw Fault(Localized("时段的终点早于起点：\(quoted(text))", "the period ends before it begins: \(quoted(text))"))
        }
        return DatePeriod(first.first, last.last)
    }

    /// Takes one period that is not a range of two (except months of one year).
    private static func simplePeriod(_ scanner: inout DateScanner) throws(Fault) -> DatePeriod? {
        if let date = try scanner.date() { return periodYears.contains(date.year) ? DatePeriod(date, date) : nil }
        guard let year = scanner.number(4...4), periodYears.contains(year) else { return nil }
        if scanner.take("年") { return try partOfYear(year, &scanner) }
        let afterYear = scanner.index
        if scanner.take("Q"), let quarter = scanner.number(1...1), (1...4).contains(quarter) { return .quarter(year, quarter) }
        scanner.reset(to: afterYear)
        if scanner.take(anyOf: ["-", "/"]) != nil, let month = scanner.number(1...2) {
            return try self.month(year, month, scanner)
        }
        scanner.reset(to: afterYear)
        return .year(year)
    }

    /// Takes what follows `2024年`: nothing, a half, a quarter, a month, a run of months.
    private static func partOfYear(_ year: Int, _ scanner: inout DateScanner) throws(Fault) -> DatePeriod {
        let start = scanner.index
        if scanner.take("上半年") { return DatePeriod(DatePeriod.month(year, 1).first, DatePeriod.month(year, 6).last) }
        if scanner.take("下半年") { return DatePeriod(DatePeriod.month(year, 7).first, DatePeriod.month(year, 12).last) }
        _ = scanner.take("第")
        if let name = scanner.take(anyOf: quarterNames.keys.sorted()), let quarter = quarterNames[name],
            scanner.take(anyOf: ["季度", "季"]) != nil
        {
            return .quarter(year, quarter)
        }
        scanner.reset(to: start)
        guard let first = scanner.number(1...2) else { return .year(year) }
        let isMarked = scanner.take("月")
        let afterMonth = scanner.index
        if scanner.take(anyOf: rangeMarks) != nil, let last = scanner.number(1...2), scanner.take("月"), scanner.digitCount == 0 {
            return try period(from: month(year, first, scanner), to: month(year, last, scanner), scanner.text)
        }
        scanner.reset(to: isMarked ? afterMonth : start)
        return isMarked ? try month(year, first, scanner) : .year(year)
    }

    private static func month(_ year: Int, _ month: Int, _ scanner: DateScanner) throws(Fault) -> DatePeriod {
        guard (1...12).contains(month) else {
            throw Fault(
                Localized("没有这个月：\(quoted(scanner.text))", "there is no such month: \(quoted(scanner.text))"))
        }
        return .month(year, month)
    }
}
