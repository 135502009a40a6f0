import JBEMTestSupport
import Testing

/// What the verbs of stock do and refuse.
@Suite struct StockVerbTests {
    @Test func goodsComeInMoveAndGoOut() {
        let stage = StockStage()
        let session = stage.session
        session.output("stock receive W1 WATER=1000 --lot A made_on=2026-01-10 moved_on=2026-02-01 counterpart=某厂")
        session.output("stock donate W1 WATER=200 --lot B made_on=2026-03-01 expires_on=2026-12-31 moved_on=2026-04-01 donor=某公司")
        #expect(stage.balance("WATER", "W1") == "1200")
        // B expires first, then A.
        let issued = session.output("stock issue W1 WATER=250 moved_on=2026-05-01 counterpart=受灾群众 --json")
        #expect(issued.contains(#""moved":[{"item":"WATER","lot":"B","quantity":200},{"item":"WATER","lot":"A","quantity":50}]"#))
        session.output("stock transfer W1 WATER=300 --to W2 moved_on=2026-06-01 number=DB-1")
        #expect(stage.balance("WATER", "W2") == "0")
        #expect(stage.refused("stock arrive DB-1 --lot C moved_on=2026-06-02") == (66, "jbem: --lot: DB-1 没有批次 “C”\n"))
        session.output("stock arrive DB-1 WATER=280 --lost moved_on=2026-06-02")
        // What was typed is in the journal, and a posting is known by the ids of its records.
        let last = session.output("query 'SELECT max(id) - 1 FROM change' --format plain").split(separator: "\n")[0]
        let change = session.output("log show \(last) --json")
        #expect(change.contains(" --to W2\""), "\(change)")
        #expect(change.contains("@transit MV-500105000-"), "\(change)")
        #expect(stage.balance("WATER", "W2") == "280")
        #expect(session.output("stock trace A --csv").contains("@lost,20"))
        session.output("stock count W2 WATER=275.5 reason=月末盘点 moved_on=2026-06-30")
        #expect(stage.balance("WATER", "W2") == "275.5")
        session.output("stock dispose W2 WATER=5.5 reason=破损 moved_on=2026-07-01")
        #expect(stage.balance("WATER", "W2") == "270")
        #expect(session.output("stock check").contains("没有矛盾"))
        let ledger = session.output("stock ledger --period 2026-06 --warehouse W2 --csv")
        #expect(ledger.contains("WATER,水,升,W2,0,280,4.5,275.5"))
        // What places and outside accounts have of a lot is nothing together.
        #expect(session.output("query 'SELECT sum(quantity) FROM posting' --format plain") == "0\n")
    }

    @Test func anIssueIsWholeOrSaysWhatIsMissing() {
        let stage = StockStage()
        stage.session.output("stock receive W1 TENT=10顶 --lot T moved_on=2026-02-01")
        let refused = stage.refused("stock issue W1 TENT=12 moved_on=2026-05-01")
        #expect(refused.code == 65)
        #expect(refused.text.contains("TENT: 缺 2 顶"))
        let partial = stage.session.run("stock issue W1 TENT=12 --partial moved_on=2026-05-01")
        #expect(partial.code == 3)
        #expect(partial.err.contains("缺：TENT 2 顶"))
        #expect(stage.balance("TENT", "W1") == "0")
        #expect(stage.refused("stock issue W1 TENT=1 --partial moved_on=2026-05-02").code == 65)
    }

    @Test func piecesStayWhole() {
        let stage = StockStage()
        stage.session.output("stock receive W1 TENT=10 --lot T moved_on=2026-02-01")
        let refused = stage.refused("stock issue W1 TENT=1.5 moved_on=2026-05-01")
        #expect(refused.code == 65 && refused.text.contains("TENT: 数量须是 1 顶的整数倍"))
        #expect(stage.refused("stock receive W1 TENT=1.5 moved_on=2026-05-01").text.contains("TENT 的数量须是 1 的整数倍"))
    }

    @Test func aJournalOfSyntheticGoodsSaysSo() {
        let journal = TestSession(.sample).output("stock export")
        #expect(journal.hasPrefix("; 【示例数据：虚构，不是任何真实地区】\n; [SAMPLE DATA: invented, no real district]\n\n2020-"))
        #expect(!StockStage().session.output("stock export").contains("示例"))
    }

