internal import JBEMCore
internal import JBEMOutput

/// A panel on the screen: its content, and where the reader is in it.
struct Pane: Sendable {
    let panel: any Panel
    var content: PanelContent?
    /// Why the newest reading failed; the content before it stays.
    var failure: Failure?
    /// Names the newest question; answers to older ones are dropped.
    var ticket = 0
    var isLoading = false
    /// The store changed since the content was read.
    var isStale = true
    var range: TimeRange?
    /// What was selected in the first pane when this one was asked.
    var askedSelection: Subject?
    /// How often it was asked again without a new commit.
    var retries = 0

    var selected = 0
    var top = 0
    /// Columns beside the first that are scrolled away.
    var skippedColumns = 0
    var filter = ""
    var sort: PaneText.Sort?

    private(set) var text = PaneText()
    private var arranged: PaneText.Question?
    /// Lines that are seen at once.
    private(set) var room = 1

    init(_ panel: any Panel) {
        self.panel = panel
        range = panel.ranges.first
    }

    /// What the line at which the reader is leads to.
    var subject: Subject? { text.lines.indices.contains(selected) ? text.lines[selected].subject : nil }

    /// Takes new content; the reader stays at the same record if it is still there, or at the beginning, where what is new comes.
    mutating func take(_ content: PanelContent) {
        let before = selected == 0 ? nil : subject
        self.content = content
        (failure, isLoading, arranged, retries) = (nil, false, nil, 0)
        pending = before
    }

    private var pending: Subject?

    /// Changes what is asked of the layout; the reader stays at the same record.
    mutating func rearrange(_ change: (inout Pane) -> Void) {
        if selected > 0 { pending = subject }
        change(&self)
    }

    /// Lays the content out for a rectangle.
    mutating func arrange(width: Int, height: Int, _ options: OutputOptions, _ language: Language) {
        let question = PaneText.Question(
            width: width, height: height, options: options, skippedColumns: skippedColumns, filter: filter, sort: sort)
        if arranged != question {
            text = content.map { PaneText($0, question, language) } ?? PaneText()
            arranged = question
            // Several lines may lead to the same: the one at which the reader was goes first.
            if let wanted = pending, subject != wanted, let found = text.lines.firstIndex(where: { $0.subject == wanted }) {
                selected = found
            }
            pending = nil
        }
        room = max(1, height - text.header.count)
        selected = min(max(0, selected), max(0, text.lines.count - 1))
        // A page that is only read shows its end when the reader is at it.
        top = min(max(0, min(top, selected)), max(0, text.lines.count - 1))
        if selected >= top + room { top = selected - room + 1 }
    }
}
