internal import GRDB
package import JBEMCore
internal import JBEMStore

/// What stands on the labels of lots, items and places.
package struct LabelStock {
    package enum Subject: String, Sendable, CaseIterable {
        case lot, item, warehouse
    }

    package struct Label: Sendable {
        /// What the code says: the full id, or the code of a place; every command takes it.
        package let code: String
        /// The most needed first.
        package let lines: [Localized]
    }

    let names: [String]
    let subject: Subject

    package init(_ names: [String], of subject: Subject) { (self.names, self.subject) = (names, subject) }

    /// - Throws: `.notFound`.
    package func run(_ session: Session) throws -> (labels: [Label], facts: ReadingFacts) {
        let store = try session.open(.read)
        return try store.read { db in
            let home = store.identity.office
            let labels = try names.map { name in
                switch subject {
                case .lot: try lot(RecordFinder.find(name, of: StockLot.schema, home: home, in: db), in: db)
                case .item: item(try RecordFinder.find(name, of: StockItem.schema, home: home, in: db))
                case .warehouse: try place(name, home, in: db)
                }
            }
            return (labels, try ReadingFacts(store, in: db))
        }
    }

    private func lot(_ lot: RecordRow, in db: Database) throws -> Label {
        let item = try lot[StockLot.item].flatMap { try RecordStore.findStored(StockItem.schema, id: $0, in: db) }
        var lines = [Localized(verbatim: lot[StockLot.number] ?? ""), Localized(verbatim: item.flatMap { $0[StockItem.name] } ?? "")]
        if let expires = lot[StockLot.expiresOn] { lines.append(Localized("到期 \(expires)", "expires \(expires)")) }
        if let made = lot[StockLot.madeOn] { lines.append(Localized("生产 \(made)", "made \(made)")) }
        if let donor = lot[StockLot.donor] { lines.append(Localized("捐赠 \(donor)", "donor \(donor)")) }
        return Label(code: id(lot, StockLot.schema), lines: lines)
    }

    private func item(_ item: RecordRow) -> Label {
        let (number, name, unit) = (item[StockItem.number] ?? "", item[StockItem.name] ?? "", item[StockItem.unit] ?? "")
        let pack = item[StockItem.pack].map { FixedPoint.text($0, scale: StockScale.quantity) }
        return Label(
            code: id(item, StockItem.schema),
            lines: [
                Localized(verbatim: number), Localized(verbatim: name),
                pack.map { Localized("每包 \($0) \(unit)", "\($0) \(unit) a pack") } ?? Localized("单位 \(unit)", "unit \(unit)"),
            ])
    }

    private func place(_ name: String, _ home: Int64, in db: Database) throws -> Label {
        let code = try RecordFinder.code(name, of: Warehouse.schema, in: db)
        let place = try RecordStore.findStored(Warehouse.schema, key: [.text(code)], in: db)
        let address = place.flatMap { $0[Warehouse.place] }
        return Label(
            code: code,
            lines: [Localized(verbatim: code), Localized(verbatim: place.flatMap { $0[Warehouse.name] } ?? "")]
                + (address.map { [Localized(verbatim: $0)] } ?? []))
    }

    private func id(_ record: RecordRow, _ schema: RecordSchema) -> String {
        record.id.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) } ?? ""
    }
}
