/// Walks over the digits and marks of a written date or time.
struct DateScanner {
    private let scalars: [Unicode.Scalar]
    private(set) var index = 0
    /// The folded text as it was given, for reasons.
    let text: String

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    var isAtEnd: Bool { index == scalars.count }

    mutating func reset(to index: Int) { self.index = index }

    mutating func skipSpaces() {
        while index < scalars.count, scalars[index] == " " { index += 1 }
    }

    /// Takes the whole run of digits here if it has as many digits as `count` allows.
    mutating func number(_ count: ClosedRange<Int>) -> Int? {
        let end = digitsEnd
        guard count.contains(end - index) else { return nil }
        var value = 0
        for scalar in scalars[index..<end] { value = value * 10 + Int(scalar.value - 48) }
        index = end
        return value
    }

    /// Number of digits here.
    var digitCount: Int { digitsEnd - index }

    mutating func take(_ mark: String) -> Bool {
        let wanted = Array(mark.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    /// Takes the first of `marks` that stands here.
    mutating func take(anyOf marks: [String]) -> String? {
        for mark in marks where take(mark) { return mark }
        return nil
    }

    /// Takes all the digits here as text.
    mutating func digits() -> String {
        let end = digitsEnd
        var result = String.UnicodeScalarView()
        result.append(contentsOf: scalars[index..<end])
        index = end
        return String(result)
    }

    private var digitsEnd: Int {
        var end = index
        while end < scalars.count, ("0"..."9").contains(scalars[end]) { end += 1 }
        return end
    }
}

extension DateScanner {
    static let notDate = Localized("不是日期", "not a date")

    /// Takes a date: `2026-3-5`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305`.
    ///
    /// - Throws: The reason if the parts are there but there is no such day, or the year is not first. Returns `nil` (and takes nothing)
    ///   for anything else.
    mutating func date() throws(Fault) -> CalendarDate? {
        let start = index
        if digitCount == 8, let number = number(8...8) {
            return try day(number / 10_000, number / 100 % 100, number % 100)
        }
        if let parts = marked() ?? separated() {
            guard parts.yearDigits == 4 else {
                throw Fault(
                    Localized(
                        "日期须以四位年份开头：\(ValueText.quoted(text))", "a date must begin with a year of four digits: \(ValueText.quoted(text))"))
            }
            return try day(parts.year, parts.month, parts.day)
        }
        index = start
        return nil
    }

    private typealias Parts = (year: Int, month: Int, day: Int, yearDigits: Int)

    private mutating func marked() -> Parts? {
        let start = index
        let yearDigits = digitCount
        if let year = number(1...4), takeMark("年"), let month = number(1...2), takeMark("月"), let day = number(1...2) {
            let beforeMark = index
            skipSpaces()
            if take(anyOf: ["日", "号"]) == nil { index = beforeMark }
            return (year, month, day, yearDigits)
        }
        index = start
        return nil
    }

    private mutating func takeMark(_ mark: String) -> Bool {
        skipSpaces()
        guard take(mark) else { return false }
        skipSpaces()
        return true
    }

    private mutating func separated() -> Parts? {
        let start = index
        let yearDigits = digitCount
        if let year = number(1...4), let separator = take(anyOf: ["-", "/", "."]), let month = number(1...2), take(separator),
            let day = number(1...4)
        {
            return (year, month, day, yearDigits)
        }
        index = start
        return nil
    }

    private func day(_ year: Int, _ month: Int, _ day: Int) throws(Fault) -> CalendarDate {
        if let date = CalendarDate(year: year, month: month, day: day) { return date }
        throw Fault(
            Localized("没有这一天：\(ValueText.quoted(text))", "there is no such day: \(ValueText.quoted(text))"))
    }
}