    @Test func whatWasIssuedComesBackToWhereItLeft() {
        let stage = StockStage()
        stage.session.output("stock receive W1 TENT=10 --lot T moved_on=2026-02-01")
        stage.session.output("stock issue W1 TENT=6 moved_on=2026-03-01 number=FF-1")
        stage.session.output("stock return FF-1 TENT=2 moved_on=2026-03-05")
        #expect(stage.balance("TENT", "W1") == "6")
        let refused = stage.refused("stock return FF-1 TENT=5 moved_on=2026-03-06")
        #expect(refused.code == 65 && refused.text.contains("比 FF-1 多 1 顶"))
        stage.session.output("stock return FF-1 moved_on=2026-03-07")
        #expect(stage.balance("TENT", "W1") == "10")
        #expect(stage.refused("stock return FF-1 moved_on=2026-03-08").text.contains("已全部退回"))
    }

    @Test func backDatingIsAllowedAndHonest() {
        let stage = StockStage()
        let session = stage.session
        session.output("stock receive W1 TENT=10 --lot T moved_on=2026-02-01")
        session.output("stock issue W1 TENT=10 moved_on=2026-05-01 number=FF-9")
        // On 1 March ten were there, but they were needed in May.
        #expect(stage.refused("stock issue W1 TENT=1 moved_on=2026-03-01").code == 65)
        session.output("stock receive W1 TENT=2 --lot U moved_on=2026-02-15")
        session.output("stock issue W1 TENT=2 moved_on=2026-03-01")
        // A document that breaks a later one names it.
        let refused = stage.refused("stock adjust W1 TENT=-1 --lot T reason=补记 moved_on=2026-04-01")
        #expect(refused.code == 65)
        #expect(refused.text.contains("FF-9"))
        #expect(refused.text.contains("批次 T 将为 -1"))
    }

    @Test func undoObeysTheSameLaws() {
        let stage = StockStage()
        let session = stage.session
        session.output("stock receive W1 TENT=10 --lot T moved_on=2026-02-01")
        let change = session.output("log head --json")
        session.output("stock issue W1 TENT=4 moved_on=2026-03-01")
        let number = change.split(separator: ":")[1].prefix { $0 != "," }
        #expect(stage.refused("undo \(number)").code == 65, "the receipt of goods that were issued")
        session.output("undo")
        #expect(stage.balance("TENT", "W1") == "10")
        session.output("undo \(number)")
        #expect(stage.balance("TENT", "W1") == "0")
        session.output("log verify --replay")
    }

    @Test(arguments: [
        ("stock issue W1 TENT=1.5 moved_on=2026-05-01", 65, "TENT"), ("stock receive W1 TENT=1.5 --lot X moved_on=2026-05-01", 65, "整数倍"),
        ("stock receive W1 BISCUIT=41 --lot X moved_on=2026-05-01", 65, "整数倍"),
        ("stock receive W1 WATER=1 --lot X made_on=2026-05-02 moved_on=2026-05-01", 65, "才生产"),
        ("stock issue W1 WATER=1 --lot OLD moved_on=2026-05-01", 65, "到期"),
        ("stock issue W1 WATER=1 --lot SEALED moved_on=2026-05-01", 65, "封存"),
        ("stock receive W2 TENT=51 --lot X moved_on=2026-05-01", 65, "库容"), ("stock receive W1 TENT=0 --lot X", 65, "大于零"),
        ("stock receive W1 TENT=五 --lot X", 65, "TENT"), ("stock receive W1 TENT=5张 --lot X", 65, "TENT: 按 顶 计，不是 “5张”"),
        ("stock receive W1 WATER=5kg --lot X", 65, "按 升 计"), ("stock receive W9 TENT=1", 66, "W9"), ("stock receive W1 NO=1", 66, "NO"),
        ("stock receive W1", 64, "没有写物资"), ("stock receive @issued TENT=1", 64, "外部账户"),
        ("stock dispose W1 TENT=1 moved_on=2026-05-01", 65, "reason"),
        ("stock transfer W1 TENT=1 moved_on=2026-05-01", 64, "--to"), ("stock transfer W1 TENT=1 --to W1", 64, "同一库点"),
        ("stock receive W1 TENT=1 moved_on=2027-01-01", 65, "还没有到"), ("stock receive W1 TENT=1 --to W2", 64, "--to"),
        ("stock receive W1 TENT=1 --lot OLD", 65, "不是物资 TENT 的"), ("stock receive W1 TENT=1 kind=issue", 64, "不在此填写"),
        ("stock issue W1 TENT=1 made_on=2026-01-01", 64, "made_on"), ("stock issue W1 TENT=1 reson=甲", 66, "reason"),
        ("stock issue W1 TENT", 64, "物资编号=数量"), ("stock recover W1 TENT=1 WATER=1 --lot T", 64, "一次一种"),
        ("item add number=Z name=甲 unit=个 class=199", 65, "class"), ("stock count W1 TENT=9 moved_on=2026-05-01 --lot T", 65, "reason"),
        ("stock arrive RK-0", 65, "不是调出单"), ("stock trace NONE", 66, "NONE"),
    ])
    func badInputIsRefusedWithItsReason(line: String, code: Int32, words: String) {
        let stage = StockStage()
        stage.session.output("stock receive W1 TENT=10 --lot T moved_on=2026-02-01 number=RK-0")
        stage.session.output("stock receive W1 WATER=10 --lot OLD made_on=2024-01-01 moved_on=2024-02-01")
        stage.session.output("stock receive W1 WATER=10 --lot SEALED moved_on=2026-02-01")
        stage.session.output("lot set SEALED is_quarantined=1")
        let refused = stage.refused(line)
        #expect(refused.code == code, "\(refused.text)")
        #expect(refused.text.contains(words), "\(refused.text)")
    }

