import JBEMCore

/// Days, moments and periods that are read are printed in their one form, and read back from it by people's and the store's reader.
enum DateCheck {
    private static let days = ["2026-03-05", "2024-02-29", "2023-12-31"].map { CalendarDate(iso: $0)! }

    static func run(_ text: String) throws {
        if let date = try outcome({ try ValueText.date(text) }) {
            try hold((1...9999).contains(date.year), "the year of \(date)")
            try hold(CalendarDate(iso: date.description) == date, "\(date) is not read by the store")
            try hold(try ValueText.date(date.description) == date, "\(date) is not read again")
        }
        if let instant = try outcome({ try ValueText.instant(text) }) {
            try hold(Instant(rfc3339: instant.description) == instant, "\(instant) is not read by the store")
            try hold(try ValueText.instant(instant.description) == instant, "\(instant) is not read again")
            let minute = Instant(seconds: instant.seconds - instant.local().secondOfDay % 60)
            try hold(try ValueText.instant(instant.localText()) == minute, "\(instant.localText()) is not read again")
        }
        if let period = try outcome({ try ValueText.period(text) }) { try check(period) }
        for today in days {
            guard let period = try outcome({ try DateExpression.parse(text, today: today) }) else { continue }
            try check(period)
            try hold(try DateExpression.parse(period.description, today: today) == period, "\(period) is no expression")
        }
        let trimmed = ValueText.trimmed(text)
        try hold(isSame(ValueText.trimmed(trimmed), trimmed), "trimmed twice")
        try hold(trimmed.isEmpty == ValueText.isBlank(text), "blank or not")
    }

    private static func check(_ period: DatePeriod) throws {
        try hold(period.first <= period.last && period.days >= 1, "\(period) ends before it begins")
        try hold(DatePeriod(period.description) == period, "\(period) is not read by the store")
        try hold(try ValueText.period(period.description) == period, "\(period) is not read again")
        try hold(period.first.year >= 1 && period.last.year <= 9999, "the years of \(period)")
    }
}

/// The value that a reader gives; `nil` if it refuses with a reason.
func outcome<Value>(_ read: () throws -> Value) throws -> Value? {
    do {
        return try read()
    } catch let fault as Fault {
        try FaultCheck.run(fault)
        return nil
    }
}
