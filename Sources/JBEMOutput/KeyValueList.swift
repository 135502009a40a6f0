/// Labels with their values below each other: the view of one record.
package struct KeyValueList: Sendable, Equatable {
    /// One label and its value.
    package struct Item: Sendable, Equatable {
        /// Names the value.
        package let label: String
        /// Gives the text; empty for no value.
        package let value: String
        /// Says how the value looks.
        package let role: Style.Role?

        /// Makes an item from texts.
        package init(_ label: String, _ value: String, role: Style.Role? = nil) {
            self.label = label
            self.value = value
            self.role = role
        }

        /// Makes an item from a cell's text for people.
        package init(_ label: String, _ cell: Cell) {
            self.init(label, cell.display, role: cell.role)
        }
    }

    /// Items under a common heading.
    package struct Section: Sendable, Equatable {
        /// Gives the heading.
        package var title: String?
        /// Lists the items in order.
        package var items: [Item]

        /// Makes a section.
        package init(title: String? = nil, items: [Item]) {
            self.title = title
            self.items = items
        }
    }

    /// Gives the cells that a value is given at least beside its label; with fewer, values stand below their labels.
    private static let narrowest = 16
    private static let indentation = 4

    /// Lists the sections in order.
    package var sections: [Section]

    /// Makes a list without headings.
    package init(_ items: [Item]) {
        self.init(sections: [Section(items: items)])
    }

    /// Makes a list of sections.
    package init(sections: [Section]) {
        self.sections = sections
    }

    /// Returns the lines, all values beginning in the same cell, wrapped at the width of `options`.
    ///
    /// Line feeds in a value begin a new line under it, with or without a width; other hidden characters are made visible. Sections are
    /// set apart by an empty line. No line ends with spaces.
    package func lines(_ options: OutputOptions = OutputOptions()) -> [String] {
        let widths = sections.flatMap(\.items).map { options.cells.width(of: options.style.visible($0.label)) }
        let column = (widths.max() ?? 0) + 2
        var lines: [String] = []
        for (index, section) in sections.enumerated() {
            if index > 0 {
                lines.append("")
            }
            if let title = section.title {
                lines.append(options.style.apply(.heading, to: options.style.visible(title)))
            }
            lines += section.items.flatMap { Self.lines(of: $0, column, options) }
        }
        return lines
    }

    /// Returns the lines as one text, each ended by a line feed.
    package func text(_ options: OutputOptions = OutputOptions()) -> String {
        lines(options).reduce(into: "") { $0 += $1 + "\n" }
    }

    private static func lines(of item: Item, _ column: Int, _ options: OutputOptions) -> [String] {
        let label = options.style.visible(item.label)
        let value = options.style.visible(item.value, keepsNewlines: true)
        let isBelow = options.width.map { $0 - column < narrowest } ?? false
        let start = isBelow ? indentation : column
        let limit = options.width.map { max($0 - start, 2) }
        let wrapped = options.cells.wrap(value, to: limit ?? Int.max)
        var lines = wrapped.map { $0.isEmpty ? "" : CellWidth.spaces(start) + options.style.apply(item.role, to: $0) }
        let shown = options.style.apply(.key, to: label)
        if isBelow {
            return [shown] + (value.isEmpty ? [] : lines)
        }
        let gap = wrapped[0].isEmpty ? "" : CellWidth.spaces(column - options.cells.width(of: label))
        lines[0] = shown + gap + options.style.apply(item.role, to: wrapped[0])
        return lines
    }
}
