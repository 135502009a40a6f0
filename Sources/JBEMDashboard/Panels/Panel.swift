internal import JBEMCore
internal import JBEMOutput
internal import JBEMPresentation

/// One pane of a view: what it is called, and how its content comes out of the operations.
///
/// Knows neither keys nor cells. A new domain adds a panel and names it in ``DashboardView``.
protocol Panel: Sendable {
    /// Names the pane in JSON: snake_case English, never translated.
    var key: String { get }
    var title: Localized { get }
    /// The time ranges between which `t` goes; none where time means nothing here.
    var ranges: [TimeRange] { get }
    /// What a time range is called here.
    func label(of range: TimeRange) -> Localized
    /// Shows what is selected in the first pane of its page.
    var followsSelection: Bool { get }

    /// Asks the operations; runs beside the screen.
    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent
}

extension Panel {
    var ranges: [TimeRange] { [] }
    func label(of range: TimeRange) -> Localized { range.label }
    var followsSelection: Bool { false }
}

/// How a panel is asked.
struct PanelRequest: Sendable {
    var dress: Dress
    var range: TimeRange?
    /// What is selected in the first pane of the page.
    var selection: Subject?
    /// The day asked about; `nil` for today.
    var asOf: CalendarDate?
    /// Rows at most; what is left out is said.
    var limit: Int

    init(_ dress: Dress, asOf: CalendarDate? = nil, limit: Int = PanelRequest.standardLimit) {
        (self.dress, self.asOf, self.limit) = (dress, asOf, limit)
    }

    /// What a command that knows `--as-of` is given.
    var past: [String] { asOf.map { ["--as-of", $0.description] } ?? [] }

    static let standardLimit = 500

    /// The same question for machines.
    var machine: Dress { Dress(dress.language, .json) }
}

/// What a line of a pane leads to.
enum Subject: Sendable, Hashable {
    case indicator(String)
    case record(noun: String, name: String)
    case change(Int64)
    /// A region by its code, and what people call it.
    case region(String, name: String)
    /// A topic of the agenda by its code, and what people call it.
    case topic(String, name: String)
    case links([String])
}

/// What a pane shows.
struct PanelContent: Sendable {
    enum Body: Sendable {
        /// `machine` is the table that programs get, of the same rows in the same order (totals for people come after them).
        case table(Table, machine: Table, subjects: [Subject?])
        case outline(Outline, json: JSONValue)
        case facts(KeyValueList, json: JSONValue)
        case chart(LineChart, title: String)
        /// Nothing can be shown, and why.
        case absent(Localized)
    }

    var body: Body
    /// The arguments of the command that says the same.
    var command: [String]
    /// Remarks that belong below.
    var notes: [String] = []
    /// What JSON says, where that is more than the machine's table.
    var json: JSONValue?

    /// A limit may have left rows out.
    var isCut: Bool { if case .table(_, let machine, _) = body { machine.rows.count >= PanelRequest.standardLimit } else { false } }

    init(_ body: Body, command: [String], notes: [String] = [], json: JSONValue? = nil) {
        (self.body, self.command, self.notes, self.json) = (body, command, notes, json)
    }
}

extension PanelContent {
    /// The same with personal numbers masked, as everything is that is shown.
    var masked: PanelContent {
        let body: Body =
            switch body {
            case .table(let table, let machine, let subjects): .table(table.masked, machine: machine.masked, subjects: subjects)
            case .outline(let outline, let json): .outline(outline.masked, json: json.masked)
            case .facts(let facts, let json): .facts(facts.masked, json: json.masked)
            case .chart(let chart, let title): .chart(chart, title: PersonalPattern.masked(title))
            case .absent(let reason): .absent(Localized(PersonalPattern.masked(reason.zh), PersonalPattern.masked(reason.en)))
            }
        return PanelContent(
            body, command: command.map(PersonalPattern.masked), notes: notes.map(PersonalPattern.masked), json: json?.masked)
    }
}

/// A span of time around today.
enum TimeRange: String, Sendable, CaseIterable {
    case day, week, month, quarter, year

    var days: Int {
        switch self {
        case .day: 1
        case .week: 7
        case .month: 30
        case .quarter: 90
        case .year: 365
        }
    }

    var label: Localized { Localized("\(days) 天", days == 1 ? "1 day" : "\(days) days") }
}
