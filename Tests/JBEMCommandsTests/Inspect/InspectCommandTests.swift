import JBEMCore
import JBEMTestSupport
import Testing

/// Visits, the calendar and campaigns from the command line, as people and machines meet them.
@Suite struct InspectCommandTests {
    private static let way = [
        "risk assess FX-002 likelihood=3 severity=4 assessed_on=2025-05-06",
        "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 1=ok 2=ok",
        "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok 9=ok",
        "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok form_version=2",
        "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok 2=fault",
        "inspect record FX-002 inspector=P-1 second_inspector=P-1 visited_on=2025-06-20 --ok",
        "inspect record FX-002 inspector=P-1 visited_on=2027-01-01 --ok",
        "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok 2=有问题：排水沟堵塞 5=不适用 campaign=ZX-2025-1",
        "inspect record FX-002 inspector=P-1 visited_on=2025-10-20 --ok campaign=ZX-2025-1",
        "inspect record FX-002 inspector=P-2 visited_on=2025-07-13 --ok purpose=rain_after",
        "inspect finding IN-4 1 number=YH-9", "inspect finding IN-4 2 number=YH-9 found_on=2025-01-01",
        "inspect finding IN-4 2 number=YH-9", "inspect finding IN-4 2 number=YH-10",
        "inspect record TS-001 inspector=P-1 visited_on=2025-09-30 --ok purpose=special campaign=ZX-2025-2",
        "inspect record TS-001 inspector=P-1 visited_on=2025-06-06 --ok purpose=random form=equipment.check draw=SJ-2025-1",
        "inspect record TS-001 inspector=P-2 visited_on=2025-06-06 --ok purpose=random form=equipment.check draw=SJ-2025-1",
    ]

    private static let questions = [
        "hazard show YH-9", "inspect list", "inspect answer list --where inspect=IN-4", "inspect calendar --period 2025-06",
        "inspect calendar --period 2025 --by day --limit 4", "inspect coverage --period 2025",
        "inspect coverage --period 2025 --by purpose",
        "inspect coverage --period 2025 --by cycle --subject risk", "inspect coverage --period 2020",
        "inspect coverage --period 2025-09 --gaps",
        "inspect due --as-of 2025-06-28 --days 3", "inspect overdue --as-of 2025-09-01", "inspect overdue --as-of 2025-09-01 --exit-status",
        "inspect route FX-001 FX-002 TS-001", "campaign progress --as-of 2025-07-31", "campaign progress ZX-2025-2 --as-of 2025-10-01",
        "inspect draw show SJ-2025-1", "inspect draw verify SJ-2025-1", "inspect draw show SJ-2025-1 --inputs", "inspect draw",
    ]

    private static func walked(_ language: Language, width: Int? = nil) -> (TestSession, String) {
        let session = TestSession(.few, language: language, width: width)
        return (session, session.transcript(way))
    }

    @Test(arguments: Language.allCases) func theWayAndTheQuestionsReadWell(_ language: Language) {
        let (session, text) = Self.walked(language, width: 80)
        expectKept(text + "\n" + session.transcript(Self.questions), "inspect-way.\(language.rawValue).txt")
    }

    @Test func machinesReadTheSameInBothLanguages() {
        let lines = [
            "inspect calendar --period 2025-06", "inspect coverage --period 2025", "inspect overdue --as-of 2025-09-01",
            "inspect due --as-of 2025-06-28", "inspect route FX-001", "campaign progress", "inspect draw show SJ-2025-1",
            "inspect draw verify SJ-2025-1", "inspect draw show SJ-2025-1 --inputs",
        ]
        let texts = Language.allCases.map { language in
            Self.walked(language).0.transcript(lines.flatMap { ["\($0) --json -q", "\($0) --csv -q"] })
        }
        #expect(texts[0] == texts[1])
        expectKept(texts[0], "inspect-questions.machine.txt")
    }

    /// One change each, and each can be taken back.
    @Test func aVisitAndItsAnswersAreOneChange() {
        let session = TestSession(.few, language: .en)
        let before = session.output("inspect list --json") + session.output("inspect-answer list --json")
        session.output("inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok 2=fault:blocked")
        session.output("inspect finding IN-4 2 number=YH-9")
        #expect(session.output("hazard show YH-9 --json").contains("\"found_on\":\"2025-06-20\""))
        #expect(session.output("inspect-answer list --where inspect=IN-4 --where item=2 --json").contains("\"hazard\":\"HZ-500105000-3\""))
        session.output("undo")
        session.output("undo")
        #expect(session.output("inspect list --json") + session.output("inspect-answer list --json") == before)
        #expect(session.run("log verify --replay").code == 0)
    }

