import JBEMCore
import JBEMOutput

/// Numbers are read exactly: printed they are the same number, and every reader agrees on its value.
enum NumberCheck {
    static func run(_ text: String) throws {
        if let value = try outcome({ try ValueText.integer(text) }) {
            try hold(try ValueText.integer(String(value)) == value, "\(value) is not read again")
            try hold(try ValueText.decimal(text, scale: 0) == value, "\(value) is another decimal")
        }
        for scale in [0, 1, 4, 18] {
            guard let value = try outcome({ try ValueText.decimal(text, scale: scale) }) else { continue }
            let printed = FixedPoint.text(value, scale: scale)
            try hold(try ValueText.decimal(printed, scale: scale) == value, "\(printed) is not read again")
            try hold(Rational(printed) == Rational(scaled: value, places: scale), "\(printed) is another fraction")
            try hold(JSONValue.decimal(printed) != nil, "\(printed) is no number of JSON")
        }
        try checkMoney(text)
        _ = try outcome { try ValueText.bool(text) }
        try checkFraction(text)
        try checkJSON(text)
        try checkNames(text)
    }

    private static func checkMoney(_ text: String) throws {
        for unit in MoneyUnit.allCases {
            for isStated in [true, false] {
                guard let fen = try outcome({ try ValueText.money(text, unit: unit, unitIsStated: isStated) }) else { continue }
                let printed = FixedPoint.text(fen, scale: unit.places)
                for shown in [printed, printed + unit.label.zh] {
                    let again = try outcome { try ValueText.money(shown, unit: unit, unitIsStated: isStated) }
                    try hold(again == fen, "\(fen) fen, \(shown), is read as \(String(describing: again))")
                }
            }
        }
    }

    private static func checkFraction(_ text: String) throws {
        guard let fraction = Rational(text) else { return }
        let printed = fraction.description
        if !printed.contains("/") { try hold(Rational(printed) == fraction, "\(printed) is another fraction") }
        try hold(Rational(fraction.decimal(places: text.utf8.count)) == fraction, "\(text) is not exact in decimals")
        if let real = RealText.significant(fraction.double, digits: 17) {
            try hold(Double(real) == fraction.double, "\(real) is another real number")
            try hold(JSONValue.decimal(real) != nil, "\(real) is no number of JSON")
        }
    }

    /// The grammar of numbers is written down twice, for what is read and for what is printed.
    private static func checkJSON(_ text: String) throws {
        guard text.utf8.count <= StrictJSON.Limits().numberBytes else { return }
        // Space around the number is the document's.
        let isTight = !text.utf8.contains { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        let read = try outcome { try StrictJSON.parse(text) }
        guard isTight else { return }
        try hold((read?.number != nil) == (JSONValue.decimal(text) != nil), "\(text) is a number to one of two only")
    }

    private static func checkNames(_ text: String) throws {
        if let id = RecordID(text, prefix: "AC", home: 500_105_000) {
            try hold(RecordID(number: id.number) == id, "\(id) by its number")
            for shown in [id.text(prefix: "AC"), id.shortText(prefix: "AC", home: 500_105_000)] {
                try hold(RecordID(shown, prefix: "AC", home: 500_105_000) == id, "\(shown) is not read again")
            }
        }
        let (name, unit) = HeaderUnit.split(text)
        if let unit { try hold(HeaderUnit.split("\(name)(\(unit))") == (name, unit), "\(name) (\(unit)) is split otherwise") }
        let masked = PersonalPattern.masked(text)
        try hold(isSame(PersonalPattern.masked(masked), masked), "masked twice: \(masked)")
        _ = CheckDigit.isIdentityCard(text)
        _ = CheckDigit.isCreditCode(text)
        _ = CheckDigit.isOrganisationCode(text)
        _ = CheckDigit.isCASNumber(text)
        for name in ListSuggestion.closest(to: text, among: ["status", "found_on", "直接经济损失"]) { try hold(!name.isEmpty, "no name") }
    }
}
