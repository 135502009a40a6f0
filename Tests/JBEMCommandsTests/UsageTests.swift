import JBEMCore
import JBEMTestSupport
import Testing

/// Wrong usage ends with 64, in words of the reader's language, and with the way out.
@Suite struct UsageTests {
    private static let wrong: [(line: String, zh: [String], en: [String])] = [
        (
            "frob", ["jbem: 没有名词 “frob”", "提示：用 jbem --help 查看名词"],
            ["jbem: there is no noun \"frob\"", "hint: jbem --help lists the nouns"]
        ),
        (
            "acident list", ["jbem: 没有名词 “acident”", "提示：是否想写 accident？"],
            ["jbem: there is no noun \"acident\"", "hint: did you mean accident?"]
        ),
        (
            "accident lst", ["jbem: accident 没有动词 “lst”", "提示：是否想写 list？"],
            ["jbem: accident has no verb \"lst\"", "hint: did you mean list?"]
        ),
        (
            "log frobnicate", ["jbem: log 没有动词 “frobnicate”", "提示：动词：list show verify head"],
            ["jbem: log has no verb \"frobnicate\"", "hint: verbs: list show verify head"]
        ),
        (
            "accident list --fild x", ["jbem: 没有选项 --fild；是否指 --fields？", "提示：用 jbem accident list --help 查看用法"],
            ["jbem: there is no option --fild; did you mean --fields?", "hint: see jbem accident list --help"]
        ),
        (
            "accident list --limit", ["jbem: --limit <条数> 缺少值", "提示：用 jbem accident list --help 查看用法"],
            ["jbem: --limit <count> needs a value", "hint: see jbem accident list --help"]
        ),
        (
            "accident list --limit zwei", ["jbem: --limit <条数> 的值 “zwei” 无效", "提示：用 jbem accident list --help 查看用法"],
            ["jbem: \"zwei\" is no value of --limit <count>", "hint: see jbem accident list --help"]
        ),
        (
            "accident list -O xml",
            ["jbem: -O <格式> 的值 “xml” 无效；可选：table plain md csv tsv json jsonl html", "提示：用 jbem accident list --help 查看用法"],
            [
                "jbem: \"xml\" is no value of -O <format>; one of: table plain md csv tsv json jsonl html",
                "hint: see jbem accident list --help",
            ]
        ),
        (
            "accident show", ["jbem: 缺少参数 <编号>", "提示：用 jbem accident show --help 查看用法"],
            ["jbem: the argument <id> is missing", "hint: see jbem accident show --help"]
        ),
        (
            "stock place S", ["jbem: 缺少选项 --sets <套数>", "提示：用 jbem stock place --help 查看用法"],
            ["jbem: the option --sets <count> is missing", "hint: see jbem stock place --help"]
        ),
        (
            "stock receive W TENT=1 --lost", ["jbem: 没有选项 --lost；是否指 --lot？", "提示：用 jbem stock receive --help 查看用法"],
            ["jbem: there is no option --lost; did you mean --lot?", "hint: see jbem stock receive --help"]
        ),
        (
            "accident show AC-1 AC-2", ["jbem: 多余的参数 “AC-2”", "提示：用 jbem accident show --help 查看用法"],
            ["jbem: unexpected argument \"AC-2\"", "hint: see jbem accident show --help"]
        ),
        (
            "accident show AC-1 AC-2 AC-3", ["jbem: 多余的参数：AC-2 AC-3", "提示：用 jbem accident show --help 查看用法"],
            ["jbem: unexpected arguments: AC-2 AC-3", "hint: see jbem accident show --help"]
        ),
        (
            "accident list --json=1", ["jbem: --json 不带值，却给了 “1”", "提示：用 jbem accident list --help 查看用法"],
            ["jbem: --json takes no value, but \"1\" was given", "hint: see jbem accident list --help"]
        ),
        (
            "--verion", ["jbem: 没有选项 --verion", "提示：是否想写 --version、--verbose？"],
            ["jbem: there is no option --verion", "hint: did you mean --version, --verbose?"]
        ),
        (
            "import data/person.csv", ["jbem: import 只读文件夹（--batch）", "提示：一个文件：jbem person import data/person.csv"],
            ["jbem: import reads folders only (--batch)", "hint: one file: jbem person import data/person.csv"]
        ),
        ("accident list --width 10", ["jbem: --width 须在 20 到 10000 之间"], ["jbem: --width must be 20…10000"]),
        ("accident list --lock-timeout=-1", ["jbem: --lock-timeout 须在 0 到 86400 之间"], ["jbem: --lock-timeout must be 0…86400"]),
    ]

