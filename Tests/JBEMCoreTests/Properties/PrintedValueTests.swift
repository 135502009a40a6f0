import JBEMCore
import JBEMOutput
import JBEMReaderChecks
import JBEMTestSupport
import Testing

/// What the program prints of a value, it reads as the same value.
@Suite struct PrintedValueTests {
    @Test func daysAreReadBack() {
        expectForAll(2000) {
            $0.day()
        } holds: { day in
            try ValueText.date(day.description) == day && CalendarDate(iso: day.description) == day
                && (day.year < 1000 || ValueText.date("\(day.year)年\(day.month)月\(day.day)日") == day)
        }
    }

    @Test func momentsAreReadBack() {
        expectForAll(2000) {
            $0.instant()
        } holds: {
            try ValueText.instant($0.description) == $0 && Instant(rfc3339: $0.description) == $0
        }
        expectForAll(500) {
            Instant(seconds: $0.instant().seconds / 60 * 60)
        } holds: {
            try ValueText.instant($0.localText()) == $0
        }
    }

    @Test func periodsAreReadBack() {
        expectForAll(2000) {
            $0.period()
        } holds: { period in
            try ValueText.period(period.description) == period && DatePeriod(period.description) == period
                && DateExpression.parse(period.description, today: KindSample.context.today) == period
        }
    }

    @Test func wholeNumbersAreReadBack() {
        expectForAll {
            $0.number()
        } holds: {
            try ValueText.integer(String($0)) == $0
        }
    }

    @Test(arguments: 0...18) func decimalsAreReadBack(scale: Int) {
        expectForAll(300) {
            $0.number()
        } holds: { value in
            let text = FixedPoint.text(value, scale: scale)
            return try ValueText.decimal(text, scale: scale) == value && Rational(text) == Rational(scaled: value, places: scale)
                && JSONValue.decimal(text) == .number(text)
        }
    }

    @Test(arguments: MoneyUnit.allCases) func amountsOfMoneyAreReadBack(unit: MoneyUnit) {
        expectForAll(500) {
            $0.number(in: 0...Int64.max)
        } holds: { fen in
            let text = FixedPoint.text(fen, scale: unit.places)
            return try ValueText.money(text, unit: unit) == fen
                && ValueText.money(text + unit.label.zh, unit: .yuan, unitIsStated: false) == fen
        }
    }

    @Test func fractionsThatEndAreReadBack() {
        expectForAll {
            Rational(scaled: $0.number(), places: Int.random(in: 0...12, using: &$0))
        } holds: {
            Rational($0.description) == $0
        }
    }

    @Test func realNumbersAreReadBackFromSeventeenDigits() {
        expectForAll(2000) {
            Double(bitPattern: $0.next())
        } holds: { value in
            guard let text = RealText.significant(value, digits: 17) else { return !value.isFinite }
            return Double(text) == value && JSONValue.decimal(text) != nil
        }
    }

    @Test func idsAreReadBack() {
        expectForAll {
            ($0.recordID(), $0.number(in: 1...999_999_999))
        } holds: { id, home in
            RecordID(number: id.number) == id && RecordID(id.text(prefix: "AC"), prefix: "AC", home: home) == id
                && RecordID(id.shortText(prefix: "AC", home: id.office), prefix: "AC", home: id.office) == id
        }
    }

    @Test(arguments: KindSample.schema.fields.map(\.name)) func fieldsOfEveryKindAreReadBack(name: String) throws {
        let field = try #require(KindSample.schema.field(name))
        expectForAll(500) {
            $0.value(of: field)
        } holds: { value in
            if case .key(let noun) = field.kind {
                try FieldCheck.check(.naturalKey(noun: noun, text: value.text ?? ""), of: field)
            } else {
                try FieldCheck.check(.value(value), of: field)
            }
            return true
        }
    }

    @Test(arguments: KindSample.schema.fields.map(\.name)) func filtersOnEveryKindAreReadBack(name: String) throws {
        let field = try #require(KindSample.schema.field(name))
        expectForAll(300) {
            $0.filter(on: field)
        } holds: { filter in
            try FilterCheck.check(filter)
            return true
        }
    }
}

extension SeededGenerator {
    /// A filter that can be typed.
    fileprivate mutating func filter(on field: FieldDefinition) -> Filter {
        let isMoment = field.kind == .date || field.kind == .instant
        let comparison = Filter.Comparison.allCases.filter { isMoment == ($0 == .within) || ![.equal, .within].contains($0) }.randomElement(
            using: &self)!
        if comparison == .contains { return Filter(field: field.name, comparison: comparison, values: [.text(word())]) }
        if isMoment {
            let days = period()
            let isInstant = field.kind == .instant
            let first = isInstant ? Instant(days.first).fieldValue : days.first.fieldValue
            let last = isInstant ? Instant(days.last, hour: 23, minute: 59, second: 59).fieldValue : days.last.fieldValue
            switch comparison {
            case .within: return Filter(field: field.name, comparison: .within, values: [first, last])
            case .less, .greaterOrEqual: return Filter(field: field.name, comparison: comparison, values: [first])
            case .greater, .lessOrEqual: return Filter(field: field.name, comparison: comparison, values: [last])
            default: return Filter(field: field.name, comparison: .notEqual, values: isInstant ? [] : [first])
            }
        }
        let count = comparison == .equal || comparison == .notEqual ? Int.random(in: 0...3, using: &self) : 1
        let values = (0..<count).map { _ in
            let value = value(of: field)
            // A comma parts two values, and > before = would be >=.
            guard let text = value.text, text.utf8.contains(UInt8(ascii: ",")) || text.utf8.first == UInt8(ascii: "=") else { return value }
            return .text("桥")
        }
        return Filter(field: field.name, comparison: comparison, values: values)
    }
}
