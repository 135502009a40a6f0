internal import JBEMCore

/// A measure that is computed from records: what each part of a record adds to it.
struct MeasureDefinition: Sendable {
    let code: String
    let source: MeasureSource
    /// The value in the measure's unit is `value` / 10^`places`.
    var places = 0
    /// SQL of an integer over a row of the source.
    let value: String
    /// SQL of a condition on a row of the source.
    var condition = "1"

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
        MeasureDefinition(code: code, source: .accidents, value: value, condition: condition)
    }

    private static func disaster(_ code: String, value: String, places: Int = 0) -> MeasureDefinition {
        MeasureDefinition(code: code, source: .disasters, places: places, value: value)
    }
}

/// Records that measures are computed from, walked over once for all of them.
///
/// A row is a part of a record: `id`, `day` (local date that decides the period), `home` (the region of the record), `region` (the region
/// of the part), `is_total` (whether the part is one of those that make up the record's total), and what values are made of.
enum MeasureSource: CaseIterable {
    case accidents, disasters

    /// The noun whose closings make a month complete.
    var schema: RecordSchema {
        switch self {
        case .accidents: Accident.schema
        case .disasters: Disaster.schema
        }
    }

    /// The day from which what a part adds is settled.
    private var settlesOn: String {
        switch self {
        case .accidents: AccidentRelation.settlesOn(of: "part")
        case .disasters: "NULL"
        }
    }

    /// The parts that add something to one of some measures, in the order of their days, with the value of each measure behind the columns
    /// of a part; uses `:first` and `:as_of`.
    func sql(_ measures: [MeasureDefinition]) -> String {
        let rows =
            switch self {
            case .accidents: AccidentRelation.counting(withGrade: measures.contains { $0.value.contains("general_grade") })
            case .disasters: DisasterRelation.counting
            }
        let values = measures.enumerated().map { ", coalesce(CASE WHEN \($1.condition) THEN \($1.value) END, 0) AS value\($0)" }
        // Materialized, or a grade would be looked up for each mention of it.
        return """
            WITH part AS MATERIALIZED (\(rows))
            SELECT id, day, home, region, is_total, \(settlesOn) AS settles_on\(values.joined()) FROM part
            WHERE \(measures.indices.map { "value\($0) <> 0" }.joined(separator: " OR ")) ORDER BY day, id
            """
    }
}
