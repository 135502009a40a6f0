import JBEMCore
import JBEMDashboard

@testable import JBEMCommands
@testable import JBEMDashboard

/// What the manual page of the dashboard has beside its options: made of the tables of the dashboard.
enum DashboardManual {
    static var blocks: [HelpBlock] {
        [
            .heading(Localized("说明", "DESCRIPTION")),
            .text(
                Localized(
                    "只读地显示存储的现状：核心指标对目标的进度、今日警示、期限、改动。其他进程一提交就自动更新，不用按键。数字与命令行一致：按 y 看等价的命令。",
                    "Shows, without ever writing, how the store stands: progress of the core indicators to their targets, today's alerts, deadlines, changes. A commit of another process is seen at once, without a key. Numbers are those of the command line: y shows the equivalent command."
                )),
            .text(
                Localized(
                    "终端至少 60×16；120 列以上三个窗格，80 列以上两个。颜色旁总有文字或符号。不用全屏时，--once 打印同样内容，宽度不限；--once --json 给出数据。",
                    "The terminal has at least 60 columns and 16 rows; three panes from 120 columns on, two from 80 on. Every colour has a word or a mark beside it. Without a full screen, --once prints the same at any width, --once --json gives data."
                )),
            .heading(Localized("视图", "VIEWS")),
            .terms(DashboardView.all.map { HelpTerm(Localized(verbatim: String($0.number)), view($0)) }),
            .heading(Localized("按键", "KEYS")),
            .terms(KeyTable.all.map { HelpTerm(Localized(verbatim: $0.names), $0.help) }),
            .heading(Localized("警示程序", "ALERT PROGRAM")),
            .text(
                Localized(
                    "--alert-command 的程序对每条新的红色警示运行一次，不经过 shell；警示以一行 JSON 写入其标准输入：key、grade、title、title_en、detail、detail_en、count、at、store、is_sample。",
                    "The program of --alert-command runs once for each new red alert, without a shell; the alert is a line of JSON on its standard input: key, grade, title, title_en, detail, detail_en, count, at, store, is_sample."
                )),
            .text(
                Localized(
                    "仪表盘启动时已有的不算新的；仅因日期更替而增加的条数也不算。没有可全屏的终端时退出码为 69；被信号终止时为 128＋信号。",
                    "What is there when the dashboard starts is not new, nor is a count that grows only because a day went by. Without a terminal that shows a full screen it ends with 69; ended by a signal, with 128 + its number."
                )),
        ]
    }

    private static func view(_ view: DashboardView) -> Localized {
        view.title + Localized("：", ": ") + view.panels.map(\.title).joined()
    }
}
