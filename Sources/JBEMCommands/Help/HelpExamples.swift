internal import JBEMCore

/// The examples of every command: its own, else those that follow from the noun.
package enum HelpExamples {
    /// Examples for a command path; `nil` where there are none.
    package static func of(_ path: [String]) -> [HelpExample]? {
        if let own = CommandExamples.all[path.joined(separator: " ")] { return own }
        guard let noun = path.first, let words = RecordExamples.all[noun], let schema = Catalog.schema(noun) else { return nil }
        if path.count == 1 {
            let verbs = [RecordVerb.list, .show, .add].filter { schema.verbs.contains($0) }
            return verbs.compactMap { generic($0, schema, words).first }
        }
        guard path.count == 2, let verb = RecordVerb(rawValue: path[1]) else { return nil }
        let examples = generic(verb, schema, words)
        return examples.isEmpty ? nil : examples
    }

    /// The value that each field has in the example of `add`.
    static func values(of noun: String) -> [String: String] {
        ShellWords.split(RecordExamples.all[noun]?.add ?? "").reduce(into: [:]) { values, word in
            let pair = word.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { values[pair[0]] = pair[1] }
        }
    }

    private static func generic(_ verb: RecordVerb, _ schema: RecordSchema, _ words: RecordExamples.Words) -> [HelpExample] {
        let (noun, zh, en) = (schema.noun, schema.label.zh, schema.label.en)
        switch verb {
        case .list:
            return [
                HelpExample("\(noun) list --where \(words.filter) --limit 5", "有条件的前五条", "the first five that meet a condition"),
                HelpExample("\(noun) list --fields all --json", "全部字段，JSON", "every field, as JSON"),
            ]
        case .show: return [HelpExample("\(noun) show \(words.name)", "一条\(zh)的全部字段", "\(schema.label.withArticle) with every field")]
        case .add: return words.add.map { [HelpExample("\(noun) add \($0)", "新增一条", "add one")] } ?? []
        case .set:
            return words.set.map {
                [HelpExample("\(noun) set \(words.name) \($0) --note 更正", "修改一个字段，并记下理由", "change a field and say why")]
            } ?? []
        case .rm:
            guard !held.contains(noun) else { return [] }
            return [HelpExample("\(noun) rm \(words.name) --dry-run", "先看看会删什么", "see first what would be removed")]
        case .import: return [HelpExample("\(noun) import \(file(noun))", "导入一个文件；再导入不产生改动", "import a file; once more changes nothing")]
        case .export: return [HelpExample("\(noun) export -o \(noun).csv", "写到文件，可再导入", "to a file that can be imported again")]
        case .history: return [HelpExample("\(noun) history \(words.name)", "这条\(zh)是谁、何时、怎样改的", "who changed this \(en), when and how")]
        case .void: return []
        }
    }

    /// Nouns whose records in the sample are all referred to, so that none can be removed.
    private static let held: Set<String> = [
        "region", "office", "plan", "person", "accident", "disaster", "victim", "risk", "hazard", "campaign", "inspect-form", "scenario",
        "warehouse", "lot",
    ]

    /// Where a file of the noun lies in the folder Data.
    private static func file(_ noun: String) -> String {
        switch noun {
        case "code": "Data/codes/hazard_state.csv"
        case "plan", "clause", "indicator", "target", "milestone": "Data/sample/plan/sample-2021-2025/\(noun).csv"
        case "accident-rule", "clock-rule", "holiday", "risk-factor", "risk-band", "hazmat-class", "hazmat-substance", "inspect-form",
            "inspect-item", "inspect-rule":
            "Data/rules/\(noun).csv"
        default: "Data/sample/\(noun).csv"
        }
    }
}
