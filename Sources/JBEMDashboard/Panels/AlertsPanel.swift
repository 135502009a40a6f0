internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// What is red or turning red today.
struct AlertsPanel: Panel {
    let key = "alerts"
    let title = Localized("今日警示", "today's alerts")

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let output = try sources.alerts()
        let language = request.dress.language
        let columns = [
            Column(key: "grade", title: Localized("级", "grade").text(language)),
            Column(key: "title", title: Localized("事由", "what").text(language), isFlexible: true),
            Column(key: "detail", title: Localized("情况", "how").text(language), isFlexible: true),
        ]
        let further = ["title_en", "detail_en", "count", "key"].map { Column(key: $0, title: $0) }
        let rows = output.alerts.map { alert -> [Cell] in
            [
                .code(alert.grade.rawValue, shown: alert.grade.label.text(language)).styled(alert.grade.role),
                Cell(display: alert.title.text(language), machine: alert.title.zh, json: .string(alert.title.zh)),
                Cell(display: alert.detail.text(language), machine: alert.detail.zh, json: .string(alert.detail.zh)),
            ]
        }
        let machine = zip(output.alerts, rows).map { alert, row in
            row + [.text(alert.title.en), .text(alert.detail.en), .integer(alert.count), .identifier(alert.key)]
        }
        return PanelContent(
            .table(
                Table(columns: columns, rows: rows), machine: Table(columns: columns + further, rows: machine),
                subjects: output.alerts.map { Subject($0, language) }),
            command: ["dashboard", "--once", "--view", "1", "--json"] + request.past)
    }
}

extension Alert.Grade {
    /// The colour in words.
    var label: Localized {
        switch self {
        case .red: Localized("红", "red")
        case .yellow: Localized("黄", "yellow")
        }
    }

    var role: Style.Role { self == .red ? .red : .yellow }
}

extension Subject {
    init(_ alert: Alert, _ language: Language) {
        self =
            switch alert.subject {
            case .indicator(let id): .indicator(id)
            case .record(let noun, let name): .record(noun: noun, name: name)
            case .topic(let topic): .topic(topic, name: alert.title.text(language))
            }
    }
}
