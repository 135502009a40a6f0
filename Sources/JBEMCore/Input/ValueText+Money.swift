extension MoneyUnit {
    /// Makes a unit from 元, 万元 or 亿元 (or its English label); `nil` for anything else.
    package init?(symbol: String) {
        let symbol = symbol.lowercased()
        guard let unit = MoneyUnit.allCases.first(where: { $0.label.zh == symbol || $0.label.en.lowercased() == symbol }) else {
            return nil
        }
        self = unit
    }
}

extension ValueText {
    /// Reads an amount of money in `unit` exactly and returns it in 分.
    ///
    /// A unit inside the text (`1.2万元`, `￥300`) must be `unit`; `1.2万` without 元 counts in 元.
    ///
    /// - Parameters:
    ///   - text: as it is typed.
    ///   - unit: of a bare number.
    ///   - unitIsStated: whether a header states `unit`. If not (an argument `loss=1.2亿元`), a unit inside the text decides.
    /// - Throws: The reason for anything that is no number, is finer than 1 分, contradicts the header's unit, or exceeds 64 bits.
    package static func money(
        _ text: String, unit: MoneyUnit, unitIsStated: Bool = true
    ) throws(Fault) -> Int64 {
        let text = try presentText(text)
        var number = text
        var written = takeUnit(&number)
        try refuseShortened(number)
        guard let literal = DecimalLiteral(multiplied: number) else {
            throw Fault(Localized("不是金额：\(quoted(text))", "not an amount of money: \(quoted(text))"))
        }
        if written == nil, literal.isMultiplied { written = .yuan }
        if let written, written != unit, unitIsStated {
            throw Fault(
                Localized(
                    "\(quoted(text)) 的单位与表头的单位“\(unit.label.zh)”不一致",
                    "the unit of \(quoted(text)) contradicts the header's unit \(unit.label.zh)"))
        }
        switch literal.scaled(by: (written ?? unit).places) {
        case .value(let fen): return fen
        case .inexact: throw Fault(Localized("金额精确到分：\(quoted(text))", "finer than 0.01 yuan: \(quoted(text))"))
        case .overflow: throw tooLarge(text)
        }
    }

    /// Removes the unit from the text and returns it.
    private static func takeUnit(_ text: inout String) -> MoneyUnit? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
        for unit in [MoneyUnit.yiYuan, .wanYuan, .yuan] where text.hasSuffix(unit.label.zh) {
            text = trimmed(String(text.dropLast(unit.label.zh.count)))
            return unit
        }
        guard let first = text.first, first == "¥" || first == "￥" else { return nil }
        text = trimmed(String(text.dropFirst()))
        return .yuan
    }
}
