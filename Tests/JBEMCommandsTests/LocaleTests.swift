import JBEMCore
import JBEMTestSupport
import Testing

/// Machine formats are the same bytes under every locale and language; people are spoken to in theirs.
@Suite struct LocaleTests {
    private static let environments: [[String: String]] = [
        ["JBEM_LANG": "", "LC_ALL": "C"], ["JBEM_LANG": "", "LC_ALL": "zh_CN.UTF-8"], ["JBEM_LANG": "", "LC_ALL": "en_US.UTF-8"],
        ["JBEM_LANG": "en"],
    ]

    @Test(arguments: ["csv", "tsv", "plain", "json", "jsonl"]) func machineFormatsAreTheSameBytesEverywhere(format: String) {
        let session = TestSession(.few)
        let lines =
            GenericVerbTests.nouns.map { "\($0) export --format \(format)" } + [
                "accident list --sort title --format \(format)", "log list --format \(format)",
                "closing missing --period 2024-03 --format \(format)",
            ]
        for line in lines {
            session.environment = [:]
            let expected = session.output(line)
            #expect(session.output(line + " --lang en") == expected)
            for environment in Self.environments {
                session.environment = environment
                #expect(session.output(line) == expected, "\(line) under \(environment)")
            }
        }
    }

    private static let choices: [(environment: [String: String], option: String, language: Language)] = [
        (["LC_ALL": "en_US.UTF-8"], "", .en), (["LC_ALL": "zh_TW.UTF-8"], "", .zh), (["LC_ALL": "C"], "", .zh),
        (["LC_ALL": "C", "LANG": "en_US.UTF-8"], "", .en),
        (["LC_ALL": "", "LC_MESSAGES": "en_GB"], "", .en), (["LANG": "fr_FR.UTF-8"], "", .zh), ([:], "", .zh),
        (["JBEM_LANG": "en", "LC_ALL": "zh_CN"], "", .en),
        (["JBEM_LANG": "zh", "LC_ALL": "en_US"], "", .zh), (["JBEM_LANG": "en"], "--lang zh", .zh), (["LC_ALL": "zh_CN"], "--lang=en", .en),
    ]

    @Test(arguments: choices) func theLanguageIsChosen(environment: [String: String], option: String, language: Language) {
        let session = TestSession(.nothing)
        session.environment = ["JBEM_LANG": ""].merging(environment) { $1 }
        let result = session.run("accident list \(option)")
        #expect(result.code == 66)
        #expect(result.err.contains(language == .zh ? "没有存储" : "there is no store"))
    }

    @Test func anUnknownLanguageIsWrongUsage() {
        let result = TestSession(.few).run("accident list --lang fr")
        #expect(result.code == 64)
        #expect(result.err == "jbem: --lang <语言> 的值 “fr” 无效；可选：zh en\n提示：用 jbem accident list --help 查看用法\n")
    }
}
