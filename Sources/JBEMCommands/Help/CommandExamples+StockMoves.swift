extension CommandExamples {
    /// Stock: goods that come in, move and go out.
    static let stockMoves: [String: [HelpExample]] = [
        "stock receive": [
            HelpExample(
                "stock receive YL-KQ YL-TENT=20 YL-QUILT=50 counterpart=虚构帐篷厂 moved_on=2026-01-05", "采购入库，批次自动编号",
                "bought goods come in; their lots are numbered"),
            HelpExample(
                "stock receive YL-KQ YL-WATER=500 --lot YL-WATER-2601-13 moved_on=2026-01-05 made_on=2026-01-02 expires_on=2027-01-02",
                "写明批号、生产与到期日期", "with lot number, days of making and expiry"),
        ],
        "stock donate": [
            HelpExample(
                "stock donate YL-DC01 YL-WATER=300 donor=墨田公司（虚构） moved_on=2026-01-06 expires_on=2027-01-06", "捐赠入库，写明捐赠方",
                "donated goods come in, with their donor")
        ],
        "stock requisition": [
            HelpExample(
                "stock requisition YL-KJ01 YL-VEST=30 counterpart=游船公司（虚构） moved_on=2026-01-05", "征用入库，写明被征用方",
                "requisitioned goods come in, with their owner")
        ],
        "stock issue": [
            HelpExample(
                "stock issue YL-KQ YL-TENT=20 YL-QUILT=100 counterpart=受灾群众（虚构） moved_on=2026-01-05", "发放，先到期的先出；有一样不够就都不发",
                "issue goods, first expired first out; all or nothing"),
            HelpExample(
                "stock issue YL-KQ YL-BAG=500 --lot YL-BAG-2302-4 number=YL-FF-2026-01 -n", "指定批次和单号；-n 只试不写",
                "from a certain lot under a number of your own; -n only tries it"),
        ],
        "stock transfer": [
            HelpExample(
                "stock transfer YL-KQ YL-TENT=5 YL-QUILT=20 --to YL-KJ02 number=YL-DB-2026-01 moved_on=2026-01-05", "调往街道储备点，到货前算在途",
                "send to the store of a street; on the way until it arrives")
        ],
        "stock arrive": [
            HelpExample("stock arrive YL-DB-2026-01 moved_on=2026-01-06", "调拨单上的全部到货", "all of a transfer arrives"),
            HelpExample(
                "stock arrive YL-DB-2026-01 YL-TENT=4 YL-QUILT=20 --lost moved_on=2026-01-06", "到了一部分，其余算丢失",
                "a part arrives, the rest is lost"),
        ],
        "stock return": [
            HelpExample("stock return YL-issue-256", "发放单上的全部退回", "all of what was issued comes back"),
            HelpExample("stock return YL-issue-254 YL-WATER=20 moved_on=2025-12-22", "只退回一部分", "only a part comes back"),
        ],
        "stock recover": [
            HelpExample(
                "stock recover YL-KQ YL-TENT=4 --lot YL-TENT-2002-1", "用过的帐篷回收入库，须写批号",
                "tents come back after use; the lot has to be named")
        ],
        "stock repack": [
            HelpExample(
                "stock repack YL-KQ YL-BAG=100 YL-BAG=100 moved_on=2026-01-05", "100 条换成新包装，另成一批",
                "100 bags get new packs and become a lot of their own")
        ],
        "stock dispose": [
            HelpExample(
                "stock dispose YL-KQ YL-BISCUIT=2000 --lot YL-BISCUIT-2402-5 reason=过期 moved_on=2026-01-26", "过期的一批报废",
                "dispose of a lot that expired"),
            HelpExample(
                "stock dispose YL-KQ YL-BAG=50 reason=受潮发霉 -n", "不写批号则先到期的先出；-n 只试不写",
                "without a lot, first expired first; -n only tries it"),
        ],
        "stock count": [
            HelpExample(
                "stock count YL-KQ YL-BAG=9990 --lot YL-BAG-2002-1 reason=年终盘点", "写实点的数，差额自动入账",
                "write what was counted; the difference is posted"),
            HelpExample(
                "stock count YL-DC01 YL-WATER=490 reason=年终盘点 moved_on=2025-12-28", "只有一个批次时不必写批号；补记以前的日子",
                "a single lot needs no name; on an earlier day"),
        ],
        "stock adjust": [
            HelpExample("stock adjust YL-KQ YL-BAG=-10 --lot YL-BAG-2002-1 reason=破损漏记", "减去已知的差额", "take a known difference off"),
            HelpExample("stock adjust YL-KQ YL-BAG=5 --lot YL-BAG-2302-4 reason=漏记的退库", "或加上", "or add one"),
        ],
    ]
}
