extension CommandExamples {
    /// Stock: its questions.
    static let stock: [String: [HelpExample]] = [
        "stock": [
            HelpExample("stock balance --by tier --as-of 2025-12-31", "各级储备有多少、可用多少", "what each tier holds and can use"),
            HelpExample(
                "stock issue YL-KQ YL-TENT=20 YL-QUILT=100 counterpart=受灾群众（虚构） moved_on=2026-01-05", "发放，先到期的先出",
                "issue goods, first expired first out"),
            HelpExample("stock shortage --as-of 2025-12-31", "哪里低于定额", "which places are below their norm"),
            HelpExample("stock allocate YL-QJ-01 --as-of 2025-12-31", "按情景配货：谁给谁送多少", "answer a scenario: who sends what to whom"),
        ],
        "stock balance": [
            HelpExample("stock balance --as-of 2025-12-31", "每种物资的结存与可用", "what is held of each item, and what can be used"),
            HelpExample("stock balance --by tier --as-of 2025-12-31", "按储备层级", "by tier"),
            HelpExample("stock balance --by lot --warehouse YL-KQ --as-of 2025-12-31", "一个仓库的每个批次", "every lot of one warehouse"),
        ],
        "stock ledger": [
            HelpExample("stock ledger --period 2025", "全年的期初、收入、发出、期末", "opening, in, out and closing of a year"),
            HelpExample("stock ledger --period 2025Q1 --item YL-TENT", "一种物资的一个季度", "one item in one quarter"),
            HelpExample("stock ledger --period 2025 --warehouse YL-KQ --csv", "一个仓库，CSV 供电子表格", "one warehouse, for a spreadsheet"),
        ],
        "stock trace": [
            HelpExample("stock trace YL-TENT-2002-1", "一批帐篷从入库到发放", "a lot of tents from receipt to issue"),
            HelpExample("stock trace YL-WATER-2407-10", "捐赠的水到哪里去了", "where the donated water went"),
        ],
        "stock expiring": [
            HelpExample("stock expiring --as-of 2025-12-31", "已到期的和 90 天内到期的批次", "lots that expired or will within 90 days"),
            HelpExample(
                "stock expiring --days 30 --as-of 2025-12-31 --exit-status", "30 天内有到期的则退出码 1", "exit 1 if any expire within 30 days"),
        ],
        "stock shortage": [
            HelpExample("stock shortage --as-of 2025-12-31", "低于储备定额的库点与缺数", "places below their norm, and how much they lack"),
            HelpExample("stock shortage --as-of 2025-12-31 --exit-status", "供定时任务：有则退出码 1", "for cron: exit 1 if there are any"),
        ],
        "stock cover": [
            HelpExample("stock cover --people 500 --as-of 2025-12-31", "够 500 人用多少天", "for how many days it is enough for 500 people"),
            HelpExample(
                "stock cover --people 420 --item YL-WATER --warehouse YL-KQ --as-of 2025-12-31", "一个仓库的水够 420 人喝几天",
                "the water of one warehouse for 420 people"),
        ],
        "stock capacity": [
            HelpExample("stock capacity --as-of 2025-06-30", "产能合同启动后 30 天能产出多少", "what capacity contracts turn out within 30 days"),
            HelpExample("stock capacity --days 10 --item YL-BISCUIT --as-of 2025-06-30", "10 天内的压缩饼干", "biscuits within 10 days"),
        ],
        "stock allocate": [
            HelpExample("stock allocate YL-QJ-01 --as-of 2025-12-31", "谁给谁送多少，缺多少、为什么", "who sends what to whom, what is missing and why"),
            HelpExample(
                "stock allocate YL-QJ-01 --as-of 2025-12-31 --by time --within 30min --explain", "限 30 分钟内送达；每个限制放宽一点值多少",
                "within 30 minutes; what relaxing each limit is worth"),
            HelpExample(
                "stock allocate YL-QJ-01 --item YL-QUILT --use-floors --apply -n", "动用底线、只配棉被并开出调拨单；-n 只试不写",
                "quilts only, floors may be touched, and write the documents; -n only tries it"),
        ],
        "stock rebalance": [
            HelpExample("stock rebalance --as-of 2025-12-31", "向定额调剂：多的给缺的", "from places with more than their norm to those with less"),
            HelpExample("stock rebalance --as-of 2025-12-31 --within 5km", "只在 5 公里以内", "over at most 5 km"),
            HelpExample("stock rebalance --as-of 2025-12-31 --item YL-TENT --explain", "只看帐篷，并说明为什么不能更多", "tents only, and why not more"),
        ],
        "stock place": [
            HelpExample(
                "stock place YL-QJ-01 --sets 2 --within 3km --as-of 2025-12-31", "两套装备放哪里，3 公里内到得了的人最多",
                "where two sets reach the most people within 3 km"),
            HelpExample(
                "stock place YL-QJ-01 --sets 1 --by time --within 20min --as-of 2025-12-31", "一套装备，限 20 分钟", "one set, within 20 minutes"),
            HelpExample(
                "stock place YL-QJ-01 --sets 2 --item YL-TENT --within 5km --as-of 2025-12-31", "已有帐篷的库点算已有装备",
                "places that have tents count as sets that are there"),
        ],
        "stock check": [
            HelpExample("stock check", "核对物资守恒，有误则退出码 1", "prove that goods are conserved, exit 1 on a finding"),
            HelpExample("stock check --json", "同样内容的 JSON", "the same as JSON"),
        ],
        "stock label": [
            HelpExample("stock label YL-TENT-2002-1", "一个批次的二维码标签，显示在终端", "the label of a lot with its QR code, on the terminal"),
            HelpExample(
                "stock label YL-KQ YL-KJ01 YL-KJ02 --of warehouse --svg", "三个库点的标签，A4 版面的 SVG",
                "labels of three warehouses, as an SVG sheet of A4"),
        ],
        "stock export": [HelpExample("stock export", "供 ledger、hledger 核对的账", "a journal that ledger and hledger check")],
    ]
}
