import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMCommands
@testable import JBEMDashboard

/// The manual is made of the program's own definitions: commands, fields, topics, views and keys.
@Suite struct ManualTests {
    static let nouns = JBEM.nouns.map(\.name)

    private static let sections: [HelpTopic: Localized] = [
        .exitCodes: Localized("退出码", "EXIT STATUS"), .environment: Localized("环境变量", "ENVIRONMENT"),
        .files: Localized("文件", "FILES"), .cron: Localized("定时任务", "CRON"),
    ]

    @Test(arguments: Language.allCases) func theProgram(language: Language) throws {
        let help = try HelpPage([], codes: CodeLists(TestSession(.nothing).operations))
        var page = ManualPage(
            name: "jbem", section: 1, language: language, abstract: help.abstract, synopsis: [help.usage], blocks: [])
        page.blocks = help.blocks
        for topic in [HelpTopic.options, .exitCodes, .environment, .files, .cron] { page.blocks += Self.blocks(topic) }
        page.blocks += seeAlso(Self.nouns.map { "jbem-\($0)(1)" } + ["jbem-store(5)", "jbem-formats(5)", "jbem-plan(5)"])
        check(page)
    }

    @Test(arguments: nouns, Language.allCases) func aNoun(noun: String, language: Language) throws {
        let codes = CodeLists(TestSession(.nothing).operations)
        let help = try HelpPage([noun], codes: codes)
        var page = ManualPage(
            name: "jbem-\(noun)", section: 1, language: language, abstract: help.abstract, synopsis: try Self.usage(noun, codes), blocks: []
        )
        page.blocks = help.blocks.dropLast(2) + (try verbs(of: noun, codes))
        if noun == "dashboard" { page.blocks += DashboardManual.blocks }
        page.blocks += [
            .heading(Self.sections[.exitCodes]!),
            .text(
                Localized(
                    "0 成功；1 检查有发现；64 用法有误；65 数据有误，什么也没有写入；66 没有存储或记录；75 存储正被占用。全部见 jbem(1)，通用选项、环境变量与文件也在那里。",
                    "0 success; 1 a check found something; 64 wrong usage; 65 bad data, nothing was written; 66 no store or record; 75 the store is busy. All of them, the global options, the environment and the files are in jbem(1)."
                )),
        ]
        page.blocks += seeAlso(["jbem(1)", "jbem-store(5)", "jbem-formats(5)"] + (noun == "plan" ? ["jbem-plan(5)"] : []))
        check(page)
    }

    @Test(arguments: Language.allCases) func formatsAndFiles(language: Language) {
        let pages: [(String, Localized, [HelpTopic])] = [
            ("jbem-formats", Localized("读写的格式", "formats that are read and written"), [.formats, .import, .fields, .dates, .filters]),
            ("jbem-store", HelpTopic.storeFile.title, [.storeFile]), ("jbem-plan", HelpTopic.planFolder.title, [.planFolder]),
        ]
        for (name, abstract, topics) in pages {
            let blocks = topics.count > 1 ? topics.flatMap { Self.blocks($0) } : topics[0].blocks
            check(
                ManualPage(
                    name: name, section: 5, language: language, abstract: abstract, synopsis: [],
                    blocks: Self.begun(blocks) + seeAlso(["jbem(1)"])))
        }
    }

    /// A page begins with a section.
    private static func begun(_ blocks: [HelpBlock]) -> [HelpBlock] {
        if case .heading = blocks.first { return blocks }
        return [.heading(Localized("说明", "DESCRIPTION"))] + blocks
    }

    /// Every page that lies in man belongs to something that the program has.
    @Test func noPageIsLeftOver() {
        let own = Set(Self.nouns.map { "jbem-\($0).1" } + ["jbem.1", "jbem-store.5", "jbem-formats.5", "jbem-plan.5"])
        for folder in ["man", "man/zh_CN/man1", "man/zh_CN/man5"] {
            for name in TestFolder.names(Repository.path + "/" + folder) where name.hasPrefix("jbem") {
                #expect(own.contains(name), "\(folder)/\(name)")
            }
        }
    }

    @Test(.enabled(if: access("/usr/bin/mandoc", X_OK) == 0, "mandoc is not installed")) func theManualIsSound() {
        let pages = ["man", "man/zh_CN/man1", "man/zh_CN/man5"].flatMap { folder in
            TestFolder.names(Repository.path + "/" + folder).filter { $0.hasPrefix("jbem") }.map { Repository.path + "/\(folder)/\($0)" }
        }
        #expect(pages.count == 2 * (Self.nouns.count + 4))
        let end = SpawnedProcess("/usr/bin/mandoc", ["-T", "lint", "-W", "warning"] + pages, environment: ["LC_ALL": "C.UTF-8"]).wait()
        #expect(end.out == "" && end.code == 0, "\(end.out.prefix(2000))")
    }

    // MARK: - Parts

    private func check(_ page: ManualPage) { Golden.check(page.text, article: page.path) }

    private static func blocks(_ topic: HelpTopic) -> [HelpBlock] { [.heading(sections[topic] ?? topic.title)] + topic.blocks }

    private func seeAlso(_ pages: [String]) -> [HelpBlock] {
        [.heading(Localized("参见", "SEE ALSO")), .text(Localized(verbatim: pages.joined(separator: ", ")))]
    }

    private static func usage(_ noun: String, _ codes: CodeLists) throws -> [Localized] {
        let help = try CommandHelp([noun])
        guard !help.verbs.isEmpty else { return [try HelpPage([noun], codes: codes).usage] }
        return try leaves(noun).map { try HelpPage($0, codes: codes).usage }
    }

    private static func leaves(_ noun: String) -> [[String]] { CommandTree.paths.filter { $0.first == noun } }

    /// The fields that a verb takes, below its options.
    private func fields(_ help: CommandHelp, _ codes: CodeLists) -> [HelpBlock] {
        let blocks = FieldHelp.blocks(of: help.givenFields, codes)
        guard case .heading(let title)? = blocks.first else { return [] }
        return [.text(title)] + blocks.dropFirst()
    }

    /// Arguments, options, fields and examples of each verb.
    private func verbs(of noun: String, _ codes: CodeLists) throws -> [HelpBlock] {
        try Self.leaves(noun).filter { $0.count > 1 }.flatMap { path -> [HelpBlock] in
            let help = try CommandHelp(path)
            let items = help.items.filter { !$0.isGlobal }
            let examples = HelpExamples.of(path) ?? []
            return [.heading(Localized(verbatim: path.joined(separator: " "))), .text(help.abstract)]
                + (items.isEmpty ? [] : [.terms(items.map(\.term))]) + fields(help, codes) + (examples.isEmpty ? [] : [.examples(examples)])
        }
    }
}
