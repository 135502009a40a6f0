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
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let date = CalendarDate(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let hour = CalendarDate.number(bytes[11..<13]), hour < 24,
            let minute = CalendarDate.number(bytes[14..<16]), minute < 60,
            let second = CalendarDate.number(bytes[17..<19]), second < 60
        else { return nil }
        let local = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
        if bytes.count == 20, bytes[19] == UInt8(ascii: "Z") {
            seconds = local
        } else if bytes.count == 25, bytes[22] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "+") || bytes[19] == UInt8(ascii: "-"),
            let hours = CalendarDate.number(bytes[20..<22]), hours < 24,
            let minutes = CalendarDate.number(bytes[23..<25]), minutes < 60
        {
            let offset = (hours * 3600 + minutes * 60) * (bytes[19] == UInt8(ascii: "-") ? -1 : 1)
            seconds = local - offset
        } else {
            return nil
        }
    }

    package var description: String { "\(local(.utc).date)T\(clock(.utc))Z" }

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
