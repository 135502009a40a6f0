internal import GRDB
internal import JBEMCore
internal import JBEMStore

/// Announces a random draw: commits candidates, conflicts, numbers and the public value to come, as one change.
package struct AnnounceDraw {
    package struct Candidates: Sendable {
        /// `risk` or `equipment` for what the filters are about.
        package var noun = "risk"
        package var filters: [String] = []
        /// Objects by id or number.
        package var objects: [String] = []
        /// Inspectors by id or staff number.
        package var inspectors: [String] = []
        /// `INSPECTOR=OBJECT:reason`.
        package var conflicts: [String] = []

        package init() {}
    }

    package struct Output: Sendable {
        package let report: WriteReport
        package let commitment: String
        package let objects: Int
        package let inspectors: Int
        package let conflicts: Int
    }

    let arguments: [String]
    let candidates: Candidates
    let options: WriteOptions

    /// - Parameter arguments: `field=value` of the draw.
    package init(_ arguments: [String], _ candidates: Candidates, options: WriteOptions) {
        (self.arguments, self.candidates, self.options) = (arguments, candidates, options)
    }

    package static let fields = GivenFields(
        Draw.schema, filled: [Draw.announcedOn, Draw.runOn].map(\.name) + [Draw.commitment, Draw.publicValue, Draw.seed].map(\.name))

    /// - Throws: `.usage` and `.notFound` for candidates that cannot be read; `.data` for a public value that may be known already and for
    ///   candidates that do not suffice.
    package func run(_ session: Session) throws -> Output {
        let schema = Draw.schema
        let given = try arguments.map { try Assignment($0) }
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = given.map { $0.journalText(schema) }
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            var values = try AnnounceDraw.fields.read(given, in: context)
            // The day is the clock's: a day of one's own choosing could lie before a value that is known.
            values[Draw.announcedOn.name] = .value(.text(session.today.description))
            values[Draw.commitment.name] = .value(.text(String(repeating: "0", count: 64)))
            let rows = try self.rows(context, db)
            guard let id = try RowFaults.asFailure({ try RecordWriter(schema, context: context, db: db).add(values) }),
                var draw = try RecordStore.findStored(schema, id: id, in: db)
            else { return (Int64?.none, "", 0, 0, 0) }
            try RowFaults.asFailure {
                let writer = RecordWriter(DrawCandidate.schema, context: context, db: db)
                for (index, row) in rows.enumerated() {
                    let own = row.merging([
                        DrawCandidate.draw.name: .value(.integer(id)), DrawCandidate.number.name: .value(.integer(Int64(index + 1))),
                    ]) { $1 }
                    _ = try writer.add(own)
                }
            }
            let terms = try DrawStore.terms(draw, in: db).terms
            try refuse(terms)
            let commitment = ChangeChain.digest(try DrawStore.canonicalText(id, in: db))
            draw[Draw.commitment] = commitment
            try RecordStore.update(draw, fields: [Draw.commitment.name], of: schema, revealed: [:], in: db)
            let conflicts = terms.conflicts.values.map(\.count).reduce(0, +)
            return (id, commitment, terms.objects.count, terms.inspectors.count, conflicts)
        }
        let (id, commitment, objects, inspectors, conflicts) = result.value
        let text = id.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        return Output(
            report: WriteReport(
                change: result.change?.id, ids: text.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun),
            commitment: commitment, objects: objects, inspectors: inspectors, conflicts: conflicts)
    }

    private func refuse(_ terms: DrawOrder.Terms) throws {
        let strangers = terms.conflicts.filter { !terms.objects.contains($0.key) || !$0.value.isSubset(of: terms.inspectors) }.keys.sorted()
        let faults =
            terms.faults
            + strangers.map {
                Localized("\($0) 的回避涉及候选之外的对象或检查人", "a conflict of \($0) is about an object or inspector that is no candidate")
            }
        guard let first = faults.first else { return }
        throw Failure(
            .data, first,
            hints: [
                Localized(
                    "候选对象用 --where 或 --object，候选检查人用 --inspector",
                    "candidate objects are given with --where or --object, inspectors with --inspector")
            ], details: faults.dropFirst().prefix(20).map { Fault($0) })
    }

    private typealias Values = RecordWriter.Values

    private func rows(_ context: ReadingContext, _ db: Database) throws -> [Values] {
        let objects = try objects(context, db).map { noun, id -> Values in
            [DrawCandidate.role.name: .value(.text("object")), noun: .value(.integer(id))]
        }
        let inspectors = try candidates.inspectors.map { name -> Values in
            [
                DrawCandidate.role.name: .value(.text("inspector")),
                DrawCandidate.person.name: .value(.integer(try person(name, context, db))),
            ]
        }
        return objects + inspectors + (try candidates.conflicts.map { try conflict($0, context, db) })
    }

    /// The objects named, or else those that the filters give; each once.
    private func objects(_ context: ReadingContext, _ db: Database) throws -> [(String, Int64)] {
        guard candidates.objects.isEmpty else {
            guard candidates.filters.isEmpty else {
                throw Failure(.usage, Localized("--object 与 --where 只能给一样", "give --object or --where, not both"))
            }
            let subjects = try candidates.objects.map { try RecordFinder.subject($0, home: context.home, in: db) }
            let ids = subjects.map { "\($0.noun) \($0.id)" }
            guard Set(ids).count == ids.count else {
                throw Failure(.usage, Localized("--object 有重复的对象", "an --object is named twice"))
            }
            return subjects.map { ($0.noun, $0.id) }
        }
        let schema = candidates.noun == "equipment" ? Equipment.schema : Risk.schema
        let filters = try candidates.filters.map { try FilterReader.read($0, of: schema, in: context, db: db) }
        return try DrawStore.objects(schema, filters, on: context.today, in: db).map { (schema.noun, $0) }
    }

    private func person(_ name: String, _ context: ReadingContext, _ db: Database) throws -> Int64 {
        try RecordFinder.find(name, of: Person.schema, home: context.home, in: db).id ?? 0
    }

    private func conflict(_ text: String, _ context: ReadingContext, _ db: Database) throws -> Values {
        let parts = text.split(separator: "=", maxSplits: 1).map { ValueText.trimmed(String($0)) }
        let rest = parts.dropFirst().first?.split(maxSplits: 1) { $0 == ":" || $0 == "：" }.map { ValueText.trimmed(String($0)) } ?? []
        guard parts.count == 2, rest.count == 2, !rest[1].isEmpty else {
            throw Failure(
                .usage, Localized("--conflict 应为 检查人=对象:理由：“\(text)”", "--conflict is INSPECTOR=OBJECT:reason: \"\(text)\""))
        }
        let subject = try RecordFinder.subject(rest[0], home: context.home, in: db)
        return [
            DrawCandidate.role.name: .value(.text("conflict")), subject.noun: .value(.integer(subject.id)),
            DrawCandidate.person.name: .value(.integer(try person(parts[0], context, db))),
            DrawCandidate.reason.name: .value(.text(rest[1])),
        ]
    }
}
