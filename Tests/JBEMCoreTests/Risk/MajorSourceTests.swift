import JBEMCore
import Testing

/// Identification and grading of major hazard installations by GB 18218-2018.
@Suite struct MajorSourceTests {
    private static func source(_ terms: [(q: Int, critical: Int, tenfoldBeta: Int)], people: Int64) -> MajorSource {
        MajorSource(
            terms.map {
                .init(
                    name: Localized(verbatim: "x"), quantity: Rational($0.q), critical: Rational($0.critical),
                    beta: Rational($0.tenfoldBeta, over: 10))
            }, people: people)
    }

    // Quantity, critical quantity and ten times beta of each substance; people; S, R and level.
    @Test(
        arguments: [
            ([(10, 5, 40), (20, 10, 20), (100, 500, 10)], 60, "4.2", "18.3", 3), ([(40_000, 200, 10)], 100, "200", "400", 1),
            ([(2, 5, 50), (2, 1, 200), (1, 5, 40)], 102, "2.6", "85.6", 2), ([(4, 10, 20), (20, 50, 15)], 0, "0.8", "0.7", nil),
            ([(10, 10, 20)], 10, "1", "2", 4),
        ] as [([(Int, Int, Int)], Int64, String, String, Int?)])
    func theVectorsHold(_ terms: [(Int, Int, Int)], _ people: Int64, _ s: String, _ r: String, _ level: Int?) {
        let source = Self.source(terms.map { (q: $0.0, critical: $0.1, tenfoldBeta: $0.2) }, people: people)
        #expect(source.s == Rational(s))
        #expect(source.r == Rational(r))
        #expect(source.level == level)
        #expect(source.isMajor == (level != nil))
    }

    @Test(
        arguments: [(0, "0.5"), (1, "1"), (29, "1"), (30, "1.2"), (49, "1.2"), (50, "1.5"), (99, "1.5"), (100, "2"), (101, "2")]
            as [(Int64, String)])
    func peopleGiveAlpha(_ people: Int64, _ alpha: String) {
        #expect(MajorSource([], people: people).alpha == Rational(alpha))
    }

    @Test(
        arguments: [("9.999", 4), ("10", 3), ("49.999", 3), ("50", 2), ("99.999", 2), ("100", 1)] as [(String, Int)])
    func boundariesOfRAreInclusive(_ r: String, _ level: Int) {
        let source = MajorSource(
            [.init(name: Localized(verbatim: "x"), quantity: Rational(r)!, critical: .one, beta: .one)], people: 1)
        #expect(source.level == level)
    }

    @Test func whatIsNotKnownIsNamed() {
        let term = MajorSource.Term(name: Localized(verbatim: "x"), quantity: .one, critical: .one, beta: nil)
        let source = MajorSource([term], people: nil)
        #expect(source.isMajor && source.r == nil && source.level == nil)
        #expect(source.missing.count == 2)
    }

    @Test func aPrintedThresholdIsReached() {
        #expect(MajorSource.text(Rational(9_999_999, over: 10_000_000)) == "0.999999")
        #expect(MajorSource.text(Rational(21, over: 5)) == "4.2")
    }

    @Test func casNumbersEndWithTheirCheckDigit() {
        for good in ["7782-50-5", "7664-41-7", "86290-81-5", "26471-62-5"] { #expect(CheckDigit.isCASNumber(good)) }
        for bad in ["7782-50-4", "7782-505", "7782-50-5 ", "1-00-1", "", "7782-5-05"] { #expect(!CheckDigit.isCASNumber(bad)) }
    }
}
