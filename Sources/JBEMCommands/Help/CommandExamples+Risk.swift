extension CommandExamples {
    /// Risk points, and who is responsible for them.
    static let risk: [String: [HelpExample]] = [
        "risk": [
            HelpExample("risk matrix", "各街镇的风险点按等级有几个", "points of each street and town by level"),
            HelpExample("risk list --where level=red", "红色（重大）风险点", "the red points"),
            HelpExample("risk assess YL-R008 profile=ls.a likelihood=3 severity=4", "评估一个风险点", "assess a point"),
            HelpExample("risk rank --limit 10 --as-of 2025-12-01", "先看哪十处", "the ten to look at first"),
        ],
        "risk assess": [
            HelpExample(
                "risk assess YL-R008 profile=ls.a likelihood=3 severity=4", "用 LS 矩阵评估，等级随之得出",
                "assess a point by the LS matrix; its level follows"),
            HelpExample(
                "risk assess YL-R020 profile=lec.classic likelihood=3 exposure=6 severity=15 assessed_on=2026-01-05 review_on=2026-07-05",
                "用 LEC 评估，写明评估日与复评日", "by LEC, with the days of assessment and review"),
            HelpExample(
                "risk assess YL-R003 residual_likelihood=1 residual_exposure=3 residual_severity=7 measures=每日巡线 -n",
                "采取管控措施后的残余风险；-n 只试不写", "the risk left after measures; -n tries it without writing"),
        ],
        "risk matrix": [
            HelpExample("risk matrix", "区域与等级的风险矩阵", "points by region and level"),
            HelpExample("risk matrix --residual", "按采取措施后的等级", "by the level left after measures"),
        ],
        "risk rank": [
            HelpExample("risk rank --as-of 2025-12-01", "先看哪里", "where to look first"),
            HelpExample("risk rank --limit 5 --as-of 2025-12-01 --json", "前五处，JSON", "the first five, as JSON"),
        ],
        "risk major-source": [
            HelpExample("risk major-source", "哪些点构成重大危险源、几级", "which points are major hazard installations, and of which level"),
            HelpExample("risk major-source YL-R057", "一个点是怎样算出来的", "how that follows for one point"),
            HelpExample(
                "risk major-source --substance 汽油=150 --substance 氨=8 --people 60", "试算：150 吨汽油加 8 吨氨，周围 60 人",
                "what if: 150 t of petrol and 8 t of ammonia, 60 people around"),
        ],
        "duty": [
            HelpExample(
                "duty gaps --from 2025-05-01 --to 2025-09-30 --by-role", "汛期哪些点哪些天缺责任人",
                "which points lack a person on which days of the flood season"),
            HelpExample("duty list --where risk=YL-R001", "一个风险点的责任人", "the persons responsible for a point"),
            HelpExample("duty notice YL-R001", "一个风险点的公示牌", "the notice board of a point"),
            HelpExample("duty verify YL-P001", "记下今天打通了电话", "note that the number was called today and answered"),
        ],
        "duty gaps": [
            HelpExample(
                "duty gaps --from 2025-05-01 --to 2025-09-30", "汛期每天每点有没有能联系上的责任人",
                "is a person who can be reached responsible for each point on each day"),
            HelpExample(
                "duty gaps --from 2025-05-01 --to 2025-09-30 --by-role --region 999101001", "三个责任人逐一核对，只看一个街道",
                "for each of the three roles, in one street"),
            HelpExample(
                "duty gaps --from 2025-05-01 --to 2025-09-30 --as-of 2025-05-01 --limit 10", "站在 5 月 1 日看：哪些电话届时已过核实期",
                "seen from 1 May: whose number will have to be called again"),
        ],
        "duty conflicts": [
            HelpExample("duty conflicts --from 2025-01-01 --to 2025-12-31", "一年里重叠的任期", "terms that overlap in a year"),
            HelpExample("duty conflicts --from 2025-01-01 --to 2025-12-31 --exit-status", "有重叠则退出码 1", "exit 1 if there are any"),
        ],
        "duty notice": [
            HelpExample("duty notice YL-R001 --on 2025-06-01", "某一天的公示牌", "the notice board as of a day"),
            HelpExample("duty notice YL-R035 --publish", "内容变了就发布新的一版", "publish a new version if the content changed"),
            HelpExample(
                "duty notice YL-R001 --reveal --reason 张贴公示牌", "显示完整电话；理由先入日志", "with whole telephone numbers; the reason is logged first"),
        ],
        "duty verify": [
            HelpExample("duty verify YL-P001", "记下今天打通了电话", "note that the number was called today and answered"),
            HelpExample("duty verify YL-P001 --on 2026-09-15", "补记以前的一次", "note an earlier call"),
            HelpExample("duty verify YL-P002 --failed", "没有打通：号码不再算已核实", "nobody answered: the number no longer counts as verified"),
        ],
    ]
}
