/// A column header split into its name and the unit in parentheses at its end.
package enum HeaderUnit {
    /// Returns the name and the unit of `直接经济损失(万元)`: the unit in its Chinese spelling, or `nil` if the header ends in no known unit.
    ///
    /// Both () and （） count, spaces around them do not, and `单位：` may stand before the unit. Other parentheses stay in the name.
    /// The English spellings that headers are printed with (`loss (10k yuan)`) are known too.
    package static func split(_ header: String) -> (name: String, unit: String?) {
        let text = ValueText.trimmed(header)
        guard let last = text.last, last == ")" || last == "）",
            let opening = text.lastIndex(where: { $0 == "(" || $0 == "（" })
        else { return (text, nil) }
        let name = ValueText.trimmed(String(text[..<opening]))
        var inner = ValueText.folded(ValueText.trimmed(String(text[text.index(after: opening)...].dropLast())))
        for prefix in ["单位:", "单位", "unit:"] where inner.lowercased().hasPrefix(prefix) {
            inner = ValueText.trimmed(String(inner.dropFirst(prefix.count)))
            break
        }
        guard !name.isEmpty, let unit = spelling(of: inner) else { return (text, nil) }
        return (name, unit)
    }

    /// Units in their Chinese spelling; what two spellings share is the unit itself, so 万元 and 元 are two.
    private static let known: Set<String> = [
        "元", "万元", "亿元", "元/人", "万元/人", "公顷", "亩", "平方米", "平方公里", "千公顷", "万亩", "立方米", "万立方米", "米", "公里", "千米", "厘米", "毫米",
        "人", "万人", "人次", "万人次", "户", "家", "处", "个", "间", "起", "次", "台", "辆", "艘", "架", "套", "件", "支", "条", "座", "项", "只", "头", "棵",
        "顶", "床", "箱", "吨", "万吨", "千克", "公斤", "升", "千瓦", "兆瓦", "天", "日", "小时", "分钟", "秒", "年", "月", "岁", "%", "‰", "℃", "度", "级",
        "米/秒", "毫米/小时", "人/万人", "人/亿元", "张", "份",
    ]

    private static let synonyms: [String: String] = [
        "yuan": "元", "10k yuan": "万元", "100m yuan": "亿元", "ha": "公顷", "hm²": "公顷", "hm2": "公顷", "mu": "亩", "m²": "平方米", "m2": "平方米",
        "㎡": "平方米", "km²": "平方公里", "km2": "平方公里", "平方千米": "平方公里", "m³": "立方米", "m3": "立方米", "m": "米", "km": "公里", "千米": "公里",
        "cm": "厘米", "mm": "毫米", "kg": "千克", "公斤": "千克", "t": "吨", "people": "人", "persons": "人", "person": "人", "households": "户",
        "h": "小时",
        "hours": "小时", "min": "分钟", "minutes": "分钟", "s": "秒", "d": "天", "days": "天", "m/s": "米/秒", "mm/h": "毫米/小时", "percent": "%",
        "°c": "℃",
    ]

    private static func spelling(of text: String) -> String? {
        let text = text.lowercased()
        return synonyms[text] ?? (known.contains(text) ? text : nil)
    }
}
