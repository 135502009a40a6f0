extension CommandExamples {
    /// The plan, and what its indicators are counted from: months, days, campaigns.
    static let plan: [String: [HelpExample]] = [
        "plan": [
            HelpExample("plan show", "正在采用的规划", "the plan in use"),
            HelpExample("plan targets", "每个指标的目标、窗口、期限与条款", "target, window, deadline and clause of every indicator"),
            HelpExample(
                "plan coverage --as-of 2024-06-30", "哪些条款有指标、哪些指标有数据", "which clauses have an indicator, which indicators have data"),
            HelpExample("plan load Data/sample/plan/sample-2021-2025", "把规划文件夹作为一次改动载入", "load a plan folder as one change"),
        ],
        "plan load": [
            HelpExample(
                "plan load Data/sample/plan/sample-2021-2025", "载入一个规划文件夹；已载入的再载入不产生改动", "load a plan folder; once more changes nothing"),
            HelpExample(
                "plan load Data/sample/plan/sample-2021-2025 --use -n", "试载并采用，看有没有错，什么也不写入",
                "try to load it and put it to use: shows faults, writes nothing"),
        ],
        "plan use": [
            HelpExample("plan use sample-2021-2025", "改用这个规划，此后的指标都按它算", "use this plan: indicators follow it from now on"),
            HelpExample("plan use sample-2021-2025 -n", "先看看，不写入", "only see what it would do"),
        ],
        "plan show": [
            HelpExample("plan show", "正在采用的规划", "the plan in use"),
            HelpExample("plan show sample-2021-2025 --json", "指明一个规划，给出数据", "a plan by its key, as data"),
        ],
        "plan targets": [
            HelpExample("plan targets", "每个指标的目标、窗口、期限与条款", "target, window, deadline and clause of every indicator"),
            HelpExample("plan targets --readings", "连同未选用的读法", "with the readings that were not chosen"),
            HelpExample("plan targets sample-2021-2025 --csv", "CSV，供电子表格", "as comma-separated values, for a spreadsheet"),
        ],
        "plan coverage": [
            HelpExample(
                "plan coverage --as-of 2024-06-30", "哪些条款有指标、哪些指标有数据", "which clauses have an indicator, which indicators have data"),
            HelpExample("plan coverage sample-2021-2025 --as-of 2024-06-30 --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "plan diff": [
            HelpExample(
                "plan diff sample-2021-2025 sample-2021-2025", "旧规划在前，新规划在后；这里是同一个，没有差异",
                "the old plan first, then the new one; here both are the same")
        ],
        "plan check": [
            HelpExample(
                "plan check --text Data/sample/plan/sample-2021-2025/clause.csv", "在规划全文中找回各条款；这个文件不是全文，所以都找不到",
                "find the clauses in the text of the plan; this file is not the text, so that none is found"),
            HelpExample(
                "plan check sample-2021-2025 --text Data/sample/plan/sample-2021-2025/clause.csv --all", "指明规划，找到的也列出",
                "name the plan, and list those that are found too"),
        ],
        "closing": [
            HelpExample("closing missing --period 2024 --as-of 2024-06-30", "2024 年至今还有谁没关账", "who has not closed which month of 2024 yet"),
            HelpExample(
                "closing add office=999101001 noun=accident month=2026-01 closed_on=2026-02-05", "街道办声明 1 月的事故已报全（没有事故也要声明）",
                "a street office declares the accidents of January complete, even if there were none"),
            HelpExample(
                "closing list --where month=2024-04 --where noun=accident", "4 月的事故台账各单位何时关的账",
                "when each office closed the accidents of April"),
        ],
        "closing missing": [
            HelpExample("closing missing --as-of 2024-06-30", "上个月还没关账的单位", "offices that have not closed the month before"),
            HelpExample("closing missing --period 2024 --as-of 2024-06-30", "一年之中的每个月", "every month of a year"),
            HelpExample("closing missing --period 2024Q1 --as-of 2024-06-30", "一个季度", "a quarter"),
        ],
        "holiday": [
            HelpExample("holiday after 2024-09-27 5", "9 月 27 日之后第 5 个工作日是哪天", "the fifth working day after 27 September"),
            HelpExample("holiday count 2024-10", "10 月有几个工作日", "the working days of October"),
            HelpExample("holiday list --where day=2025-10", "10 月的放假与调休", "days off and make-up days in October"),
        ],
        "holiday after": [
            HelpExample(
                "holiday after 2024-09-27 5", "9 月 27 日之后第 5 个工作日是哪天；当天不算",
                "the fifth working day after 27 September, which is not counted itself"),
            HelpExample("holiday after 2025-09-30 15 --json", "15 个工作日的期限落在哪天，JSON", "where a limit of 15 working days ends, as JSON"),
        ],
        "holiday count": [
            HelpExample("holiday count 2024-10", "一个月有几个工作日", "the working days of a month"),
            HelpExample("holiday count 2024-09-27/2024-10-30", "两天之间，首尾都算", "from one day to another, both included"),
        ],
        "campaign": [
            HelpExample("campaign progress --as-of 2025-10-15", "各项专项整治的进度", "where the campaigns stand"),
            HelpExample("campaign YL-ZX-2025-2", "一项专项整治的范围、起止与检查次数", "scope, days and quota of a campaign"),
            HelpExample("inspect list --where campaign=YL-ZX-2025-2", "为它做的检查", "the visits that were made for it"),
        ],
        "campaign progress": [
            HelpExample(
                "campaign progress --as-of 2025-10-15", "已开始的专项整治：次数、覆盖、隐患、剩余天数",
                "campaigns that have begun: visits, coverage, hazards, days left"),
            HelpExample("campaign progress YL-ZX-2025-2 --as-of 2025-10-15", "只看一项", "one of them"),
        ],
    ]
}
