import JBEMCore
import Testing

/// Ledger, rates and ranking against numbers counted by hand.
@Suite struct HazardLedgerTests {
    private let flows = [
        HazardFlow(key: "A", month: "", what: "found", count: 10), HazardFlow(key: "A", month: "", what: "close", count: 7),
        HazardFlow(key: "A", month: "", what: "reopen", count: 1), HazardFlow(key: "A", month: "2024-01", what: "found", count: 3),
        HazardFlow(key: "A", month: "2024-02", what: "close", count: 5), HazardFlow(key: "B", month: "2024-02", what: "found", count: 2),
        HazardFlow(key: "B", month: "2024-02", what: "reopen", count: 1), HazardFlow(key: "B", month: "", what: "found", count: 1),
        HazardFlow(key: "B", month: "", what: "close", count: 1),
    ]

    @Test func whatRemainsOpensTheNextMonth() {
        let lines = HazardLedger.lines(flows, months: ["2024-01", "2024-02"])
        #expect(
            lines.map { [$0.opening, $0.found, $0.reopened, $0.closed, $0.remaining] } == [
                [4, 3, 0, 0, 7], [7, 0, 0, 5, 2], [0, 0, 0, 0, 0], [0, 2, 1, 0, 3],
            ])
        #expect(HazardLedger.total(lines, month: "2024-02").remaining == 5)
        let whole = HazardLedger.lines(flows, months: nil)
        #expect(whole.map { [$0.opening, $0.found, $0.reopened, $0.closed, $0.remaining] } == [[4, 3, 0, 5, 2], [0, 2, 1, 0, 3]])
    }

    @Test func withoutADenominatorThereIsNoRate() {
        let none = HazardRates(key: "", due: 0, dueClosed: 0, onTime: 0, otherClosed: 0)
        #expect(none.rectification == nil && none.punctuality == nil)
        let some = HazardRates(key: "", due: 8, dueClosed: 6, onTime: 4, otherClosed: 2)
        #expect(some.rectification == Rational(8, over: 10) && some.punctuality == Rational(1, over: 2))
        #expect(HazardRates(sumOf: [some, some, none]).shouldBeClosed == 20)
    }

    @Test func theOrderIsWeightPerYuanAndTheBudgetBuysWhatFits() {
        func item(_ id: Int64, major: Bool = false, overdue: Bool = false, cost: Int64?) -> HazardRanking.Item {
            HazardRanking.Item(id: id, isMajor: major, isOverdue: overdue, riskClass: 1, cost: cost)
        }
        // 10/500, 1/10, 2/40, 1/0, 10/none, 1/none
        let items = [
            item(1, major: true, cost: 500), item(2, cost: 10), item(3, overdue: true, cost: 40), item(4, cost: 0), item(5, cost: nil),
            item(6, major: true, cost: nil),
        ]
        #expect(HazardRanking.order(items, budget: nil).map(\.item.id) == [4, 2, 3, 1, 6, 5])
        let bought = HazardRanking.order(items, budget: 45)
        #expect(bought.map(\.spent) == [0, 10, nil, nil, nil, nil])
        #expect(HazardRanking.order(items, budget: 550).map(\.spent) == [0, 10, 50, 550, nil, nil])
    }
}
