import JBEMCore
import JBEMTestSupport
import Testing

/// Bad files: each has its clear message, `file:line: field: reason`, exit code 65, and nothing is written.
@Suite struct BadInputTests {
    private static let header = "case_no,occurred_on,region,office,title,sector,is_production"
    private static let good = "T-1,2024-01-02,500105009,500105009,桥,other,1"
    private static let hintZh = "提示：改正后再导入；或用 --on-error skip --rejects FILE 先写入无误的行"
    private static let hintEn = "hint: correct them and import again, or write the good rows with --on-error skip --rejects FILE"

    private func session(_ rows: String..., language: Language = .zh) -> TestSession {
        let session = TestSession(.few, language: language)
        session.add("in.csv", ([Self.header] + rows).joined(separator: "\n") + "\n")
        return session
    }

    // MARK: - Rows

    @Test func raggedRowsAreNamed() {
        expectRefusal(
            session("T-1,2024-01-02,500105009", Self.good, Self.good + ",多"), "accident import in.csv", code: 65,
            ["jbem: in.csv:2: 本行 3 格，表头 7 格", "jbem: in.csv:4: 本行 8 格，表头 7 格", "jbem: 2 处有误，什么也没有写入", Self.hintZh])
        expectRefusal(
            session("T-1,2024-01-02,500105009", language: .en), "accident import in.csv", code: 65,
            ["jbem: in.csv:2: the row has 3 cells, the header 7", "jbem: 1 fault; nothing was written", Self.hintEn])
    }

