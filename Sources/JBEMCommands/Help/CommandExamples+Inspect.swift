extension CommandExamples {
    /// Visits and random draws.
    static let inspect: [String: [HelpExample]] = [
        "inspect": [
            HelpExample("inspect due --as-of 2025-12-01", "今后七天该查哪里", "what is to be visited in the next seven days"),
            HelpExample(
                "inspect record YL-R001 inspector=YL-P013 visited_on=2025-12-05 --ok", "登记一次检查，各项都合格",
                "record a visit with everything in order"),
            HelpExample("inspect overdue --as-of 2025-12-01", "漏查至今没补的", "what was missed and not made good yet"),
            HelpExample("inspect coverage --period 2025", "各街镇的检查覆盖率", "how much of what was due each street and town visited"),
        ],
        "inspect record": [
            HelpExample(
                "inspect record YL-R001 inspector=YL-P013 visited_on=2025-12-05 --ok", "一次检查，各项都合格", "a visit with everything in order"),
            HelpExample(
                "inspect record YL-R001 inspector=YL-P013 visited_on=2025-12-06 3=fault:通道堆物 --ok", "第 3 项有问题，其余合格",
                "item 3 is at fault, the rest in order"),
            HelpExample(
                "inspect record YL-TS-001 inspector=YL-P014 visited_on=2025-12-05 1=ok 2=ok 3=ok 4=not_applicable 5=ok", "特种设备，逐项作答",
                "special equipment, item by item"),
        ],
        "inspect finding": [
            HelpExample(
                "inspect finding YL-JC-0006 1 number=YL-YH-2025-19 title=维保记录不全（虚构）", "检查第 1 项的问题登记为隐患",
                "register the fault of item 1 as a hazard"),
            HelpExample(
                "inspect finding YL-JC-0008 1 number=YL-YH-2025-20 cost=0.8 -n", "写明估算费用（万元）；-n 只试不写",
                "with the estimated cost in 10k yuan; -n tries it without writing"),
        ],
        "inspect calendar": [
            HelpExample("inspect calendar --period 2025-06", "6 月该查什么、查了没有", "what was due in June, and whether it was done"),
            HelpExample(
                "inspect calendar --period 2025Q4 --subject equipment --by day", "四季度的特种设备，按日期排",
                "special equipment in the fourth quarter, by day"),
            HelpExample(
                "inspect calendar --period 2025 --region 999101001 --purpose test", "一个街道全年的定期检验",
                "the periodic tests of a street in a year"),
        ],
        "inspect due": [
            HelpExample("inspect due --as-of 2025-12-01", "今后七天到期、还没查的", "due in the next seven days and not visited yet"),
            HelpExample(
                "inspect due --as-of 2025-12-01 --days 30 --subject equipment --key-only", "今后 30 天，只看重点特种设备",
                "in 30 days, key special equipment only"),
        ],
        "inspect overdue": [
            HelpExample("inspect overdue --as-of 2025-12-01", "漏查至今没补的", "missed, and not visited since"),
            HelpExample(
                "inspect overdue --as-of 2025-12-01 --key-only --exit-status", "重点特种设备有漏查则退出码 1",
                "exit 1 if key special equipment was missed"),
        ],
        "inspect coverage": [
            HelpExample("inspect coverage --period 2025", "各街镇已查与应查之比", "done and due in each street and town"),
            HelpExample(
                "inspect coverage --period 2025 --by subject --as-of 2025-12-31", "风险点与特种设备分开", "risk points and special equipment apart"),
            HelpExample(
                "inspect coverage --period 2025 --gaps --region 999101004", "一个街道漏查的每个时段", "exactly the slots that a street missed"),
        ],
        "inspect route": [
            HelpExample(
                "inspect route --as-of 2025-12-01 --days 30 --region 999101004", "该查的按路程排次序；没有坐标的另列",
                "order what is due along a short way; places without coordinates are named apart"),
            HelpExample("inspect route YL-R001 YL-R003 YL-R007", "指明去哪几处", "name the places to visit"),
        ],
        "inspect draw": [
            HelpExample(
                """
                inspect draw announce number=YL-SJ-2026-1 office=99910101 objects=3 inspectors_per_object=2 public_source=上证综指收盘点位 \
                public_on=2099-12-31 --where category=gas --inspector YL-P012 --inspector YL-P013 --inspector YL-P014
                """,
                "先公告候选和将用的公开值", "first announce the candidates and the public value to come"),
            HelpExample("inspect draw show YL-SJ-2025-1", "抽中了谁查哪里", "who drew what"),
            HelpExample("inspect draw verify YL-SJ-2025-1", "任何人都可以复算", "anyone can recompute it"),
        ],
        "inspect draw announce": [
            HelpExample(
                """
                inspect draw announce number=YL-SJ-2026-1 office=99910101 objects=3 inspectors_per_object=2 public_source=上证综指收盘点位 \
                public_on=2099-12-31 --where category=gas --inspector YL-P012 --inspector YL-P013 --inspector YL-P014
                """,
                "从燃气风险点中抽三处，每处两人；公开值须在公告之后才出现",
                "three of the gas points, two inspectors each; the public value has to come after the announcement"),
            HelpExample(
                """
                inspect draw announce number=YL-SJ-2026-2 office=99910101 objects=2 inspectors_per_object=1 public_source=上证综指收盘点位 \
                public_on=2099-12-31 --object YL-TS-001 --object YL-TS-002 --object YL-TS-003 --inspector YL-P012 --inspector YL-P013 \
                --conflict YL-P012=YL-TS-002:亲属任职
                """,
                "逐个指明候选，并写明谁回避哪里", "name each candidate, and who must not visit what"),
        ],
        "inspect draw run": [
            HelpExample("inspect draw run YL-SJ-2026-1 --public 3912.45", "公开值出来后抽取，只能一次", "draw when the public value is known, once")
        ],
        "inspect draw show": [
            HelpExample("inspect draw show YL-SJ-2025-1", "抽中的对象与检查人", "the objects and inspectors that were drawn"),
            HelpExample("inspect draw show YL-SJ-2025-1 --inputs", "公告原文与复算的方法", "the announcement, and how to repeat the draw"),
        ],
        "inspect draw list": [
            HelpExample("inspect draw list", "全部抽查", "every draw"),
            HelpExample("inspect draw list --where 'run_on!=' --sort -announced_on", "已抽取的，新的在前", "those that were run, the newest first"),
        ],
        "inspect draw verify": [
            HelpExample(
                "inspect draw verify YL-SJ-2025-1", "由公告和公开值复算，不符则退出码 1",
                "recompute from announcement and public value, exit 1 if it differs")
        ],
    ]
}
