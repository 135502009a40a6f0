internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// The newest changes.
struct LogPanel: Panel {
    let key = "changes"
    let title = Localized("改动", "changes")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let changes = try ListChanges(since: nil, limit: request.limit).run(sources.session)
        return ChangeRows.content(changes, request, command: ["log", "--limit", String(request.limit)])
    }
}

/// What changed since yesterday.
struct RecentChangesPanel: Panel {
    let key = "recent_changes"
    let title = Localized("最近的改动", "recent changes")
    let ranges: [TimeRange] = [.day, .week, .month]

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        // The journal knows when something was written, whatever day is asked about.
        let today = sources.session.today
        let days = (request.range ?? .day).days
        // A day counts from its beginning: since yesterday is yesterday and today.
        let changes = try ListChanges(from: today.adding(days: -days), limit: request.limit).run(sources.session)
        let newest = try changes.first?.id ?? ListChanges(since: nil, limit: 1).run(sources.session).first?.id
        let since = changes.last.map { $0.id - 1 } ?? newest ?? 0
        return ChangeRows.content(changes, request, command: ["log", "--since", String(since), "--limit", String(request.limit)])
    }
}

private enum ChangeRows {
    static func content(_ changes: [Change], _ request: PanelRequest, command: [String]) -> PanelContent {
        let language = request.dress.language
        let table = Table(columns: ChangeTable.columns(language), rows: changes.map { ChangeTable.row($0, language) })
        return PanelContent(
            .table(table, machine: table, subjects: changes.map { .change($0.id) }), command: command,
            notes: LimitNote.notes(changes.count, request))
    }
}

/// The fields of a change, before and after.
struct ChangePanel: Panel {
    let key = "change"
    let title: Localized
    let followsSelection: Bool
    private let id: Int64?

    /// - Parameter id: `nil` for the one that is selected.
    init(_ id: Int64? = nil) {
        (self.id, followsSelection) = (id, id == nil)
        title = id.map { Localized("第 \($0) 号改动", "change \($0)") } ?? Localized("之前与之后", "before and after")
    }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        var wanted = id
        if wanted == nil, case .change(let selected)? = request.selection { wanted = selected }
        guard let wanted else { return PanelContent(.absent(Localized("没有选中改动", "no change is selected")), command: []) }
        let output = try ShowChange(wanted, limit: request.limit).run(sources.session)
        let language = request.dress.language
        let table = Table(columns: ChangeFieldTable.columns(language), rows: ChangeFieldTable.rows(output, language))
        let subjects = output.rows.flatMap { row in
            row.fields.map { _ in row.schema.map { Subject.record(noun: $0.noun, name: row.name) } }
        }
        return PanelContent(
            .table(table, machine: table, subjects: subjects), command: ["log", "show", String(wanted)],
            notes: [ChangeTable.sentence(output.change, language)] + LimitNote.notes(output.rows.count, request))
    }
}
