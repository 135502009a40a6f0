package import JBEMCore
package import JBEMOperations
package import JBEMOutput
package import JBEMPresentation

/// Views of the dashboard on paper: the same panes one below the other, for mail, screen readers and programs.
package struct DashboardReport {
    /// A pane with what it says, or why it says nothing.
    struct Part {
        let panel: any Panel
        let content: Result<PanelContent, Failure>
    }

    let views: [(view: DashboardView, parts: [Part])]
    let heading: ReadHeading.Output
    let alerts: Result<ListAlerts.Output, Failure>
    let day: CalendarDate
    let now: Instant

    /// Reads the views with these numbers.
    ///
    /// - Parameter limit: rows of a table at most.
    /// - Throws: what opening the store says; a pane that cannot be read says so in its place.
    package init(views numbers: [Int], asOf: CalendarDate?, limit: Int = PanelRequest.standardLimit, _ dress: Dress, _ session: Session)
        throws
    {
        heading = try ReadHeading().run(session)
        (day, now) = (asOf ?? session.today, session.now)
        let sources = PanelSources(session, asOf: asOf)
        alerts = DashboardReport.asked { try sources.alerts() }
        views = DashboardView.all.filter { numbers.contains($0.number) }.map { view in
            var selection: Subject?
            let parts = view.panels.enumerated().map { index, panel -> Part in
                var request = PanelRequest(dress, asOf: asOf, limit: limit)
                (request.range, request.selection) = (panel.ranges.first, panel.followsSelection ? selection : nil)
                let content = DashboardReport.asked { try panel.load(request, sources).masked }
                if index == 0, case .success(let first) = content { selection = first.firstSubject }
                return Part(panel: panel, content: content)
            }
            return (view, parts)
        }
    }

    package var isSample: Bool { heading.isSample }

    private static func asked<Answer>(_ question: () throws -> Answer) -> Result<Answer, Failure> {
        Result(catching: question).mapError { $0 as? Failure ?? Failure(.bug, Localized(verbatim: "\($0)")) }
    }
}

extension PanelContent {
    fileprivate var firstSubject: Subject? {
        if case .table(_, _, let subjects) = body { subjects.first ?? nil } else { nil }
    }
}

// MARK: for people

extension DashboardReport {
    /// The lines, as wide as `options` says; nothing is cut without a width.
    package func lines(_ options: OutputOptions, _ language: Language) -> [String] {
        func shown(_ text: Localized, _ role: Style.Role? = nil) -> [String] { self.shown(text.text(language), options, role) }
        let plan = heading.plan.map { Localized("；", "; ") + $0 } ?? Localized("", "")
        var lines = shown(heading.office + plan, .heading)
        lines += shown(Localized("截至 \(day)，\(now.localText()) 读取", "as of \(day), read at \(now.localText())"))
        switch alerts {
        case .success(let output):
            let red = output.alerts.count { $0.grade == .red }
            lines += shown(
                Localized("警示：红 \(red)，黄 \(output.alerts.count - red)", "alerts: red \(red), yellow \(output.alerts.count - red)"))
        case .failure(let failure): lines += shown(Localized("警示：", "alerts: ") + failure.message, .bad)
        }
        for (view, parts) in views {
            lines += [""] + shown(Localized(verbatim: "\(view.number) ") + view.title, .heading)
            for part in parts { lines += [""] + shown(title(part.panel), .key) + self.lines(part, options, language) }
        }
        return lines
    }

    /// A text as lines of the width, each dressed by itself: a line is broken in its text, never in what dresses it.
    private func shown(_ text: String, _ options: OutputOptions, _ role: Style.Role? = nil) -> [String] {
        let text = options.style.visible(text)
        return (options.width.map { options.cells.wrap(text, to: $0) } ?? [text]).map { options.style.apply(role, to: $0) }
    }

    private func title(_ panel: any Panel) -> Localized {
        guard let range = panel.ranges.first else { return panel.title }
        let label = panel.label(of: range)
        return panel.title + Localized("（\(label.zh)）", " (\(label.en))")
    }

    private func lines(_ part: Part, _ options: OutputOptions, _ language: Language) -> [String] {
        switch part.content {
        case .failure(let failure): return shown(failure.message.text(language), options, .bad)
        case .success(let content):
            let notes = content.notes.flatMap { shown($0, options) }
            switch content.body {
            case .table(var table, _, _):
                let kept = TableLayout.affordable(table.columns, table.rows, options)
                table = Table(
                    columns: kept.map { table.columns[$0] }, rows: table.rows.map { row in kept.map { row[$0] } }, notes: content.notes)
                if table.rows.isEmpty { return shown(PaneText.none.text(language), options, .muted) + notes }
                return split(table.text(as: .table, options))
            case .outline(let outline, _): return outline.lines(options) + notes
            case .facts(let facts, _): return facts.lines(options) + notes
            case .chart(let chart, let title):
                let drawn = chart.lines(width: min(options.width ?? 72, 100), height: 12, options.style, cells: options.cells) {
                    RealText.significant($0, digits: 4) ?? ""
                }
                return shown(title, options) + drawn.map { $0.text(options.style) } + notes
            case .absent(let reason): return shown(reason.text(language), options, .muted) + notes
            }
        }
    }

    private func split(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}

// MARK: for programs

extension DashboardReport {
    /// The same as data: keys never change, codes stay codes.
    package var json: JSONValue {
        .object([
            ("office", .string(heading.office.zh)), ("office_en", .string(heading.office.en)), ("plan", .optional(heading.plan?.zh)),
            ("as_of", .string(day.description)), ("at", .string(now.description)), ("change", .optional(heading.head?.id)),
            ("hash", .optional(heading.head?.hash)), ("is_sample", .bool(heading.isSample)),
            ("views", .array(views.map { view, parts in json(view, parts) })),
        ])
    }

    private func json(_ view: DashboardView, _ parts: [Part]) -> JSONValue {
        .object([
            ("number", .integer(Int64(view.number))), ("key", .string(view.key)), ("title", .string(view.title.zh)),
            ("title_en", .string(view.title.en)), ("panes", .array(parts.map(json))),
        ])
    }

    private func json(_ part: Part) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("key", .string(part.panel.key)), ("title", .string(part.panel.title.zh)), ("title_en", .string(part.panel.title.en)),
            ("range", .optional(part.panel.ranges.first?.rawValue)),
        ]
        switch part.content {
        case .failure(let failure):
            members += [
                ("command", .array([])), ("data", .null), ("reason", .string(failure.message.zh)),
                ("reason_en", .string(failure.message.en)),
            ]
        case .success(let content):
            var reason: Localized?
            if case .absent(let why) = content.body { reason = why }
            members += [
                ("command", .array(content.command.map { .string($0) })), ("data", content.data), ("reason", .optional(reason?.zh)),
                ("reason_en", .optional(reason?.en)),
            ]
        }
        return .object(members)
    }
}

extension PanelContent {
    /// What the equivalent command prints with `--json`.
    var data: JSONValue {
        if let json { return json }
        return switch body {
        case .table(_, let machine, _): .array(machine.rows.map { JSONValue.record(machine.columns, $0) })
        case .outline(_, let json), .facts(_, let json): json
        case .chart, .absent: .null
        }
    }
}
