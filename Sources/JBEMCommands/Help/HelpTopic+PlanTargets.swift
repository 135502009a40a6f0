internal import JBEMCore

extension HelpTopic {
    /// The columns of target, and what formulas, windows and comparisons mean.
    static let planFolderTargets: [HelpBlock] = [
        .heading(Localized("target.csv", "target.csv")),
        .terms([
            HelpTerm(
                "indicator reading",
                "必填：指标编号；读法的名字，最多 60 字，如 single_year。",
                "Required: id of the indicator; name of the reading, at most 60 characters, such as single_year."),
            HelpTerm("is_chosen", "采用的一种写 1，其余写 0。", "1 for the reading that decides, 0 for the others."),
            HelpTerm("label label_en", "一句话说明怎样算，均必填。", "What the reading says, in a few words; both required."),
            HelpTerm("formula", "必填，见“公式”。", "Required, see Formulas."),
            HelpTerm(
                "numerator denominator scale",
                "分子、分母（度量的代码）与倍率：比值乘以它。",
                "Numerator and denominator, codes of measures; the ratio is multiplied by scale."),
            HelpTerm("window from_year to_year aggregation cycle", "看哪段时间，见“窗口”。", "Which days decide, see Windows."),
            HelpTerm("comparator value", "比较符与目标值，见“比较”。", "Comparison and target value, see Comparison."),
            HelpTerm("relation baseline_year", "目标值怎样理解，见“比较”。", "How the value is meant, see Comparison."),
            HelpTerm("deadline", "期限；不写则为规划结束年的年底。", "Day by which it is due; without it the end of the plan."),
            HelpTerm(
                "model",
                "gamma_poisson：少见而互不相干的件数，给出守住上限的概率；heavy_tailed：少数年份占了大部分损失，不给概率；none（默认）：不作推断。",
                """
                gamma_poisson: rare and independent events, a probability of keeping the bound is given; heavy_tailed: a few years carry \
                most of the harm, no probability; none, the default: no inference.
                """),
            HelpTerm("is_inferred", "期限、基数或数值不在原文里、由读法推定的写 1。", "1 where the deadline, the base or the value is read into the text."),
            HelpTerm(
                "author note model_reason",
                "谁定的读法、说明、为什么不给概率；后两列另有 _en。",
                "Who chose the reading, notes, why there is no probability; the last two also with _en."),
        ]),
        .heading(Localized("公式", "Formulas")),
        .terms([
            HelpTerm("measure", "一个度量：numerator。", "One measure: numerator."),
            HelpTerm("ratio", "numerator ÷ denominator × scale。", "numerator ÷ denominator × scale."),
            HelpTerm(
                "reported",
                "由单位上报、按 figure 记录的数：numerator。算法同 measure，只表明数从哪里来。",
                "A number that an office reports, kept as figure: numerator. Computed as measure; it says where the number comes from."),
            HelpTerm(
                "trend",
                "numerator 逐年下降（comparator 写 lt）或上升（gt）；窗口用 span，不要 value。",
                "numerator falls (comparator lt) or rises (gt) from year to year; window span, no value."),
            HelpTerm("all_of", "各分项（parent 指向它的指标）全部达到。", "All parts are met: the indicators whose parent it is."),
            HelpTerm(
                "milestone",
                "milestone.csv 里它的步骤全部按期完成；到期而没有完成记录，算缺数据，不算没有达到。",
                """
                All its steps in milestone.csv are done in time; a step that is due without a record of completion is lacking data, not \
                missed.
                """),
        ]),
        .heading(Localized("窗口", "Windows")),
        .terms([
            HelpTerm("year", "期限所在的一年（默认）。", "The year of the deadline; the default."),
            HelpTerm("span", "from_year 至 to_year 的合计。", "The total of from_year to to_year."),
            HelpTerm(
                "mean",
                "from_year 至 to_year 的年均，只用于 ratio。aggregation：ratio_of_sums 总和之比（默认），mean_of_ratios 各年比值的平均。",
                "The yearly mean of from_year to to_year, for ratio only. aggregation is ratio_of_sums, the default, or mean_of_ratios."),
            HelpTerm(
                "at",
                "期限那一天的状态，用于 reported、milestone、all_of。",
                "The state on the day of the deadline; for reported, milestone and all_of."),
            HelpTerm(
                "each",
                "每一个周期都要满足。cycle：year month week day；年份不写则从规划起始年到期限所在年。",
                """
                Every cycle has to satisfy it. cycle is year, month, week or day; without years from the first year of the plan to that \
                of the deadline.
                """),
        ]),
        .heading(Localized("比较", "Comparison")),
        .terms([
            HelpTerm(
                "comparator",
                "必填：lt 小于，le 不大于，eq 等于，ge 不小于，gt 大于，none 原文没有门槛。milestone 与 all_of 写 eq；写 none 就不作评定。",
                """
                Required: lt less than, le at most, eq equal, ge at least, gt more than, none where the text sets no threshold. Write eq \
                for milestone and all_of; with none there is no verdict.
                """),
            HelpTerm("relation absolute", "默认：value 就是目标值，如 0.018。", "The default: value is the target itself, such as 0.018."),
            HelpTerm(
                "relation of_baseline",
                "value 是倍数，乘以 numerator 在 baseline_year 的数：比 2025 年下降 10% 写 le、0.9、of_baseline、2025。span 窗口取从 baseline_year 起同样多的年份。",
                """
                value is a factor of what numerator was in baseline_year: 10 % below 2025 is le, 0.9, of_baseline, 2025. For a span the \
                base is as many years from baseline_year on.
                """),
        ]),
    ]

