extension Style {
    /// How a role looks with one palette: what a terminal is told, whether by escape sequences or by ncurses.
    package struct Look: Sendable, Hashable {
        /// Bold, dim, underlined, reverse.
        package struct Attributes: OptionSet, Sendable, Hashable {
            package let rawValue: Int

            package init(rawValue: Int) { self.rawValue = rawValue }

            package static let bold = Attributes(rawValue: 1)
            package static let dim = Attributes(rawValue: 2)
            package static let underlined = Attributes(rawValue: 4)
            package static let reverse = Attributes(rawValue: 8)
        }

        /// Numbers the colour: 0…15 of the sixteen, 16…255 of xterm's; nil for the terminal's own.
        package let color: Int?
        package let attributes: Attributes

        init(_ attributes: Attributes = [], color: Int? = nil) { (self.attributes, self.color) = (attributes, color) }

        /// Gives the SGR parameters (ECMA-48 §8.3.117, aixterm's 90…97, xterm's 38;5).
        var parameters: String {
            let signs: [(Attributes, String)] = [(.bold, "1"), (.dim, "2"), (.underlined, "4"), (.reverse, "7")]
            let tint =
                switch color {
                case nil: ""
                case let color? where color < 8: String(30 + color)
                case let color? where color < 16: String(82 + color)
                case let color?: "38;5;\(color)"
                }
            return (signs.filter { attributes.contains($0.0) }.map(\.1) + [tint]).filter { !$0.isEmpty }.joined(separator: ";")
        }
    }

    /// Returns how `role` looks; nil where the palette shows it as plain text.
    package func look(of role: Role?) -> Look? {
        guard let role else { return nil }
        return switch palette {
        case .none: nil
        case .mono: Self.mono[role]
        case .ansi16: Self.ansi16[role]
        case .xterm256: Self.xterm256[role]
        }
    }

    private static let mono: [Role: Look] = [
        .heading: Look(.bold), .warning: Look(.underlined), .bad: Look([.bold, .reverse]), .muted: Look(.dim), .emphasis: Look(.bold),
        .selected: Look(.reverse), .red: Look([.bold, .reverse]), .orange: Look([.bold, .underlined]), .yellow: Look(.bold),
        .blue: Look(.underlined),
    ]

    private static let ansi16: [Role: Look] = [
        .heading: Look(.bold), .key: Look(color: 6), .good: Look(color: 2), .warning: Look(color: 3), .bad: Look(.bold, color: 1),
        .muted: Look(.dim), .emphasis: Look(.bold), .selected: Look(.reverse), .red: Look(.bold, color: 1), .orange: Look(color: 3),
        .yellow: Look(color: 11), .blue: Look(color: 12),
    ]

    private static let xterm256: [Role: Look] = [
        .heading: Look(.bold), .key: Look(color: 37), .good: Look(color: 34), .warning: Look(color: 172), .bad: Look(.bold, color: 160),
        .muted: Look(color: 244), .emphasis: Look(.bold), .selected: Look(.reverse), .red: Look(.bold, color: 196),
        .orange: Look(.bold, color: 208), .yellow: Look(.bold, color: 220), .blue: Look(.bold, color: 39),
    ]
}
