internal import JBEMCore

/// A measure that is computed from records: one SQL query that gives the parts of each record.
///
/// The query names `id`, `day` (local date that decides the period), `home` (the region of the record), `region` (the
/// region of the part), `is_total` (whether the part is one of those that make up the record's total), `value` (an integer)
/// and `settles_on`; it may use `:as_of`. Parts whose value is zero are not listed.
struct MeasureDefinition: Sendable {
    let code: String
    /// The noun whose closings make a month complete.
    let noun: String
    let prefix: String
    /// The value in the measure's unit is `value` / 10^`places`.
    let places: Int
    let sql: String

    static let all: [MeasureDefinition] = accidents + disasters

    static func of(_ code: String) -> MeasureDefinition? { all.first { $0.code == code } }

    private static let accidents: [MeasureDefinition] = [
        accident("accident.deaths", value: "deaths"),
        accident("accident.deaths.road", value: "deaths", where: "sector = 'road_traffic'"),
        accident("accident.count.fatal", value: "deaths > 0"),
        accident("accident.count.general", value: "general_grade = 'general'"),
        accident("accident.count.larger", value: "general_grade = 'larger'"),
        accident("accident.count.major", value: "general_grade = 'major'"),
        accident("accident.count.extraordinary", value: "general_grade = 'extraordinary'"),
        accident("accident.count.larger_or_above", value: "general_grade IN ('larger', 'major', 'extraordinary')"),
        accident("accident.count.major_or_above", value: "general_grade IN ('major', 'extraordinary')"),
    ]

    private static let disasters: [MeasureDefinition] = [
        disaster("disaster.deaths", value: "deaths"),
        disaster("disaster.missing", value: "missing"),
        disaster("disaster.deaths_missing", value: "deaths + coalesce(missing, 0)"),
        disaster("disaster.affected", value: "affected"),
        // Stored in 分, measured in 万元.
        disaster("disaster.direct_loss", value: "direct_loss", places: 6),
    ]

    private static func accident(_ code: String, value: String, where condition: String = "1") -> MeasureDefinition {
        MeasureDefinition(
            code: code, noun: Accident.schema.noun, prefix: Accident.schema.prefix, places: 0,
            sql: """
                SELECT id, occurred_on AS day, region AS home, region, 1 AS is_total, \(value) AS value, settles_on
                FROM (\(AccidentRelation.measured.sql)) WHERE counts AND \(condition)
                """)
    }

    private static func disaster(_ code: String, value: String, places: Int = 0) -> MeasureDefinition {
        MeasureDefinition(
            code: code, noun: Disaster.schema.noun, prefix: Disaster.schema.prefix, places: places,
            sql: """
                SELECT d.id, d.began_on AS day, d.region AS home, r.region, r.is_total, \(value) AS value, NULL AS settles_on
                FROM (\(DisasterRelation.reports)) AS r JOIN disaster AS d ON d.id = r.disaster
                """)
    }
}
