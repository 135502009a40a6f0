/// The digits of dates and times, read and written without texts on the way: an import does it millions of times.
enum ClockDigits {
    /// Hands over the bytes of a text.
    static func reading<Value>(_ text: some StringProtocol, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        text.utf8.withContiguousStorageIfAvailable(body) ?? Array(text.utf8).withUnsafeBufferPointer(body)
    }

    /// The number that `count` digits from `start` on make; `nil` if one of them is no digit.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<(start + count) {
            let digit = bytes[index] &- 48
            guard digit < 10 else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    /// `YYYY-MM-DD` in the first ten bytes.
    static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> CalendarDate? {
        guard bytes.count >= 10, bytes[4] == 0x2D, bytes[7] == 0x2D, let year = number(bytes, at: 0, 4),
            let month = number(bytes, at: 5, 2), let day = number(bytes, at: 8, 2)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The second of the day that `HH:MM:SS`, or `HH:MM` alone, from `start` on says, before midnight.
    static func secondOfDay(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, hasSeconds: Bool) -> Int? {
        guard bytes.count >= start + (hasSeconds ? 8 : 5), bytes[start + 2] == 0x3A, let hour = number(bytes, at: start, 2), hour < 24,
            let minute = number(bytes, at: start + 3, 2), minute < 60
        else { return nil }
        guard hasSeconds else { return hour * 3600 + minute * 60 }
        guard bytes[start + 5] == 0x3A, let second = number(bytes, at: start + 6, 2), second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Writes a number with leading zeros.
    private static func write(_ value: Int, _ width: Int, at start: Int, to bytes: UnsafeMutableBufferPointer<UInt8>) {
        var rest = value
        for index in (start..<(start + width)).reversed() {
            bytes[index] = UInt8(truncatingIfNeeded: 48 + rest % 10)
            rest /= 10
        }
    }

    /// `YYYY-MM-DD`, and `THH:MM:SSZ` with a second of the day; `nil` for years that are not of four digits.
    static func text(_ date: CalendarDate, secondOfDay: Int? = nil) -> String? {
        let (year, month, day) = date.parts
        guard (0...9999).contains(year) else { return nil }
        let count = secondOfDay == nil ? 10 : 20
        return String(unsafeUninitializedCapacity: count) { bytes in
            write(year, 4, at: 0, to: bytes)
            write(month, 2, at: 5, to: bytes)
            write(day, 2, at: 8, to: bytes)
            (bytes[4], bytes[7]) = (0x2D, 0x2D)
            if let second = secondOfDay {
                write(second / 3600, 2, at: 11, to: bytes)
                write(second / 60 % 60, 2, at: 14, to: bytes)
                write(second % 60, 2, at: 17, to: bytes)
                (bytes[10], bytes[13], bytes[16], bytes[19]) = (0x54, 0x3A, 0x3A, 0x5A)
            }
            return count
        }
    }
}
