extension CommandExamples {
    /// Hazards.
    static let hazard: [String: [HelpExample]] = [
        "hazard": [
            HelpExample("hazard list --where 'state!=closed'", "还没有销号的隐患", "hazards that are not closed yet"),
            HelpExample("hazard overdue --as-of 2025-12-01", "超过整改期限的", "those past their deadline"),
            HelpExample("hazard close YL-YH-2025-17 taken_by=YL-P013 evidence=现场照片与验收意见", "复查过的隐患销号", "close a hazard that was rechecked"),
            HelpExample("hazard ledger --period 2025", "一街镇一清单", "a list for each street and town"),
        ],
        "hazard grade": [
            HelpExample(
                "hazard grade YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-08 kind=general", "新登记的隐患定为一般隐患",
                "grade a newly registered hazard as general"),
            HelpExample(
                "hazard grade YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-08 kind=major list=fire", "或定为重大隐患，须写依据的判定标准",
                "or as major, with the judgement list that says so"),
        ],
        "hazard order": [
            HelpExample(
                """
                hazard order YL-YH-2026-01 taken_by=YL-P013 taken_on=2026-01-09 unit=云汀物业（虚构） person=YL-P004 measures=清空疏散通道 \
                deadline=2026-01-23 funds=0.8 contingency=专人值守
                """,
                "下达整改：责任单位、责任人、措施、期限；重大隐患还须写资金与应急预案",
                "order the remedy: unit, person, measures, deadline; a major hazard also needs funds and a contingency plan")
        ],
        "hazard start": [
            HelpExample("hazard start YL-YH-2025-14 taken_by=YL-P004", "责任人开始整改", "the person responsible begins"),
            HelpExample(
                "hazard start YL-YH-2025-14 taken_by=YL-P004 taken_on=2026-02-02 -n", "补记以前的日子；-n 只试不写",
                "on an earlier day; -n tries it without writing"),
        ],
        "hazard extend": [
            HelpExample(
                "hazard extend YL-YH-2025-14 taken_by=YL-P004 taken_on=2026-01-25 deadline=2026-02-28 approved_by=YL-P013 reason=配件未到",
                "延期一次：新期限、批准人、理由", "put the deadline off: new day, who approved it, why")
        ],
        "hazard submit": [
            HelpExample("hazard submit YL-YH-2026-01 taken_by=YL-P004 evidence=整改报告", "整改完了，申请验收", "done: ask for the recheck"),
            HelpExample(
                "hazard submit YL-YH-2026-01 taken_by=YL-P004 --file 整改报告.pdf", "以文件为证：记其名与 SHA-256",
                "a file as evidence: its name and SHA-256 are kept"),
        ],
        "hazard recheck": [
            HelpExample(
                "hazard recheck YL-YH-2026-01 taken_by=YL-P013 evidence=复查单", "由另一个人复查，合格",
                "another person rechecks and finds it in order")
        ],
        "hazard return": [
            HelpExample(
                "hazard return YL-YH-2025-15 taken_by=YL-P013 reason=连墙件数量仍不足", "没有改到位，退回继续整改", "not in order yet: back to the remedy")
        ],
        "hazard tolerate": [
            HelpExample(
                "hazard tolerate YL-YH-2025-14 taken_by=YL-P004 taken_on=2026-02-02 until=2026-03-31 approved_by=YL-P013 reason=等待配件到货",
                "暂缓到某日；到期自动回到已下达", "tolerate it until a day, on which it is an order again")
        ],
        "hazard close": [
            HelpExample("hazard close YL-YH-2025-17 taken_by=YL-P013 evidence=现场照片与验收意见", "复查过的隐患销号", "close a hazard that was rechecked"),
            HelpExample(
                "hazard close YL-YH-2025-16 taken_by=YL-P013 --file Data/SOURCES.md", "以文件为证：记其名与 SHA-256（此处以一个现成的文件代替）",
                "a file as evidence: its name and SHA-256 are kept (some file stands in here)"),
        ],
        "hazard reopen": [
            HelpExample(
                "hazard reopen YL-YH-2025-13 taken_by=YL-P013 taken_on=2026-01-05 deadline=2026-01-31 reason=同一处再次出现", "销号后又出现，重开并定新期限",
                "it came back after closure: open again with a new deadline")
        ],
        "hazard photo": [
            HelpExample(
                "hazard photo YL-YH-2025-17 Data/SOURCES.md", "登记照片的文件名与 SHA-256（此处以一个现成的文件代替照片）",
                "keep name and SHA-256 of a photo (some file stands in for it here)")
        ],
        "hazard overdue": [
            HelpExample("hazard overdue --as-of 2025-12-01", "超过整改期限的，最早的在前", "past their deadline, the earliest first"),
            HelpExample("hazard overdue --as-of 2025-12-01 --exit-status", "供定时任务：有则退出码 1", "for cron: exit 1 if there are any"),
        ],
        "hazard due": [
            HelpExample("hazard due --as-of 2025-11-10", "今后七天到期的", "due in the next seven days"),
            HelpExample("hazard due --as-of 2025-12-01 --days 90 --limit 10", "今后 90 天，至多十条", "in the next 90 days, at most ten"),
        ],
        "hazard ledger": [
            HelpExample(
                "hazard ledger --period 2025", "一街镇一清单：期初、发现、重开、销号、期末",
                "for each street and town: opening, found, reopened, closed, remaining"),
            HelpExample("hazard ledger --period 2025 --by department", "按主管部门", "by department"),
            HelpExample("hazard ledger --period 2025Q4 --monthly --csv", "逐月列出，CSV 供电子表格", "month by month, for a spreadsheet"),
        ],
        "hazard rates": [
            HelpExample(
                "hazard rates --period 2025 --as-of 2025-12-31", "各街镇的整改率与按期整改率",
                "rectification and on-time rates of each street and town"),
            HelpExample("hazard rates --period 2025 --by department --as-of 2025-12-31", "按主管部门", "by department"),
        ],
        "hazard recurring": [
            HelpExample("hazard recurring", "隐患反复出现的责任单位", "units whose hazards came back"),
            HelpExample("hazard recurring --period 2025", "只算一年里发现的", "only hazards found in one year"),
        ],
        "hazard rank": [
            HelpExample("hazard rank --as-of 2025-12-01", "先治哪一处", "what to fix first"),
            HelpExample(
                "hazard rank --budget 5 --as-of 2025-12-01", "5 万元够治哪几处；预算以万元计", "what 50 000 yuan pay for; the budget is in 10k yuan"),
        ],
        "hazard state-machine": [
            HelpExample("hazard state-machine", "哪种状态可走哪一步、要填什么", "which step is possible in which state, and what it needs"),
            HelpExample("hazard state-machine --dot", "状态图，供 Graphviz 绘制", "the chart for Graphviz to draw"),
        ],
    ]
}