    /// Measures with their units, milestone, figure.
    static let planFolderMeasures: [HelpBlock] = [
        .heading(Localized("度量", "Measures")),
        .text(
            Localized(
                """
                jbem code list --where list=measure 列出度量；number 一列：1 件数，2 可相加的数量，3 状态或比率（一年的数不是各月之和）。下列由程序从记录计算（事故与灾害的各月关账之后才作准），其余都要有 \
                figure。
                """,
                """
                jbem code list --where list=measure lists them; in the column number, 1 is a count of events, 2 an amount that adds up, 3 \
                a state or rate (that of a year is not the sum of its months). Those below are computed from records, exact once the \
                months of accidents and disasters are closed; all others need a figure.
                """)),
        .code([
            "accident.deaths accident.deaths.road accident.count.general",
            "accident.count.larger accident.count.larger_or_above accident.count.major",
            "accident.count.major_or_above accident.count.extraordinary",
            "accident.count.fatal disaster.deaths disaster.missing",
            "disaster.deaths_missing disaster.affected disaster.direct_loss",
            "hazard.on_time_rate hazard.rectification_rate duty.sector_rate",
            "inspect.hazard_check_rate inspect.special_equipment_check_rate",
            "inspect.special_equipment_tested_rate",
            "asset.special_equipment_registered_rate monitor.reservoir_point_live",
            "stock.district_warehouse stock.street_warehouse",
        ]),
        .text(
            Localized(
                """
                程序不换算单位：一个度量的数字始终用同一单位，比率按百分数写（96.3）。disaster.direct_loss 以万元计。产值用亿元、常住人口用万人时，scale 这样写：死亡人数÷产值为 1；损失÷产值、以 % 计为 0.01；死亡人数÷\
                人口、以每百万人计为 100；受灾人次÷人口、以每十万人计为 10。新的度量写在 code.csv：
                """,
                """
                Units are not converted: the figures of a measure keep to one unit, rates are per cent (96.3). disaster.direct_loss is in \
                10 000 yuan. With GDP in 100 million yuan and residents in 10 000 persons scale is 1 for deaths ÷ GDP; 0.01 for loss ÷ \
                GDP in %; 100 for deaths ÷ residents per million; 10 for person-times ÷ residents per 100 000. New measures go into \
                code.csv:
                """)),
        .code([
            "list,code,zh,en,position,number",
            "measure,shelter.beds,避难床位,shelter beds,900,3",
        ]),
        .heading(Localized("milestone.csv", "milestone.csv")),
        .terms([
            HelpTerm(
                "indicator id name",
                "必填：指标编号、节点编号（如 M1）、名称；另可写 name_en。",
                "Required: id of the indicator, id of the step (such as M1), name; name_en besides."),
            HelpTerm("position due_on", "顺序；期限，原文没有就不写。", "Order; day due, empty where the text has none."),
            HelpTerm("done_on evidence", "完成日期与证据。写了完成日期就必须写证据。", "Day done and evidence; a done step needs evidence."),
            HelpTerm("note", "备注。", "A note."),
        ]),
        .heading(Localized("figure.csv", "figure.csv")),
        .terms([
            HelpTerm(
                "measure period region",
                "必填：度量、期间（2025、2025Q1、2025-12-31 等）、区域，即规划的区域。at 窗口的数，期间写那一天，或以那一天结束的期间。",
                """
                Required: measure, period (2025, 2025Q1, 2025-12-31 and so on), region, that of the plan. For a window at, the period is \
                that day or ends on it.
                """),
            HelpTerm("value unit", "必填：数值；计量单位（代码表 unit，只供阅读）。", "Required: value; unit, a code of the list unit, for people."),
            HelpTerm(
                "status",
                "必填：final 终值，preliminary 初步值。只有初步值时不下“已达到”“未达到”的结论。",
                "Required: final or preliminary. On preliminary figures alone nothing is said to be met or missed."),
            HelpTerm(
                "published_on source note",
                "公布日期与来源，必填；备注。修订另写一行，公布日期较晚。",
                "Date and source of publication, required; a note. A revision is a row of its own with a later date."),
        ]),
    ]
}
