import Testing

@testable import JBEMCore

@Suite struct DateExpressionTests {
    private let today = inputDay("2026-03-05")

    @Test(arguments: [
        ("2024-06-01", "2024-06-01"), ("2024Q2", "2024Q2"), ("2024", "2024"), ("today", "2026-03-05"), ("TODAY", "2026-03-05"),
        ("yesterday", "2026-03-04"),
        ("tomorrow", "2026-03-06"), ("7d", "2026-02-26"), ("0d", "2026-03-05"), ("今天", "2026-03-05"), ("昨天", "2026-03-04"),
        ("本月", "2026-03"), ("今年", "2026"),
        ("本季度", "2026Q1"), ("today+30", "2026-04-04"), ("today-7d", "2026-02-26"), ("today + 30d", "2026-04-04"), ("今天-7", "2026-02-26"),
        ("上月", "2026-02"),
        ("上季度", "2025Q4"), ("去年", "2025"), ("this-month", "2026-03"), ("2024年6月", "2024-06"), ("2021/2023", "2021/2023"),
        ("７ｄ", "2026-02-26"),
    ])
    func everyFormIsRead(text: String, expected: String) throws {
        #expect(try DateExpression.parse(text, today: today).description == expected)
    }

    @Test(arguments: [
        "soon", "today+", "today*2", "today+30x", "d", "7 d", "todayx", "2024-02-30", "", "today+9999999", "today-999999", "5",
    ])
    func otherTextIsRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try DateExpression.parse(text, today: today) } != nil)
    }

    @Test func impossibleDayKeepsItsReason() {
        let found = inputFault { () throws(Fault) in try DateExpression.parse("2024-02-30", today: today) }
        #expect(found?.reason.en.hasPrefix("there is no such day: \"2024-02-30\"") == true)
    }
}
