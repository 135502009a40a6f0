package import GRDB
internal import JBEMCore

/// The regions over which a plan's windows run: its own and whatever followed it.
package struct Territory: Sendable {
    /// The region itself and its successors: where figures for the whole are published.
    package let whole: Set<String>
    /// Those and everything below them: where records lie.
    package let all: Set<String>

    package init(_ region: String, in db: Database) throws {
        whole = try String.fetchSet(
            db,
            sql: """
                WITH RECURSIVE t(code) AS (SELECT ? UNION SELECT r.successor FROM region AS r JOIN t ON r.code = t.code WHERE r.successor IS NOT NULL)
                SELECT code FROM t
                """, arguments: [region])
        // A part may have gone to a successor that is not below the whole's one.
        all = try String.fetchSet(
            db,
            sql: """
                WITH RECURSIVE t(code) AS (SELECT ? UNION
                    SELECT r.code FROM region AS r JOIN t ON r.parent = t.code UNION
                    SELECT r.successor FROM region AS r JOIN t ON r.code = t.code WHERE r.successor IS NOT NULL)
                SELECT code FROM t
                """, arguments: [region])
    }
}

extension Set<String> {
    /// The codes as a JSON array, for `json_each` in a query.
    var json: String {
        let quoted = sorted().map { code in
            "\"" + code.replacing(scalar: "\\", with: "\\\\").replacing(scalar: "\"", with: "\\\"") + "\""
        }
        return "[\(quoted.joined(separator: ","))]"
    }
}
