import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMOperations

/// `stock allocate`, `rebalance` and `place` from entry to documents.
@Suite struct AllocationVerbTests {
    /// Twenty tents at W1, six at W2, none at W3; the school lies 2 km from W2 and 10 km from W1.
    private func stage(_ further: [String] = []) -> StockStage {
        let stage = StockStage()
        let lines =
            [
                "stock receive W1 TENT=20 --lot T1 moved_on=2026-02-01", "stock receive W2 TENT=6 --lot T2 moved_on=2026-02-01",
                "scenario add number=QJ title=洪水 days=3", "need add scenario=QJ place=学校 item=TENT people=40",
                "leg add origin=W1 place=学校 distance_km=10 minutes=9", "leg add origin=W2 place=学校 distance_km=2 minutes=20",
            ] + further
        for line in lines { stage.session.output(line) }
        return stage
    }

    private func rows(_ session: TestSession, _ line: String) -> [String] {
        session.output("\(line) --csv").split(separator: "\n").dropFirst().map(String.init)
    }

    @Test func theNearGiveFirst() {
        // 40 people × 0.25 = 10 tents.
        let session = stage().session
        #expect(rows(session, "stock allocate QJ") == ["send,TENT,帐篷,顶,W1,学校,4,10,1", "send,TENT,帐篷,顶,W2,学校,6,2,1"])
        #expect(rows(session, "stock allocate QJ --by time") == ["send,TENT,帐篷,顶,W1,学校,10,9,1"])
        #expect(rows(session, "stock allocate QJ --from W1 --within 10km") == ["send,TENT,帐篷,顶,W1,学校,10,10,1"])
        #expect(rows(session, "stock allocate QJ --within 5km").last == "unmet,TENT,帐篷,顶,,学校,4,,1")
    }

    @Test func floorsAreTouchedOnlyWhenAllowed() {
        let session = stage([
            "norm add number=N1 item=TENT warehouse=W1 quantity=20 floor=18 source=虚构",
            "norm add number=N2 item=TENT warehouse=W2 quantity=6 source=虚构",
        ]).session
        #expect(rows(session, "stock allocate QJ").map { $0.split(separator: ",")[0] } == ["send", "send", "unmet"])
        let text = session.output("stock allocate QJ")
        #expect(text.contains("TENT：学校 共需 10 顶，能到的 8（W1 2 + W2 6），缺 2。"))
        #expect(text.contains("底线未动用：W1 18；--use-floors 可动用。"))
        #expect(text.contains("W2 每多 1 顶，学校 就多得 1 顶，路程合计 +2 公里。"))
        #expect(session.run("stock allocate QJ --exit-status").code == 1)
        #expect(!session.output("stock allocate QJ --use-floors").contains("缺"))
        let limits = rows(session, "stock allocate QJ --explain")
        #expect(limits == ["1,TENT,学校,10,2,顶,floor,W1,2,18,学校,10", "1,TENT,学校,10,2,顶,stock,W2,6,,学校,2"])
    }

    @Test func applyWritesOneChangeThatCanBeUndone() {
        let stage = stage([
            "need add scenario=QJ place=街道 item=TENT quantity=3 warehouse=W3 priority=2", "leg add origin=W1 place=W3 distance_km=1",
        ])
        let session = stage.session
        let out = session.output("stock allocate QJ --apply --json")
        #expect(out.contains(#""documents":["issue-2026-11-23-1","transfer-2026-11-23-1","issue-2026-11-23-2"]"#))
        #expect(stage.balance("TENT", "W1") == "13" && stage.balance("TENT", "W2") == "0" && stage.balance("TENT", "W3") == "0")
        session.output("stock arrive transfer-2026-11-23-1")
        #expect(stage.balance("TENT", "W3") == "3")
        #expect(session.output("movement show issue-2026-11-23-1 --json").contains(#""counterpart":"学校""#))
        session.output("undo")
        session.output("undo")
        #expect(stage.balance("TENT", "W1") == "20" && stage.balance("TENT", "W2") == "6")
        session.output("stock check")
    }

    @Test func applyIsWholeOrSaysWhatIsMissing() {
        let stage = stage(["need set QJ/学校/TENT people=400"])
        let refused = stage.refused("stock allocate QJ --apply")
        #expect(refused.code == 65 && refused.text.contains("学校: TENT 缺 74 顶"))
        let partial = stage.session.run("stock allocate QJ --apply --partial")
        #expect(partial.code == 3)
        #expect(stage.balance("TENT", "W1") == "0")
        // What was sent is not sent again, and there is nothing left: nothing is written.
        #expect(stage.session.run("stock allocate QJ --apply --partial").out.contains("没有变化"))
    }

