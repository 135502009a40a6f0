internal import JBEMCore

/// What somebody reads who starts the program for the first time: one screen that says what it is and what to type next.
enum FirstSteps {
    /// - Parameters:
    ///   - path: where the store would be.
    ///   - data: the folder Data.
    static func blocks(_ path: String, data: String) -> [HelpBlock] {
        [
            .heading(
                Localized(
                    "jbem —— 江北应急管理：规划、台账、指标，放在一个可核对、可撤销的存储里。",
                    "jbem — Jiangbei emergency management: plan, records and indicators in one store that can be checked and undone.")),
            .heading(Localized("还没有存储（\(path)）。", "There is no store yet (\(path)).")),
            .heading(Localized("先看示例（虚构的区）：", "To look around first, with an invented district:")),
            .code([
                "jbem init --sample", "jbem import --batch \(data)/sample", "jbem plan load \(data)/sample/plan/sample-2021-2025",
                "jbem kpi --as-of 2024-06-30",
            ]),
            .heading(Localized("或直接开始：", "Or to begin in earnest:")),
            .code(["jbem init", "jbem plan load jiangbei-2021-2025", "jbem accident import 事故.csv"]),
            .heading(
                Localized(
                    "jbem help 列出全部命令；任何命令后加 -h 看用法；--db 文件 或 JBEM_DB 指定别处的存储。",
                    "jbem help lists every command; -h behind any command explains it; --db FILE or JBEM_DB names a store elsewhere.")),
        ]
    }
}
