import JBEMCore
import JBEMTestSupport
import Testing

/// Mistakes that a stranger makes, with what the program answers: each names what is wrong and the way out.
@Suite struct StrangerTests {
    /// Without a store, then with one.
    private static let first = ["accident list", "kpi", "import --batch Data/nothing", "plan load nothing", "store restore nothing --yes"]

    private static let mistakes = [
        // Words
        "incident", "acident list", "accident lst", "accident list all", "hazard YL-BED", "help imports", "completion tcsh",
        "accident delete AC-1", "accident 修改 AC-1",
        // Options
        "accident list --filter grade=larger", "accident list --limit=abc", "accident list --format xml", "accident list -x",
        "kpi --as-of 31.12.2024",
        "accident list --since 2024-13", "accident list --where", "accident list --where deaths", "accident list --where dead>3",
        "accident list --where grade=huge", "accident list --fields id,name", "accident list --fields deths", "accident list --sort size",
        // Records
        "accident show", "accident show AC-999", "accident show 999", "accident add", "accident add title=桥", "accident add title",
        "accident add case_no=X-1 occurred_on=2024-02-30 region=500105009 office=500105009 title=桥 sector=fire is_production=1",
        "accident add case_no=X-1 occurred_on=2024-02-28 region=江北 office=500105009 title=桥 sector=fire is_production=maybe",
        "accident add case_no=JB-2024-001 occurred_on=2024-02-28 region=500105009 office=500105009 title=桥 sector=fire is_production=1",
        "accident set AC-1 deaths=3", "accident set AC-1 grade=larger", "hazard set HZ-1 state=closed", "region rm 500105009",
        "accident rm AC-1",
        // Files and the store
        "accident import nothing.csv", "accident import latin.csv", "accident import short.csv", "accident list -o /nonexistent/x.csv",
        "init", "undo 99",
        "query 'delete from accident'", "query 'select * from accidents'", "store restore",
    ]

    @Test(arguments: Language.allCases) func everyMistakeIsAnswered(language: Language) {
        let empty = TestSession(.nothing, language: language, width: 80)
        let session = TestSession(.few, language: language, width: 80)
        session.files["latin.csv"] = Array("case_no,title\nX-1,".utf8) + [0xE9, 0x20, 0xFF, 0x0A]
        session.add("short.csv", "case_no,occurred_on,place\nX-1,2024-02-28,桥\n")
        let text = empty.transcript(Self.first) + "\n" + session.transcript(Self.mistakes)
        for answer in text.split(separator: "$ jbem ").dropFirst() {
            #expect(answer.contains("\n→ "), "this was no mistake: \(answer)")
            #expect(answer.contains("2> jbem: "), "nothing is said: \(answer)")
            if language == .en { #expect(!answer.contains { "：；，。（）".contains($0) }, "\(answer)") }
        }
        Golden.check(text, "stranger.\(language.rawValue).txt")
    }
}
