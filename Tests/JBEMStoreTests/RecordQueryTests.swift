import GRDB
import JBEMCore
import JBEMStore
import JBEMTestSupport
import Testing

/// Filters, order and personal fields of record lists.
@Suite struct RecordQueryTests {
    // MARK: Filters

    @Test(arguments: [
        (Filter(field: "case_no", comparison: .equal, values: [.text("A-2")]), ["A-2"]),
        (Filter(field: "case_no", comparison: .equal, values: [.text("A-2"), .text("A-4")]), ["A-2", "A-4"]),
        (Filter(field: "case_no", comparison: .notEqual, values: [.text("A-2"), .text("A-4")]), ["A-1", "A-3"]),
        (Filter(field: "place", comparison: .equal, values: []), ["A-1", "A-4"]),
        (Filter(field: "place", comparison: .notEqual, values: []), ["A-2", "A-3"]),
        // A row without a place is not at the bridge.
        (Filter(field: "place", comparison: .notEqual, values: [.text("桥")]), ["A-1", "A-3", "A-4"]),
        (Filter(field: "place", comparison: .contains, values: [.text("B")]), ["A-3"]),
        (Filter(field: "occurred_on", comparison: .less, values: [.text("2024-03-02")]), ["A-1"]),
        (Filter(field: "occurred_on", comparison: .lessOrEqual, values: [.text("2024-03-02")]), ["A-1", "A-2"]),
        (Filter(field: "occurred_on", comparison: .greater, values: [.text("2024-03-03")]), ["A-4"]),
        (Filter(field: "occurred_on", comparison: .greaterOrEqual, values: [.text("2024-03-03")]), ["A-3", "A-4"]),
        (Filter(field: "occurred_on", comparison: .within, values: [.text("2024-03-02"), .text("2024-03-03")]), ["A-2", "A-3"]),
        // Values are bound, never part of the SQL.
        (Filter(field: "case_no", comparison: .equal, values: [.text("x' OR '1'='1")]), []),
        // A derived field filters like a stored one.
        (Filter(field: "deaths", comparison: .greaterOrEqual, values: [.integer(1)]), ["A-4"]),
        (Filter(field: "deaths", comparison: .equal, values: []), ["A-1", "A-2", "A-3"]),
    ])
    func filters(filter: Filter, expected: [String]) throws {
        let box = try accidents()
        var query = RecordQuery(schema: Accident.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        query.add(filter)
        let (rows, count) = try box.store.read { (try query.fetchAll($0), try query.count($0)) }
        #expect(rows.map { $0[Accident.caseNo] } == expected)
        #expect(count == expected.count)
    }

    @Test func filtersAreJoinedByAnd() throws {
        let box = try accidents()
        var query = RecordQuery(schema: Accident.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        query.add(Filter(field: "place", comparison: .notEqual, values: []))
        query.add(Filter(field: "occurred_on", comparison: .greater, values: [.text("2024-03-02")]))
        #expect(try box.store.read(query.fetchAll).map { $0[Accident.caseNo] } == ["A-3"])
    }

    @Test func limitAndOffsetCutTheListNotTheCount() throws {
        let box = try accidents()
        var query = RecordQuery(schema: Accident.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        query.sort(by: "occurred_on", descending: true)
        query.limit = 2
        query.offset = 1
        let (rows, count) = try box.store.read { (try query.fetchAll($0), try query.count($0)) }
        #expect(rows.map { $0[Accident.caseNo] } == ["A-3", "A-2"])
        #expect(count == 4)
    }

    // MARK: Order

    @Test func chineseNamesSortByPinyin() throws {
        let box = try TemporaryStore()
        let names = ["陈伟", "邓敏", "何静", "黄磊", "李强", "刘洋", "王芳", "吴刚", "杨勇", "张丽", "赵军", "周杰"]
        var random = SeededGenerator(seed: 1)
        for (number, name) in names.shuffled(using: &random).enumerated() {
            try box.add(Person.schema, SampleRow.person("\(number)", name: name))
        }
        var query = RecordQuery(schema: Person.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        query.sort(by: "name", descending: false)
        #expect(try box.store.read(query.fetchAll).map { $0[Person.name] } == names)
        var descending = RecordQuery(schema: Person.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        descending.sort(by: "name", descending: true)
        #expect(try box.store.read(descending.fetchAll).map { $0[Person.name] } == names.reversed())
    }

    @Test func withoutASortTheSchemaGivesTheOrder() throws {
        let box = try TemporaryStore()
        for (caseNo, day) in [("A-1", "2024-03-03"), ("A-2", "2024-03-01"), ("A-3", "2024-03-02")] {
            try box.add(Accident.schema, SampleRow.accident(caseNo, on: day))
        }
        let query = RecordQuery(schema: Accident.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        #expect(try box.store.read(query.fetchAll).map { $0[Accident.caseNo] } == ["A-2", "A-3", "A-1"])
    }

    // MARK: Personal fields

    @Test func theMainTableHoldsTheMaskedCopy() throws {
        let box = try people()
        #expect(
            try texts("SELECT phone, id_number FROM person ORDER BY number", box) == [
                ["\"138****1234\"", "NULL"], ["\"138****1234\"", "\"500105********0018\""], ["NULL", "NULL"],
            ])
        #expect(
            try texts("SELECT phone, id_number FROM person_private ORDER BY id", box) == [
                ["\"13800001234\"", "NULL"], ["\"13899991234\"", "\"500105199001010018\""],
            ])
    }

    @Test func equalitySearchesThePersonalTable() throws {
        let box = try people()
        let numbers = { (filter: Filter) in
            var query = RecordQuery(schema: Person.schema, asOf: CalendarDate(iso: "2024-12-31")!)
            query.add(filter)
            return try box.store.read(query.fetchAll).map { $0[Person.number] }
        }
        #expect(try numbers(Filter(field: "phone", comparison: .equal, values: [.text("13800001234")])) == ["1"])
        #expect(
            try numbers(Filter(field: "phone", comparison: .equal, values: [.text("13800001234"), .text("13899991234")])) == ["1", "2"])
        // The mask is no value: it would find strangers.
        #expect(try numbers(Filter(field: "phone", comparison: .equal, values: [.text("138****1234")])) == [])
        #expect(try numbers(Filter(field: "phone", comparison: .notEqual, values: [.text("13800001234")])) == ["2", "3"])
        #expect(try numbers(Filter(field: "phone", comparison: .equal, values: [])) == ["3"])
        #expect(try numbers(Filter(field: "phone", comparison: .notEqual, values: [])) == ["1", "2"])
    }

    @Test func whatIsFoundIsStillMasked() throws {
        let box = try people()
        var query = RecordQuery(schema: Person.schema, asOf: CalendarDate(iso: "2024-12-31")!)
        query.add(Filter(field: "phone", comparison: .equal, values: [.text("13800001234")]))
        #expect(try box.store.read(query.fetchAll).map { $0[Person.phone] } == ["138****1234"])
    }

    @Test func revealingReadsThePersonalTable() throws {
        let box = try people()
        let ids = try box.store.read { try Int64.fetchAll($0, sql: "SELECT id FROM person ORDER BY number") }
        let revealed = try box.store.read { db in try ids.map { try RecordStore.revealed($0, of: Person.schema, in: db) } }
        #expect(revealed == [["phone": "13800001234"], ["phone": "13899991234", "id_number": "500105199001010018"], [:]])
        #expect(try box.store.read { try RecordStore.revealed(1, of: Accident.schema, in: $0) } == [:])
    }

    @Test func clearingAndRemovingReachThePersonalTable() throws {
        let box = try people()
        let ids = try box.store.read { try Int64.fetchAll($0, sql: "SELECT id FROM person ORDER BY number") }
        try box.set(Person.schema, ids[1], ["phone": .null])
        #expect(try box.store.read { try RecordStore.revealed(ids[1], of: Person.schema, in: $0) } == ["id_number": "500105199001010018"])
        try box.remove(Person.schema, ids[1])
        #expect(try box.store.read { try Int64.fetchAll($0, sql: "SELECT id FROM person_private") } == [ids[0]])
    }

    @Test func aPersonalChangeWithTheSameMaskIsAChange() throws {
        let box = try people()
        let id = try #require(try box.store.read { try Int64.fetchOne($0, sql: "SELECT min(id) FROM person") })
        let result = try box.perform { db in
            try box.update(id, of: Person.schema, ["phone": .text("138****1234")], revealed: ["phone": "13811111234"], in: db)
        }
        #expect(result.change?.tables == "person_private" && result.change?.rows == 0)
        try box.undo()
        #expect(try box.store.read { try RecordStore.revealed(id, of: Person.schema, in: $0) } == ["phone": "13800001234"])
    }

    // MARK: Finding

    @Test func recordsAreFoundByIdKeyAndName() throws {
        let box = try accidents()
        let day = CalendarDate(iso: "2024-12-31")!
        try box.store.read { db in
            let found = try #require(try RecordStore.find(Accident.schema, key: [.text("A-4")], asOf: day, in: db))
            #expect(found[Accident.deaths] == 1)
            #expect(try RecordStore.find(Accident.schema, id: found.id!, asOf: day, in: db) == found)
            #expect(try RecordStore.find(Accident.schema, key: [.text("A-9")], asOf: day, in: db) == nil)
            #expect(try RecordStore.findStored(Accident.schema, key: [.text("A-4"), .null], in: db) == nil)
            #expect(try RecordStore.resolve(noun: "accident", text: "A-4", in: db) == .integer(found.id!))
            #expect(try RecordStore.resolve(noun: "region", text: "990001", in: db) == .text("990001"))
            #expect(try RecordStore.resolve(noun: "region", text: "区域990001", in: db) == .text("990001"))
            #expect(try RecordStore.resolve(noun: "region", text: "没有", in: db) == nil)
            #expect(try RecordStore.exists(noun: "office", value: .text("990001000"), in: db))
            #expect(try !RecordStore.exists(noun: "office", value: .text("1"), in: db))
        }
    }

    @Test func aNameThatTwoHaveIsNoName() throws {
        let box = try TemporaryStore()
        for code in ["990004", "990005"] {
            var row = SampleRow.region(code, "street", parent: "990000")
            row[Region.name] = "同名"
            try box.add(Region.schema, row)
        }
        #expect(try box.store.read { try RecordStore.resolve(noun: "region", text: "同名", in: $0) } == nil)
    }

    private func texts(_ sql: String, _ box: TemporaryStore) throws -> [[String]] {
        try box.store.read { try Row.fetchAll($0, sql: sql).map { Array($0.databaseValues).map(\.description) } }
    }

    private func accidents() throws -> TemporaryStore {
        let box = try TemporaryStore()
        for (number, place) in [nil, "桥", "abc", nil].enumerated() {
            var row = SampleRow.accident("A-\(number + 1)", on: "2024-03-0\(number + 1)")
            row[Accident.place] = place
            try box.add(Accident.schema, row)
        }
        let last = try #require(try box.store.read { try Int64.fetchOne($0, sql: "SELECT max(id) FROM accident") })
        try box.add(AccidentReport.schema, SampleRow.report(of: last, deaths: 1))
        return box
    }

    /// Two phones with the same mask, and somebody without.
    private func people() throws -> TemporaryStore {
        let box = try TemporaryStore()
        try box.add(Person.schema, SampleRow.person("1", phone: "13800001234"), revealed: ["phone": "13800001234"])
        var second = SampleRow.person("2", phone: "13899991234")
        second[Person.idNumber] = Sensitivity.idNumber.mask("500105199001010018")
        try box.add(Person.schema, second, revealed: ["phone": "13899991234", "id_number": "500105199001010018"])
        try box.add(Person.schema, SampleRow.person("3"))
        return box
    }
}
