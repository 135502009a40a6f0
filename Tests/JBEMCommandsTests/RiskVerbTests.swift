import JBEMCore
import JBEMTestSupport
import Testing

/// Assessing, counting and ranking risk points, and grading major hazard installations.
@Suite struct RiskVerbTests {
    private static let lines = [
        "risk matrix", "risk matrix --residual", "risk rank --limit 5", "risk major-source", "risk major-source YL-R057",
        "risk assess YL-R001 profile=ls.b likelihood=3 severity=4 exposure= residual_likelihood= residual_severity= residual_exposure=",
        "risk show YL-R001 --json",
    ]

    @Test(arguments: Language.allCases) func theyReadWell(_ language: Language) {
        expectKept(TestSession(.sample, language: language, width: 80).transcript(Self.lines), "risk-verbs.\(language.rawValue).txt")
    }

    /// Standards §4.5, vectors A to E, by the names of the substances; the last one stands on the threshold.
    @Test(arguments: [
        ("--substance 氯=10 --substance 氨=20 --substance 甲醇=100 --people 60", "4.2", "18.3", "3"),
        ("--substance 汽油=40000 --people 100", "200", "400", "1"), ("--substance 汽油=40000 --people 99", "200", "300", "1"),
        ("--substance 氨=4 --substance 液化石油气=20 --people 0", "0.8", "0.7", "null"),
        ("--substance 氨=10 --people 10", "1", "2", "4"), ("--substance 7664-41-7=10 --people 0", "1", "1", "4"),
    ])
    func vectors(_ options: String, _ s: String, _ r: String, _ level: String) throws {
        let json = TestSession(.office).output("risk major-source \(options) --json")
        let object = try #require(try StrictJSON.parse(json).object)
        #expect(object["s"]?.number == s && object["r"]?.number == r, "\(json)")
        #expect(object["level"] == .null ? level == "null" : object["level"]?.number == level, "\(json)")
    }

    /// Standards §4.1 to §4.3, the edges of every band included.
    @Test(arguments: [
        ("lec.classic likelihood=3 exposure=6 severity=15", "270", "orange"),
        ("lec.classic likelihood=1 exposure=6 severity=15", "90", "yellow"),
        ("lec.classic likelihood=6 exposure=6 severity=40", "1440", "red"),
        ("lec.classic likelihood=0.5 exposure=3 severity=7", "10.5", "blue"),
        ("lec.classic likelihood=1 exposure=10 severity=7", "70", "yellow"),
        ("lec.classic likelihood=10 exposure=2 severity=1", "20", "blue"),
        ("ls.a likelihood=3 severity=4", "12", "orange"), ("ls.b likelihood=3 severity=4", "12", "yellow"),
        ("ls.a likelihood=2 severity=4", "8", "yellow"), ("ls.b likelihood=2 severity=4", "8", "blue"),
        ("ls.a likelihood=5 severity=4", "20", "red"), ("ls.b likelihood=5 severity=4", "20", "red"),
        ("mes likelihood=5 exposure=6 severity=8", "240", "red"),
    ])
    func levels(_ factors: String, _ score: String, _ level: String) throws {
        let session = TestSession(.office)
        session.output("risk add point_no=R-1 name=甲 category=fire region=500105001 office=500105001")
        session.output("risk assess R-1 profile=\(factors)")
        let object = try #require(try StrictJSON.parse(session.output("risk show R-1 --json")).object)
        #expect(object["level"]?.string == level && object["score"]?.number == score, "\(object["score"] ?? .null)")
    }

    @Test(arguments: [
        ("risk assess R-1 likelihood=3", 65, "profile"),
        ("risk assess R-1 profile=lec.classic likelihood=4 exposure=6 severity=15", 65, "4"),
        ("risk assess R-1 profile=ls.a likelihood=3 severity=4 exposure=6", 65, "exposure"),
        ("risk assess R-1 profile=ls.a likelihood=3", 65, "severity"), ("risk assess R-1 profile=nine likelihood=3", 65, "nine"),
        ("risk major-source --substance 琥珀=3", 65, "琥珀"), ("risk major-source --substance 氨", 64, "氨"),
        ("risk major-source R-1", 66, "R-1"), ("risk major-source R-1 --substance 氨=1", 64, "--substance"),
    ])
    func whatCannotBeIsRefused(_ line: String, _ code: Int32, _ word: String) {
        let session = TestSession(.office, language: .en)
        session.output("risk add point_no=R-1 name=甲 category=fire region=500105001 office=500105001")
        let head = session.output("log head")
        let result = session.run(line)
        #expect(result.code == code && result.err.contains(word), "\(result.code): \(result.err)")
        #expect(session.output("log head") == head)
    }
}
