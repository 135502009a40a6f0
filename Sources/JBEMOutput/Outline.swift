/// Nested nodes of text drawn as a tree: how a number came about.
package struct Outline: Sendable, Equatable {
    /// One line of text of a node, wrapped where it is too long.
    package struct Line: Sendable, Equatable, ExpressibleByStringLiteral {
        /// Gives the text, which may hold line feeds.
        package let text: String
        /// Says how the text looks.
        package let role: Style.Role?
        /// Names what the text speaks of, for readers that can go there.
        package let links: [String]

        /// Makes a line.
        package init(_ text: String, role: Style.Role? = nil, links: [String] = []) {
            self.text = text
            self.role = role
            self.links = links
        }

        /// Makes a plain line.
        package init(stringLiteral value: String) {
            self.init(value)
        }
    }

    /// Lines of text with the nodes below them.
    package struct Node: Sendable, Equatable {
        /// Lists the lines; a node without any draws no branch of its own.
        package var lines: [Line]
        /// Lists the nodes below, in order.
        package var children: [Node]

        /// Makes a node of several lines.
        package init(_ lines: [Line], _ children: [Node] = []) {
            self.lines = lines
            self.children = children
        }

        /// Makes a node of one line.
        package init(_ text: String, role: Style.Role? = nil, _ children: [Node] = []) {
            self.init([Line(text, role: role)], children)
        }
    }

    /// Gives the cells that a text is given at least, however deep it stands.
    private static let narrowest = 12

    /// Lists the nodes that no branch leads to.
    package var roots: [Node]

    /// Makes an outline.
    package init(_ roots: [Node]) {
        self.roots = roots
    }

    /// A line as it is drawn.
    package struct Drawn: Sendable, Equatable {
        /// Gives the branches before the text.
        package let prefix: String
        /// Gives what the wrap left on this line.
        package let text: String
        /// Gives the line of the node that it belongs to.
        package let line: Line
    }

    /// Returns the lines, wrapped at the width of `options`.
    ///
    /// Further lines of a node stand two cells to the right of its first, and what a wrap carries over stands to the right of its
    /// line's beginning. Hidden characters are made visible; line feeds begin a new line.
    package func drawn(_ options: OutputOptions = OutputOptions()) -> [Drawn] {
        var lines: [Drawn] = []
        for root in roots {
            draw(root, first: "", rest: "", options, into: &lines)
        }
        return lines
    }

    /// Returns the drawn lines in the looks of `options`.
    package func lines(_ options: OutputOptions = OutputOptions()) -> [String] {
        drawn(options).map { CellWidth.withoutTrailingBlanks($0.prefix + options.style.apply($0.line.role, to: $0.text)) }
    }

    /// Returns the lines as one text, each ended by a line feed.
    package func text(_ options: OutputOptions = OutputOptions()) -> String {
        lines(options).reduce(into: "") { $0 += $1 + "\n" }
    }

    private func draw(_ node: Node, first: String, rest: String, _ options: OutputOptions, into lines: inout [Drawn]) {
        let branches = Branches(options)
        let below = rest + (node.children.isEmpty ? branches.blank : branches.trunk)
        var isFirst = true
        for line in node.lines {
            let text = options.style.visible(line.text, keepsNewlines: true)
            for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
                let carried = isFirst ? below : below + CellWidth.spaces(2)
                let parts = Self.wrapped(String(paragraph), after: isFirst ? first : below, carried, options)
                for (index, part) in parts.enumerated() {
                    let prefix = index > 0 ? carried : isFirst ? first : below
                    lines.append(Drawn(prefix: prefix, text: part, line: line))
                }
                isFirst = false
            }
        }
        for (index, child) in node.children.enumerated() {
            let isLast = index == node.children.count - 1
            draw(
                child, first: rest + (isLast ? branches.last : branches.fork), rest: rest + (isLast ? branches.blank : branches.trunk),
                options, into: &lines)
        }
    }

    /// Returns `text` as lines that fit behind the prefix `carried`, or as the single line that fits behind `first`.
    private static func wrapped(_ text: String, after first: String, _ carried: String, _ options: OutputOptions) -> [String] {
        let cells = options.cells
        guard let width = options.width, cells.width(of: text) > width - cells.width(of: first) else {
            return [text]
        }
        return cells.wrap(text, to: max(narrowest, width - cells.width(of: carried)))
    }
}

/// The pieces of which a tree is drawn, all equally wide.
private struct Branches {
    let fork: String
    let last: String
    let trunk: String
    let blank: String

    init(_ options: OutputOptions) {
        let isASCII = options.style.isASCII
        fork = isASCII ? "|- " : "├ "
        last = isASCII ? "`- " : "└ "
        trunk = isASCII ? "|  " : "│ "
        // the lines count as two cells on some terminals
        blank = CellWidth.spaces(options.cells.width(of: trunk))
    }
}
