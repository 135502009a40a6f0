internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// What a terminal of some size shows: for each row its pieces.
struct Frame: Equatable {
    let size: ScreenSize
    let rows: [[Piece]]
}

extension Dashboard {
    /// Draws the model.
    var frame: Frame {
        var grid = CellGrid(rows: size.rows, columns: size.columns, options.cells)
        if size.isEnough {
            drawHeader(&grid)
            drawTabs(&grid)
            for (index, area) in places { draw(page.panes[index], at: area, isFocused: index == page.focus, &grid) }
            if case .overlay(let title, let lines, let top) = mode { draw(title, lines, top, &grid) }
            drawFooter(&grid)
        } else {
            drawSizeMessage(&grid)
        }
        return Frame(size: size, rows: (0..<grid.rows).map { grid.pieces($0) })
    }

    private func visible(_ text: Localized) -> String { options.style.visible(text.text(language)) }

    private func width(_ text: String) -> Int { options.cells.width(of: text) }

    // MARK: header

    private func drawHeader(_ grid: inout CellGrid) {
        let clock = visible(Localized(verbatim: fixedDay == nil ? now.localText() : String(now.localText().suffix(5))))
        let day = fixedDay.map { visible(Localized("截至 \($0)", "as of \($0)")) }
        var right: [(String, Style.Role?)] = [(clock, nil)]
        if let day { right.insert((day, .warning), at: 0) }
        right.insert(alertWords, at: 0)
        if heading?.isSample == true { right.insert((visible(Localized("示例数据", "SAMPLE DATA")), .warning), at: 0) }
        var column = size.columns
        // Where there is little room the clock goes first: whose store it is and that it is a sample matter more.
        while right.count > 1, right.map({ width($0.0) + 2 }).reduce(0, +) > size.columns - 16 { right.removeLast() }
        for (text, role) in right.reversed() {
            column -= width(text) + (column == size.columns ? 0 : 2)
            grid.put(text, row: 0, column: max(0, column), role: role)
        }
        let office = heading.map { visible($0.office) } ?? visible(Localized("正在打开存储…", "opening the store…"))
        let plan = heading?.plan.map { "  " + visible($0) } ?? ""
        let room = max(0, column - 2)
        let name = options.cells.clip(office, to: room, ellipsis: options.style.ellipsis)
        grid.put(name, row: 0, column: 0, role: .heading)
        guard room - width(name) >= 12 else { return }
        let rest = options.cells.clip(plan, to: room - width(name), ellipsis: options.style.ellipsis)
        grid.put(rest, row: 0, column: width(name), role: .muted)
    }

    private var alertWords: (String, Style.Role?) {
        guard let alerts else { return (visible(Localized("警示 …", "alerts …")), .muted) }
        let red = alerts.alerts.count { $0.grade == .red }
        let yellow = alerts.alerts.count - red
        if red > 0 { return (visible(Localized("警示 红 \(red) 黄 \(yellow)", "alerts: red \(red) yellow \(yellow)")), .red) }
        if yellow > 0 { return (visible(Localized("警示 黄 \(yellow)", "alerts: yellow \(yellow)")), .yellow) }
        return (visible(Localized("没有警示", "no alerts")), .good)
    }

    private func drawTabs(_ grid: inout CellGrid) {
        var column = 0
        for (view, text) in zip(DashboardView.all, tabs) {
            column += grid.put(text, row: 1, column: column, role: view.number == self.view ? .selected : nil)
        }
    }

    /// The names of the views with blanks around them, with as few as can be, or the numbers of those that are not seen.
    private var tabs: [String] {
        let names = DashboardView.all.map { "\($0.number) \(visible($0.title))" }
        let airy = names.map { " \($0) " }
        if airy.map(width).reduce(0, +) <= size.columns { return airy }
        let dense = names.map { "\($0) " }
        if dense.map(width).reduce(0, +) <= size.columns { return dense }
        return zip(DashboardView.all, names).map { view, name in view.number == self.view ? " \(name) " : " \(view.number) " }
    }

    // MARK: panes

