import JBEMCore
import JBEMTestSupport
import Testing

/// Scores and levels of risk points as the store derives them, and what is refused.
@Suite struct RiskTests {
    private static let base = "name=点 category=hazmat region=500105009 office=500105009"

    /// Profile, factors (likelihood, exposure, severity; empty for none), score, level: the vectors and both sides of each bound.
    @Test func vectorsGiveTheirLevels() {
        let session = TestSession(.office)
        let vectors: [(String, String, String)] = [
            ("lec.classic 3 6 15", "270", "orange"), ("lec.classic 1 6 15", "90", "yellow"), ("lec.classic 6 6 40", "1440", "red"),
            ("lec.classic 0.5 3 7", "10.5", "blue"), ("lec.classic 1 10 7", "70", "yellow"), ("lec.classic 10 2 1", "20", "blue"),
            ("ls.a 3 - 4", "12", "orange"), ("ls.b 3 - 4", "12", "yellow"), ("ls.a 2 - 4", "8", "yellow"), ("ls.b 2 - 4", "8", "blue"),
            ("ls.a 5 - 4", "20", "red"), ("ls.b 5 - 4", "20", "red"), ("ls.a 3 - 3", "9", "orange"), ("ls.a 3 - 1", "3", "blue"),
            ("ls.b 5 - 3", "15", "orange"), ("mes 5 6 8", "240", "red"), ("mes 3 6 10", "180", "red"), ("mes 5 3 10", "150", "orange"),
            ("mes 3 6 1", "18", "blue"), ("mes 5 10 1", "50", "yellow"),
        ]
        for (index, (given, score, level)) in vectors.enumerated() {
            let parts = given.split(separator: " ")
            let exposure = parts[2] == "-" ? "" : " exposure=\(parts[2])"
            session.output(
                "risk add point_no=V\(index) \(Self.base) profile=\(parts[0]) likelihood=\(parts[1])\(exposure) severity=\(parts[3])")
            let text = session.output("risk list --where point_no=V\(index) --csv --fields score,level")
            #expect(text.hasSuffix(",\(score),\(level)\n"), "\(given): \(text)")
        }
    }

    @Test(
        arguments: [
            ("profile=lec.classic likelihood=2", "可取 10 6 3 1 0.5 0.2 0.1"), ("profile=ls.a exposure=6", "ls.a 不用这个因子"),
            ("likelihood=3", "有因子分值须注明评分方法"), ("profile=hazop likelihood=3", "risk_profile"),
            ("longitude=106.5 latitude=29.6", "有经纬度须注明坐标系"),
            ("longitude=106.5 datum=wgs84", "经度和纬度须一起填"),
        ]) func badInputIsRefused(_ fields: String, _ message: String)
    {
        let session = TestSession(.office)
        let result = session.run("risk add point_no=B1 \(Self.base) \(fields)")
        #expect(result.code == 65)
        #expect(result.err.contains(message), "\(result.err)")
        #expect(session.output("risk list --csv").split(separator: "\n").count == 1)
    }

    @Test func substancesMustBeKnownOrClassed() {
        let session = TestSession(.few)
        let refused = session.run("risk-substance add risk=FX-002 substance=不明物 quantity=1")
        #expect(refused.code == 65 && refused.err.contains("表1没有“不明物”"))
        #expect(session.run("risk-substance add risk=FX-002 substance=不明物 class=W2 quantity=1").code == 0)
        #expect(session.run("risk-substance add risk=FX-002 substance=7782-50-5 quantity=1").code == 0)
        let twice = session.run("risk-substance add risk=FX-002 substance=液氯 quantity=1")
        #expect(twice.code == 65 && twice.err.contains("是同一物质"))
    }
}
