import JBEMCore
import JBEMOperations
import JBEMOutput
import JBEMTestSupport
import Testing

@testable import JBEMDashboard

/// What keys do.
@Suite struct KeyTests {
    @Test func noKeyHasTwoMeanings() {
        let keys = KeyTable.all.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
        #expect(Set(KeyTable.all.map(\.action)).count == KeyTable.all.count)
    }

    @Test func lookingIntoALineAndBack() {
        let stage = Stage()
        let before = stage.plain
        stage.press("j<Enter>")
        #expect(stage.model.pages[0].count == 2)
        #expect(stage.plain.contains("T02 › 来历"))
        #expect(stage.plain.contains("AC-999101000-52"))
        stage.press("<Esc>")
        #expect(stage.model.pages[0].count == 1)
        #expect(stage.model.pane.selected == 1)
        stage.press("k")
        #expect(stage.plain == before)
        // At the beginning there is nothing to go back to.
        stage.press("<Esc><Esc>")
        #expect(stage.plain == before)
    }

    @Test func fromAnIndicatorDownToTheRecordAndItsHistory() throws {
        let stage = Stage(rows: 60, columns: 120)
        stage.press("j<Enter>")
        let place = try #require(stage.model.pane.text.lines.firstIndex { $0.subject == .links(["AC-999101000-52"]) })
        stage.press(String(repeating: "j", count: place) + "<Enter>")
        #expect(stage.plain.contains("YL-2023-008"))
        #expect(stage.plain.contains("T02 › AC-999101000-52 ›"))
        stage.press("<Tab><Enter>")
        #expect(stage.plain.contains("#2 › 第 2 号改动"))
    }

    @Test func aLineThatLeadsNowhereOpensNothing() {
        let stage = Stage(view: 5)
        stage.press("<Enter>")
        #expect(stage.plain.contains("这一行后面没有更多"))
        #expect(stage.model.pages[4].count == 1)
        // The month that an office has to close is no record yet.
        stage.press("6<Enter>")
        #expect(stage.model.pages[5].count == 1)
    }

    @Test func theClauseOfThePlanIsOneKeyAway() throws {
        let stage = Stage(rows: 40, columns: 120)
        stage.press("j<Enter>j<Enter>")
        #expect(stage.plain.contains("T02 › clause/L132 › 条款 L132"))
    }

    @Test func theFilterKeepsTheLinesThatHoldTheText() {
        let stage = Stage(view: 2)
        stage.press("/消防")
        #expect(stage.plain.contains("筛选：消防▏"))
        let rows = stage.model.pane.text.lines.filter { $0.row != nil }
        #expect((1..<30).contains(rows.count))
        stage.press("<Enter>")
        #expect(!stage.model.pane.filter.isEmpty)
        stage.press("<Esc>")
        #expect(stage.model.pane.filter.isEmpty)
        stage.press("/没有这个<Enter>")
        #expect(stage.plain.contains("没有含“没有这个”的行"))
        stage.press("/<BS><BS><BS><BS><Esc>q")
        #expect(stage.effects.contains { if case .quit = $0 { true } else { false } })
    }

    @Test func sortingByEveryColumnKeepsEveryRow() {
        let stage = Stage(rows: 40, columns: 120, view: 3)
        let all = stage.model.pane.text.count
        var orders: Set<[Int]> = []
        for _ in 0..<20 {
            stage.press("s")
            #expect(stage.model.pane.text.count == all)
            orders.insert(stage.model.pane.text.lines.compactMap(\.row))
            stage.press("S")
            orders.insert(stage.model.pane.text.lines.compactMap(\.row))
        }
        #expect(orders.count > 4)
    }

