import JBEMCore
import JBEMTestSupport
import Testing

/// Lists: which records, in which order, as of which day.
@Suite struct ListTests {
    /// The short names of the listed records.
    private func numbers(_ session: TestSession, _ arguments: [String]) -> [String] {
        let result = session.run(arguments + ["--format", "plain"])
        #expect(result.code == 0, "\(arguments): \(result.err)")
        return result.out.split(separator: "\n").map { line in
            let name = line.split(separator: "\t", omittingEmptySubsequences: false)[0]
            return name.split(separator: "-").last.map(String.init) ?? ""
        }
    }

    // MARK: - Filters

    private static let filters: [(noun: String, filters: [String], expected: [String])] = [
        ("accident", ["grade=larger"], ["2"]), ("accident", ["等级=较大"], ["2"]), ("accident", ["grade=larger,general"], ["1", "2", "3"]),
        ("accident", ["sector!=road_traffic"], ["1"]),
        ("accident", ["deaths>=3"], ["2"]), ("accident", ["死亡>1"], ["2"]), ("accident", ["deaths<=1"], ["1", "3"]),
        ("accident", ["deaths<1"], []),
        ("accident", ["deaths=1,3"], ["1", "2", "3"]), ("accident", ["deaths="], ["4"]), ("accident", ["deaths!="], ["1", "2", "3"]),
        ("accident", ["direct_loss>=120.05"], ["1", "2"]), ("accident", ["direct_loss>120.05"], ["2"]),
        ("accident", ["direct_loss=1050万元"], ["2"]), ("accident", ["occurred_on=2024"], ["1", "2"]),
        ("accident", ["occurred_on=2024Q3"], ["2"]),
        ("accident", ["occurred_on=2024-07-19"], ["2"]), ("accident", ["日期<2024-07"], ["1"]),
        ("accident", ["occurred_on>2024"], ["3", "4"]),
        ("accident", ["occurred_on!=2024-07-19"], ["1", "3", "4"]), ("accident", ["occurred_at=2025-01"], ["3"]),
        ("accident", ["occurred_at>=2025-02-01"], []), ("accident", ["is_production=是"], ["1", "2", "3", "4"]),
        ("accident", ["counts=no"], ["4"]),
        ("accident", ["title~车"], ["2", "3"]), ("accident", ["名称~“桥”"], ["2"]), ("accident", ["case_no~jb-2025"], ["3", "4"]),
        ("accident", ["title=重复登记"], ["4"]), ("accident", ["region=500105100"], ["3", "4"]), ("accident", ["区域=铁山坪街道"], ["2"]),
        ("accident", ["duplicate_of=AC-3"], ["4"]), ("accident", ["duplicate_of=AC-500105000-3"], ["4"]),
        ("accident", ["duplicate_of=JB-2025-001"], ["4"]),
        ("accident", ["exclusion="], ["1", "2", "3"]), ("accident", ["exclusion= "], ["1", "2", "3"]), ("accident", ["exclusion!="], ["4"]),
        ("accident", ["occurred_on>=2024-06", "deaths<3"], ["3"]), ("accident-report", ["accident=AC-1", "kind=终报"], ["2"]),
        ("person", ["phone=13900000002"], ["2"]), ("person", ["phone=13900000009"], []),
        ("person", ["id_number!=999101197409229013"], ["2"]),
        ("person", ["phone~139"], ["1", "2"]), ("person", ["phone~3900000001"], []), ("person", ["id_number="], ["2"]),
        ("figure", ["period=2024"], ["2", "3"]), ("figure", ["value>=5"], ["1", "3"]), ("figure", ["value=20"], ["1"]),
        ("figure", ["published_on>2025Q1"], []),
        ("closing", ["is_overriding=1"], ["2"]), ("closing", ["count>=2"], []), ("disaster-report", ["crop_failed_area>=0.75"], ["2"]),
    ]

    @Test(arguments: filters) func filtersPickTheRecords(noun: String, filters: [String], expected: [String]) {
        let session = TestSession(.few)
        #expect(numbers(session, [noun, "list"] + filters.flatMap { ["--where", $0] }) == expected)
    }

    @Test func filtersThatMakeNoSenseAreWrongUsage() {
        let session = TestSession(.few)
        expectRefusal(session, "accident list --where titel~桥", code: 64, ["jbem: 事故没有字段 “titel”", "提示：是否指 title？"])
        expectRefusal(
            session, "accident list --where 桥", code: 64,
            ["jbem: 不是筛选条件：“桥”", "提示：写作 字段=值、字段<值、字段~文字；多个值用逗号"])
        expectRefusal(session, "accident list --where deaths>三", code: 64, ["jbem: deaths: 不是整数：\"三\""])
        expectRefusal(
            session, "accident list --where grade=larg", code: 64, ["jbem: grade: “larg” 不在代码表 accident_grade 中（如 larger）"])
        expectRefusal(session, "accident list --where occurred_on!=2024", code: 64, ["jbem: occurred_on: != 只能接一天"])
        for text in ["deaths>", "deaths<=", "occurred_on<", "title~", "grade=,", "deaths< "] {
            let field = text.prefix { $0.isLetter || $0 == "_" }
            expectRefusal(session, "accident list --where '\(text)'", code: 64, ["jbem: \(field): “\(text)” 没有值"])
        }
        session.language = .en
        expectRefusal(
            session, "accident list --where titel~x", code: 64, ["jbem: accident has no field \"titel\"", "hint: did you mean title?"])
    }

