internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

extension Dashboard {
    /// What the driver does first.
    mutating func start() -> [Effect] {
        arrange()
        return refresh()
    }

    /// Takes an event.
    mutating func update(_ event: Event) -> [Effect] {
        defer { arrange() }
        switch event {
        case .key(let key): return pressed(key)
        case .resize(let size):
            self.size = size
            arrange()
            // More panes may be seen now.
            return load(jobs()) + [.repaint]
        case .tick(let now):
            let day = today
            self.now = now
            if day == today { return load(retries()) }
            guard isPaused else { return refresh() }
            hasMissedChange = true
            return []
        case .storeChanged:
            storeFailure = nil
            guard isPaused else { return refresh() }
            // What became red is told all the same.
            hasMissedChange = true
            return [.load([.alerts])]
        case .storeFailed(let failure):
            storeFailure = failure
            return []
        case .loaded(let answer): return take(answer)
        case .message(let text):
            message = text
            return []
        }
    }

    /// Asks again, a few times, for what could not be read though nobody committed since: the store was away or busy for a moment.
    private mutating func retries() -> [LoadJob] {
        guard storeFailure == nil else { return [] }
        func isPassing(_ failure: Failure?) -> Bool { failure.map { [.busy, .io, .notFound, .data].contains($0.kind) } ?? false }
        let depth = pages[view - 1].count - 1
        let failed = places.map(\.pane).filter { index in
            let pane = page.panes[index]
            return isPassing(pane.failure) && !pane.isLoading && pane.retries < 5
        }
        var jobs = failed.map { ask($0, depth) }
        for index in failed { page.panes[index].retries += 1 }
        if isPassing(headingFailure) { jobs.insert(.heading, at: 0) }
        if isPassing(alertsFailure) { jobs.append(.alerts) }
        (headingFailure, alertsFailure) = (isPassing(headingFailure) ? nil : headingFailure, isPassing(alertsFailure) ? nil : alertsFailure)
        return jobs
    }

    private func load(_ jobs: [LoadJob]) -> [Effect] { jobs.isEmpty ? [] : [.load(jobs)] }

    private mutating func take(_ answer: LoadAnswer) -> [Effect] {
        switch answer {
        case .heading(.success(let output)): (heading, headingFailure) = (output, nil)
        case .heading(.failure(let failure)): headingFailure = failure
        case .alerts(.success(let output)):
            (alerts, alertsFailure) = (output, nil)
            let news = watch.news(output)
            return news.isEmpty ? [] : [.alert(news)]
        case .alerts(.failure(let failure)): alertsFailure = failure
        case .pane(let ticket, let result): return take(ticket, result)
        }
        return []
    }

    private mutating func take(_ ticket: PaneTicket, _ result: Result<PanelContent, Failure>) -> [Effect] {
        let (view, depth) = (ticket.view - 1, ticket.depth)
        guard pages[view].indices.contains(depth), pages[view][depth].panes.indices.contains(ticket.pane),
            pages[view][depth].panes[ticket.pane].ticket == ticket.number
        else { return [] }
        switch result {
        case .success(let content):
            pages[view][depth].panes[ticket.pane].take(content)
            readAt = now
        case .failure(let failure):
            pages[view][depth].panes[ticket.pane].failure = failure
            pages[view][depth].panes[ticket.pane].isLoading = false
        }
        guard ticket.pane == 0, ticket.view == self.view, depth == pages[view].count - 1 else { return [] }
        arrange()
        return followSelection()
    }

    /// Asks for the panes that show what is selected in the first one, where that is another now; those out of sight when they are looked at.
    private mutating func followSelection() -> [Effect] {
        let subject = page.panes[0].subject
        for index in page.panes.indices where page.panes[index].panel.followsSelection && page.panes[index].askedSelection != subject {
            (page.panes[index].isStale, page.panes[index].isLoading) = (true, false)
        }
        return load(jobs())
    }

    // MARK: keys

    private mutating func pressed(_ key: Key) -> [Effect] {
        message = nil
        if key == .character("\u{3}") { return [.quit] }
        let effects: [Effect]
        switch mode {
        case .normal: effects = KeyTable.action(key).map { act($0) } ?? []
        case .filter(let text): effects = typed(key, text)
        case .export(let path): effects = named(key, path)
        case .overlay(let title, let lines, let top): effects = scrolled(key, title, lines, top)
        }
        // A key, a filter or another order may have put another line under the reader.
        arrange()
        return effects + followSelection()
    }

    private mutating func act(_ action: KeyAction) -> [Effect] {
        switch action {
        case .quit: return [.quit]
        case .suspend: return [.suspend]
        case .repaint: return [.repaint]
        case .refresh: return refresh()
        case .pause: return pause()
        case .help: mode = .overlay(title: Localized("按键", "keys"), lines: helpLines, top: 0)
        case .command: showCommand()
        case .export: askForFile()
        case .filter: mode = .filter(pane.filter)
        default: return move(action)
        }
        return []
    }

    private mutating func move(_ action: KeyAction) -> [Effect] {
        switch action {
        case .view(let number):
            guard pages.indices.contains(number - 1) else { return [] }
            // The number of the view that is seen leads back to its beginning.
            if number == view { pages[view - 1].removeLast(pages[view - 1].count - 1) }
            view = number
            return load(jobs())
        case .nextPane: return focus(by: 1)
        case .previousPane: return focus(by: -1)
        case .zoom: return zoom()
        case .range: return nextRange()
        case .sort: sort()
        case .reverse: reverse()
        case .open: return open()
        case .back: return back()
        case .left: pane.skippedColumns = max(0, pane.skippedColumns - 1)
        case .right: scrollColumns()
        default: return select(action)
        }
        return []
    }

