/// What reading a value needs to know beside the field.
package struct ReadingContext: Sendable {
    package let codes: CodeBook
    /// The office whose short ids are meant.
    package let home: Int64
    package let today: CalendarDate

    package init(codes: CodeBook, home: Int64, today: CalendarDate) {
        self.codes = codes
        self.home = home
        self.today = today
    }
}

extension FieldDefinition {
    /// A value read from text.
    package enum ReadValue: Sendable, Hashable {
        case value(FieldValue)
        /// A record named by something other than its id; the store looks it up by its natural key.
        case naturalKey(noun: String, text: String)
    }

    /// Reads the text of a cell or argument; blank text is null.
    ///
    /// - Parameters:
    ///   - text: as it is typed.
    ///   - context: codes, the home office and today.
    ///   - unit: the unit that a header states for the column, if it does.
    /// - Throws: the reason, without a place.
    package func read(_ text: String, unit: MoneyUnit? = nil, in context: ReadingContext) throws(Fault) -> ReadValue {
        guard !ValueText.isBlank(text) else { return .value(.null) }
        switch kind {
        case .text(let max): return .value(.text(try readText(text, max: max)))
        case .integer(let range):
            let value = try ValueText.integer(text)
            try check(value, in: range)
            return .value(.integer(value))
        case .decimal(let scale, let range):
            let value = try ValueText.decimal(text, scale: scale)
            try check(value, in: range)
            return .value(.integer(value))
        case .money(let display):
            let value = try ValueText.money(text, unit: unit ?? display, unitIsStated: unit != nil)
            try check(value, in: 0...Int64.max)
            return .value(.integer(value))
        case .date: return .value(try ValueText.date(text).fieldValue)
        case .instant: return .value(try ValueText.instant(text).fieldValue)
        case .period: return .value(try ValueText.period(text).fieldValue)
        case .bool: return .value(try ValueText.bool(text).fieldValue)
        case .code(let list): return .value(.text(try readCode(ValueText.trimmed(text), list: list, in: context)))
        case .reference(let noun): return readReference(ValueText.trimmed(text), noun: noun, in: context)
        case .key(let noun):
            return .naturalKey(noun: noun, text: ValueText.trimmed(text))
        }
    }

    private func readText(_ text: String, max: Int) throws(Fault) -> String {
        let trimmed = ValueText.trimmed(text)
        // Bytes are never fewer than characters, and cheaper to count.
        guard trimmed.utf8.count <= max || trimmed.count <= max else {
            throw Fault(Localized("\(trimmed.count) 个字，最多 \(max) 个", "\(trimmed.count) characters, at most \(max)"))
        }
        return trimmed
    }

    private func readCode(_ text: String, list: String, in context: ReadingContext) throws(Fault) -> String {
        if let code = context.codes.code(list, matching: text) { return code }
        let entries = context.codes.entries(list)
        func some(_ language: Language) -> String {
            let close = ListSuggestion.closest(to: text, among: entries.flatMap { [$0.code, $0.label.text(language)] })
            // In English many a code is its own word.
            let first = entries.prefix(6).map { entry in
                let label = entry.label.text(language)
                return label == entry.code ? label : language == .zh ? "\(entry.code) \(label)" : entry.code
            }
            return (close.isEmpty ? first : close).joined(separator: language == .zh ? "、" : ", ")
        }
        throw Fault(
            Localized(
                "“\(text)” 不在代码表 \(list) 中（如 \(some(.zh))）", "\"\(text)\" is not in the code list \(list) (such as \(some(.en)))"))
    }

    private func readReference(_ text: String, noun: String, in context: ReadingContext) -> ReadValue {
        if let schema = Catalog.schema(noun), let id = RecordID(text, prefix: schema.prefix, home: context.home) {
            return .value(.integer(id.number))
        }
        return .naturalKey(noun: noun, text: text)
    }

    private func check(_ value: Int64, in range: ClosedRange<Int64>) throws(Fault) {
        guard !range.contains(value) else { return }
        let places = kind.decimalPlaces
        let (low, high) = (FixedPoint.text(range.lowerBound, scale: places), FixedPoint.text(range.upperBound, scale: places))
        let shown = FixedPoint.text(value, scale: places)
        if value < range.lowerBound {
            throw Fault(Localized("\(shown) 小于下限 \(low)", "\(shown) is below \(low)"))
        }
        throw Fault(Localized("\(shown) 大于上限 \(high)", "\(shown) is above \(high)"))
    }
}
