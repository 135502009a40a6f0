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
        stage.press("<Esc>")
        #expect(stage.plain.contains("已在最上层"))
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
        let stage = Stage(view: 4)
        stage.press("<Tab><Tab><Tab><Enter>")
        #expect(stage.plain.contains("这一行后面没有更多"))
        #expect(stage.model.pages[3].count == 1)
        // The month that an office has to close is no record yet.
        stage.press("6/关账<Enter><Enter>")
        #expect(stage.plain.contains("月度关账"))
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
        // What became red is told all the same.
        #expect(stage.held.allSatisfy { if case .alerts = $0 { true } else { false } })
        #expect(stage.plain.contains("已暂停，有新的改动"))
        stage.press("p")
        #expect(stage.held.count > 2)
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

    @Test func panesOutOfSightFollowTheSelectionWhenTheyAreLookedAt() {
        let stage = Stage(view: 2)
        stage.press("<Tab><Tab><Tab>jjjjj<Tab><Tab>")
        #expect(stage.model.page.focus == 2)
        #expect(stage.plain.contains("T06 年均每十万人受灾人次"))
    }

    @Test func aFilterOrAnotherOrderMovesWhatFollows() {
        let stage = Stage(view: 2)
        stage.press("/T25<Enter>")
        #expect(stage.plain.contains("T25 森林火灾起数 (起)"))
        #expect(!stage.plain.contains("T01 生产安全事故死亡人数 (人)"))
        // Without the filter the reader is still at the record that was found.
        stage.press("<Esc>")
        #expect(stage.model.pane.subject == .indicator("T01"), "the first line was the only one")
        stage.press("jjjj")
        let before = stage.model.pane.subject
        stage.press("sS")
        #expect(stage.model.pane.subject == before)
    }

    @Test func aColumnIsSeenWholeOrNotAtAll() throws {
        let cells = CellWidth()
        for columns in 60...100 {
            for view in [1, 3, 4, 6] {
                let stage = Stage(columns: columns, language: .en, view: view, asOf: "2026-03-02")
                for pane in stage.model.page.panes {
                    for line in pane.text.lines where line.row != nil {
                        #expect(cells.width(of: line.pieces.text()) <= columns - 1)
                    }
                }
            }
        }
        let stage = Stage(columns: 60, language: .en, view: 3)
        let header = stage.plain.split(separator: "\n")[3...4]
        #expect(header.contains { $0.hasSuffix("›") }, "more columns on the right")
    }

    @Test func keysThatCanDoNothingSaySo() {
        let stage = Stage(view: 4)
        stage.press("<Tab><Tab><Tab>z")
        for key in ["t", "s", "S", "l", "e", "y", "<Enter>"] {
            stage.press("p")
            stage.press("p")
            #expect(stage.model.message == nil)
            stage.press(key)
            #expect(stage.model.message != nil, "\(key)")
        }
    }

    @Test func whatIsGoneForGoodIsNotAskedForForever() throws {
        let stage = Stage(view: 6, isHolding: true)
        var asked = 0
        for second in 1...20 {
            for case .pane(let ticket, _, _) in stage.held {
                asked += 1
                stage.send(.loaded(.pane(ticket, .failure(Failure(.notFound, Localized("没有", "gone"))))))
            }
            stage.clearHeld()
            stage.send(.tick(Instant(seconds: stage.model.now.seconds + second)))
        }
        #expect((2...12).contains(asked))
    }

    @Test func aHeadingThatFailedIsReadAgain() {
        let stage = Stage(isHolding: true)
        stage.send(.loaded(.heading(.failure(Failure(.notFound, Localized("没有存储", "there is no store"))))))
        #expect(stage.plain.contains("没有存储"))
        stage.clearHeld()
        stage.isHolding = false
        stage.send(.tick(Instant(seconds: stage.model.now.seconds + 1)))
        #expect(!stage.plain.contains("没有存储"))
    }

    @Test func anAnswerFromBeforeACommitDoesNotCountAsFresh() throws {
        let stage = Stage(view: 6, isHolding: true)
        let tickets = stage.held.compactMap { job -> PaneTicket? in if case .pane(let ticket, _, _) = job { ticket } else { nil } }
        stage.press("1")
        stage.send(.storeChanged)
        stage.clearHeld()
        for ticket in tickets {
            stage.send(.loaded(.pane(ticket, .success(PanelContent(.absent(Localized("旧", "old")), command: [])))))
        }
        stage.isHolding = false
        stage.press("6")
        #expect(!stage.plain.contains("旧"))
    }

    @Test func theHelpIsSeenWholeByScrolling() {
        let stage = Stage(rows: 16, columns: 60)
        stage.press("?")
        #expect(stage.plain.contains("1–10/\(KeyTable.all.count)"))
        stage.press("G")
        #expect(stage.plain.contains("挂起"))
        stage.press("j")
        #expect(stage.plain.contains("挂起"))
        stage.press("g")
        #expect(stage.plain.contains("总览"))
    }
}
