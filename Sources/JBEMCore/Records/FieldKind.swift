/// The display unit of an amount of money; the stored unit is always 分 (1/100 yuan).
package enum MoneyUnit: String, Sendable, CaseIterable {
    case yuan
    case wanYuan
    case yiYuan

    /// The unit as headers print it.
    package var label: Localized {
        switch self {
        case .yuan: Localized("元", "yuan")
        case .wanYuan: Localized("万元", "10k yuan")
        case .yiYuan: Localized("亿元", "100M yuan")
        }
    }

    /// Decimal places of the unit down to 分.
    package var places: Int {
        switch self {
        case .yuan: 2
        case .wanYuan: 6
        case .yiYuan: 10
        }
    }
}

/// What a field means, which decides how it is read, checked, stored and shown.
package enum FieldKind: Sendable, Hashable {
    /// Free text of at most `max` characters.
    case text(max: Int)
    case integer(ClosedRange<Int64>)
    /// A decimal stored as an integer scaled by 10^`scale`; `range` is in stored units.
    case decimal(scale: Int, range: ClosedRange<Int64>)
    /// An amount ≥ 0 stored in 分.
    case money(MoneyUnit)
    case date
    case instant
    /// A run of days in one of the written forms of `DatePeriod`.
    case period
    case bool
    /// A code of the named code list.
    case code(list: String)
    /// The id of a record whose ids are issued.
    case reference(noun: String)
    /// The natural key of a record named by its own text (region, office, plan …).
    case key(noun: String)

    /// Any count of people or things: 0…10⁹.
    package static let count = FieldKind.integer(0...1_000_000_000)

    /// Tells whether the stored value is a number.
    package var isNumeric: Bool {
        switch self {
        case .integer, .decimal, .money: true
        default: false
        }
    }

    /// Tells whether the column is INTEGER in the store.
    package var isStoredAsInteger: Bool {
        switch self {
        case .integer, .decimal, .money, .bool, .reference: true
        default: false
        }
    }

    /// The name of the kind in JSON schema listings and man pages.
    package var name: String {
        switch self {
        case .text: "text"
        case .integer: "integer"
        case .decimal: "decimal"
        case .money: "money"
        case .date: "date"
        case .instant: "instant"
        case .period: "period"
        case .bool: "bool"
        case .code: "code"
        case .reference: "reference"
        case .key: "key"
        }
    }
}

/// A kind of personal data; each kind has one mask.
package enum Sensitivity: String, Sendable, CaseIterable {
    case phone
    case idNumber = "id_number"
    case bankCard = "bank_card"

    /// Returns the masked copy that the main table holds.
    ///
    /// Phone: first 3 and last 4 characters; ID number: first 6 and last 4; bank card: first 4 and last 4. Shorter texts become all asterisks.
    package func mask(_ text: String) -> String {
        let characters = Array(text)
        let head = self == .idNumber ? 6 : self == .phone ? 3 : 4
        guard characters.count > head + 4 else { return String(repeating: "*", count: characters.count) }
        let middle = String(repeating: "*", count: characters.count - head - 4)
        return String(characters.prefix(head)) + middle + String(characters.suffix(4))
    }

    /// Tells whether a text is a masked copy rather than a value.
    package static func isMasked(_ text: String) -> Bool { text.contains("*") }
}
