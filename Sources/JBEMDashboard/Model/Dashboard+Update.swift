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
            return day != today ? refresh() : load(retries())
        case .storeChanged:
            storeFailure = nil
            guard !isPaused else {
                hasMissedChange = true
                return []
            }
            return refresh()
        case .storeFailed(let failure):
            storeFailure = failure
            return []
        case .loaded(let answer): return take(answer)
        case .message(let text):
            message = text
            return []
        }
    }

    /// Asks again for what could not be read though nobody committed since: the store was away or busy for a moment.
    private mutating func retries() -> [LoadJob] {
        guard storeFailure == nil else { return [] }
        func isPassing(_ failure: Failure?) -> Bool { failure.map { [.busy, .io, .notFound, .data].contains($0.kind) } ?? false }
        let depth = pages[view - 1].count - 1
        let failed = places.map(\.pane).filter { isPassing(page.panes[$0].failure) && !page.panes[$0].isLoading }
        let jobs = failed.map { ask($0, depth) }
        guard isPassing(alertsFailure) else { return jobs }
        alertsFailure = nil
        return jobs + [.alerts]
    }

    private func load(_ jobs: [LoadJob]) -> [Effect] { jobs.isEmpty ? [] : [.load(jobs)] }

    private mutating func take(_ answer: LoadAnswer) -> [Effect] {
        switch answer {
        case .heading(.success(let output)):
            heading = output
            storeFailure = nil
        case .heading(.failure(let failure)): storeFailure = failure
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

    /// Asks for the panes that show what is selected in the first one.
    private mutating func followSelection() -> [Effect] {
        let depth = pages[view - 1].count - 1
        let following = places.map(\.pane).filter { page.panes[$0].panel.followsSelection }
        return load(following.map { ask($0, depth) })
    }

    // MARK: keys

    private mutating func pressed(_ key: Key) -> [Effect] {
        message = nil
        if key == .character("\u{3}") { return [.quit] }
        switch mode {
        case .normal: return KeyTable.action(key).map { act($0) } ?? []
        case .filter(let text): return typed(key, text)
        case .export(let path): return named(key, path)
        case .overlay(let title, let lines, let top): return scrolled(key, title, lines, top)
        }
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
        case .zoom:
            page.isZoomed.toggle()
            return load(jobs())
        case .range: return nextRange()
        case .sort: sort()
        case .reverse: pane.sort?.isDescending.toggle()
        case .open: return open()
        case .back: return back()
        case .left: pane.skippedColumns = max(0, pane.skippedColumns - 1)
        case .right: scrollColumns()
        default: return select(action)
        }
        return []
    }

    private mutating func select(_ action: KeyAction) -> [Effect] {
        let (before, room) = (pane.selected, pane.room)
        switch action {
        case .up: pane.selected -= 1
        case .down: pane.selected += 1
        case .pageUp: pane.selected -= room
        case .pageDown: pane.selected += room
        case .top: pane.selected = 0
        case .bottom: pane.selected = pane.text.lines.count
        default: break
        }
        arrange()
        return page.focus == 0 && pane.selected != before ? followSelection() : []
    }

    private mutating func focus(by step: Int) -> [Effect] {
        page.focus = (page.focus + step + page.panes.count) % page.panes.count
        return load(jobs())
    }

    private mutating func scrollColumns() {
        guard case .table(let table, _, _)? = pane.content?.body else { return }
        pane.skippedColumns = min(pane.skippedColumns + 1, max(0, table.columns.count - 2))
    }

    private mutating func sort() {
        guard case .table(let table, _, _)? = pane.content?.body, !table.columns.isEmpty else { return }
        let next = (pane.sort?.column ?? -1) + 1
        pane.sort = next < table.columns.count ? PaneText.Sort(column: next) : nil
    }

    private mutating func nextRange() -> [Effect] {
        let ranges = pane.panel.ranges
        guard let now = pane.range, let place = ranges.firstIndex(of: now) else { return [] }
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
            pane.filter = ""
        } else if pages[view - 1].count > 1 {
            pages[view - 1].removeLast()
        } else {
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
            pane.filter = ""
        case .enter: mode = .normal
        default:
            let next = edited(text, key)
            mode = .filter(next)
            pane.filter = next
        }
        return []
    }

    private mutating func named(_ key: Key, _ path: String) -> [Effect] {
        switch key {
        case .escape: mode = .normal
        case .enter:
            mode = .normal
            guard !path.isEmpty, let text = exportText else { return [] }
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
        let last = max(0, lines.count - 1)
        switch KeyTable.action(key) {
        case .down: mode = .overlay(title: title, lines: lines, top: min(last, top + 1))
        case .up: mode = .overlay(title: title, lines: lines, top: max(0, top - 1))
        case .pageDown: mode = .overlay(title: title, lines: lines, top: min(last, top + size.rows / 2))
        case .pageUp: mode = .overlay(title: title, lines: lines, top: max(0, top - size.rows / 2))
        default: mode = .normal
        }
        return []
    }
}
