import Testing

@testable import JBEMCore

@Suite struct ValueTextNumberTests {
    @Test func invisibleEdgesAreTrimmed() {
        #expect(ValueText.trimmed("\u{FEFF}\u{3000} \u{A0}甲 乙\u{200B}\t\r\n") == "甲 乙")
        #expect(ValueText.trimmed("\u{3000}\u{200E}") == "")
        #expect(ValueText.trimmed("") == "")
        #expect(ValueText.isBlank(" \u{3000}\u{A0}") && !ValueText.isBlank(" 0"))
    }

    @Test(
        arguments: [
            ("0", 0), ("-5", -5), ("+5", 5), ("1,234", 1234), ("1，234，567", 1_234_567), ("１２３", 123), (" 12\u{A0}", 12), ("1.2万", 12_000),
            ("3.5亿", 350_000_000), ("1,234.5万", 12_345_000), ("1.2 万", 12_000), ("2万亿", 2_000_000_000_000), ("3.0", 3), ("－７", -7),
            ("−7", -7), ("007", 7),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("0.000万", 0),
        ] as [(String, Int64)])
    func wholeNumbersAreRead(text: String, value: Int64) throws {
        #expect(try ValueText.integer(text) == value)
    }

    @Test(arguments: [
        "三", "十二", "二十", "1.5", "abc", "1,23", "12,34", ",123", "1,,234", "1234,567", "1.2.3", "-", "万", "1 2", "5.", "1.23456万", "12%",
    ])
    func otherTextIsNotAWholeNumber(text: String) {
        let found = inputFault { () throws(Fault) in try ValueText.integer(text) }
        #expect(found?.reason == Localized("不是整数：\"\(text)\"", "not a whole number: \"\(text)\""))
    }

    @Test func emptyTextIsRefused() {
        #expect(inputFault { () throws(Fault) in try ValueText.integer(" \u{3000}") }?.reason.en == "the value is empty")
        #expect(inputFault { () throws(Fault) in try ValueText.date("") }?.reason.zh == "值为空")
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999亿", "1" + String(repeating: "0", count: 40)])
    func overflowIsRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.integer(text) }?.reason.en.hasPrefix("the number is too large") == true)
        #expect(inputFault { () throws(Fault) in try ValueText.decimal(text, scale: 2) }?.reason.zh.hasPrefix("数值过大") == true)
    }

    @Test func scientificNotationIsRefusedWithItsReason() {
        #expect(inputFault { () throws(Fault) in try ValueText.integer("1.2E+05") }?.reason.en.contains("may have lost digits") == true)
        #expect(inputFault { () throws(Fault) in try ValueText.decimal("5e3", scale: 0) }?.reason.zh.contains("科学计数法") == true)
    }

    @Test(
        arguments: [
            ("1.5", 2, 150), ("1.50", 1, 15), ("-0.001", 3, -1), ("１．２５", 2, 125), (".5", 1, 5), ("1.2万", 2, 1_200_000),
            ("1,234.56", 2, 123_456),
            ("0.1", 18, 100_000_000_000_000_000), ("12", 0, 12), ("0.00001万", 1, 1),
        ] as [(String, Int, Int64)])
    func decimalsAreExact(text: String, scale: Int, value: Int64) throws {
        #expect(try ValueText.decimal(text, scale: scale) == value)
    }

    @Test func morePlacesThanTheScaleAreRefused() throws {
        let found = inputFault { () throws(Fault) in try ValueText.decimal("1.234", scale: 2) }
        #expect(found?.reason == Localized("小数多于 2 位：\"1.234\"", "more than 2 decimal places: \"1.234\""))
        #expect(try ValueText.decimal("1.2300", scale: 2) == 123)
        #expect(inputFault { () throws(Fault) in try ValueText.decimal("三", scale: 2) }?.reason.en == "not a number: \"三\"")
    }

    @Test(
        arguments: [
            ("1234.5", .yuan, 123_450), ("1.2", .wanYuan, 1_200_000), ("1.2万元", .wanYuan, 1_200_000), ("0.03亿元", .yiYuan, 300_000_000),
            ("￥1,234.56", .yuan, 123_456), ("¥ 3元", .yuan, nil), ("100元", .yuan, 10_000), ("1.2万", .yuan, 1_200_000),
            ("0.000001", .wanYuan, 1),
            ("1.2万亿元", .yiYuan, 120_000_000_000_000), ("１２ 万元", .wanYuan, 12_000_000),
        ] as [(String, MoneyUnit, Int64?)])
    func moneyIsReadInFen(text: String, unit: MoneyUnit, fen: Int64?) throws {
        if let fen {
            #expect(try ValueText.money(text, unit: unit) == fen)
        } else {
            #expect(inputFault { () throws(Fault) in try ValueText.money(text, unit: unit) }?.reason.en.hasPrefix("not an amount") == true)
        }
    }

    @Test(arguments: [("1.2万元", .yuan), ("5元", .wanYuan), ("1.2万", .wanYuan), ("￥5", .yiYuan), ("3亿元", .wanYuan)] as [(String, MoneyUnit)])
    func unitThatContradictsTheHeaderIsRefused(text: String, unit: MoneyUnit) {
        let found = inputFault { () throws(Fault) in try ValueText.money(text, unit: unit) }
        #expect(found?.reason.en == "the unit of \"\(text.first == "￥" ? "￥5" : text)\" contradicts the header's unit \(unit.label.zh)")
    }

    @Test func unitInTheTextDecidesWhenNoHeaderStatesOne() throws {
        #expect(try ValueText.money("1.2亿元", unit: .wanYuan, unitIsStated: false) == 12_000_000_000)
        #expect(try ValueText.money("1.2万", unit: .wanYuan, unitIsStated: false) == 1_200_000)
        #expect(try ValueText.money("1.2", unit: .wanYuan, unitIsStated: false) == 1_200_000)
    }

    @Test func moneyFinerThanOneFenIsRefused() throws {
        #expect(
            inputFault { () throws(Fault) in try ValueText.money("1.005", unit: .yuan) }?.reason.en == "finer than 0.01 yuan: \"1.005\"")
        #expect(try ValueText.money("1.500", unit: .yuan) == 150)
        #expect(
            inputFault { () throws(Fault) in try ValueText.money("9999999999999999", unit: .yiYuan) }?.reason.en.hasPrefix(
                "the number is too")
                == true)
        #expect(inputFault { () throws(Fault) in try ValueText.money("三万元", unit: .wanYuan) }?.reason.zh.hasPrefix("不是金额") == true)
    }

    @Test(arguments: ["是", "有", "√", "✓", "Y", "y", "Yes", "true", "TRUE", "1", " １ ", "Ｙ"]) func yesIsRead(text: String) throws {
        #expect(try ValueText.bool(text))
    }

    @Test(arguments: ["否", "无", "×", "N", "n", "no", "false", "FALSE", "0", "０"]) func noIsRead(text: String) throws {
        #expect(try !ValueText.bool(text))
    }

    @Test(arguments: ["2", "对", "yes!", "是否"]) func otherTextIsNoTruthValue(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.bool(text) }?.reason.en.hasPrefix("not yes or no: \"\(text)\"") == true)
    }

    @Test func longTextIsCutInReasons() {
        let found = inputFault { () throws(Fault) in try ValueText.integer(String(repeating: "长", count: 5000)) }
        #expect(found?.reason.en == "not a whole number: \"" + String(repeating: "长", count: 40) + "…\"")
    }
}