    @Test func numbersSortAsNumbersAndTotalsStayBelow() throws {
        let stage = Stage(rows: 40, columns: 120, view: 3)
        guard case .table(let table, _, _)? = stage.model.pane.content?.body else { return #expect(Bool(false)) }
        let column = try #require(table.columns.firstIndex { $0.key == "total" })
        stage.press(String(repeating: "s", count: column + 1) + "S")
        let values = stage.model.pane.text.lines.compactMap(\.row).map { table.rows[$0][column].machine }.compactMap { Int($0) }
        #expect(values.dropLast() == values.dropLast().sorted(by: >)[...])
        #expect(values.last == values.dropLast().reduce(0, +))
    }

    @Test func theTimeRangeGoesRound() {
        let stage = Stage(rows: 40, columns: 120, view: 6)
        var seen: [TimeRange?] = []
        for _ in 0..<5 {
            seen.append(stage.model.pane.range)
            stage.press("t")
        }
        #expect(Set(seen.map { $0?.rawValue }).count == 5)
        #expect(stage.model.pane.range == seen[0])
        #expect(stage.plain.contains("(30 天)"))
    }

    @Test func zoomGivesThePaneTheWholeBody() {
        let stage = Stage()
        stage.press("<Tab>z")
        #expect(stage.model.places.count == 1)
        #expect(stage.plain.contains("今日警示"))
        #expect(!stage.plain.contains("核心指标"))
        stage.press("<Esc>")
        #expect(stage.plain.contains("核心指标"))
    }

    @Test func theExportHoldsTheRowsThatAreSeen() throws {
        let stage = Stage(view: 2)
        stage.press("/消火栓<Enter>e")
        #expect(stage.plain.contains("导出到：jbem-indicators-2024-06-30.csv"))
        stage.press("<Enter>")
        guard case .export(let text, let path)? = stage.effects.last else { return #expect(Bool(false)) }
        #expect(path == "jbem-indicators-2024-06-30.csv")
        let lines = text.split(separator: "\n")
        #expect(lines.first?.hasPrefix("id,name,unit,nature,target") == true)
        #expect(lines.count == stage.model.pane.text.count + 1)
        #expect(lines.dropFirst().allSatisfy { $0.contains("消火栓") })
    }

    @Test func aPausedDashboardWaits() {
        let stage = Stage()
        stage.press("p")
        stage.isHolding = true
        stage.send(.storeChanged)
        #expect(stage.held.isEmpty)
        #expect(stage.plain.contains("已暂停，有新的改动"))
        stage.press("p")
        #expect(!stage.held.isEmpty)
    }

    @Test func keysAreAnsweredBeforeAnythingIsRead() {
        let stage = Stage(isHolding: true)
        #expect(stage.plain.contains("正在读取"))
        stage.press("3")
        #expect(stage.plain.contains("风险矩阵"))
        stage.press("1?")
        #expect(stage.plain.contains("按键"))
        stage.press("<Esc>")
        stage.answerHeld()
        #expect(stage.plain.contains("偏离目标"))
    }

    @Test func anAnswerToAnOlderQuestionIsDropped() throws {
        let stage = Stage(view: 6, isHolding: true)
        let first = try #require(
            stage.held.compactMap { job -> PaneTicket? in if case .pane(let ticket, _, _) = job { ticket } else { nil } }.first)
        stage.press("t")
        stage.send(.loaded(.pane(first, .success(PanelContent(.absent(Localized("旧", "old")), command: [])))))
        #expect(stage.model.pane.content == nil)
        stage.answerHeld()
        #expect(stage.model.pane.content != nil)
    }

    @Test func theReaderStaysAtTheSameRecord() throws {
        let stage = Stage(rows: 40, columns: 120, view: 2)
        stage.press("jjjj")
        let before = try #require(stage.model.pane.subject)
        stage.send(.storeChanged)
        #expect(stage.model.pane.subject == before)
        stage.press("ss")
        stage.send(.storeChanged)
        #expect(stage.model.pane.content != nil)
    }

    @Test func aFailureIsSaidAndTheOldContentStays() {
        let stage = Stage()
        let failure = Failure(.busy, Localized("存储正被占用", "the store is busy"), hints: [Localized("稍后再试", "try again later")])
        stage.send(.storeFailed(failure))
        #expect(stage.plain.contains("存储正被占用；稍后再试"))
        #expect(stage.plain.contains("偏离目标"))
        stage.send(.storeChanged)
        #expect(!stage.plain.contains("存储正被占用"))
    }

    @Test func whatCouldNotBeReadForAMomentIsReadAgain() throws {
        let stage = Stage(view: 6, isHolding: true)
        let ticket = try #require(
            stage.held.compactMap { job -> PaneTicket? in if case .pane(let ticket, _, _) = job { ticket } else { nil } }.first)
        stage.send(.loaded(.pane(ticket, .failure(Failure(.busy, Localized("存储正被占用", "the store is busy"))))))
        stage.clearHeld()
        stage.isHolding = false
        stage.send(.tick(Instant(seconds: stage.model.now.seconds + 1)))
        #expect(stage.model.pane.failure == nil)
        #expect(stage.model.pane.content != nil)
    }

    @Test func midnightReadsEverythingAgain() {
        let stage = Stage(asOf: nil)
        stage.isHolding = true
        stage.send(.tick(Instant(rfc3339: "2026-12-04T15:59:59Z")!))
        #expect(stage.held.isEmpty)
        stage.send(.tick(Instant(rfc3339: "2026-12-04T16:00:00Z")!))
        #expect(!stage.held.isEmpty)
    }
}
