internal import JBEMCore
internal import JBEMOperations

/// Knows which alerts were there before, so that only what became red is told.
struct AlertWatch {
    private var known: [String: Int64]?
    private var day: CalendarDate?

    /// Takes what is red now, and returns what was not before.
    ///
    /// Nothing is new when the dashboard starts. A count that grows only because a day went by is not new either: those duties were
    /// told on their day.
    mutating func news(_ output: ListAlerts.Output) -> [Alert] {
        let red = output.alerts.filter { $0.grade == .red }
        defer {
            known = Dictionary(red.map { ($0.key, $0.count) }, uniquingKeysWith: max)
            day = output.asOf
        }
        guard let known else { return [] }
        let isNewDay = day != output.asOf
        return red.filter { alert in
            guard case .topic = alert.subject else { return known[alert.key] == nil }
            return !isNewDay && alert.count > known[alert.key] ?? 0
        }
    }
}
