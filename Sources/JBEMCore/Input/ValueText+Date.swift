extension ValueText {
    /// Excel serials that are taken for dates: 1954-10-03 … 2119-01-11; other five-digit numbers are not dates.
    private static let serials = 20_000...80_000
    /// Day 0 of the 1900 date system for serials above 60, after its 29 February 1900 that never was.
    private static let serialOrigin = CalendarDate(year: 1899, month: 12, day: 30)!

    /// Reads a day: `2026-3-5` `2026/3/5` `2026.3.5` `2026年3月5日` `20260305`, or an Excel serial (1900 system).
    ///
    /// A time of day after the date is accepted only if it is midnight, as spreadsheets and databases add it.
    ///
    /// - Throws: The reason for anything else and for days that do not exist.
    package static func date(_ text: String) throws(Fault) -> CalendarDate {
        let text = try presentText(text)
        if let date = CalendarDate(iso: text) { return date }
        guard let (date, seconds) = try local(text) else {
            throw Fault(
                Localized(
                    "不是日期：\(quoted(text))（例：2026-03-05、2026年3月5日）", "not a date: \(quoted(text)) (write 2026-03-05 or 2026年3月5日)"))
        }
        guard seconds == 0 else {
            throw Fault(Localized("应为日期，却带有时刻：\(quoted(text))", "a date is wanted, without a time of day: \(quoted(text))"))
        }
        return date
    }

    /// Reads a moment: RFC 3339, or a date in the forms of `date(_:)` with a local time of day (+08:00).
    ///
    /// Times are `8:30`, `08:30:00`, `8时30分`, `8时`, `24:00` (the next midnight); a date alone is its 00:00.
    ///
    /// - Throws: The reason for anything else and for fractions of a second.
    package static func instant(_ text: String) throws(Fault) -> Instant {
        if let instant = plainInstant(text) { return instant }
        let text = try presentText(text)
        var instant = Instant(rfc3339: try withoutFraction(text.uppercased()))
        if instant == nil, let (date, seconds) = try local(text) { instant = Instant(date, second: seconds) }
        guard let instant, (1...9999).contains(instant.local(.utc).date.year), (1...9999).contains(instant.local().date.year) else {
            throw notInstant(text)
        }
        return instant
    }

    /// `2026-03-05 08:30`, the usual form: well inside the years that are allowed, nothing to be taken off or explained.
    private static func plainInstant(_ text: String) -> Instant? {
        ClockDigits.reading(text) { bytes in
            guard bytes.count == 16 || bytes.count == 19, bytes[10] == 0x20, let date = ClockDigits.date(bytes),
                (2...9998).contains(date.year),
                let second = ClockDigits.secondOfDay(bytes, at: 11, hasSeconds: bytes.count == 19)
            else { return nil }
            return Instant(date, second: second)
        }
    }

    private static func notInstant(_ text: String) -> Fault {
        Fault(
            Localized(
                "不是时刻：\(quoted(text))（例：2026-03-05 08:30、2026-03-05T08:30:00+08:00）",
                "not a moment: \(quoted(text)) (write 2026-03-05 08:30 or 2026-03-05T08:30:00+08:00)"))
    }

    /// Removes `.000` after the seconds of an RFC 3339 text.
    private static func withoutFraction(_ text: String) throws(Fault) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 20, bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: ".") else { return text }
        let digits = bytes[20...].prefix { (48...57).contains($0) }
        guard digits.allSatisfy({ $0 == 48 }) else { throw fractional(text) }
        return String(decoding: bytes[..<19] + bytes[digits.endIndex...], as: UTF8.self)
    }

    private static func fractional(_ text: String) -> Fault {
        Fault(Localized("时刻只到整秒：\(quoted(text))", "moments are whole seconds: \(quoted(text))"))
    }

    /// The local day and second of the day in `text`; `nil` if it is not written like one.
    private static func local(_ text: String) throws(Fault) -> (CalendarDate, Int)? {
        if let serial = try serialReading(text) { return serial }
        var scanner = DateScanner(text)
        guard let date = try scanner.date() else { return nil }
        if scanner.isAtEnd { return (date, 0) }
        let beforeGap = scanner.index
        if !scanner.take("T") { scanner.skipSpaces() }
        let hasGap = scanner.index > beforeGap || text.contains("日") || text.contains("号")
        guard hasGap, let seconds = try timeOfDay(&scanner), scanner.isAtEnd else { return nil }
        guard seconds == 86_400 else { return (date, seconds) }
        let next = date.adding(days: 1)
        return next.year <= 9999 ? (next, 0) : nil
    }

    /// A time of day in seconds, 0…86 400.
    private static func timeOfDay(_ scanner: inout DateScanner) throws(Fault) -> Int? {
        guard let hour = scanner.number(1...2) else { return nil }
        var (minute, second) = (0, 0)
        if scanner.take(":") {
            guard let value = scanner.number(2...2) else { return nil }
            minute = value
            if scanner.take(":") {
                guard let value = scanner.number(2...2) else { return nil }
                second = value
                if scanner.take("."), scanner.digits().contains(where: { $0 != "0" }) { throw fractional(scanner.text) }
            }
        } else if scanner.take(anyOf: ["时", "点"]) != nil {
            if let value = scanner.number(1...2) {
                minute = value
                guard scanner.take("分") || scanner.isAtEnd else { return nil }
                if let value = scanner.number(1...2) {
                    second = value
                    guard scanner.take("秒") else { return nil }
                }
            }
        } else {
            return nil
        }
        let total = hour * 3600 + minute * 60 + second
        guard minute < 60, second < 60, total <= 86_400 else {
            throw Fault(Localized("没有这个时刻：\(quoted(scanner.text))", "there is no such time of day: \(quoted(scanner.text))"))
        }
        return total
    }

    /// Reads an Excel serial; its fraction is the time of day, rounded to the second.
    private static func serialReading(_ text: String) throws(Fault) -> (CalendarDate, Int)? {
        var scanner = DateScanner(text)
        guard let serial = scanner.number(5...5) else { return nil }
        var seconds = 0
        if scanner.take(".") {
            // Eleven digits tell moments of less than a microsecond apart and keep the product within 64 bits.
            let digits = scanner.digits().prefix(11)
            guard !digits.isEmpty, let fraction = Int(digits) else { return nil }
            let unit = digits.reduce(1) { unit, _ in unit * 10 }
            seconds = (fraction * 86_400 + unit / 2) / unit
        }
        guard scanner.isAtEnd else { return nil }
        guard serials.contains(serial) else {
            throw Fault(
                Localized(
                    "不是日期：\(quoted(text))（Excel 日期序号须在 20000 至 80000 之间）",
                    "not a date: \(quoted(text)) (Excel serials are accepted from 20000 to 80000)"))
        }
        let date = serialOrigin.adding(days: serial + seconds / 86_400)
        return (date, seconds % 86_400)
    }
}
