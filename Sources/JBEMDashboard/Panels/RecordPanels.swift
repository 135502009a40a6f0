internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

/// Every field of one record, personal ones masked.
struct RecordPanel: Panel {
    let key = "record"
    let title: Localized
    private let schema: RecordSchema
    private let name: String

    init(_ schema: RecordSchema, _ name: String) {
        (self.schema, self.name) = (schema, name)
        let name = PersonalPattern.masked(name)
        title = Localized("\(schema.label.zh) \(name)", "\(schema.label.en) \(name)")
    }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let output = try ShowRecord(schema, name, asOf: request.asOf, options: WriteOptions(name: "\(schema.noun) show")).run(
            sources.session)
        let text = FieldText(codes: output.codes, home: output.identity.office, language: request.dress.language)
        let presenter = RecordPresenter(schema, text: text, fields: schema.fields)
        let json = JSONValue.record(presenter.columns, presenter.row(output.record)).adding("is_sample", .bool(output.identity.isSample))
        return PanelContent(.facts(presenter.facts(of: output.record), json: json), command: [schema.noun, "show", name] + request.past)
    }
}

/// What happened to one record.
struct HistoryPanel: Panel {
    let key = "history"
    let title = Localized("改动经过", "history")
    private let schema: RecordSchema
    private let name: String

    init(_ schema: RecordSchema, _ name: String) { (self.schema, self.name) = (schema, name) }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let (steps, codes, home) = try RecordHistory(schema, name).run(sources.session)
        let text = FieldText(codes: codes, home: home, language: request.dress.language)
        let rows = steps.flatMap { step in step.fields.map { (step.change.id, FieldChangeTable.row(step.change, step.operation, $0, text)) }
        }
        let table = Table(columns: FieldChangeTable.columns(request.dress.language), rows: rows.map(\.1))
        return PanelContent(
            .table(table, machine: table, subjects: rows.map { .change($0.0) }), command: [schema.noun, "history", name])
    }
}

/// Records of a noun that lie in a region.
struct RegionRecordsPanel: Panel {
    let key: String
    let title: Localized
    private let schema: RecordSchema
    private let region: String

    init(_ schema: RecordSchema, in region: String) {
        (self.schema, self.region) = (schema, region)
        (key, title) = ("\(schema.noun)_records", schema.label)
    }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        var asked = ListRecords.Request()
        (asked.filters, asked.asOf, asked.limit) = (["region=\(region)"], request.asOf, request.limit)
        var people = Table(columns: [])
        var machine = Table(columns: [])
        var subjects: [Subject?] = []
        var presenters: [RecordPresenter] = []
        _ = try ListRecords(schema, asked).run(
            sources.session,
            begin: { heading in
                let text = FieldText(codes: heading.codes, home: heading.identity.office, language: request.dress.language)
                var full = RecordPresenter(schema, text: text, fields: schema.fields)
                full.sampleSign = heading.identity.isSample
                presenters = [RecordPresenter(schema, text: text, fields: schema.fields.filter(\.isListed)), full]
                (people.columns, machine.columns) = (presenters[0].columns, full.columns)
            },
            row: { record in
                people.rows.append(presenters[0].row(record))
                machine.rows.append(presenters[1].row(record))
                subjects.append(record.id.map { .record(of: schema, $0) })
            })
        return PanelContent(
            .table(people, machine: machine, subjects: subjects),
            command: [schema.noun, "list", "--where", "region=\(region)", "--limit", String(request.limit)] + request.past,
            notes: LimitNote.notes(people.rows.count, request))
    }
}

/// The records behind a line, to choose from.
struct LinksPanel: Panel {
    let key = "links"
    let title = Localized("记录", "records")
    private let links: [String]

    init(_ links: [String]) { self.links = links }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        let columns = [
            Column(key: "noun", title: Localized("类别", "kind").text(request.dress.language)),
            Column(key: "record", title: Localized("编号", "id").text(request.dress.language)),
        ]
        let found = links.map { Subject(link: $0) }
        let rows = zip(links, found).map { link, subject -> [Cell] in
            guard case .record(let noun, let name)? = subject else { return [.empty, .identifier(link)] }
            let label = Catalog.schema(noun)?.label.text(request.dress.language) ?? noun
            return [.code(noun, shown: label), .identifier(name)]
        }
        let table = Table(columns: columns, rows: rows)
        return PanelContent(.table(table, machine: table, subjects: found), command: [])
    }
}

extension RecordSchema {
    /// Tells whether a name can be that of one record: an issued id, or a natural key with all its parts.
    fileprivate func canBeNamed(_ name: String) -> Bool {
        if identity == .issued, RecordID(name, prefix: prefix, home: 1) != nil { return true }
        let parts = naturalKey.count == 1 ? 1 : name.split { $0 == " " || $0 == "/" }.count
        return parts == naturalKey.count || (parts == naturalKey.count - 1 && naturalKey.first == "plan")
    }
}

extension Subject {
    /// A record as an outline names it: `AC-500105000-42`, or `clause/L132` for a noun without issued ids.
    init?(link: String) {
        if let slash = link.firstIndex(of: "/"), let schema = Catalog.schema(String(link[..<slash])) {
            self = .record(noun: schema.noun, name: String(link[link.index(after: slash)...]))
            return
        }
        let named = Catalog.schemas.first { $0.identity == .issued && RecordID(link, prefix: $0.prefix, home: 1) != nil }
        guard let schema = named else { return nil }
        self = .record(noun: schema.noun, name: link)
    }
}

extension Subject {
    /// The panes of the page that shows it; none where nothing lies behind.
    var panels: [any Panel] {
        switch self {
        case .indicator(let id): return [DerivationPanel(id), ChartPanel(id)]
        case .record(let noun, let name):
            guard let schema = Catalog.schema(noun), schema.canBeNamed(name) else { return [] }
            return [RecordPanel(schema, name), HistoryPanel(schema, name)]
        case .change(let id): return [ChangePanel(id)]
        case .region(let code, _):
            return code.isEmpty ? [] : [RegionRecordsPanel(Risk.schema, in: code), RegionRecordsPanel(Hazard.schema, in: code)]
        case .topic(let topic, let name): return [AgendaPanel(of: .topic(topic, name: name))]
        case .links(let links):
            if links.count == 1, let record = Subject(link: links[0]) { return record.panels }
            return links.isEmpty ? [] : [LinksPanel(links)]
        }
    }

    /// What a breadcrumb calls it.
    var crumb: String {
        switch self {
        case .indicator(let id): id
        case .record(_, let name): PersonalPattern.masked(name)
        case .change(let id): "#\(id)"
        case .region(_, let name): PersonalPattern.masked(name)
        case .topic(_, let name): name
        case .links(let links): links.count == 1 ? links[0] : "\(links.count)"
        }
    }
}
