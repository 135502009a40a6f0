/// Writes rows of cells in one format: `begin`, then any number of rows, then `end`.
///
/// CSV, TSV, plain, JSON, JSON Lines and HTML write each row as it comes and keep none; table and Markdown must see all rows to know
/// their columns and write at the end.
package protocol RowWriter {
    /// Begins the output with what stands above the rows.
    ///
    /// - Throws: what the sink throws, as all functions here.
    mutating func begin(title: String?, columns: [Column]) throws

    /// Writes one row; cells that the row lacks count as empty, those beyond the columns are not written.
    mutating func row(_ cells: [Cell]) throws

    /// Ends the output; machine formats leave the notes out.
    mutating func end(notes: [String]) throws
}

extension RowWriter {
    /// Begins the output without a title.
    package mutating func begin(_ columns: [Column]) throws {
        try begin(title: nil, columns: columns)
    }

    /// Ends the output without notes.
    package mutating func end() throws {
        try end(notes: [])
    }
}

extension [Cell] {
    /// Returns exactly `count` cells.
    func fitted(to count: Int) -> [Cell] {
        if self.count == count {
            return self
        }
        return prefix(count) + [Cell](repeating: .empty, count: Swift.max(0, count - self.count))
    }
}

extension Column {
    /// Returns where the cells stand, given whether any cell holds a number and whether any holds something else.
    func alignment(hasNumbers: Bool, hasOthers: Bool) -> Alignment {
        switch alignment {
        case .leading: .leading
        case .trailing: .trailing
        case .auto: hasNumbers && !hasOthers ? .trailing : .leading
        }
    }

    /// Returns where the cells stand when column `index` of `rows` is theirs.
    func alignment(of index: Int, in rows: [[Cell]]) -> Alignment {
        var hasNumbers = false
        var hasOthers = false
        for row in rows {
            switch row[index].kind {
            case .number: hasNumbers = true
            case .empty: break
            default: hasOthers = true
            }
        }
        return alignment(hasNumbers: hasNumbers, hasOthers: hasOthers)
    }
}
