import Testing

@testable import JBEMCore

@Suite struct HeaderUnitTests {
    @Test(
        arguments: [
            ("直接经济损失(万元)", "直接经济损失", "万元"), ("损失（元）", "损失", "元"), (" 金额 ( 亿元 ) ", "金额", "亿元"), ("面积（公顷)", "面积", "公顷"),
            ("受灾面积(亩)", "受灾面积", "亩"), ("面积(m²)", "面积", "平方米"), ("伤亡（人）", "伤亡", "人"), ("损失（单位：万元）", "损失", "万元"),
            ("direct loss (10k yuan)", "direct loss", "万元"), ("名称(中文)", "名称(中文)", nil), ("(万元)", "(万元)", nil), ("名称", "名称", nil),
            ("损失(含间接)(万元)", "损失(含间接)", "万元"), ("损失(万元", "损失(万元", nil), ("损失()", "损失()", nil), ("", "", nil),
        ] as [(String, String, String?)])
    func headerUnitIsSplitOff(header: String, name: String, unit: String?) {
        let split = HeaderUnit.split(header)
        #expect(split.name == name)
        #expect(split.unit == unit)
    }

    @Test func moneyUnitIsMadeFromItsSymbol() {
        #expect(MoneyUnit(symbol: "元") == .yuan)
        #expect(MoneyUnit(symbol: "万元") == .wanYuan)
        #expect(MoneyUnit(symbol: "亿元") == .yiYuan)
        #expect(MoneyUnit(symbol: "公顷") == nil)
    }
}
