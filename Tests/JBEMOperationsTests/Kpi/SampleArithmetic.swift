import JBEMTestSupport

/// The indicators of the sample district computed straight from its files, by other means than the program's.
struct SampleArithmetic {
    private let figures = Self.rows("figure")
    private let years = ["2021", "2022", "2023", "2024", "2025"]

    /// Deaths by year of the accidents that count, by their newest report.
    var deaths: [String: Int] {
        newestAccidents.reduce(into: [:]) {
            $0[String(($1.accident["occurred_on"] ?? "").prefix(4)), default: 0] += Int($1.report["deaths"] ?? "") ?? 0
        }
    }

    /// Accidents graded exactly larger: 3–9 dead, 10–49 gravely hurt or a loss of 10 to 50 million yuan, the highest of the three.
    var larger: Int {
        newestAccidents.filter { item in
            let dead = Int(item.report["deaths"] ?? "") ?? 0
            let hurt = Int(item.report["serious_injuries"] ?? "") ?? 0
            let fen = Self.hundredths(item.report["direct_loss"] ?? "")
            let ranks = [rank(dead, 3, 10, 30), rank(hurt, 10, 50, 100), rank(fen, 100_000, 500_000, 1_000_000)]
            return ranks.max() == 1
        }.count
    }

    private func rank(_ value: Int, _ larger: Int, _ major: Int, _ extraordinary: Int) -> Int {
        value >= extraordinary ? 3 : value >= major ? 2 : value >= larger ? 1 : 0
    }

    func figure(_ measure: String, _ year: String) -> Double {
        let rows = figures.filter { $0["measure"] == measure && $0["period"] == year && $0["region"] == "999101" }
        let final = rows.filter { $0["status"] == "final" }.max { ($0["published_on"] ?? "") < ($1["published_on"] ?? "") }
        return Double(final?["value"] ?? "") ?? .nan
    }

    /// The total of a column of the disaster reports by year, in units of 1/100 where it is money.
    func disasters(_ column: String) -> [String: Int] {
        let reports = Dictionary(grouping: Self.rows("disaster-report")) { $0["disaster"] ?? "" }
        var totals: [String: Int] = [:]
        for disaster in Self.rows("disaster") {
            let newest = Dictionary(grouping: reports[disaster["case_no"] ?? ""] ?? []) { $0["region"] ?? "" }.values.compactMap { group in
                group.max { ($0["reported_at"] ?? "") < ($1["reported_at"] ?? "") }
            }
            let own = newest.first { $0["region"] == disaster["region"] }
            let parts = newest.filter { $0["region"] != disaster["region"] }
            let counted = own.map { $0["kind"] == "verified" || parts.isEmpty ? [$0] : parts } ?? parts
            let sum = counted.map { column == "direct_loss" ? Self.hundredths($0[column] ?? "") : Int($0[column] ?? "") ?? 0 }.reduce(0, +)
            totals[String((disaster["began_on"] ?? "").prefix(4)), default: 0] += sum
        }
        return totals
    }

    /// Σ numerators ÷ Σ denominators × scale, and the mean of the yearly ratios.
    func means(_ column: String, over measure: String, scale: Double) -> (ofSums: Double, ofRatios: Double) {
        let totals = disasters(column)
        let tops = years.map { Double(totals[$0] ?? 0) / (column == "direct_loss" ? 100 : 1) }
        let bottoms = years.map { figure(measure, $0) }
        let ratios = zip(tops, bottoms).map { $0 / $1 * scale }
        return (tops.reduce(0, +) / bottoms.reduce(0, +) * scale, ratios.reduce(0, +) / Double(ratios.count))
    }

    private var newestAccidents: [(accident: [String: String], report: [String: String])] {
        let reports = Dictionary(grouping: Self.rows("accident-report")) { $0["accident"] ?? "" }
        return Self.rows("accident").filter { $0["is_production"] == "1" && $0["exclusion"] == "" }.compactMap { accident in
            reports[accident["case_no"] ?? ""]?.max { ($0["reported_at"] ?? "") < ($1["reported_at"] ?? "") }.map { (accident, $0) }
        }
    }

    /// `12.3` as 1230.
    private static func hundredths(_ text: String) -> Int {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let cents = parts.count > 1 ? (String(parts[1]) + "00").prefix(2) : "00"
        return (Int(parts.first ?? "") ?? 0) * 100 + (Int(cents) ?? 0)
    }

    static func rows(_ noun: String) -> [[String: String]] {
        let lines = (TestFile.text("\(Repository.data)/sample/\(noun).csv") ?? "").split(separator: "\n").map { cells(String($0)) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// One line of a CSV file; quoted cells may hold commas.
    private static func cells(_ line: String) -> [String] {
        var result = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                result.append("")
            } else if character != "\r" {
                result[result.count - 1].append(character)
            }
        }
        return result
    }
}
