internal import JBEMCore
internal import JBEMOperations

/// What happens to the dashboard.
enum Event: Sendable {
    case key(Key)
    case resize(ScreenSize)
    /// Time went on.
    case tick(Instant)
    /// Another process committed, or the store was replaced.
    case storeChanged
    /// The store cannot be watched.
    case storeFailed(Failure)
    case loaded(LoadAnswer)
    /// Something for the footer.
    case message(Localized)
}

/// What the driver is to do.
enum Effect: Sendable {
    /// Read these first, in this order; a newer question of a place takes over from the older one.
    case load([LoadJob])
    /// Write the text to a file that is not there yet.
    case export(text: String, path: String)
    /// These are newly red.
    case alert([Alert])
    case suspend, repaint, quit
}

/// A question to the store.
enum LoadJob: Sendable {
    case heading
    case alerts
    case pane(PaneTicket, any Panel, PanelRequest)
}

/// Which pane asked, and when.
struct PaneTicket: Sendable, Hashable {
    let view: Int
    let depth: Int
    let pane: Int
    let number: Int
}

/// The answer to a question.
enum LoadAnswer: Sendable {
    case heading(Result<ReadHeading.Output, Failure>)
    case alerts(Result<ListAlerts.Output, Failure>)
    case pane(PaneTicket, Result<PanelContent, Failure>)
}