    private mutating func select(_ action: KeyAction) -> [Effect] {
        let room = pane.room
        switch action {
        case .up: pane.selected -= 1
        case .down: pane.selected += 1
        case .pageUp: pane.selected -= room
        case .pageDown: pane.selected += room
        case .top: pane.selected = 0
        case .bottom: pane.selected = pane.text.lines.count
        default: break
        }
        return []
    }

    private mutating func zoom() -> [Effect] {
        guard page.isZoomed || places.count > 1 else {
            message = Localized("这里只看得到一个窗格", "only one pane is seen here")
            return []
        }
        page.isZoomed.toggle()
        return load(jobs())
    }

    private mutating func focus(by step: Int) -> [Effect] {
        page.focus = (page.focus + step + page.panes.count) % page.panes.count
        return load(jobs())
    }

    private mutating func scrollColumns() {
        guard case .table(let table, _, _)? = pane.content?.body else {
            message = Localized("这里没有列", "there are no columns here")
            return
        }
        pane.skippedColumns = min(pane.skippedColumns + 1, max(0, table.columns.count - 2))
    }

    /// Sorts by the next of the columns that are seen, and after the last by none.
    private mutating func sort() {
        guard case .table? = pane.content?.body, !pane.text.shownColumns.isEmpty else {
            message = Localized("这里没有可排序的表", "there is no table to sort here")
            return
        }
        let columns = pane.text.shownColumns
        let place = pane.sort.flatMap { columns.firstIndex(of: $0.column) }.map { $0 + 1 } ?? 0
        pane.rearrange { $0.sort = place < columns.count ? PaneText.Sort(column: columns[place]) : nil }
    }

    private mutating func reverse() {
        guard pane.sort != nil else {
            message = Localized("先按 s 排序", "sort first, with s")
            return
        }
        pane.rearrange { $0.sort?.isDescending.toggle() }
    }

    private mutating func nextRange() -> [Effect] {
        let ranges = pane.panel.ranges
        guard ranges.count > 1, let now = pane.range, let place = ranges.firstIndex(of: now) else {
            message = Localized("这里没有时间范围", "there is no time range here")
            return []
        }
        pane.range = ranges[(place + 1) % ranges.count]
        return load([ask(page.focus, pages[view - 1].count - 1)])
    }

    private mutating func open() -> [Effect] {
        guard let subject = pane.subject, !subject.panels.isEmpty, pages[view - 1].count < 32 else {
            message = Localized("这一行后面没有更多", "nothing lies behind this line")
            return []
        }
        let panels = subject.panels
        // What is looked into is what the reader wants to see most of.
        pages[view - 1].append(Page(subject.crumb, panels, firstHeight: 14))
        return load(jobs())
    }

    private mutating func back() -> [Effect] {
        if page.isZoomed {
            page.isZoomed = false
        } else if !pane.filter.isEmpty {
            pane.rearrange { $0.filter = "" }
        } else if pages[view - 1].count > 1 {
            pages[view - 1].removeLast()
        } else {
            message = Localized("已在最上层，q 退出", "this is the top; q quits")
            return []
        }
        return load(jobs())
    }

    private mutating func pause() -> [Effect] {
        isPaused.toggle()
        guard !isPaused, hasMissedChange else { return [] }
        hasMissedChange = false
        return refresh()
    }

    // MARK: typing

    private mutating func typed(_ key: Key, _ text: String) -> [Effect] {
        switch key {
        case .escape:
            mode = .normal
            pane.rearrange { $0.filter = "" }
        case .enter: mode = .normal
        default:
            let next = edited(text, key)
            mode = .filter(next)
            pane.rearrange { $0.filter = next }
        }
        return []
    }

    private mutating func named(_ key: Key, _ path: String) -> [Effect] {
        switch key {
        case .escape: mode = .normal
        case .enter:
            mode = .normal
            guard !path.isEmpty, let text = exportText else {
                message = Localized("没有写文件名，没有导出", "no file was named; nothing was exported")
                return []
            }
            return [.export(text: text, path: path)]
        default: mode = .export(edited(path, key))
        }
        return []
    }

    private func edited(_ text: String, _ key: Key) -> String {
        switch key {
        case .backspace: String(text.dropLast())
        case .character(let character) where !character.unicodeScalars.contains { OutputGate.isHidden($0) }:
            text.count < 200 ? text + String(character) : text
        default: text
        }
    }

    private mutating func scrolled(_ key: Key, _ title: Localized, _ lines: [String], _ top: Int) -> [Effect] {
        let last = max(0, lines.count - overlayRoom)
        switch KeyTable.action(key) {
        case .down: mode = .overlay(title: title, lines: lines, top: min(last, top + 1))
        case .up: mode = .overlay(title: title, lines: lines, top: max(0, top - 1))
        case .pageDown: mode = .overlay(title: title, lines: lines, top: min(last, top + size.rows / 2))
        case .pageUp: mode = .overlay(title: title, lines: lines, top: max(0, top - size.rows / 2))
        case .top: mode = .overlay(title: title, lines: lines, top: 0)
        case .bottom: mode = .overlay(title: title, lines: lines, top: last)
        default: mode = .normal
        }
        return []
    }
}
