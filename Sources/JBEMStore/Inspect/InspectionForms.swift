package import GRDB
package import JBEMCore

/// Finding of the forms and items that a visit answers.
package enum InspectionForms {
    /// The form that the rules in force on a day give for a subject and a purpose: that of the densest cycle.
    ///
    /// - Returns: `nil` if no rule names one.
    package static func suggested(_ noun: String, _ id: Int64, purpose: String, on day: CalendarDate, in db: Database) throws -> String? {
        let source =
            noun == "risk"
            ? "SELECT coalesce(residual_level, level) AS level, category, NULL AS kind, 0 AS is_key FROM (\(RiskRelation.visited.sql)) WHERE id = :id"
            : "SELECT NULL AS level, NULL AS category, kind, is_key FROM equipment WHERE id = :id"
        let sql = """
            SELECT r.* FROM inspect_rule AS r, (\(source)) AS s WHERE r.subject = :noun AND r.purpose = :purpose AND r.form IS NOT NULL
                AND coalesce(r.level, s.level) IS s.level AND coalesce(r.category, s.category) IS s.category
                AND coalesce(r.equipment_kind, s.kind) IS s.kind AND r.is_key_only <= s.is_key ORDER BY r.key
            """
        let rows = try Row.fetchAll(db, sql: sql, arguments: ["id": id, "noun": noun, "purpose": purpose])
        let inForce = rows.filter { InspectionConditions.isInForce($0, on: day) }
        let cycles = SlotCycle.allCases.map(\.rawValue)
        return inForce.min { left, right in
            let order = [left, right].map { cycles.firstIndex(of: $0["cycle"]) ?? cycles.count }
            return order[0] < order[1]
        }?["form"]
    }

    /// The version of a form in force on a day; `nil` if there is none.
    package static func version(of form: String, on day: CalendarDate, in db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db, sql: "SELECT \(InspectionRelation.version(of: ":form", on: ":day"))", arguments: ["form": form, "day": day.description])
    }

    /// The items of a version of a form, by number.
    package static func items(_ form: String, _ version: Int64, in db: Database) throws -> [RecordRow] {
        let sql = "SELECT * FROM inspect_item WHERE form = ? AND version = ? ORDER BY number"
        return try Row.fetchAll(db, sql: sql, arguments: [form, version]).map { RecordRow($0, InspectionItem.schema) }
    }

    /// The answer of a visit to an item.
    package static func answer(_ visit: Int64, _ item: Int64, in db: Database) throws -> RecordRow? {
        try RecordStore.findStored(InspectionAnswer.schema, key: [.integer(visit), .integer(item)], in: db)
    }

    /// A number for a visit that got none: subject, day and purpose, counted on where they are taken.
    package static func freeNumber(_ subject: String, _ day: CalendarDate, _ purpose: String, in db: Database) throws -> String {
        let stem = "\(subject)/\(day)/\(purpose)"
        for count in 1...1000 {
            let number = count == 1 ? stem : "\(stem)/\(count)"
            let key = FieldValue.text(number)
            if try RecordStore.findStored(Inspection.schema, key: [key], in: db) == nil { return number }
        }
        return stem
    }
}
