import JBEMCore
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// What can stand where the cursor is, as the scripts of the shells ask for it.
@Suite struct CompleterTests {
    /// The words offered for a line that ends at the cursor.
    private static func words(_ line: String, _ content: StoreContent = .few) -> [String] {
        let result = TestSession(content, language: .en).run(["complete", "--line", line])
        #expect(result.code == 0 && result.err == "")
        return result.out.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    }

    @Test(arguments: [
        ("jbem camp", ["campaign"]), ("jbem 隐患步", ["隐患步骤"]), ("jbem accident h", ["history"]), ("jbem 隐患 his", ["history"]),
        ("jbem --lang en accident h", ["history"]), ("jbem accident list --json --as-o", ["--as-of"]),
        ("jbem accident list --format js", ["json", "jsonl"]), ("jbem accident list --format=js", ["--format=json", "--format=jsonl"]),
        ("jbem --lang ", ["zh", "en"]), ("jbem accident list --where gra", ["grade="]),
        ("jbem accident list --where grade=l", ["grade=larger"]),
        ("jbem accident list --where grade=larger,m", ["grade=larger,major"]), ("jbem accident list --sort -dea", ["-deaths"]),
        ("jbem accident list --fields title,dea", ["title,deaths"]), ("jbem accident show AC-1", ["AC-1"]),
        ("jbem accident show ac-1", ["ac-1"]), ("jbem accident AC-", ["AC-4", "AC-3", "AC-2", "AC-1"]),
        ("jbem accident rm JB-2024-001", ["JB-2024-001"]),
        ("jbem accident set AC-1 titl", ["title="]), ("jbem accident add is_production=", ["is_production=1", "is_production=0"]),
        ("jbem accident add region=500105009", ["region=500105009"]), ("jbem accident import any", [":files"]),
        ("jbem accident list -o any", [":files"]), ("jbem plan use t-", ["t-2021"]),
        ("jbem help dat", ["dates"]), ("jbem completion z", ["zsh"]), ("jbem frob ", []), ("jbem accident list --where frob=", []),
        ("jbem accident list --limit ", []), ("jbem accident --where gra", ["grade="]), ("jbem accident AC-1 --as-", ["--as-of"]),
        ("jbem accident report sh", ["show"]), ("jbem --format=js", ["--format=json", "--format=jsonl"]),
        ("jbem accident show AC-500105000-1", ["AC-500105000-1"]), ("jbem hazard order HZ-1 cont", ["contingency="]),
        ("jbem hazard start HZ-1 cont", []), ("jbem stock dispose W rea", ["reason="]), ("jbem stock issue W made", []),
        ("jbem stock receive W made", ["made_on="]), ("jbem inspect record R result=o", []),
        ("jbem inspect draw run SJ", ["SJ-2025-1"]), ("jbem stock issue @", []), ("jbem stock transfer KD-QU --to @", []),
        ("jbem milestone set M pla", []),
        ("jbem inspect record FX-001", ["FX-001"]),
        ("jbem inspect record R purpose=sp", ["purpose=special"]),
        ("jbem accident list --fields -dea", []), ("jbem help accident his", ["history"]), ("jbem stock issue KD-QU TE", ["TENT="]),
        ("jbem accident list --where grade=larger,l", []), ("jbem accident list --where 'grade=larg", ["grade=larger"]),
        ("jbem --db /nonexistent accident show ", []), ("jbem accident show --db=/nonexistent ", []),
    ]) func theCandidatesOfALine(line: String, expected: [String]) { #expect(Self.words(line) == expected) }

    @Test func everyNounIsOfferedAndSaid() {
        let out = TestSession(.nothing, language: .zh).run(["complete", "--", ""]).out
        let lines = out.split(separator: "\n").map { $0.split(separator: "\t") }
        #expect(lines.map { String($0[0]) } == JBEM.nouns.map(\.name))
        #expect(lines.allSatisfy { $0.count == 2 })
    }

    @Test func aFieldOnlyAVerbWritesIsNotOfferedForAdd() {
        #expect(Self.words("jbem hazard add sta").isEmpty)
        #expect(Self.words("jbem hazard list --where state").first == "state=")
    }

    @Test func codesAreKnownWithoutAStore() {
        #expect(Self.words("jbem accident add sector=fi", .nothing) == ["sector=fire", "sector=fireworks", "sector=fishing_vessel"])
        #expect(Self.words("jbem accident show ", .nothing) == [])
    }

    @Test func aStoreThatCannotBeReadIsNotTalkedAbout() {
        let session = TestSession(.few)
        session.folder.write(Array("no database".utf8), to: "jbem.db")
        #expect(session.run(["complete", "--line", "jbem accident show "]) == .init(code: 0, out: "", err: ""))
    }

    @Test func indicatorsAreThoseOfThePlanInUse() {
        let session = TestSession(.few)
        #expect(session.output("complete --line 'jbem kpi show I'") == "")
        session.output("plan use t-2021")
        #expect(session.output("complete --line 'jbem kpi show I1'").hasPrefix("I1\t"))
    }

    /// bash parts words at = and :, and wants only what follows; inside of quotes it does not.
    @Test func theShellSaysWhereItPartsWords() {
        let session = TestSession(.few)
        func word(_ line: String) -> String { String(session.run(["complete", "--line", line, " =:"]).out.prefix { $0 != "\t" }) }
        #expect(word("jbem accident list --where grade=larg") == "larger")
        #expect(word("jbem accident list --where 'grade=larg") == "grade=larger")
        #expect(word(#"jbem accident list --where grade\=larg"#) == "larger")
    }

    /// A key with signs that a terminal acts on would forge or cut what is offered.
    @Test func keysThatCannotBeShownAreNotOffered() {
        let session = TestSession(.few)
        for key in ["zz\u{1B}[31mred", "zz\nAC-1", "zz\tAC-1", "zz\u{202E}x", "zz$(touch x);`y`"] {
            let result = session.run([
                "accident", "add", "case_no=\(key)", "occurred_on=2024-02-28", "region=500105009", "office=500105009", "title=桥",
                "sector=fire",
                "is_production=1",
            ])
            #expect(result.code == 0, "\(result.err)")
        }
        let out = session.run(["complete", "--", "accident", "show", "zz"]).out
        #expect(out.split(separator: "\n").map { $0.prefix { $0 != "\t" } } == ["zz$(touch x);`y`"])
    }

    @Test func everyValueHasAWord() throws {
        for path in CommandTree.paths {
            for item in try CommandHelp(path).items where !item.isFlag {
                #expect(ValueWord.isKnown(item.valueName), "\(path) \(item.valueName)")
            }
        }
    }

    @Test func everyScriptIsPrinted() {
        for shell in CompletingShell.allCases {
            #expect(TestSession(.nothing).output("completion \(shell.rawValue)") == shell.script)
        }
        #expect(TestSession(.nothing).run("completion tcsh").code == 64)
    }

    /// Numbers are looked up by ranges of the key, so that a prefix finds the longer numbers too.
    @Test func numbersThatBeginWithTheDigits() {
        let words = Self.words("jbem accident show AC-1", .sample)
        #expect(words.contains("AC-1") && words.contains("AC-10") && words.contains("AC-100"))
        #expect(words.allSatisfy { $0.hasPrefix("AC-1") })
    }
}