    // MARK: - Order and amount

    @Test func listsAreSortedByEveryFieldAndBothWays() {
        let session = TestSession(.few)
        #expect(numbers(session, ["accident", "list"]) == ["1", "2", "3", "4"])
        #expect(numbers(session, ["accident", "list", "--sort", "-occurred_on"]) == ["4", "3", "2", "1"])
        #expect(numbers(session, ["accident", "list", "--sort", "-deaths,-id"]) == ["2", "3", "1", "4"])
        #expect(numbers(session, ["accident", "list", "--sort=-直接经济损失"]) == ["2", "1", "3", "4"])
        // By pinyin: huo, ke, wai, zhong.
        #expect(numbers(session, ["accident", "list", "--sort", "title"]) == ["3", "2", "1", "4"])
        expectRefusal(session, "accident list --sort death", code: 64, ["jbem: 事故没有字段 “death”", "提示：是否指 deaths？"])
    }

    @Test func partsOfAListCanBeTaken() {
        let session = TestSession(.few)
        #expect(numbers(session, ["accident", "list", "--limit", "2"]) == ["1", "2"])
        #expect(numbers(session, ["accident", "list", "--limit", "2", "--offset", "3"]) == ["4"])
        #expect(numbers(session, ["accident", "list", "--offset", "3"]) == ["4"])
        #expect(numbers(session, ["accident", "list", "--limit", "0"]) == [])
        #expect(session.run("accident list --limit 2").err == "共 4 条，列出 2 条\n")
        #expect(session.run("accident list -q").err == "")
        expectRefusal(session, "accident list --limit=-1", code: 64, ["jbem: --limit 不能为负"])
        expectRefusal(session, "accident list --offset=-1 --lang en", code: 64, ["jbem: --offset must not be negative"])
    }

    @Test func listsAreCutByTime() {
        let session = TestSession(.few)
        #expect(numbers(session, ["accident", "list", "--since", "2024-07"]) == ["2", "3", "4"])
        #expect(numbers(session, ["accident", "list", "--until", "2024Q3"]) == ["1", "2"])
        #expect(numbers(session, ["accident", "list", "--since", "2025-01-31", "--until", "2025-01-31"]) == ["3"])
        session.now = Instant(rfc3339: "2025-02-02T15:59:59Z")!
        #expect(numbers(session, ["accident", "list", "--since", "昨天"]) == ["4"])
        #expect(numbers(session, ["accident", "list", "--since", "2d"]) == ["3", "4"])
        // One second later it is the third of February here.
        session.now = Instant(rfc3339: "2025-02-02T16:00:00Z")!
        #expect(numbers(session, ["accident", "list", "--since", "昨天"]) == [])
        expectRefusal(session, "office list --since 2024", code: 64, ["jbem: 单位没有时间字段，不能用 --since 和 --until"])
        #expect(session.run("accident list --since 很久").err.hasPrefix("jbem: --since: 看不懂的日期：\"很久\""))
    }

    // MARK: - The past

    private func casualties(_ session: TestSession, _ day: String) -> String {
        session.output(
            "accident list --as-of \(day) --limit 1 --format plain --fields grade,deaths,serious_injuries,direct_loss,is_provisional"
        )
        .replacing("AC-500105000-1\t", with: "").replacing("\n", with: "")
    }

    @Test func aPastDayKnowsOnlyItsReports() {
        let session = TestSession(.few)
        #expect(casualties(session, "2024-03-04") == "\t\t\t\t1")
        #expect(casualties(session, "2024-03-05") == "general\t0\t1\t3.5\t1")
        #expect(casualties(session, "2024-04-01") == "general\t0\t1\t3.5\t1")
        #expect(casualties(session, "2024-04-02") == "general\t1\t0\t120.05\t1")
        #expect(casualties(session, "2024Q2") == "general\t1\t0\t120.05\t0")
        #expect(casualties(session, "today") == "general\t1\t0\t120.05\t0")
        #expect(session.output("accident show AC-1 --as-of 2024-03-31 --csv").contains(",general,0,0,1,0,3.5,"))
    }

    @Test func filtersLookAtThePastDayToo() {
        let session = TestSession(.few)
        #expect(numbers(session, ["accident", "list", "--where", "deaths>=1"]) == ["1", "2", "3"])
        #expect(numbers(session, ["accident", "list", "--where", "deaths>=1", "--as-of", "2024-03-31"]) == [])
        #expect(numbers(session, ["accident", "list", "--where", "deaths>=1", "--as-of", "2024"]) == ["1", "2"])
    }
}