    private func draw(_ pane: Pane, at area: Rectangle, isFocused: Bool, _ grid: inout CellGrid) {
        drawTitle(pane, at: area, isFocused: isFocused, &grid)
        if area.column > 0 {
            let bar = options.style.isASCII ? "|" : "│"
            for row in area.row..<(area.row + area.height) { grid.put(bar, row: row, column: area.column - 1, role: .muted) }
        }
        let inner = Rectangle(row: area.row + 1, column: area.column + 1, height: area.height - 1, width: area.width - 1)
        guard pane.content != nil else {
            let words = pane.failure?.message ?? Localized("正在读取…", "reading…")
            for (index, line) in options.cells.wrap(visible(words), to: max(2, inner.width)).prefix(inner.height).enumerated() {
                grid.put(line, row: inner.row + index, column: inner.column, role: pane.failure == nil ? .muted : .bad)
            }
            return
        }
        for (index, pieces) in pane.text.header.enumerated() {
            grid.put(pieces, row: inner.row + index, column: inner.column, limit: inner.width)
        }
        let start = inner.row + pane.text.header.count
        let end = min(pane.text.lines.count, pane.top + max(0, inner.height - pane.text.header.count))
        guard pane.top < end else { return }
        for index in pane.top..<end {
            let row = start + index - pane.top
            let isSelected = index == pane.selected
            grid.put(pane.text.lines[index].pieces, row: row, column: inner.column, limit: inner.width)
            guard isSelected, isFocused else { continue }
            grid.put(options.style.isASCII ? ">" : "›", row: row, column: area.column, role: .emphasis)
            if pane.text.lines[index].subject != nil || pane.text.lines[index].row != nil {
                grid.paint(row: row, column: inner.column, width: inner.width, role: .selected)
            }
        }
    }

    private func drawTitle(_ pane: Pane, at area: Rectangle, isFocused: Bool, _ grid: inout CellGrid) {
        let isASCII = options.style.isASCII
        let rule: Character = isASCII ? (isFocused ? "=" : "-") : (isFocused ? "━" : "─")
        grid.put(String(repeating: rule, count: area.width), row: area.row, column: area.column, role: isFocused ? .key : .muted)
        let title = " \(titleWords(pane, isFocused: isFocused)) "
        let clipped = options.cells.clip(title, to: max(0, area.width - 4), ellipsis: options.style.ellipsis)
        grid.put(clipped, row: area.row, column: area.column + 2, role: isFocused ? .heading : nil)
        let position = positionWords(pane)
        let place = area.column + area.width - width(position) - 2
        guard !position.isEmpty, place > area.column + 2 + width(clipped) else { return }
        grid.put(position, row: area.row, column: place, role: .muted)
    }

    private func titleWords(_ pane: Pane, isFocused: Bool) -> String {
        let trail = pages[view - 1].dropFirst().map(\.crumb)
        let sign = options.style.isASCII ? " > " : " › "
        var words = ""
        if !trail.isEmpty, isFocused { words = options.style.visible(trail.joined(separator: sign)) + sign }
        words += visible(pane.panel.title)
        if let range = pane.range { words += " (\(visible(pane.panel.label(of: range))))" }
        if !pane.filter.isEmpty { words += " /" + options.style.visible(pane.filter) }
        if pane.failure != nil, pane.content != nil { words += " " + visible(Localized("（旧）", "(old)")) }
        return words
    }

    /// Which line the reader is at, and which of the panes.
    private func positionWords(_ pane: Pane) -> String {
        var words: [String] = []
        if pane.isLoading { words.append(visible(Localized("读取中", "reading"))) }
        let count = pane.text.count
        if pane.text.lines.count > pane.room {
            let isCut = pane.content?.isCut ?? false
            words.append("\(min(pane.selected + 1, count))/\(count)\(isCut ? "+" : "")")
        }
        if places.count < page.panes.count, pane.ticket == self.pane.ticket {
            words.append(visible(Localized("窗格 \(page.focus + 1)/\(page.panes.count)", "pane \(page.focus + 1)/\(page.panes.count)")))
        }
        return words.isEmpty ? "" : " " + words.joined(separator: " · ") + " "
    }

    // MARK: overlay and footer

