extension ValueText {
    /// Reads a whole number: `1,234`, `１２３`, `1.2万`, `3.5亿`, `3.0`.
    ///
    /// - Throws: The reason for anything else; Chinese numerals (`三`) are not accepted.
    package static func integer(_ text: String) throws(Fault) -> Int64 {
        let text = try presentText(text)
        try refuseShortened(text)
        let notWhole = Fault(Localized("不是整数：\(quoted(text))", "not a whole number: \(quoted(text))"))
        guard let number = DecimalLiteral(multiplied: text) else { throw notWhole }
        switch number.scaled(by: 0) {
        case .value(let value): return value
        case .inexact: throw notWhole
        case .overflow: throw tooLarge(text)
        }
    }

    /// Reads a decimal number exactly and returns it times 10^`scale`; the written forms are those of `integer(_:)` with a fraction.
    ///
    /// - Parameters:
    ///   - text: as it is typed.
    ///   - scale: stored decimal places, 0…18.
    /// - Throws: The reason for anything else, for more decimal places than `scale` (unless they are zeros), and beyond 64 bits.
    package static func decimal(_ text: String, scale: Int) throws(Fault) -> Int64 {
        let text = try presentText(text)
        try refuseShortened(text)
        guard let number = DecimalLiteral(multiplied: text) else {
            throw Fault(Localized("不是数：\(quoted(text))", "not a number: \(quoted(text))"))
        }
        switch number.scaled(by: scale) {
        case .value(let value): return value
        case .inexact:
            throw Fault(
                Localized("小数多于 \(scale) 位：\(quoted(text))", "more than \(scale) decimal places: \(quoted(text))"))
        case .overflow: throw tooLarge(text)
        }
    }

    static func tooLarge(_ text: String) -> Fault {
        Fault(Localized("数值过大：\(quoted(text))", "the number is too large: \(quoted(text))"))
    }

    /// Refuses `1.2E+05`: a spreadsheet that shows it has often dropped the other digits from the file.
    static func refuseShortened(_ text: String) throws(Fault) {
        let bytes = text.utf8
        guard let mark = bytes.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") }),
            DecimalLiteral(String(text[..<mark])) != nil, DecimalLiteral(String(text[bytes.index(after: mark)...])) != nil
        else { return }
        throw Fault(
            Localized(
                "科学计数法 \(quoted(text)) 可能丢失了数字；请在表格软件中改为数值格式后重新导出",
                "scientific notation \(quoted(text)) may have lost digits; change the cell format in the spreadsheet and export again"))
    }
}
