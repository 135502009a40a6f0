internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Notes that a person's number was called today or on a given day.
package struct VerifyPhone {
    let name: String
    let day: CalendarDate?
    let isReached: Bool
    let options: WriteOptions

    package init(_ name: String, on day: CalendarDate?, isReached: Bool, options: WriteOptions) {
        (self.name, self.day, self.isReached, self.options) = (name, day, isReached, options)
    }

    /// - Throws: `.notFound`; `.data` for a person without a number, or a day in the future.
    package func run(_ session: Session) throws -> (report: WriteReport, person: String, until: CalendarDate?) {
        let on = day ?? session.today
        guard on <= session.today else {
            throw Failure(.data, Localized("核实日期 \(on) 还没有到", "the day of the check, \(on), has not come yet"))
        }
        let store = try session.open(.write)
        var action = options.action(in: session)
        action.arguments = [name]
        let schema = PhoneCheck.schema
        let result = try store.perform(action, dryRun: options.isDryRun) { db -> (Int64?, String, CalendarDate?) in
            let person = try RecordFinder.find(name, of: Person.schema, home: store.identity.office, in: db)
            guard person[Person.phone] != nil else {
                throw Failure(
                    .data, Localized("\(person[Person.name] ?? name)没有登记电话", "\(person[Person.name] ?? name) has no number on file"),
                    hints: [Localized("jbem person set \(name) phone=…", "jbem person set \(name) phone=…")])
            }
            let context = ReadingContext(codes: try CodeBook.read(db), home: store.identity.office, today: session.today)
            let values: RecordWriter.Values = [
                PhoneCheck.person.name: .value(.integer(person.id ?? 0)), PhoneCheck.checkedOn.name: .value(.text(on.description)),
                PhoneCheck.isReached.name: .value(.integer(isReached ? 1 : 0)), PhoneCheck.checkedBy.name: .value(.text(session.actor)),
            ]
            // A second call on one day corrects the first.
            let earlier = try RecordStore.findStored(
                schema, key: [.integer(person.id ?? 0), .text(on.description)], in: db)
            let id: Int64? = try RowFaults.asFailure {
                let writer = RecordWriter(schema, context: context, db: db)
                guard let earlier else { return try writer.add(values) }
                _ = try writer.set(earlier, values)
                return earlier.id
            }
            // A later call, or a change of the number, may have ended what this call proves.
            let days = try DutyReports.verifiedDays(asOf: session.today, in: db)[person.id ?? 0]?.periods ?? []
            let until = isReached ? days.first { $0.contains(on) }?.last : nil
            return (id, person[Person.name] ?? name, until.flatMap { $0 < session.today ? nil : $0 })
        }
        let id = result.value.0.flatMap { RecordID(number: $0)?.text(prefix: schema.prefix) }
        let report = WriteReport(change: result.change?.id, ids: id.map { [$0] } ?? [], rows: result.rows, isDryRun: result.isDryRun)
        return (report, result.value.1, result.value.2)
    }
}
