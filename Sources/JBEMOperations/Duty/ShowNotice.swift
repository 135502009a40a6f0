internal import GRDB
package import JBEMCore
internal import JBEMStore

/// The notice board of a risk point: what it says on a day, and whether the published one still says so.
package struct ShowNotice {
    package struct Output: Sendable {
        /// Numbers masked.
        package let board: NoticeBoard
        /// The whole numbers, as the persons of the board stand; `nil` unless revealed.
        package let phones: [String?]?
        /// Over the content with masked numbers, 64 hexadecimal digits.
        package let digest: String
        /// The newest published version; `nil` before the first.
        package let published: RecordRow?
        /// The change that published it just now.
        package let report: WriteReport?
        package let facts: ReadingFacts

        /// Tells whether the newest published version says the same.
        package var isCurrent: Bool { published?[PublishedNotice.digest] == digest }
    }

    let name: String
    let day: CalendarDate?
    let isPublishing: Bool
    let revealReason: String?
    /// Writes the content of a board as canonical text: the same for the same board.
    let canonical: @Sendable (NoticeBoard) -> String
    let options: WriteOptions

    package init(
        _ name: String, on day: CalendarDate?, isPublishing: Bool, revealReason: String?, options: WriteOptions,
        canonical: @escaping @Sendable (NoticeBoard) -> String
    ) {
        (self.name, self.day, self.isPublishing, self.revealReason) = (name, day, isPublishing, revealReason)
        (self.options, self.canonical) = (options, canonical)
    }

    /// - Postcondition: revealing is in the journal before this returns; a publication without a difference writes nothing.
    package func run(_ session: Session) throws -> Output {
        let on = day ?? session.today
        let store = try session.open(isPublishing || revealReason != nil ? .write : .read)
        guard !isPublishing || on <= session.today else {
            throw Failure(.data, Localized("\(on) 还没有到，不能公示", "\(on) has not come yet: nothing to publish"))
        }
        var (board, published) = try store.read { db in
            let risk = try RecordFinder.find(name, of: Risk.schema, home: store.identity.office, in: db).id ?? 0
            guard let board = try NoticeStore.board(risk, on: on, in: db) else {
                throw Failure(.notFound, Localized("没有风险点 “\(name)”", "there is no risk point \"\(name)\""))
            }
            return (board, try NoticeStore.newest(risk, in: db))
        }
        let content = canonical(board)
        let digest = ChangeChain.digest(content)
        var report: WriteReport?
        if isPublishing, let newest = published?[PublishedNotice.madeOn], on < newest {
            throw Failure(
                .data, Localized("已有 \(newest) 公示的一版，更早的日子不能再公示", "a version of \(newest) is published: none can be made for a day before"))
        }
        if isPublishing, published?[PublishedNotice.digest] != digest {
            (report, published) = try publish(board, content: content, digest: digest, after: published, on: on, store, session)
        }
        let phones = try revealReason.map { try reveal(board, $0, store, session) }
        return Output(
            board: board, phones: phones, digest: digest, published: published, report: report,
            facts: try store.read { try ReadingFacts(store, in: $0) })
    }

    private func publish(
        _ board: NoticeBoard, content: String, digest: String, after published: RecordRow?, on day: CalendarDate, _ store: Store,
        _ session: Session
    ) throws -> (WriteReport, RecordRow?) {
        let schema = PublishedNotice.schema
        var action = options.action(in: session)
        action.arguments = [name]
        let risk = board.risk.id ?? 0
        let result = try store.perform(action, dryRun: options.isDryRun) { db -> (Int64?, RecordRow?) in
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let values: RecordWriter.Values = [
                PublishedNotice.risk.name: .value(.integer(risk)),
                PublishedNotice.version.name: .value(.integer((published?[PublishedNotice.version] ?? 0) + 1)),
                PublishedNotice.madeOn.name: .value(.text(day.description)), PublishedNotice.digest.name: .value(.text(digest)),
                PublishedNotice.content.name: .value(.text(content)),
            ]
            let id = try RowFaults.asFailure { try RecordWriter(schema, context: context, db: db).add(values) }
            return (id, try NoticeStore.newest(risk, in: db))
        }
        let id = result.value.0.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        let report = WriteReport(change: result.change?.id, ids: id.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun)
        return (report, result.value.1)
    }

    private func reveal(_ board: NoticeBoard, _ reason: String, _ store: Store, _ session: Session) throws -> [String?] {
        var action = options.action(.reveal, in: session)
        action.note = reason
        action.arguments = [name]
        return try store.perform(action) { db in
            try board.responsible.map { try RecordStore.revealed($0.person, of: Person.schema, in: db)[Person.phone.name] }
        }.value
    }
}