    private func draw(_ title: Localized, _ lines: [String], _ top: Int, _ grid: inout CellGrid) {
        let position = lines.count > overlayRoom ? " \(top + 1)–\(min(lines.count, top + overlayRoom))/\(lines.count) " : ""
        let longest = (lines.map { width($0) } + [width(visible(title)) + 2]).max() ?? 0
        let inner = min(longest, size.columns - 6)
        let height = min(lines.count, overlayRoom)
        let area = Rectangle(
            row: (size.rows - height - 2) / 2, column: (size.columns - inner - 4) / 2, height: height + 2, width: inner + 4)
        let box = options.style.isASCII ? Box.ascii : Box.lines
        grid.clear(area)
        let rule = String(repeating: box.horizontal, count: inner + 2)
        grid.put(box.corners[0] + rule + box.corners[1], row: area.row, column: area.column, role: .key)
        grid.put(box.corners[2] + rule + box.corners[3], row: area.row + area.height - 1, column: area.column, role: .key)
        grid.put(" \(visible(title)) ", row: area.row, column: area.column + 2, limit: inner, role: .heading)
        let place = area.column + area.width - 2 - width(position)
        grid.put(options.style.typography(position), row: area.row + area.height - 1, column: place, role: .muted)
        for index in 0..<height {
            let row = area.row + 1 + index
            grid.put(box.vertical, row: row, column: area.column, role: .key)
            grid.put(box.vertical, row: row, column: area.column + area.width - 1, role: .key)
            if top + index < lines.count { grid.put(lines[top + index], row: row, column: area.column + 2, limit: inner) }
        }
    }

    /// Lines of an overlay that are seen at once.
    var overlayRoom: Int { max(1, size.rows - 6) }

    private struct Box {
        let corners: [String]
        let horizontal: String
        let vertical: String

        static let lines = Box(corners: ["┌", "┐", "└", "┘"], horizontal: "─", vertical: "│")
        static let ascii = Box(corners: ["+", "+", "+", "+"], horizontal: "-", vertical: "|")
    }

    private func drawFooter(_ grid: inout CellGrid) {
        let row = size.rows - 1
        // The last cell of the screen stays empty.
        let limit = size.columns - 1
        let state = stateWords
        let room = max(0, limit - width(state.0) - 2)
        grid.put(state.0, row: row, column: limit - width(state.0), role: state.1)
        let (text, role) = footerWords
        if let text {
            grid.put(options.cells.clip(text, to: room, ellipsis: options.style.ellipsis), row: row, column: 0, limit: room, role: role)
            return
        }
        var column = 0
        for binding in KeyTable.footer {
            guard let short = binding.short, let first = binding.keys.first else { continue }
            let (key, words) = (options.style.visible(first.name), visible(short))
            let needed = width(key) + 1 + width(words)
            guard column + needed <= room else { break }
            grid.put(key, row: row, column: column, role: .key)
            grid.put(words, row: row, column: column + width(key) + 1)
            column += needed + 2
        }
    }

    /// A prompt, a message or what is wrong; else the keys are shown.
    private var footerWords: (String?, Style.Role?) {
        let cursor = options.style.isASCII ? "_" : "▏"
        switch mode {
        case .filter(let text): return (visible(Localized("筛选：", "filter: ")) + options.style.visible(text) + cursor, .emphasis)
        case .export(let path):
            // The end is where one types.
            let prompt = visible(Localized("导出到：", "export to: "))
            var shown = options.style.visible(path)
            while !shown.isEmpty, width(prompt) + width(shown) > size.columns - 24 { shown.removeFirst() }
            return (prompt + shown + cursor, .emphasis)
        case .normal, .overlay: break
        }
        if let message { return (visible(message), .emphasis) }
        if let failure = storeFailure ?? headingFailure ?? pane.failure {
            let hint = failure.hints.first.map { Localized("；", "; ") + $0 } ?? Localized("", "")
            return (visible(failure.message + hint), .bad)
        }
        return (nil, nil)
    }

    private var stateWords: (String, Style.Role?) {
        if isPaused {
            let more = hasMissedChange ? Localized("，有新的改动", ", there are changes") : Localized("", "")
            return (visible(Localized("已暂停", "paused") + more), .warning)
        }
        let time = readAt.map { String($0.localText().suffix(5)) } ?? "…"
        return (visible(Localized("数据 \(time)", "data \(time)")), .muted)
    }

    private func drawSizeMessage(_ grid: inout CellGrid) {
        let (least, size) = (ScreenSize.least, self.size)
        let words = visible(
            Localized(
                "窗口太小：至少 \(least.columns)×\(least.rows)，现在 \(size.columns)×\(size.rows)",
                "window too small: at least \(least.columns)×\(least.rows), now \(size.columns)×\(size.rows)"))
        let lines = options.cells.wrap(words, to: max(2, size.columns))
        let first = max(0, (size.rows - lines.count) / 2)
        for (index, line) in lines.enumerated() {
            let isLast = first + index == size.rows - 1
            grid.put(line, row: first + index, column: max(0, (size.columns - width(line)) / 2), limit: size.columns - (isLast ? 1 : 0))
        }
    }
}
