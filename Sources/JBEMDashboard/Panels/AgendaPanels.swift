internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// What is overdue and what falls due, the earliest first.
struct AgendaPanel: Panel {
    enum Part: Sendable {
        case everything
        /// Terms of responsibility that end, numbers to be called.
        case terms
        /// By its code, and what people call it.
        case topic(String, name: String)
    }

    let ranges: [TimeRange] = [.month, .quarter, .year, .day, .week]
    private let part: Part

    init(of part: Part) { self.part = part }

    var key: String {
        switch part {
        case .everything, .topic: "agenda"
        case .terms: "duty_agenda"
        }
    }

    var title: Localized {
        switch part {
        case .everything: Localized("日程", "agenda")
        case .terms: Localized("任期与电话核实", "terms and phone checks")
        case .topic(_, let name): Localized("日程：\(name)", "agenda: \(name)")
        }
    }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        var filter = ShowAgenda.Filter()
        filter.days = (request.range ?? .month).days
        filter.limit = request.limit
        switch part {
        case .everything: break
        case .terms: filter.topics = ["duty"]
        case .topic(let topic, _): filter.topics = [topic]
        }
        let output = try ShowAgenda(filter, asOf: request.asOf, newFor: nil, options: WriteOptions(name: "agenda")).run(sources.session)
        let topics = filter.topics.flatMap { ["--topic", $0] }
        return PanelContent(
            .table(
                AgendaTable(output, request.dress).table, machine: AgendaTable(output, request.machine).table,
                subjects: output.entries.map { .record(noun: $0.noun, name: $0.subject) }),
            command: ["agenda"] + topics + ["--until", "\(filter.days)d", "--limit", String(request.limit)] + request.past,
            notes: [words(output, filter).text(request.dress.language)])
    }

    private func words(_ output: ShowAgenda.Output, _ filter: ShowAgenda.Filter) -> Localized {
        let more = output.isCut ? Localized("（未列全）", " (not all listed)") : Localized("", "")
        let last = output.asOf.adding(days: filter.days)
        return Localized("到 \(last)，超期共 \(output.overdue) 条", "up to \(last); \(output.overdue) overdue in all") + more
    }
}

/// How many duties of each topic are overdue or coming.
struct AgendaTallyPanel: Panel {
    let key = "agenda_tally"
    let title = Localized("各事项的条数", "duties by topic")
    let ranges: [TimeRange] = [.month, .quarter, .year, .day, .week]

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let days = (request.range ?? .month).days
        let output = try TallyAgenda(days: days, asOf: request.asOf).run(sources.session)
        let language = request.dress.language
        let columns = [
            Column(key: "topic", title: Localized("事项", "what").text(language)),
            Column(key: "overdue", title: Localized("超期", "overdue").text(language)),
            Column(key: "earliest", title: Localized("最早", "earliest").text(language)),
            Column(key: "coming", title: Localized("\(days) 天内", "in \(days) d").text(language)),
        ]
        let (overdue, coming) = (output.overdue, output.coming)
        let topics = Set((overdue + coming).map(\.topic)).sorted()
        let rows = topics.map { topic -> [Cell] in
            let late = overdue.first { $0.topic == topic }
            return [
                .code(topic, shown: output.facts.codes.label("agenda_topic", code: topic).text(language)),
                Cell.integer(late?.count ?? 0).styled(late == nil ? nil : .bad),
                late.map { .moment($0.earliest.description) } ?? .empty, .integer(coming.first { $0.topic == topic }?.count ?? 0),
            ]
        }
        let table = Table(columns: columns, rows: rows)
        return PanelContent(
            .table(table, machine: table, subjects: zip(topics, rows).map { .topic($0, name: $1[0].display) }),
            command: ["agenda", "--until", "\(days)d"] + request.past)
    }
}
