/// Writes an array of objects, one a line, as the rows come; pretty spreads each object over several lines.
package struct JSONWriter: RowWriter {
    private let sink: TextSink
    private let isPretty: Bool
    private var columns: [Column] = []
    private var hasRows = false

    /// Makes a writer.
    package init(to sink: TextSink, isPretty: Bool = false) {
        self.sink = sink
        self.isPretty = isPretty
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        self.columns = columns
        try sink.write("[")
    }

    package mutating func row(_ cells: [Cell]) throws {
        var text = hasRows ? ",\n" : "\n"
        hasRows = true
        text += isPretty ? "  " : ""
        JSONValue.record(columns, cells).write(to: &text, indentation: isPretty ? 2 : nil)
        try sink.write(text)
    }

    package mutating func end(notes: [String]) throws {
        try sink.write(hasRows ? "\n]\n" : "]\n")
    }
}

/// Writes one object a line, in constant memory.
package struct JSONLinesWriter: RowWriter {
    private let sink: TextSink
    private var columns: [Column] = []

    /// Makes a writer.
    package init(to sink: TextSink) {
        self.sink = sink
    }

    package mutating func begin(title: String?, columns: [Column]) throws {
        self.columns = columns
    }

    package mutating func row(_ cells: [Cell]) throws {
        try sink.write(JSONValue.record(columns, cells).text() + "\n")
    }

    package mutating func end(notes: [String]) throws {}
}

extension JSONValue {
    /// Makes the object of one row: a member for each column, followed by the companions of its cell.
    package static func record(_ columns: [Column], _ cells: [Cell]) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        members.reserveCapacity(columns.count)
        for (column, cell) in zip(columns, cells.fitted(to: columns.count)) {
            members.append((key: column.key, value: cell.json))
            for companion in cell.companions {
                members.append((key: column.key + companion.suffix, value: companion.value))
            }
        }
        return .object(members)
    }
}