    /// A form with answers stays as it is; a new version takes its place from its day on.
    @Test func aUsedFormNeverChanges() {
        let session = TestSession(.few, language: .en)
        for line in [
            "inspect-item set 'site.flood 1 2' zh=别的", "inspect-form set 'site.flood 1' zh=别的", "inspect-item rm 'site.flood 1 5'",
            "inspect-item add form=site.flood version=1 number=6 zh=新 en=new",
        ] {
            let result = session.run(line)
            #expect(result.code == 65 && result.err.contains("new version"), "\(line): \(result.code) \(result.err)")
        }
        // Not before the visits that answered the old one.
        let early = session.run("inspect-form add form=site.flood version=2 zh=新表 en=new valid_from=2025-06-01")
        #expect(early.code == 65 && early.err.contains("JC-001"), "\(early.err)")
        session.output("inspect-form add form=site.flood version=2 zh=新表 en=new valid_from=2025-06-15")
        session.output("inspect-item add form=site.flood version=2 number=1 zh=一 en=one")
        session.output("inspect record FX-002 inspector=P-1 visited_on=2025-06-20 1=ok")
        let old = session.run("inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok form=site.flood form_version=1 number=x")
        #expect(old.code == 65 && old.err.contains("version 2"), "\(old.err)")
        session.output("inspect record FX-002 inspector=P-1 visited_on=2025-06-11 --ok form_version=1")
    }

    @Test(arguments: [
        ("inspect record FX-9 inspector=P-1 --ok", 66, "FX-9"), ("inspect record FX-001 inspector=P-9 --ok", 65, "P-9"),
        ("inspect record FX-001 inspector=P-1 --ok risk=FX-002", 64, "risk"), ("inspect record FX-001 --ok 1=ok 1=ok", 64, "twice"),
        ("inspect record FX-001 inspector=P-1 --ok 1=maybe", 64, "maybe"), ("inspect finding IN-9 1 number=x", 66, "IN-9"),
        ("inspect finding IN-2 1 number=x", 66, "item 1"), ("inspect calendar --period never", 64, "--period"),
        ("inspect coverage --by colour", 64, "colour"), ("inspect due --days -1", 64, "days"),
        ("inspect coverage --region 无此街道", 66, "无此街道"), ("inspect route FX-001 --start FX-002", 64, "--start"),
        ("campaign progress ZX-9", 66, "ZX-9"), ("campaign set ZX-2025-1 last_on=2025-06-05", 65, "first_on|outside"),
        ("inspect add number=x purpose=routine visited_on=2025-06-01 inspector=P-1 result=ok", 65, "exactly one"),
        ("inspect-answer add inspect=IN-1", 64, "add"), ("equipment set TS-001 registration_no=", 65, "go together"),
        ("inspect-rule add key=x subject=risk purpose=routine cycle=event", 65, "cycle"),
        ("inspect-rule add key=x subject=risk purpose=opening cycle=day", 65, "event"),
        ("inspect-rule add key=x subject=equipment level=red purpose=routine cycle=day", 65, "subject"),
        ("inspect-rule add key=x subject=risk purpose=routine cycle=day season_from=13-01", 65, "MM-DD"),
        ("inspect-rule add key=x subject=risk purpose=routine cycle=day form=none", 65, "no form none"),
        ("inspect-item add form=site.daily version=7 number=1 zh=a en=b", 65, "no such version"),
    ])
    func whatCannotBeIsRefused(_ line: String, _ code: Int32, _ word: String) {
        let session = TestSession(.few, language: .en)
        let before = session.output("log head")
        let result = session.run(line)
        let words = word.split(separator: "|").map(String.init)
        #expect(result.code == code && words.contains { result.err.contains($0) }, "\(result.code): \(result.err)")
        #expect(session.output("log head") == before)
    }

    @Test func mixedDatumsMakeNoWay() {
        let session = TestSession(.few, language: .en)
        session.output("risk set FX-002 longitude=106.5 latitude=29.5 datum=gcj02")
        let result = session.run("inspect route FX-001 FX-002")
        #expect(result.code == 65 && result.err.contains("gcj02") && result.err.contains("cgcs2000"), "\(result.err)")
        session.output("risk set FX-002 datum=cgcs2000")
        // Haversine by an independent calculation: 0.2° of longitude and 0.1° of latitude at 29.55° north.
        #expect(session.output("inspect route FX-001 FX-002 --csv -q").contains(",22.31,22.31\n"))
    }
}