    @Test func whatExpiredOrIsSealedIsNotSent() {
        let session = stage([
            "stock receive W1 WATER=50 --lot A made_on=2024-01-01 moved_on=2024-02-01",
            "stock receive W1 WATER=30 --lot B made_on=2026-10-01 moved_on=2026-10-02",
            "stock receive W1 WATER=7 --lot C made_on=2026-10-01 moved_on=2026-10-02", "lot set C is_quarantined=1",
            "need add scenario=QJ place=学校 item=WATER quantity=40",
        ]).session
        #expect(rows(session, "stock allocate QJ --item WATER") == ["send,WATER,水,升,W1,学校,30,10,1", "unmet,WATER,水,升,,学校,10,,1"])
    }

    @Test func answersDoNotDependOnTheOrderOfEntry() {
        let session = { (lines: [String]) -> String in
            let stage = StockStage()
            for line in lines { stage.session.output(line) }
            return stage.session.output("stock allocate QJ --csv")
        }
        let fixed = ["scenario add number=QJ title=洪水"]
        let goods = ["W1", "W2", "W3"].map { "stock receive \($0) TENT=5 --lot L-\($0) moved_on=2026-02-01" }
        let needs = ["丙", "甲", "乙"].map { "need add scenario=QJ place=\($0) item=TENT quantity=4" }
        let legs = ["W1", "W2", "W3"].flatMap { origin in ["甲", "乙", "丙"].map { "leg add origin=\(origin) place=\($0) distance_km=1" } }
        let first = session(fixed + goods + needs + legs)
        #expect(first == session(fixed + legs.reversed() + needs.reversed() + goods.reversed()))
        #expect(first.split(separator: "\n").count >= 4)
    }