    @Test func anUnterminatedQuoteIsNamedWithItsBeginning() {
        expectRefusal(
            session(Self.good, "T-2,2024-01-02,500105009,500105009,\"桥,other,1"), "accident import in.csv", code: 65,
            ["jbem: in.csv:3: 引号没有闭合（从第 3 行开始）", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
    }

    @Test func hugeFieldsAreRefused() {
        let session = session("T-1,2024-01-02,500105009,500105009,\(String(repeating: "桥", count: 22_000)),other,1")
        expectRefusal(
            session, "accident import in.csv", code: 65, ["jbem: in.csv:2: 第 5 格超过 64 KiB", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
        session.language = .en
        expectRefusal(
            session, "accident import in.csv", code: 65,
            ["jbem: in.csv:2: cell 5 is longer than 64 KiB", "jbem: 1 fault; nothing was written", Self.hintEn])
    }

    @Test func textsBeyondTheirLengthAreRefused() {
        expectRefusal(
            session("T-1,2024-01-02,500105009,500105009,\(String(repeating: "桥", count: 201)),other,1"), "accident import in.csv", code: 65,
            ["jbem: in.csv:2: title: 201 个字，最多 200 个", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
    }

    @Test func impossibleDatesAreRefused() {
        expectRefusal(
            session(
                "T-1,2024-02-30,500105009,500105009,桥,other,1", "T-2,2023-13-01,500105009,500105009,桥,other,1",
                "T-3,昨晚,500105009,500105009,桥,other,1"), "accident import in.csv", code: 65,
            [
                "jbem: in.csv:2: occurred_on: 没有这一天：\"2024-02-30\"", "jbem: in.csv:3: occurred_on: 没有这一天：\"2023-13-01\"",
                "jbem: in.csv:4: occurred_on: 不是日期：\"昨晚\"（例：2026-03-05、2026年3月5日）", "jbem: 3 处有误，什么也没有写入", Self.hintZh,
            ])
        expectRefusal(
            session("T-1,2023-02-29,500105009,500105009,桥,other,1", language: .en), "accident import in.csv", code: 65,
            ["jbem: in.csv:2: occurred_on: there is no such day: \"2023-02-29\"", "jbem: 1 fault; nothing was written", Self.hintEn])
    }

    @Test func everyFaultOfARowIsToldAtOnce() {
        expectRefusal(
            session("T-1,2024-01-02,500105999,渝中,,oher,也许", "T-2,,500105999,渝中,桥,other,1"), "accident import in.csv", code: 65,
            [
                "jbem: in.csv:2: sector: “oher” 不在代码表 accident_sector 中（如 other）", "jbem: in.csv:2: is_production: 不是“是/否”：\"也许\"",
                "jbem: in.csv:2: title: 必填（名称）", "jbem: in.csv:3: region: 没有区域 “500105999”", "jbem: in.csv:3: office: 没有单位 “渝中”",
                "jbem: in.csv:3: occurred_on: 必填（发生日期）", "jbem: 6 处有误，什么也没有写入", Self.hintZh,
            ])
    }

    @Test func keysThatOccurTwiceAreRefused() {
        expectRefusal(
            session(Self.good, "T-2,2024-01-02,500105009,500105009,桥,other,1", Self.good), "accident import in.csv", code: 65,
            ["jbem: in.csv:4: case_no: 键与第 2 行相同", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
    }

    @Test func fixedFieldsOfAKnownRecordAreRefused() {
        let session = TestSession(.few)
        session.add(
            "in.csv",
            "measure,period,region,value,unit,status,published_on,source\naccident.deaths,2020,500105,21,person,final,2021-01-15,改\n")
        #expect(session.run("figure import in.csv").out.contains("更新 1"))
        expectRefusal(
            session, "person set PE-1 number=P-9", code: 65, ["jbem: number: 建立后不能改"])
    }

    // MARK: - Numbers

    @Test func numbersOutOfRangeAreRefused() {
        let session = TestSession(.few)
        session.add(
            "in.csv",
            """
            accident,kind,reported_at,deaths,serious_injuries,direct_loss
            JB-2024-001,follow_up,2024-03-06 10:00,-1,99999999999,-5
            JB-2024-001,follow_up,2024-03-07 10:00,三,1.5,1e400

            """)
        expectRefusal(
            session, "accident-report import in.csv", code: 65,
            [
                "jbem: in.csv:2: deaths: -1 小于下限 0", "jbem: in.csv:2: serious_injuries: 99999999999 大于上限 1000000000",
                "jbem: in.csv:2: direct_loss: -5 小于下限 0", "jbem: in.csv:3: deaths: 不是整数：\"三\"",
                "jbem: in.csv:3: serious_injuries: 不是整数：\"1.5\"", "jbem: in.csv:3: direct_loss: 科学计数法 \"1e400\" 可能丢失了数字；请在表格软件中改为数值格式后重新导出",
                "jbem: 6 处有误，什么也没有写入", Self.hintZh,
            ])
    }

    @Test func aPartAboveItsWholeIsRefused() {
        let session = TestSession(.few)
        session.add(
            "in.csv",
            "灾害编号,区域,报告类别,报告时间,受灾人口,因灾死亡,直接经济损失(万元),成灾面积(公顷),绝收面积(公顷)\nZH-2024-01,500105,续报,2024-07-02 10:00,1300,0,40,1.5,2\n")
        expectRefusal(
            session, "disaster-report import in.csv", code: 65,
            ["jbem: in.csv:2: crop_failed_area: 农作物绝收面积 2 大于 农作物成灾面积 1.5", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
        session.language = .en
        expectRefusal(
            session, "disaster-report import in.csv", code: 65,
            [
                "jbem: in.csv:2: crop_failed_area: crops failed 2 exceeds crops damaged 1.5", "jbem: 1 fault; nothing was written",
                Self.hintEn,
            ])
    }

    @Test func aUnitThatContradictsTheHeaderIsRefused() {
        let session = TestSession(.few)
        session.add("in.csv", "事故,报告类别,报告时间,死亡,直接经济损失(万元)\nJB-2024-001,续报,2024-03-06 10:00,0,5亿元\n")
        expectRefusal(
            session, "accident-report import in.csv", code: 65,
            ["jbem: in.csv:2: direct_loss: \"5亿元\" 的单位与表头的单位“万元”不一致", "jbem: 1 处有误，什么也没有写入", Self.hintZh])
    }
}
