import Testing

@testable import JBEMCore

@Suite struct ValueTextDateTests {
    @Test(arguments: [
        "2026-3-5", "2026-03-05", "2026/3/5", "2026/03/05", "2026.3.5", "2026年3月5日", "2026年03月05日", "2026年3月5号", "2026 年 3 月 5 日",
        "20260305", "２０２６年３月５日",
        "２０２６－３－５", "２０２６／３／５", " 2026-03-05\u{3000}", "46086", "46086.0", "2026-03-05 00:00:00", "2026/3/5 0:00", "\u{200E}2026-03-05",
        "2026-03-04 24:00",
    ])
    func everyDateFormIsRead(text: String) throws {
        #expect(try ValueText.date(text) == inputDay("2026-03-05"))
    }

    @Test(arguments: [
        ("20000", "1954-10-03"), ("80000", "2119-01-11"), ("25569", "1970-01-01"), ("45351", "2024-02-29"), ("2024-2-29", "2024-02-29"),
    ])
    func serialsCountInThe1900System(text: String, iso: String) throws {
        #expect(try ValueText.date(text) == inputDay(iso))
    }

    @Test(arguments: ["2023-02-30", "2023-02-29", "2023/13/1", "2023年4月31日", "20230230", "2023.0.1", "0000-01-01"])
    func impossibleDaysAreNamed(text: String) {
        let found = inputFault { () throws(Fault) in try ValueText.date(text) }
        #expect(found?.reason == Localized("没有这一天：\"\(text)\"", "there is no such day: \"\(text)\""))
    }

