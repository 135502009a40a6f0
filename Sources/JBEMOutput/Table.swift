/// One column of a table: what machines and people call it and how it stands.
package struct Column: Sendable, Equatable {
    /// Says where the cells of a column stand.
    package enum Placement: Sendable, Hashable {
        case leading
        case trailing
        /// At the right if every filled cell is a number, else at the left.
        case auto
    }

    /// Gives the JSON key: snake_case English, never translated.
    package let key: String
    /// Gives the header for people.
    package let title: String
    /// Gives the header of CSV and TSV where it is not the key.
    package let machineTitle: String?
    /// Says where the cells stand.
    package let alignment: Placement
    /// Tells whether its texts may be cut where a terminal is too narrow.
    package let isFlexible: Bool
    /// Tells whether a narrow pane, which can be scrolled, may leave it out.
    package let isDispensable: Bool

    /// Makes a column.
    package init(
        key: String, title: String, machineTitle: String? = nil, alignment: Placement = .auto, isFlexible: Bool = false,
        isDispensable: Bool = false
    ) {
        self.key = key
        self.title = title
        self.machineTitle = machineTitle
        self.alignment = alignment
        self.isFlexible = isFlexible
        self.isDispensable = isDispensable
    }
}

/// A whole table in memory, ready for any writer; many rows are better streamed through ``RowWriter``.
package struct Table: Sendable, Equatable {
    /// Gives what stands above the table.
    package var title: String?
    /// Lists the columns from left to right.
    package var columns: [Column]
    /// Lists the rows, each with a cell for every column.
    package var rows: [[Cell]]
    /// Lists remarks that belong below the table.
    package var notes: [String]

    /// Makes a table.
    package init(title: String? = nil, columns: [Column], rows: [[Cell]] = [], notes: [String] = []) {
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
    }

    /// Writes the table in `format`.
    ///
    /// - Throws: what `sink` throws.
    package func write(to sink: TextSink, as format: OutputFormat, _ options: OutputOptions = OutputOptions()) throws {
        var writer = format.writer(to: sink, options)
        try writer.begin(title: title, columns: columns)
        for row in rows {
            try writer.row(row)
        }
        try writer.end(notes: notes)
    }

    /// Returns the table as text in `format`.
    package func text(as format: OutputFormat, _ options: OutputOptions = OutputOptions()) -> String {
        let collector = TextCollector()
        // a collector never throws
        try? write(to: collector.sink, as: format, options)
        return collector.text
    }
}
