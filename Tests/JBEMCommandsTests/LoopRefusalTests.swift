import JBEMCore
import JBEMTestSupport
import Testing

/// What the loop of dual prevention refuses: place, reason, way out, exit code, and nothing written.
@Suite struct LoopRefusalTests {
    private static let prepared = [
        "hazard add number=YH-7 title=护栏缺失 found_on=2024-03-05 discovery=检查 region=500105001 office=500105001",
        "hazard grade YH-7 by=P-1 kind=general taken_on=2024-03-06",
        "hazard order YH-7 by=P-1 unit=甲公司 person=P-2 measures=补装 deadline=2024-03-20 taken_on=2024-03-06",
        "hazard start YH-7 by=P-2 taken_on=2024-03-07", "hazard submit YH-7 by=P-2 evidence=报告 taken_on=2024-03-10",
        "hazard add number=YH-6 title=通道堵塞 found_on=2024-03-05 discovery=检查 region=500105001 office=500105001",
        "hazard grade YH-6 by=P-1 kind=general taken_on=2024-03-06",
        "hazard add number=YH-5 title=线路老化 found_on=2024-03-05 discovery=检查 region=500105001 office=500105001",
        "hazard grade YH-5 by=P-1 kind=general taken_on=2024-03-06",
        "hazard order YH-5 by=P-1 unit=甲公司 person=P-2 measures=更换 deadline=2024-03-20 taken_on=2024-03-06",
        "hazard start YH-5 by=P-2 taken_on=2024-03-07", "hazard submit YH-5 by=P-2 evidence=报告 taken_on=2024-03-10",
        "hazard recheck YH-5 by=P-1 evidence=复查单 taken_on=2024-03-12", "person set P-1 valid_to=2024-12-31",
    ]
    private static let refused = [
        // closing without evidence, closing what was not rechecked
        "hazard close YH-5 by=P-1 taken_on=2024-03-13", "hazard close YH-7 by=P-1 evidence=销号单 taken_on=2024-03-12",
        "hazard recheck YH-7 by=P-1 taken_on=2024-03-12",
        // one's own work
        "hazard recheck YH-7 by=P-2 evidence=复查单 taken_on=2024-03-12",
        // a deadline before the finding
        "hazard order YH-6 by=P-1 unit=甲公司 person=P-2 measures=补装 deadline=2024-03-01 taken_on=2024-03-06",
        "hazard add number=YH-8 title=x found_on=2024-03-05 discovery=检查 region=500105001 office=500105001 deadline=2024-03-01",
        // a person out of term
        "hazard recheck YH-7 by=P-1 evidence=复查单 taken_on=2025-01-01", "inspect record FX-002 inspector=P-1 visited_on=2025-06-20 --ok",
        // unknown profile, score out of the scale
        "risk assess FX-003 profile=lec.modern likelihood=3 exposure=6 severity=15",
        "risk assess FX-003 profile=lec.classic likelihood=4 exposure=6 severity=15",
        "risk assess FX-003 profile=ls.a likelihood=6 severity=1", "risk assess FX-003 profile=ls.a likelihood=1 exposure=2 severity=1",
        // a form that is not the one in force, an unknown item, a missing answer
        "inspect record FX-002 inspector=P-2 visited_on=2025-06-20 --ok form_version=2",
        "inspect record FX-002 inspector=P-2 visited_on=2025-06-20 --ok 9=ok",
        "inspect record FX-002 inspector=P-2 visited_on=2025-06-20 1=ok",
        "inspect-item set 'site.flood 1 2' zh=别的",
    ]

    @Test(arguments: Language.allCases) func nothingIsWrittenAndTheMessageHelps(_ language: Language) {
        let session = TestSession(.few, language: language)
        for line in Self.prepared { session.output(line) }
        let log = session.output("log list --json")
        for line in Self.refused {
            let result = session.run(line)
            #expect(result.code == 65 || result.code == 64, "\(line): \(result.code) \(result.err)")
            #expect(result.out.isEmpty)
        }
        expectKept(session.transcript(Self.refused), "loop-refusals.\(language.rawValue).txt")
        #expect(session.output("log list --json") == log)
    }
}
