import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMCommands
@testable import JBEMDashboard

/// The manual page of the dashboard is made of its tables: views, keys, options.
@Suite struct DashboardManualTests {
    @Test(arguments: [(Language.en, "man/jbem-dashboard.1"), (.zh, "man/zh_CN/man1/jbem-dashboard.1")])
    func theManualSaysWhatTheProgramKnows(language: Language, path: String) throws {
        Golden.check(try Manual(language: language).text, article: path)
    }

    @Test func theHelpNamesEveryOptionOfTheManual() throws {
        let help = TestSession(.nothing, language: .en).output("dashboard --help")
        for item in try CommandHelp(["dashboard"]).items { for name in item.names { #expect(help.contains(name)) } }
    }
}

private struct Manual {
    let language: Language

    var text: String {
        get throws {
            let options = try CommandHelp(["dashboard"]).items.filter { item in
                [
                    "--view", "--refresh", "--once", "--alert", "--alert-command", "--as-of", "--ascii", "--color", "--json", "--lang",
                    "--db",
                ].contains {
                    item.names.contains($0)
                }
            }
            return """
                .TH JBEM-DASHBOARD 1 "" "jbem \(Version.text)" "\(say("应急管理", "Emergency management"))"
                .SH \(say("名称", "NAME"))
                jbem\\-dashboard \\- \(escaped(say("全屏仪表盘", "the full-screen dashboard")))
                .SH \(say("用法", "SYNOPSIS"))
                .B jbem dashboard
                .RI [ \(say("选项", "options")) ]
                .SH \(say("说明", "DESCRIPTION"))
                \(escaped(description))
                .SH \(say("视图", "VIEWS"))
                \(list(DashboardView.all.map { (String($0.number), view($0)) }))
                .SH \(say("按键", "KEYS"))
                \(list(KeyTable.all.map { ($0.names, $0.help.text(language)) }))
                .SH \(say("选项", "OPTIONS"))
                \(list(options.map { ($0.usage, $0.text.text(language)) }))
                .SH \(say("警示程序", "ALERT PROGRAM"))
                \(escaped(alerts))
                .SH \(say("退出码", "EXIT STATUS"))
                \(escaped(say("0 正常退出；64 用法；66 没有存储；69 没有可全屏的终端；被信号终止时为 128＋信号。", "0 left with q; 64 usage; 66 no store; 69 no terminal that shows a full screen; ended by a signal: 128 + its number.")))
                .SH \(say("参见", "SEE ALSO"))
                .BR jbem (1)

                """
        }
    }

    private var description: String {
        say(
            """
            只读地显示存储的现状：核心指标对目标的进度、今日警示、期限、改动。其他进程一提交就自动更新，不用按键。数字与命令行一致：按 y 看等价的命令。
            终端至少 60×16；120 列以上三个窗格，80 列以上两个。颜色旁总有文字或符号。\
            不用全屏时，--once 打印同样内容，宽度不限；--once --json 给出数据。
            """,
            """
            Shows, without ever writing, how the store stands: progress of the core indicators to their targets, today's alerts, deadlines, changes. \
            A commit of another process is seen at once, without a key. Numbers are those of the command line: y shows the equivalent command.
            The terminal has at least 60 columns and 16 rows; three panes from 120 columns on, two from 80 on. Every colour has a word or a mark beside it. \
            Without a full screen, --once prints the same at any width, --once --json gives data.
            """)
    }

    private var alerts: String {
        say(
            """
            --alert-command 的程序对每条新的红色警示运行一次，不经过 shell；警示以一行 JSON 写入其标准输入：key、grade、title、title_en、detail、detail_en、count、at、store、is_sample。
            仪表盘启动时已有的不算新的；仅因日期更替而增加的条数也不算。
            """,
            """
            The program of --alert-command runs once for each new red alert, without a shell; the alert is a line of JSON on its standard input: key, \
            grade, title, title_en, detail, detail_en, count, at, store, is_sample.
            What is there when the dashboard starts is not new, nor is a count that grows only because a day went by.
            """)
    }

    private func say(_ zh: String, _ en: String) -> String { Localized(zh, en).text(language) }

    private func view(_ view: DashboardView) -> String {
        let panes = view.panels.map { $0.title.text(language) }.joined(separator: say("、", ", "))
        return view.title.text(language) + say("：", ": ") + panes
    }

    private func list(_ items: [(String, String)]) -> String {
        items.map { ".TP\n.B \(escaped($0.0))\n\(escaped($0.1))" }.joined(separator: "\n")
    }

    /// Hyphens that are typed, backslashes, and lines that would begin with a control character of roff.
    private func escaped(_ text: String) -> String {
        let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.split(separator: "\n").map { $0.hasPrefix(".") || $0.hasPrefix("'") ? "\\&\($0)" : String($0) }.joined(
            separator: "\n.PP\n")
    }
}
