internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Draws with the public value that was announced, once, and keeps the result.
package struct RunDraw {
    let name: String
    let publicValue: String
    let options: WriteOptions

    package init(_ name: String, publicValue: String, options: WriteOptions) {
        (self.name, self.publicValue, self.options) = (name, publicValue, options)
    }

    /// - Throws: `.notFound`; `.usage` without a value; `.data` before the announced day and for a draw that was run.
    package func run(_ session: Session) throws -> WriteReport {
        let value = ValueText.trimmed(publicValue)
        guard !value.isEmpty, value.count <= 200, !value.contains(where: \.isNewline) else {
            throw Failure(
                .usage, Localized("--public 须为一行、至多 200 字的公开值", "--public is the public value: one line of at most 200 characters"))
        }
        let schema = Draw.schema
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = [name, value]
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let draw = try RecordFinder.find(name, of: schema, home: store.identity.office, in: db)
            try refuse(draw, today: session.today)
            let (terms, names) = try DrawStore.terms(draw, in: db)
            let order = DrawOrder(hash: ChangeChain.digest)
            let seed = order.seed(commitment: draw[Draw.commitment] ?? "", publicValue: value)
            return try RowFaults.asFailure {
                _ = try RecordWriter(schema, context: context, db: db).set(
                    draw,
                    [
                        Draw.publicValue.name: .value(.text(value)), Draw.runOn.name: .value(.text(session.today.description)),
                        Draw.seed.name: .value(.text(seed)),
                    ])
                let writer = RecordWriter(DrawResult.schema, context: context, db: db)
                for (position, drawn) in order.assignments(terms, seed: seed).enumerated() {
                    for (place, inspector) in drawn.inspectors.enumerated() {
                        let object = names.objects[drawn.object]
                        let row: RecordWriter.Values = [
                            DrawResult.draw.name: .value(.integer(draw.id ?? 0)),
                            DrawResult.position.name: .value(.integer(Int64(position + 1))),
                            DrawResult.place.name: .value(.integer(Int64(place + 1))),
                            DrawResult.risk.name: .value(object?.risk.map(FieldValue.integer) ?? .null),
                            DrawResult.equipment.name: .value(object?.equipment.map(FieldValue.integer) ?? .null),
                            DrawResult.person.name: .value(names.inspectors[inspector].map(FieldValue.integer) ?? .null),
                        ]
                        _ = try writer.add(row)
                    }
                }
                return draw.id
            }
        }
        let id = result.value.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        return WriteReport(change: result.change?.id, ids: id.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun)
    }

    private func refuse(_ draw: RecordRow, today: CalendarDate) throws {
        if let runOn = draw[Draw.runOn] {
            throw Failure(
                .data, Localized("\(name) 已于 \(runOn) 抽取，不能再抽", "\(name) was drawn on \(runOn) and is not drawn again"),
                hints: [Localized("结果见 jbem inspect draw show \(name)", "see jbem inspect draw show \(name)")])
        }
        guard let day = draw[Draw.publicOn], today < day else { return }
        throw Failure(.data, Localized("公开值 \(day) 才公布，现在不能抽取", "the public value comes on \(day): it is too early to draw"))
    }
}

/// What was announced of a draw and what it gave, with everything needed to repeat it.
package struct ShowDraw {
    package struct Output: Sendable {
        package let draw: RecordRow
        package let canonical: String
        package let terms: DrawOrder.Terms
        /// As stored.
        package let results: [DrawOrder.Assignment]
        /// As computed again from what is stored of the announcement and the public value; empty before the draw is run.
        package let recomputed: [DrawOrder.Assignment]
        /// Commitment and seed as computed again.
        package let commitment: String
        package let seed: String?
        package let facts: ReadingFacts

        /// What is stored that a recomputation does not give.
        package var differences: [Localized] {
            var found: [Localized] = []
            if draw[Draw.commitment] != commitment {
                found.append(Localized("承诺值与公告内容不符", "the commitment is not that of the announcement"))
            }
            if draw[Draw.seed] != seed { found.append(Localized("种子与承诺值、公开值不符", "the seed is not that of commitment and public value")) }
            for index in 0..<max(results.count, recomputed.count) {
                let (kept, made) = (results[safe: index], recomputed[safe: index])
                guard kept != made else { continue }
                let words = [kept, made].map { $0.map { "\($0.object): \($0.inspectors.joined(separator: " "))" } ?? "—" }
                found.append(
                    Localized(
                        "第 \(index + 1) 个：存的是 \(words[0])，应为 \(words[1])", "no. \(index + 1): stored \(words[0]), computed \(words[1])"))
            }
            return found
        }
    }

    let name: String

    package init(_ name: String) { self.name = name }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        return try store.read { db in
            let draw = try RecordFinder.find(name, of: Draw.schema, home: store.identity.office, in: db)
            let canonical = try DrawStore.canonicalText(draw.id ?? 0, in: db)
            let terms = try DrawStore.terms(draw, in: db).terms
            let order = DrawOrder(hash: ChangeChain.digest)
            let commitment = ChangeChain.digest(canonical)
            let seed = draw[Draw.publicValue].map { order.seed(commitment: commitment, publicValue: $0) }
            return Output(
                draw: draw, canonical: canonical, terms: terms, results: try DrawStore.results(draw.id ?? 0, in: db),
                recomputed: seed.map { order.assignments(terms, seed: $0) } ?? [], commitment: commitment, seed: seed,
                facts: try ReadingFacts(store, in: db))
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
