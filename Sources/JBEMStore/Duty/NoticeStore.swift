package import GRDB
package import JBEMCore

/// Reading of notice boards.
package enum NoticeStore {
    /// A board that was published says what its hash says.
    static let digestIsOfTheContent = Invariant(
        tables: ["notice_board"],
        sql: """
            SELECT r.point_no || ' ' || b.version AS place, '散列不是内容的 SHA-256' AS zh, 'the hash is not the SHA-256 of the content' AS en
            FROM notice_board AS b JOIN risk AS r ON r.id = b.risk
            WHERE b.id IN (SELECT id FROM touched WHERE name = 'notice_board') AND b.sha256 <> sha256(b.content)
            """)

    /// What the board of a point says on a day.
    ///
    /// - Parameter risk: an id that exists.
    package static func board(_ risk: Int64, on day: CalendarDate, in db: Database) throws -> NoticeBoard? {
        guard let point = try RecordStore.find(Risk.schema, id: risk, asOf: day, in: db) else { return nil }
        let sql = """
            SELECT d.role, d.person, p.name, p.post, d.office, p.phone, p.phone_changed_on, d.valid_from, d.valid_to,
                \(PersonRelation.verifiedOn) AS verified_on
            FROM duty AS d JOIN person AS p ON p.id = d.person
            WHERE d.risk = :risk AND :day BETWEEN d.valid_from AND coalesce(d.valid_to, '9999')
                AND :day BETWEEN coalesce(p.valid_from, '') AND coalesce(p.valid_to, '9999')
            ORDER BY CASE d.role WHEN 'administrative' THEN 1 WHEN 'technical' THEN 2 ELSE 3 END, d.number
            """
        let rows = try Row.fetchAll(db, sql: sql, arguments: ["risk": risk, "day": day.description, "as_of": day.description])
        return NoticeBoard(
            risk: point,
            responsible: rows.map { row in
                NoticeBoard.Responsible(
                    role: row[0], person: row[1], name: row[2], post: row[3], office: row[4], phone: row[5], phoneChangedOn: row[6],
                    validFrom: row[7], validTo: row[8], verifiedOn: row[9])
            })
    }

    /// The newest published version of the board of a point, or `nil`.
    package static func newest(_ risk: Int64, in db: Database) throws -> RecordRow? {
        try Row.fetchOne(db, sql: "SELECT * FROM notice_board WHERE risk = ? ORDER BY version DESC LIMIT 1", arguments: [risk])
            .map { RecordRow($0, PublishedNotice.schema) }
    }
}
