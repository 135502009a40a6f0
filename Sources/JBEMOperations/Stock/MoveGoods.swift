internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Moves goods: one document with its postings, as one change.
package struct MoveGoods {
    /// A line as typed: which item and how much.
    package struct Line: Sendable, Equatable {
        package let item: String
        package let quantity: String

        package init(item: String, quantity: String) { (self.item, self.quantity) = (item, quantity) }
    }

    package struct Request: Sendable {
        package var kind: MovementKind
        /// The place, or for what arrives or comes back the number of the document that it follows.
        package var place: String
        /// Where a transfer goes.
        package var destination: String?
        package var lines: [Line] = []
        /// `field=value` of the document and of a new lot.
        package var assignments: [Assignment] = []
        /// Takes this lot, whatever expires first.
        package var lot: String?
        /// Issues what is there if it is not enough.
        package var isPartial = false
        /// Sends only what can be used, also in a transfer.
        package var isForUse = false
        /// What does not arrive is lost.
        package var isRestLost = false

        /// As they are typed, for the journal.
        fileprivate var options: [String] {
            (lot.map { ["--lot", $0] } ?? []) + (destination.map { ["--to", $0] } ?? []) + (isPartial ? ["--partial"] : [])
                + (isRestLost ? ["--lost"] : [])
        }

        package init(_ kind: MovementKind, place: String) { (self.kind, self.place) = (kind, place) }
    }

    /// What became of a line: how much of which lot.
    package struct Moved: Sendable {
        package let item: String
        package let unit: String
        package let lot: String
        /// Thousandths of the unit.
        package let quantity: Int64
    }

    package struct Output: Sendable {
        package let report: WriteReport
        package let number: String
        package let moved: [Moved]
        /// What was asked for and is not there.
        package let missing: [(item: String, unit: String, quantity: Int64)]
    }

    let request: Request
    let options: WriteOptions

    package init(_ request: Request, options: WriteOptions) { (self.request, self.options) = (request, options) }

    /// The fields of the document, and of the lot that is made with it.
    package static func fields(_ kind: MovementKind) -> (document: GivenFields, lot: GivenFields?) {
        let document = GivenFields(
            StockMovement.schema, filled: [StockMovement.kind.name, StockMovement.follows.name, StockMovement.destination.name],
            required: kind.needsReason ? [StockMovement.reason.name] : []
        ).with(defaults: [StockMovement.movedOn.name: GivenFields.today, StockMovement.number.name: GivenFields.nextNumber])
        let lot = [StockLot.madeOn.name, StockLot.expiresOn.name, StockLot.donor.name, StockLot.tender.name]
        return (document, kind.makesLots ? GivenFields(StockLot.schema, optional: lot) : nil)
    }

    /// The day is today and the number the next free one, unless `moved_on=` and `number=` say otherwise.
    ///
    /// - Throws: `.notFound` for an unknown place, item, lot or document; `.usage` for what makes no sense of a kind; `.data` where goods are
    ///   not there, and for what the invariants refuse, naming the first movement that would break.
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments =
            [request.place] + request.lines.map { "\($0.item)=\($0.quantity)" }
            + request.assignments.map { "\($0.field)=\(PersonalPattern.masked($0.value))" } + request.options
        let result = try store.perform(action, dryRun: options.isDryRun) { db in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            var draft = try MovementDraft(request, context: context, in: db)
            try draft.fill()
            return (try RowFaults.asFailure { try draft.write() }, draft)
        }
        let (id, draft) = result.value
        let text = FieldText(codes: CodeBook(), home: store.identity.office, language: session.language)
        return Output(
            report: WriteReport(
                change: result.change?.id, ids: id.map { [text.fullID($0, noun: StockMovement.schema.noun)] } ?? [], rows: result.rows,
                isDryRun: result.isDryRun),
            number: draft.number, moved: draft.moved, missing: draft.missing)
    }
}