    @Test func vehiclesLimitWhatLeaves() {
        // 200 l a tent: 1 m³ carries five.
        let session = stage(["warehouse set W1 dispatch_m3=1", "warehouse set W2 dispatch_m3=0.5"]).session
        #expect(
            rows(session, "stock allocate QJ") == ["send,TENT,帐篷,顶,W1,学校,5,10,1", "send,TENT,帐篷,顶,W2,学校,2,2,1", "unmet,TENT,帐篷,顶,,学校,3,,1"])
        let limits = rows(session, "stock allocate QJ --explain")
        // By volume 7.5 tents fit: half a one is left over.
        #expect(limits.first?.contains("m³,vehicles,W1,1,,学校,10") == true && limits.last == ",TENT,学校,10,1,顶,whole_pieces,,,,,")
    }

    @Test func rebalancingGoesTowardsTheNorms() {
        let stage = stage([
            "norm add number=N1 item=TENT warehouse=W1 quantity=15 source=虚构",
            "norm add number=N2 item=TENT tier=village quantity=8 source=虚构",
            "norm add number=N3 item=TENT warehouse=W2 quantity=6 source=虚构", "leg add origin=W1 place=W3 distance_km=4",
        ])
        let session = stage.session
        #expect(rows(session, "stock rebalance") == ["send,TENT,帐篷,顶,W1,W3,5,4,1", "unmet,TENT,帐篷,顶,,W3,3,,1"])
        #expect(session.run("stock rebalance --apply --partial").code == 3)
        // What is on the way counts.
        #expect(rows(session, "stock rebalance") == ["unmet,TENT,帐篷,顶,,W3,3,,1"])
        #expect(session.output("agenda --topic stock --csv").contains("stock.norm,村库 TENT 0/8,W3"))
    }

    @Test func setsGoWhereMostAreReached() {
        let session = stage(["need add scenario=QJ place=医院 item=TENT people=90", "leg add origin=W3 place=医院 distance_km=1"]).session
        #expect(rows(session, "stock place QJ --sets 1 --within 5km") == ["place,W3,村库,90,,", "unreached,学校,,40,W2,2"])
        #expect(session.run("stock place QJ --sets 1 --within 5km").err.contains("截至 2026-11-23，130 人中到达 90 人；不动已选，再加一套可多到达 40 人"))
        #expect(
            rows(session, "stock place QJ --sets 1 --within 5km --item TENT") == [
                "given,W1,区库,0,,", "given,W2,街库,40,,", "place,W3,村库,90,,",
            ])
    }

    @Test func contractsLengthenTheCover() {
        let session = stage([
            "warehouse add code=CH name=厂 kind=supplier tier=society region=500105006 office=500105006",
            "stock receive W1 WATER=90 --lot A made_on=2026-10-01 moved_on=2026-10-02",
            "contract add number=C1 warehouse=CH item=WATER lead_days=1 ramp_days=2 daily=40 total=100 valid_from=2026-01-01",
        ]).session
        // 10 people × 3 l a day: 90 l last three days; made by the end of day 2, 3, 4, 5: 20, 60, 100, 100.
        #expect(rows(session, "stock cover --people 10") == ["TENT,帐篷,顶,26,2.5,once,,10.4,", "WATER,水,升,90,30,day,3,,6"])
        #expect(rows(session, "stock capacity --days 3") == ["C1,CH,WATER,水,升,1,2,40,3,60,"])
        #expect(session.run("contract add number=C2 warehouse=W1 item=WATER daily=1 valid_from=2026-01-01").err.contains("W1 不是产能储备企业"))
    }

    @Test(arguments: [
        ("stock allocate NONE", 66, "NONE"), ("stock allocate QJ --within 5", 64, "--within"),
        ("stock allocate QJ --within 5min", 64, "--by time"),
        ("stock allocate QJ --partial", 64, "--apply"), ("stock allocate QJ --apply --as-of 2026-01-01", 64, "--as-of"),
        ("stock allocate QJ --detour 0.5", 64, "--detour"), ("stock allocate QJ --from W9", 66, "W9"),
        ("stock allocate QJ --item NO", 66, "NO"),
        ("stock allocate LEER", 65, "没有需求"), ("need add scenario=QJ place=甲 item=TENT", 65, "人数"),
        ("norm add number=N item=TENT warehouse=W1 quantity=5 floor=6 source=虚构", 65, "多于应存"),
        ("stock place QJ --sets 0 --within 1km", 64, "--sets"),
        ("stock place QJ --sets 1", 64, "--within"), ("leg add origin=W1 place=甲", 65, "distance_km"), ("stock label NONE", 66, "NONE"),
        ("stock capacity --days 0", 64, "--days"), ("need add scenario=QJ place=甲 item=TENT quantity=1 warehouse=@transit", 65, "外部账户"),
        ("leg add origin=@lost place=甲 distance_km=1", 65, "外部账户"), ("stock allocate QJ --item WATER", 65, "不需要"),
        ("stock allocate QJ --by time --within 9223372036854775min", 64, "--within"),
    ])
    func badInputIsRefusedWithItsReason(line: String, code: Int32, words: String) {
        let stage = stage(["scenario add number=LEER title=空"])
        let refused = stage.refused(line)
        #expect(refused.code == code, "\(refused.text)")
        #expect(refused.text.contains(words), "\(refused.text)")
    }

    @Test func aNeedThatCannotBeWorkedOutSaysSo() {
        let session = stage(["item add number=BED name=床 unit=张", "need add scenario=QJ place=学校 item=BED people=4"]).session
        let result = session.run("stock allocate QJ")
        #expect(result.code == 65 && result.err.contains("物资 BED 没有人均定额"))
    }

    @Test func whatWasSentForAScenarioIsNotSentAgain() {
        let stage = stage(["need set QJ/学校/TENT people=112"])
        let session = stage.session
        #expect(session.run("stock allocate QJ --apply --partial").code == 3)
        session.output("stock receive W1 TENT=9 --lot T3")
        #expect(rows(session, "stock allocate QJ") == ["send,TENT,帐篷,顶,W1,学校,2,10,1"])
        session.output("stock allocate QJ --apply")
        #expect(session.output("stock allocate QJ --apply").contains("没有要调运的"))
        #expect(stage.balance("TENT", "W1") == "7")
        // What comes back is needed again.
        let issue = session.output("query \"SELECT number FROM movement WHERE kind = 'issue' ORDER BY id DESC LIMIT 1\" --format plain")
        session.output("stock return \(issue.split(separator: "\n")[0]) TENT=1")
        #expect(rows(session, "stock allocate QJ") == ["send,TENT,帐篷,顶,W1,学校,1,10,1"])
    }

    @Test func needsOfOneWarehouseShareWhatWasSentToIt() {
        let session = stage([
            "need add scenario=QJ place=甲 item=TENT quantity=2 warehouse=W3",
            "need add scenario=QJ place=乙 item=TENT quantity=3 warehouse=W3",
            "leg add origin=W1 place=W3 distance_km=1", "stock transfer W1 TENT=4 --to W3 scenario=QJ",
        ]).session
        #expect(rows(session, "stock allocate QJ").filter { $0.contains(",甲,") || $0.contains(",乙,") }.count == 1)
    }

    @Test func urgentNeedsHaveTheirPiecesFirst() {
        // One cubic metre each; A fits into either whole, B only into W1's, C only into W2's.
        let stage = StockStage()
        for line in [
            "item add number=A name=大 unit=件 volume_l=1000", "item add number=B name=半 unit=件 volume_l=500",
            "item add number=C name=半 unit=件 volume_l=500",
            "warehouse set W1 dispatch_m3=1", "warehouse set W3 dispatch_m3=1", "stock receive W1 A=1 --lot A1",
            "stock receive W3 A=1 --lot A3",
            "stock receive W1 B=1 --lot B1", "stock receive W3 C=1 --lot C3", "scenario add number=QJ title=洪水",
            "need add scenario=QJ place=甲 item=A quantity=1", "need add scenario=QJ place=乙 item=B quantity=1",
            "need add scenario=QJ place=丙 item=C quantity=1 priority=2",
        ] + ["甲", "乙", "丙"].flatMap({ place in ["W1", "W3"].map { "leg add origin=\($0) place=\(place) distance_km=1" } }) {
            stage.session.output(line)
        }
        let ways = rows(stage.session, "stock allocate QJ")
        #expect(ways.filter { $0.hasPrefix("send") }.count == 2 && ways.last == "unmet,C,半,件,,丙,1,,2")
    }

    @Test func volumesOfThousandthsCount() {
        let stage = StockStage()
        for line in [
            "item add number=RICE name=米 unit=kg granularity=any volume_l=1.9", "warehouse set W1 dispatch_m3=1",
            "stock receive W1 RICE=900 --lot R", "scenario add number=QJ title=洪水", "need add scenario=QJ place=甲 item=RICE quantity=900",
            "leg add origin=W1 place=甲 distance_km=1",
        ] { stage.session.output(line) }
        // 1 m³ / 1.9 l
        #expect(rows(stage.session, "stock allocate QJ").first == "send,RICE,米,kg,W1,甲,526.315,1,1")
    }

    @Test func whatDoesNotFitInIsNotSent() {
        let stage = stage([
            "warehouse set W3 capacity_m3=1", "need add scenario=QJ place=村 item=TENT quantity=6 warehouse=W3",
            "leg add origin=W1 place=W3 distance_km=1",
        ])
        let refused = stage.refused("stock allocate QJ --apply")
        #expect(refused.code == 65 && refused.text.contains("W3 的库容还剩 1.0 立方米，放不下 1.2 立方米"), "\(refused.text)")
    }

    @Test func theJournalSaysWhatWasAllowed() {
        let session = stage(["norm add number=N1 item=TENT warehouse=W1 quantity=20 floor=18 source=虚构"]).session
        session.output("stock allocate QJ --use-floors --within 10km --apply")
        #expect(session.output("log list --limit 1 --json").contains("QJ --within 10km --use-floors"))
    }

    @Test func aFileTakesTheWholeAnswer() {
        let session = stage(["need set QJ/学校/TENT people=400"]).session
        let file = session.folder.file("plan.txt")
        session.output("stock allocate QJ -o \(file)")
        let text = TestFile.text(file) ?? ""
        #expect(text.contains("调运") && text.contains("共需 100 顶"))
        let before = session.output("log head")
        #expect(session.run("stock allocate QJ --apply --partial -o \(file)").code == 73)
        #expect(session.output("log head") == before)
    }

    @Test func aPastDayKnowsNothingOfLaterTransfers() {
        let session = stage([
            "norm add number=N2 item=TENT tier=village quantity=8 source=虚构",
            "norm add number=N1 item=TENT warehouse=W1 quantity=0 source=虚构",
            "leg add origin=W1 place=W3 distance_km=4",
        ]).session
        let before = rows(session, "stock rebalance --as-of 2026-11-22 --from W1")
        session.output("stock rebalance --from W1 --apply")
        #expect(rows(session, "stock rebalance --as-of 2026-11-22 --from W1") == before)
        #expect(rows(session, "stock rebalance --from W1").isEmpty)
    }
}
