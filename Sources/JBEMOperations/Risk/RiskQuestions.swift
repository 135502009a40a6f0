internal import GRDB
package import JBEMCore
package import JBEMStore

/// Sets the factors of a risk point and says what they give.
package struct AssessRisk {
    package struct Output: Sendable {
        package let report: WriteReport
        package let name: String
        package let profile: RiskProfile
        package let assessment: RiskProfile.Assessment
    }

    let name: String
    let assignments: [Assignment]
    let options: WriteOptions

    package init(_ name: String, _ assignments: [Assignment], options: WriteOptions) {
        (self.name, self.assignments, self.options) = (name, assignments, options)
    }

    package static let fields = GivenFields(
        Risk.schema,
        optional: [Risk.profile.name] + (Risk.factors + Risk.residualFactors).map(\.1.name)
            + [Risk.measures.name, Risk.assessedOn.name, Risk.reviewOn.name]
    ).with(defaults: [Risk.assessedOn.name: GivenFields.today])

    /// The day of the assessment is today unless `assessed_on=` says otherwise.
    ///
    /// - Throws: `.data` for an unknown profile, or a factor that is missing, off its scale or not used.
    package func run(_ session: Session) throws -> Output {
        let schema = Risk.schema
        var given = assignments
        let isDated = given.contains { assignment in schema.field(matching: assignment.field)?.name == Risk.assessedOn.name }
        if !isDated { given.append(Assignment(field: Risk.assessedOn.name, value: session.today.description)) }
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = [name] + given.map { $0.journalText(schema) }
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let stored = try RecordFinder.find(name, of: schema, home: store.identity.office, in: db)
            var values = try AssessRisk.fields.read(given, in: context)
            // The review that led to this assessment is done; the next one has to be set anew.
            if values[Risk.reviewOn.name] == nil, let review = stored[Risk.reviewOn], case .value(let day) = values[Risk.assessedOn.name],
                let assessed = day.text.flatMap({ CalendarDate(iso: $0) }), review < assessed
            {
                values[Risk.reviewOn.name] = .value(.null)
            }
            return try RowFaults.asFailure {
                _ = try RecordWriter(schema, context: context, db: db).set(stored, values)
                let id = stored.id ?? 0
                guard let record = try RecordStore.findStored(schema, id: id, in: db), let key = record[Risk.profile],
                    let profile = try RiskReports.profile(key, in: db)
                else { throw Fault(Localized("须给出评分方法", "needs a scoring profile"), at: .init(field: Risk.profile.name)) }
                let factors = Risk.factors.reduce(into: [String: Rational]()) { values, factor in
                    if let value = record[factor.1] { values[factor.0] = Rational(scaled: value, places: RiskScale.factor) }
                }
                guard let assessment = try profile.assess(factors) else {
                    throw Fault(Localized("没有给出因子", "no factor is given"), at: .init(field: Risk.likelihood.name))
                }
                return (id, profile, assessment)
            }
        }
        let text = FieldText(codes: CodeBook(), home: store.identity.office, language: session.language)
        let (id, profile, assessment) = result.value
        return Output(
            report: WriteReport(
                change: result.change?.id, ids: [text.fullID(id, noun: schema.noun)], rows: result.rows, isDryRun: result.isDryRun),
            name: text.shortID(id, noun: schema.noun), profile: profile, assessment: assessment)
    }
}

/// Risk points by region and level.
package struct CountRisks {
    let isResidual: Bool

    package init(isResidual: Bool) { self.isResidual = isResidual }

    package func run(_ session: Session) throws -> (counts: [(region: String, level: String?, count: Int64)], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { (try RiskReports.counts(isResidual: isResidual, in: $0), try ReadingFacts(store, in: $0)) }
    }
}

/// Risk points from the gravest down.
package struct RankRisks {
    let asOf: CalendarDate?
    let limit: Int?

    package init(asOf: CalendarDate?, limit: Int?) { (self.asOf, self.limit) = (asOf, limit) }

    package func run(_ session: Session) throws -> (risks: [RankedRisk], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { (try RiskReports.ranked(on: day, limit: limit, in: $0), day, try ReadingFacts(store, in: $0)) }
    }
}

/// Identification and grading of major hazard installations, of the points in the store or of substances as typed.
package struct FindMajorSources {
    package struct Source: Sendable {
        /// `nil` for substances as typed.
        package let id: Int64?
        package let name: String
        package let source: MajorSource
    }

    package enum Question: Sendable {
        case all
        case point(String)
        /// `name=tonnes` or `name/class=tonnes`, and the people within 500 m.
        case typed([String], people: Int64?)
    }

    let question: Question

    package init(_ question: Question) { self.question = question }

    package func run(_ session: Session) throws -> (sources: [Source], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { db in
            let facts = try ReadingFacts(store, in: db)
            switch question {
            case .all: return (try RiskReports.majorSources(nil, in: db).map { Source(id: $0.id, name: $0.name, source: $0.source) }, facts)
            case .point(let name):
                let id = try RecordFinder.find(name, of: Risk.schema, home: facts.home, in: db).id
                let found = try RiskReports.majorSources(id, in: db).map { Source(id: $0.id, name: $0.name, source: $0.source) }
                guard !found.isEmpty else {
                    throw Failure(
                        .notFound, Localized("\(name) 没有登记危险化学品", "\(name) has no substances"),
                        hints: [Localized("用 jbem risk-substance add 登记", "enter them with jbem risk-substance add")])
                }
                return (found, facts)
            case .typed(let texts, let people):
                let terms = try texts.map { try term($0, in: db) }
                return ([Source(id: nil, name: texts.joined(separator: " "), source: MajorSource(terms, people: people))], facts)
            }
        }
    }

    private func term(_ text: String, in db: Database) throws -> MajorSource.Term {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let quantity = Rational(parts[1]), quantity >= .zero else {
            throw Failure(.usage, Localized("应为 物质=吨数：“\(text)”", "expected substance=tonnes: \"\(text)\""))
        }
        let name = parts[0].split(separator: "/", maxSplits: 1).map(String.init)
        return try HazmatLookup.term(
            substance: name.first ?? "", hazmatClass: name.count == 2 ? name[1] : nil, quantity: quantity, in: db)
    }
}