    @Test func reportsFollowFromThePostings() {
        let stage = StockStage()
        let session = stage.session
        session.output("stock receive W1 WATER=900 --lot A made_on=2026-06-01 moved_on=2026-07-01")
        session.output("stock receive W1 WATER=100 --lot OLD made_on=2025-01-01 moved_on=2025-02-01")
        session.output("stock receive W1 TENT=20 --lot T moved_on=2026-02-01")
        session.output("norm add number=N1 item=WATER warehouse=W1 quantity=1000 source=虚构")
        session.output("norm add number=N2 item=TENT tier=street quantity=5 source=虚构")
        // What expired does not count.
        #expect(session.output("stock shortage --csv").contains("W1,WATER,水,升,1000,900,100,虚构"))
        #expect(session.output("stock shortage --csv").contains("W2,TENT,帐篷,顶,5,0,5,虚构"))
        #expect(session.run("stock shortage --exit-status").code == 1)
        let cover = session.output("stock cover --people 100 --csv")
        #expect(cover.contains("WATER,水,升,900,300,day,3,"))
        #expect(cover.contains("TENT,帐篷,顶,20,25,once,,0.8"))
        #expect(session.output("stock expiring --csv").contains("2026-01-01,-326,WATER,水,升,OLD,W1,100"))
        #expect(session.output("stock balance --by tier --csv").contains("TENT,帐篷,顶,district,20,20,"))
        #expect(session.output("stock balance --as-of 2026-03-01 --csv").contains("WATER,水,升,100,0,2026-01-01"))
    }

    @Test func whatExpiresIsOnTheAgendaAsLongAsItIsThere() {
        let stage = StockStage()
        let session = stage.session
        session.output("stock receive W1 WATER=10 --lot A made_on=2025-12-01 moved_on=2026-01-01")
        #expect(session.output("agenda --topic stock --until 30d --csv").contains("2026-12-01,8,stock.expiry,A 水,LT-500105000-1"))
        session.output("stock issue W1 WATER=10 moved_on=2026-11-01")
        #expect(!session.output("agenda --topic stock --until 30d --csv").contains("stock.expiry"))
    }

    @Test func storesOfTheTiersCountForThePlan() {
        let stage = StockStage()
        let session = stage.session
        session.output("plan load jiangbei-2021-2025")
        #expect(session.output("kpi show T30 --as-of 2024-06-30 --json").contains(#""value":1,"#))
        #expect(session.output("kpi show T31 --as-of 2024-06-30 --json").contains(#""value":1,"#))
        session.output("warehouse set W2 valid_from=2025-01-01")
        #expect(session.output("kpi show T31 --as-of 2024-06-30 --json").contains(#""value":0,"#))
    }
}
