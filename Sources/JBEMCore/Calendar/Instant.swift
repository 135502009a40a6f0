/// A moment with whole seconds, written as RFC 3339 UTC (`2024-06-01T00:30:00Z`).
package struct Instant: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Seconds since 1970-01-01T00:00:00Z.
    package let seconds: Int

    package init(seconds: Int) {
        self.seconds = seconds
    }

    /// Makes the moment of a local time of day in the store's zone.
    package init(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, zone: Zone = .china) {
        seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - zone.offset
    }

    /// Makes a moment from RFC 3339 with `Z` or a numeric offset; fractions of a second are refused.
    package init?(rfc3339 text: some StringProtocol) {
        guard let seconds = ClockDigits.reading(text, Instant.seconds) else { return nil }
        self.seconds = seconds
    }

    private static func seconds(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "), let date = ClockDigits.date(bytes),
            let second = ClockDigits.secondOfDay(bytes, at: 11, hasSeconds: true)
        else { return nil }
        let local = date.dayNumber * 86_400 + second
        if bytes.count == 20, bytes[19] == UInt8(ascii: "Z") { return local }
        guard bytes.count == 25, bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"),
            let offset = ClockDigits.secondOfDay(bytes, at: 20, hasSeconds: false)
        else { return nil }
        return bytes[19] == UInt8(ascii: "-") ? local + offset : local - offset
    }

    package var description: String {
        let (date, second) = local(.utc)
        return ClockDigits.text(date, secondOfDay: second) ?? "\(date)T\(clock(.utc))Z"
    }

    /// The local day and second of the day in `zone`.
    package func local(_ zone: Zone = .china) -> (date: CalendarDate, secondOfDay: Int) {
        let shifted = seconds + zone.offset
        let day = shifted >= 0 ? shifted / 86_400 : (shifted - 86_399) / 86_400
        return (CalendarDate(dayNumber: day), shifted - day * 86_400)
    }

    /// `YYYY-MM-DD HH:MM` in `zone`, as people read it.
    package func localText(_ zone: Zone = .china) -> String {
        "\(local(zone).date) \(clock(zone).prefix(5))"
    }

    private func clock(_ zone: Zone) -> String {
        let second = local(zone).secondOfDay
        return "\(pad(second / 3600, 2)):\(pad(second / 60 % 60, 2)):\(pad(second % 60, 2))"
    }

    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

/// A fixed offset from UTC; the store's zone has no summer time, so no time-zone database is needed.
package struct Zone: Sendable, Hashable {
    /// Seconds east of UTC.
    package let offset: Int

    package init(offset: Int) {
        self.offset = offset
    }

    package static let utc = Zone(offset: 0)
    /// UTC+08:00.
    package static let china = Zone(offset: 8 * 3600)
}
