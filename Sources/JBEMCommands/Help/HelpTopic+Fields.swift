internal import JBEMCore

extension HelpTopic {
    /// What may be typed into each kind of field, and what comes out.
    static let fieldsBlocks: [HelpBlock] = [
        .text(
            Localized(
                "字段的类别决定能写什么。jbem 名词 -h 列出各字段的类别、单位、是否必填。全角数字与符号按半角读。左为 add、set、import、--where 里的写法，“→”之后是 csv 与 json 的输出。",
                """
                The kind of a field says what may be typed; jbem NOUN -h lists fields with kind and unit, required ones marked. \
                Full-width digits count as plain ones. First what add, set, import and --where take, behind the arrow what csv and json \
                show.
                """)),
        .terms([
            HelpTerm(Localized("文字", "text"), Localized("首尾空白去掉，有字数上限 → 原样", "Trimmed, of limited length → as it is")),
            HelpTerm(
                Localized("整数", "whole number"),
                Localized("3 1,234 1.2万，不收 1.5、三、1.2E5 → 12000", "3 1,234 1.2万, but not 1.5, 三 or 1.2E5 → 12000")),
            HelpTerm(
                Localized("数", "number"),
                Localized("18.2 1,234.5，小数位数有限，不写 % → 18.2", "18.2 1,234.5, with limited decimals and no % → 18.2")),
            HelpTerm(
                Localized("金额", "amount"),
                Localized(
                    "3.5 按字段的单位，或写明 1.2亿元、35000元、￥300；精确到分 → csv 用表头的单位，json 为分，另有 _yuan",
                    """
                    3.5 in the unit of the field, or 1.2亿元, 35000元, ¥300; to 0.01 yuan → csv: unit of the header; json: 分, and _yuan \
                    beside
                    """)),
            HelpTerm(
                Localized("日期", "date"),
                Localized(
                    "2026-3-5、2026/3/5、2026.3.5、2026年3月5日、20260305、Excel 序号 → 2026-03-05",
                    "2026-3-5, 2026/3/5, 2026.3.5, 2026年3月5日, 20260305, an Excel serial → 2026-03-05")),
            HelpTerm(
                Localized("时刻", "time"),
                Localized(
                    "2026-03-05 08:30、2026年3月5日8时30分，按 +08:00；或 2026-03-05T00:30:00Z → UTC，带 Z",
                    "2026-03-05 08:30, 2026年3月5日8时30分, at +08:00; or 2026-03-05T00:30:00Z → UTC with Z")),
            HelpTerm(
                Localized("期间", "period"),
                Localized(
                    "2024、2024Q2、2024-06、2024年上半年、2021/2023 → 最短的写法", "2024, 2024Q2, 2024-06, 2024年上半年, 2021/2023 → the shortest form")),
            HelpTerm(
                Localized("是/否", "yes/no"),
                Localized(
                    "是 否、有 无、√ ×、Y N、yes no、true false、1 0 → csv 为 1 0，json 为 true false",
                    "是 否, 有 无, √ ×, Y N, yes no, true false, 1 0 → 1 0 in csv, true false in json")),
            HelpTerm(
                Localized("代码", "code"),
                Localized("代码或中英文词：larger、较大 → 代码；--labels zh 为词", "The code or its word: larger, 较大 → the code; words with --labels en")),
            HelpTerm(
                Localized("→ 名词", "→ noun"),
                Localized(
                    "AC-52、AC-500105000-52，或自然键、代码、唯一的名称 → 编号全称或键",
                    "AC-52, AC-500105000-52, or a natural key, code or unique name → full id or key")),
        ]),
        .code([
            "jbem code list --where list=accident_grade"
        ]),
        .heading(Localized("怎样指一条记录", "How records are named")),
        .text(
            Localized(
                """
                有编号的：短的 AC-52 是本单位的，全称 AC-500105000-52 在哪里都一样，大小写不论；也可用自然键，如 YL-2023-008。自然键由几部分组成的用 / 或空格连接，照存储的样子写（日期 2026-01-01，代码不用词）；\
                开头的规划可以不写，指采用的一个。名称全是小写字母时，show 不能省；其余可省：
                """,
                """
                By id: AC-52 is one of the own office, AC-500105000-52 means the same everywhere, in any case; or by natural key, such as \
                YL-2023-008. Parts of a key are joined by / or a blank and written as they are stored (days as 2026-01-01, codes not as \
                words); a plan at the beginning may be left out, the one in use is meant. Only a name that is all small letters needs the word show:
                """)),
        .code([
            "jbem accident-rule general/larger/deaths",
            "jbem target T01/single_year",
        ]),
        .heading(Localized("哪些能写", "What can be written")),
        .text(
            Localized(
                "field= 清空字段；必填的取默认值，没有默认值的不能清空。键和标明“写后不改”的字段建立后不变。计算得出的不能写；由动词写入的，如隐患的期限，用那个动词（hazard order）。同一字段不能给两次。",
                """
                field= empties a field; a required one takes its default, and cannot be emptied where there is none. Keys and fields marked fixed once written stay. Computed fields cannot be \
                written; those that a verb writes, as the deadline of a hazard, need that verb (hazard order). A field is given once.
                """)),
        .text(
            Localized(
                "个人信息（电话、身份证号）输出时遮蔽，--reveal --reason 理由 显示并先入日志；写入带 * 的号码等于没有改（新记录不收）。",
                """
                Personal fields (phone, ID number) are shown masked; --reveal --reason TEXT shows them, which the journal notes first. \
                Writing a number with * changes nothing; a new record does not take it.
                """)),
    ]
}
