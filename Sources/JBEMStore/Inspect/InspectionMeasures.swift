package import GRDB
package import JBEMCore

/// Numerators and denominators of the plan's indicators on inspections, for a territory.
///
/// A slot counts as due once its last day is reached; visits after `asOf` do not count.
package enum InspectionMeasures {
    /// T15: routine checks of key special equipment (重点监控特种设备日常检查率), done ÷ due in a period.
    package static func keyChecks(_ region: String, _ period: DatePeriod, asOf: CalendarDate, in db: Database) throws -> InspectionCount {
        try count(
            InspectionQuestion(subject: "equipment", purpose: InspectionPurpose.routine, region: region, isKeyOnly: true), period, asOf, db)
    }

    /// T16: registered ÷ in use (特种设备使用登记率) at the end of a day.
    package static func registrations(_ region: String, on day: CalendarDate, in db: Database) throws -> InspectionCount {
        let sql = """
            SELECT count(*) FILTER (WHERE registered_on <= :day) AS done, count(*) AS due FROM equipment
            WHERE in_use_from <= :day AND (in_use_to IS NULL OR in_use_to >= :day)
                AND region IN (SELECT value FROM json_each(:territory))
            """
        let row = try Row.fetchOne(
            db, sql: sql, arguments: ["day": day.description, "territory": try Territory(region, in: db).all.json])
        return row.map { InspectionCount(done: $0["done"], due: $0["due"]) } ?? InspectionCount()
    }

    /// T17: periodic tests of special equipment (特种设备定检率), done ÷ due in a period.
    package static func tests(_ region: String, _ period: DatePeriod, asOf: CalendarDate, in db: Database) throws -> InspectionCount {
        try count(InspectionQuestion(subject: "equipment", purpose: InspectionPurpose.test, region: region), period, asOf, db)
    }

    /// T39: checks of risk points (风险隐患排查覆盖率) of one cycle (日周月), done ÷ due in a period.
    package static func riskChecks(
        _ region: String, _ cycle: SlotCycle, _ period: DatePeriod, asOf: CalendarDate, in db: Database
    ) throws -> InspectionCount {
        try count(
            InspectionQuestion(subject: "risk", purpose: InspectionPurpose.routine, cycle: cycle, region: region), period, asOf, db)
    }

    private static func count(
        _ question: InspectionQuestion, _ period: DatePeriod, _ asOf: CalendarDate, _ db: Database
    ) throws -> InspectionCount {
        var total = InspectionCount()
        try InspectionCalendar(question, period, asOf: asOf, in: db).forEach { _, agendas, _ in
            for agenda in agendas { total += agenda.count(asOf: asOf) }
        }
        return total
    }
}

extension InspectionAgenda {
    /// Done ÷ due of the slots that have ended by a day.
    package func count(asOf: CalendarDate) -> InspectionCount { count(of: slots, asOf: asOf) }

    /// The same of some of the slots.
    package func count(of slots: [InspectionSlot], asOf: CalendarDate) -> InspectionCount {
        slots.reduce(into: InspectionCount()) { sum, slot in
            guard slot.last <= asOf else { return }
            sum.due += 1
            if visits.index(in: slot) != nil { sum.done += 1 }
        }
    }
}
