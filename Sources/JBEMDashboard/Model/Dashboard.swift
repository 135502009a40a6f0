internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// Everything that is on the screen or decides about it: changed by ``update(_:)``, drawn by ``frame``.
struct Dashboard {
    /// Panes that are looked at together, at some depth of a view.
    struct Page {
        /// What breadcrumbs call it.
        let crumb: String
        var panes: [Pane]
        var focus = 0
        var isZoomed = false
        let firstHeight: Int

        init(_ crumb: String, _ panels: [any Panel], firstHeight: Int = 0) {
            (self.crumb, panes, self.firstHeight) = (crumb, panels.map { Pane($0) }, firstHeight)
        }
    }

    /// What keys do at the moment.
    enum Mode: Equatable {
        case normal
        /// Text is typed: a filter, or the name of a file to export to.
        case filter(String)
        case export(String)
        /// Lines over the panes, and the first that is seen.
        case overlay(title: Localized, lines: [String], top: Int)
    }

    let dress: Dress
    let options: OutputOptions
    /// The beginning of every command that is shown: the program and what it was told about the store.
    let program: [String]
    let fixedDay: CalendarDate?

    var size: ScreenSize
    var now: Instant
    var view = 1
    var pages: [[Page]]
    var mode = Mode.normal
    var isPaused = false
    /// A change came while the dashboard was paused.
    var hasMissedChange = false
    var heading: ReadHeading.Output?
    var alerts: ListAlerts.Output?
    /// Why the newest reading of the alerts failed.
    var alertsFailure: Failure?
    /// Why the newest reading of the heading failed.
    var headingFailure: Failure?
    var watch = AlertWatch()
    var message: Localized?
    var storeFailure: Failure?
    /// When the newest answer came.
    var readAt: Instant?
    private var tickets = 0

    init(_ dress: Dress, size: ScreenSize, now: Instant, asOf: CalendarDate? = nil, view: Int = 1, program: [String] = ["jbem"]) {
        (self.dress, self.size, self.now, fixedDay, self.program) = (dress, size, now, asOf, program)
        options = OutputOptions(style: dress.style)
        pages = DashboardView.all.map { [Page($0.title.text(dress.language), $0.panels, firstHeight: $0.firstHeight)] }
        self.view = min(max(1, view), pages.count)
    }

    var language: Language { dress.language }
    var today: CalendarDate { fixedDay ?? now.local().date }

    /// The page that is seen.
    var page: Page {
        get { pages[view - 1][pages[view - 1].count - 1] }
        set { pages[view - 1][pages[view - 1].count - 1] = newValue }
    }

    var pane: Pane {
        get { page.panes[page.focus] }
        set { page.panes[page.focus] = newValue }
    }

    /// The panes that are seen with their places.
    var places: [(pane: Int, area: Rectangle)] {
        Layout.places(page.panes.count, focus: page.focus, isZoomed: page.isZoomed, firstHeight: page.firstHeight, size)
    }

    /// Lays out every pane that is seen; to be called once the model changed.
    mutating func arrange() {
        guard size.isEnough else { return }
        for (index, area) in places {
            // A title line, and one cell for the mark of the line at which the reader is.
            page.panes[index].arrange(width: area.width - 1, height: area.height - 1, options, language)
        }
    }

    /// Asks for the panes that are seen and stale.
    mutating func jobs(all: Bool = false) -> [LoadJob] {
        let depth = pages[view - 1].count - 1
        return places.map(\.pane).compactMap { index -> LoadJob? in
            let pane = page.panes[index]
            guard all || (pane.isStale && !pane.isLoading) else { return nil }
            return ask(index, depth)
        }
    }

    /// The question of one pane; marks it as asked.
    mutating func ask(_ index: Int, _ depth: Int) -> LoadJob {
        tickets += 1
        var request = PanelRequest(dress, asOf: fixedDay)
        request.range = page.panes[index].range
        if page.panes[index].panel.followsSelection { request.selection = page.panes[0].subject }
        page.panes[index].askedSelection = request.selection
        page.panes[index].ticket = tickets
        page.panes[index].isLoading = true
        page.panes[index].isStale = false
        return .pane(PaneTicket(view: view, depth: depth, pane: index, number: tickets), page.panes[index].panel, request)
    }

    /// Marks everything that was read as old.
    mutating func markStale() {
        for view in pages.indices {
            for depth in pages[view].indices {
                for pane in pages[view][depth].panes.indices { pages[view][depth].panes[pane].isStale = true }
            }
        }
    }

    /// Reads again all that is seen.
    mutating func refresh() -> [Effect] {
        markStale()
        hasMissedChange = false
        return [.load([.heading] + jobs(all: true) + [.alerts])]
    }
}