    @Test(arguments: ["26-3-5", "5/3/2026", "26年3月5日"]) func yearMustComeFirstInFull(text: String) {
        #expect(
            inputFault { () throws(Fault) in try ValueText.date(text) }?.reason.en.hasPrefix("a date must begin with a year of four digits")
                == true)
    }

    @Test(arguments: [
        "三月五日", "2026-3/5", "2026-3", "2026", "2026年3月", "202603051", "2026-03-05x", "yesterday", "2026--3-5", "1234", "-46086",
    ])
    func otherTextIsNotADate(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.date(text) }?.reason.en.hasPrefix("not a date: \"\(text)\"") == true)
    }

    @Test(arguments: ["19999", "80001"]) func serialsOutOfRangeAreRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.date(text) }?.reason.en.contains("20000 to 80000") == true)
    }

    @Test(arguments: ["2026-03-05 08:30", "46086.5", "2026年3月5日8时"]) func dateWithATimeOfDayIsRefused(text: String) {
        #expect(
            inputFault { () throws(Fault) in try ValueText.date(text) }?.reason.en.hasPrefix("a date is wanted, without a time of day")
                == true)
    }

    @Test(arguments: [
        ("2026-03-05T00:30:00Z", "2026-03-05T00:30:00Z"), ("2026-03-05T08:30:00+08:00", "2026-03-05T00:30:00Z"),
        ("2026-03-05t00:30:00z", "2026-03-05T00:30:00Z"),
        ("2026-03-05T00:30:00.000Z", "2026-03-05T00:30:00Z"), ("2026-03-05 08:30", "2026-03-05T00:30:00Z"),
        ("2026-03-05 08:30:15", "2026-03-05T00:30:15Z"),
        ("2026-03-05T08:30", "2026-03-05T00:30:00Z"), ("2026/3/5 8:30", "2026-03-05T00:30:00Z"), ("2026年3月5日8时30分", "2026-03-05T00:30:00Z"),
        ("2026年3月5日 8时30分15秒", "2026-03-05T00:30:15Z"), ("2026年3月5日8时", "2026-03-05T00:00:00Z"), ("2026年3月5日8点30分", "2026-03-05T00:30:00Z"),
        ("２０２６年３月５日８：３０", "2026-03-05T00:30:00Z"), ("2026-03-05", "2026-03-04T16:00:00Z"), ("20260305 08:30", "2026-03-05T00:30:00Z"),
        ("2026-03-05 24:00", "2026-03-05T16:00:00Z"), ("46086.354166666664", "2026-03-05T00:30:00Z"),
        ("2026-03-05 08:30:00.000", "2026-03-05T00:30:00Z"),
        ("46086.99999999", "2026-03-05T16:00:00Z"), ("2021-01-01 00:00", "2020-12-31T16:00:00Z"),
    ])
    func everyMomentFormIsRead(text: String, utc: String) throws {
        #expect(try ValueText.instant(text).description == utc)
    }

    @Test(arguments: ["2026-03-05T08:30:00.5Z", "2026-03-05 08:30:00.25"]) func fractionsOfASecondAreRefused(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.instant(text) }?.reason.en.hasPrefix("moments are whole seconds") == true)
    }

    @Test(arguments: ["2026-03-05 25:00", "2026-03-05 08:60", "2026-03-05 24:01", "2026年3月5日8时75分"]) func impossibleTimesAreNamed(
        text: String
    ) {
        #expect(inputFault { () throws(Fault) in try ValueText.instant(text) }?.reason.en == "there is no such time of day: \"\(text)\"")
    }

    @Test(arguments: [
        "08:30", "2026-03-05 8", "2026-03-05 08:3", "2026-03-05 上午8:30", "2026-03-05T08:30:00+8", "0001-01-01T00:00:00+08:00",
        "9999-12-31 24:00", "0001-01-01", "0001-01-01 07:59", "now",
    ])
    func otherTextIsNotAMoment(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.instant(text) }?.reason.en.hasPrefix("not a moment: \"\(text)\"") == true)
    }

    @Test func impossibleDayOfAMomentIsNamed() {
        #expect(inputFault { () throws(Fault) in try ValueText.instant("2023-02-30 08:00") }?.reason.zh.hasPrefix("没有这一天") == true)
    }

    @Test(arguments: [
        ("2024", "2024"), ("2024Q2", "2024Q2"), ("2024q2", "2024Q2"), ("2024-06", "2024-06"), ("2024-06-01", "2024-06-01"),
        ("2021/2023", "2021/2023"),
        ("2024-01-05/2024-02-10", "2024-01-05/2024-02-10"), ("2024年", "2024"), ("２０２４年", "2024"), ("2024年6月", "2024-06"),
        ("2024 年 6 月", "2024-06"),
        ("2024年二季度", "2024Q2"), ("2024年第2季度", "2024Q2"), ("2024年第二季度", "2024Q2"), ("2024年2季度", "2024Q2"), ("2024年四季度", "2024Q4"),
        ("2021-2023年", "2021/2023"), ("2021—2023年", "2021/2023"), ("2021年—2023年", "2021/2023"), ("2021年至2023年", "2021/2023"),
        ("2021——2023年", "2021/2023"),
        ("2021～2023年", "2021/2023"), ("2021-2023", "2021/2023"), ("2024-6", "2024-06"), ("2024年6月5日", "2024-06-05"),
        ("2024/6/5", "2024-06-05"),
        ("2024年1-6月", "2024-01/2024-06"), ("2024年1月至6月", "2024-01/2024-06"), ("2024年上半年", "2024-01/2024-06"),
        ("2024年下半年", "2024-07/2024-12"), ("2023年11月至2024年2月", "2023-11/2024-02"),
        ("2024年6月1日至2024年6月5日", "2024-06-01/2024-06-05"),
        ("2024年1-3月", "2024Q1"), ("20240605", "2024-06-05"),
    ])
    func everyPeriodFormIsRead(text: String, canonical: String) throws {
        #expect(try ValueText.period(text).description == canonical)
    }

    @Test(arguments: ["2023/2021", "2023-2021年", "2024年6-1月", "2024年6月至2024年5月"]) func periodThatEndsBeforeItBeginsIsNamed(text: String) {
        #expect(
            inputFault { () throws(Fault) in try ValueText.period(text) }?.reason.en.hasPrefix("the period ends before it begins") == true)
    }

    @Test(arguments: ["2024-13", "2024年13月", "2024年0月"]) func impossibleMonthsAreNamed(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.period(text) }?.reason.en.hasPrefix("there is no such month") == true)
    }

    @Test(arguments: [
        "24年", "2024Q5", "2024年五季度", "2024年第季度", "去年", "46086", "2024年6", "2024-06-01/", "0000年", "9999", "2024/2025/2026",
        "9999-12-31", "9999年1月1日", "2024-01-01/9999-12-31", "99990101",
    ])
    func otherTextIsNotAPeriod(text: String) {
        #expect(inputFault { () throws(Fault) in try ValueText.period(text) }?.reason.en.hasPrefix("not a period: \"\(text)\"") == true)
    }
}
