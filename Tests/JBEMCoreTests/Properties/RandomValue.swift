import JBEMCore
import JBEMOutput
import JBEMReaderChecks
import JBEMTestSupport

/// Random values of every kind that is printed and read; the ends of a range come more often than chance would have it.
extension SeededGenerator {
    mutating func number(in range: ClosedRange<Int64> = Int64.min...Int64.max) -> Int64 {
        let ends = [range.lowerBound, range.upperBound, range.lowerBound &+ 1, range.upperBound &- 1, -1, 0, 1, 1000, 10_000].filter(
            range.contains)
        return switch Int.random(in: 0..<4, using: &self) {
        case 0: ends.randomElement(using: &self) ?? range.lowerBound
        case 1: Int64.random(in: -100_000...100_000, using: &self).clamped(to: range)
        default: Int64.random(in: range, using: &self)
        }
    }

    /// A day of the years `years`.
    mutating func day(in years: ClosedRange<Int> = 1...9999) -> CalendarDate {
        let year = Bool.random(using: &self) ? Int.random(in: 1990...2050, using: &self) : Int.random(in: years, using: &self)
        let month = Int.random(in: 1...12, using: &self)
        return CalendarDate(
            year: year, month: month, day: Int.random(in: 1...CalendarDate.daysInMonth(year: year, month: month), using: &self))!
    }

    mutating func instant() -> Instant {
        let seconds = [0, 1, 59, 60, 28_799, 28_800, 86_399].randomElement(using: &self)!
        return Instant(day(in: 2...9998), second: Bool.random(using: &self) ? seconds : Int.random(in: 0..<86_400, using: &self))
    }

    mutating func period() -> DatePeriod {
        let year = Int.random(in: 1...9998, using: &self)
        switch Int.random(in: 0..<6, using: &self) {
        case 0: return .year(year)
        case 1: return .years(year, min(9998, year + Int.random(in: 0...20, using: &self)))
        case 2: return .quarter(year, Int.random(in: 1...4, using: &self))
        case 3: return .month(year, Int.random(in: 1...12, using: &self))
        case 4:
            let (a, b) = (day(in: 1...9998), day(in: 1...9998))
            return DatePeriod(
                DatePeriod.month(min(a, b).year, min(a, b).month).first, DatePeriod.month(max(a, b).year, max(a, b).month).last)
        default:
            let (a, b) = (day(in: 1...9998), day(in: 1...9998))
            return DatePeriod(min(a, b), max(a, b))
        }
    }

    /// Text of at most `count` pieces without NUL, rich in what delimiters, quotes and escapes stumble over.
    mutating func text(upTo count: Int = 8) -> String {
        let pieces: [Unicode.Scalar] = [
            "a", "1", " ", "\"", ",", "\t", ";", "|", "，", "\n", "\r", "\\", "'", "=", "桥", "患", "𠮷", "é", "\u{301}", "\u{3000}",
            "\u{FEFF}",
            "\u{200D}", "\u{2028}", "\u{202E}", "\u{7F}", "\u{1}", "\u{FFFD}", "\u{FFFF}", "\u{E5E5}", "\u{10FFFF}", "{", "]", ":", "/",
            "<", "&",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...count, using: &self) {
            text.append(Int.random(in: 0..<4, using: &self) == 0 ? scalar() : pieces.randomElement(using: &self)!)
        }
        return String(text)
    }

    /// Any scalar but NUL.
    mutating func scalar() -> Unicode.Scalar {
        while true {
            if let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10_FFFF, using: &self)) { return scalar }
        }
    }

    mutating func json(depth: Int = 4) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &self) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &self))
        case 2: return .integer(number())
        case 3: return .number(FixedPoint.text(number(), scale: Int.random(in: 0...18, using: &self)))
        case 4: return .real(Double(bitPattern: next()), digits: 17)
        case 5: return .string(text())
        case 6: return .array((0..<Int.random(in: 0...4, using: &self)).map { _ in json(depth: depth - 1) })
        default:
            // The names are numbered because no two may be the same.
            return .object(
                (0..<Int.random(in: 0...20, using: &self)).map { (key: "\($0).\(text(upTo: 3))", value: json(depth: depth - 2)) })
        }
    }

    /// A value that a field may have, and not null.
    mutating func value(of field: FieldDefinition) -> FieldValue {
        switch field.kind {
        case .text: return .text(word())
        case .integer(let range), .decimal(_, let range): return .integer(number(in: range))
        case .money: return .integer(number(in: 0...Int64.max))
        case .date: return day().fieldValue
        case .instant: return instant().fieldValue
        case .period: return period().fieldValue
        case .bool: return Bool.random(using: &self).fieldValue
        case .code(let list): return .text(KindSample.codes.entries(list).randomElement(using: &self)!.code)
        case .reference: return .integer(recordID().number)
        case .key: return .text(word())
        }
    }

    mutating func recordID() -> RecordID {
        RecordID(office: number(in: 1...999_999_999), sequence: number(in: RecordID.sequenceRange))!
    }

    /// A trimmed text that is not empty.
    mutating func word() -> String {
        let text = ValueText.trimmed(text())
        return text.isEmpty ? "桥" : text
    }
}

extension Int64 {
    fileprivate func clamped(to range: ClosedRange<Int64>) -> Int64 { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