    @Test(arguments: wrong.indices) func wrongUsageIsToldInBothLanguages(index: Int) {
        let (line, zh, en) = Self.wrong[index]
        expectRefusal(TestSession(.few), line, code: 64, zh)
        expectRefusal(TestSession(.few, language: .en), line, code: 64, en)
    }

    @Test func theVersionIsToldBehindOtherOptionsToo() {
        #expect(TestSession(.nothing).output("--lang en --version") == TestSession(.nothing).output("--version"))
    }

    @Test func theLastLineIsJSONWhereJSONIsAsked() throws {
        let session = TestSession(.few)
        session.add("in.csv", "case_no,occurred_on,region,office,title,sector,is_production\nT-1,2024-02-30,500105009,500105009,桥,oher,1\n")
        for options in ["--json", "--format json", "-O json", "--format=json"] {
            let result = session.run("accident import in.csv \(options)")
            #expect(result.code == 65)
            #expect(result.out == "")
            let last = try StrictJSON.parse(String(result.err.split(separator: "\n").last ?? ""))
            let error = last.object?["error"]?.object
            #expect(error?["kind"]?.string == "data")
            #expect(error?["exit_code"]?.number == "65")
            #expect(error?["message"]?.string == "2 处有误，什么也没有写入")
            let fault = error?["details"]?.array?.first?.object
            #expect(fault?["file"]?.string == "in.csv")
            #expect(fault?["line"]?.number == "2")
            #expect(fault?["field"]?.string == "occurred_on")
            #expect(fault?["message"]?.string == "没有这一天：\"2024-02-30\"")
        }
        #expect(!session.run("accident import in.csv").err.contains("{"))
    }

    // MARK: - Words in other places

    @Test func optionsMayStandBeforeTheNoun() {
        let session = TestSession(.few)
        let expected = session.output("accident list --json --limit 2")
        #expect(session.output("--json accident list --limit 2") == expected)
        #expect(session.output("-O json --lang en accident --limit 2") == expected)
        #expect(session.output("--format=json --db \(session.storePath) accident list --limit 2") == expected)
        #expect(session.output("--lang en store info").contains("office number"))
    }

    @Test func nounsHaveChineseNames() {
        let session = TestSession(.few)
        #expect(session.output("事故 list") == session.output("accident list"))
        #expect(session.output("事故报告") == session.output("accident-report list"))
        for schema in Catalog.schemas {
            for alias in schema.aliases {
                #expect(session.output("\(alias) list --csv") == session.output("\(schema.noun) list --csv"), "\(alias)")
            }
        }
        #expect(session.output("日志 list") == session.output("log list"))
    }

    @Test func aBareNounListsAndABareNameShows() {
        let session = TestSession(.few)
        #expect(session.output("accident") == session.output("accident list"))
        #expect(session.output("accident --limit 1 --csv") == session.output("accident list --limit 1 --csv"))
        #expect(session.output("accident AC-1") == session.output("accident show AC-1"))
        #expect(session.output("accident AC-500105000-1 --json") == session.output("accident show AC-1 --json"))
        #expect(session.output("accident ac-1") == session.output("accident show AC-1"))
        #expect(session.output("accident JB-2024-001") == session.output("accident show AC-1"))
        #expect(session.output("region 500105009") == session.output("region show 500105009"))
        #expect(session.output("store") == session.output("store info"))
    }

    @Test func twoWordsAreOneNoun() {
        let session = TestSession(.few)
        #expect(session.output("accident report list") == session.output("accident-report list"))
        #expect(session.output("accident report AR-1") == session.output("accident-report show AR-1"))
        #expect(session.output("事故 report") == session.output("accident-report list"))
        #expect(session.output("disaster report show DR-1 --json") == session.output("disaster-report show DR-1 --json"))
        let result = session.run("accident report add accident=AC-2 kind=续报 reported_at=2024-07-21 deaths=3")
        #expect(result.out == "已新增事故报告 AR-5（改动 3）\n")
    }

    @Test func theVersionIsTold() {
        #expect(TestSession(.nothing).run("--version").out.hasPrefix("jbem "))
    }

    @Test func aMissingStoreIsToldWithTheWayOut() {
        #expect(
            TestSession(.nothing).run("accident list --db /nonexistent/jbem.db")
                == .init(code: 66, out: "", err: "jbem: 没有存储 /nonexistent/jbem.db\n提示：用 jbem init 新建，或用 --db 指定\n"))
        #expect(TestSession(.office).run("init").code == 73)
    }
}
