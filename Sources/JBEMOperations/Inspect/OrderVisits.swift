internal import GRDB
package import JBEMCore
package import JBEMStore

/// Puts the visits of a day in the order of a short way.
package struct OrderVisits {
    package struct Stop: Sendable {
        package let subject: InspectionSubject
        /// From the stop before; 0 for the first.
        package let legKm: Double
        package let totalKm: Double
    }

    package struct Output: Sendable {
        package let stops: [Stop]
        /// Subjects without coordinates.
        package let leftOut: [InspectionSubject]
        package let isExact: Bool
        package let facts: ReadingFacts
    }

    /// Over so many places the table of distances would not be sensible.
    package static let most = 1000

    let names: [String]
    let region: String?
    let days: Int
    let start: String?
    let asOf: CalendarDate?

    /// - Parameters:
    ///   - names: what to visit; empty for what is due.
    ///   - days: due from the day of the question over so many days.
    ///   - start: where to begin; wherever is best unless given.
    package init(_ names: [String], region: String?, days: Int, start: String?, asOf: CalendarDate?) {
        (self.names, self.region, self.days, self.start, self.asOf) = (names, region, days, start, asOf)
    }

    /// - Throws: `.notFound`; `.data` for places in different datums, which may lie hundreds of metres apart.
    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            let home = store.identity.office
            let subjects = try chosen(day, home, db)
            let start = try self.start.map { try RecordFinder.subject($0, home: home, in: db) }
            let placed = subjects.filter { $0.point != nil }
            try refuseMixed(placed)
            guard placed.count <= OrderVisits.most else {
                throw Failure(
                    .usage, Localized("\(placed.count) 处，最多 \(OrderVisits.most) 处", "\(placed.count) places, at most \(OrderVisits.most)"),
                    hints: [Localized("用 --region 或编号缩小范围", "narrow it with --region or ids")])
            }
            let first = try start.map { start in
                guard let index = placed.firstIndex(where: { $0.noun == start.noun && $0.id == start.id }) else {
                    throw Failure(.usage, Localized("--start 须是路线上有坐标的一处", "--start is one of the places on the way, with coordinates"))
                }
                return index
            }
            let degrees = Double(1_000_000)
            let points = placed.compactMap(\.point).map {
                RoutePoint(longitude: Double($0.longitude) / degrees, latitude: Double($0.latitude) / degrees)
            }
            let route = VisitRoute(points, start: first)
            var total = 0.0
            let stops = zip(route.order, route.legsKm).map { index, leg in
                total += leg
                return Stop(subject: placed[index], legKm: leg, totalKm: total)
            }
            return Output(
                stops: stops, leftOut: subjects.filter { $0.point == nil }, isExact: route.isExact, facts: try ReadingFacts(store, in: db))
        }
    }

    private func chosen(_ day: CalendarDate, _ home: Int64, _ db: Database) throws -> [InspectionSubject] {
        let wanted = try names.map { try RecordFinder.subject($0, home: home, in: db) }.map { "\($0.noun) \($0.id)" }
        let question = try InspectionQuestion(region: names.isEmpty ? region : nil).resolved(in: db)
        var found: [String: InspectionSubject] = [:]
        var due: [String] = []
        let period = DatePeriod(day, day.adding(days: days))
        try InspectionCalendar(question, period, asOf: day, in: db).forEach { subject, agendas, _ in
            let key = "\(subject.noun) \(subject.id)"
            if wanted.contains(key) { found[key] = subject }
            guard names.isEmpty, agendas.contains(where: { agenda in agenda.slots.contains { agenda.visits.index(in: $0) == nil } }) else {
                return
            }
            found[key] = subject
            due.append(key)
        }
        var seen: Set<String> = []
        return (names.isEmpty ? due : wanted).filter { seen.insert($0).inserted }.compactMap { found[$0] }
    }

    private func refuseMixed(_ subjects: [InspectionSubject]) throws {
        let byDatum = Dictionary(grouping: subjects) { $0.point?.datum ?? "" }
        guard byDatum.count > 1 else { return }
        let list = byDatum.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.prefix(3).map(\.number).joined(separator: " "))" }
        throw Failure(
            .data,
            Localized(
                "坐标系不一致，距离没有意义（\(list.joined(separator: "；"))）",
                "the datums differ, distances mean nothing (\(list.joined(separator: "; ")))"),
            hints: [Localized("先把坐标换算到同一坐标系", "convert the coordinates to one datum first")])
    }
}
