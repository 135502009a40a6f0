extension Style {
    /// Says whether the user wants colour.
    package enum Choice: String, Sendable, Hashable, CaseIterable {
        case auto, always, never
    }
}

extension Style.Palette {
    /// Makes the palette for a stream from the user's choice and the environment.
    ///
    /// An explicit choice wins; then `NO_COLOR`, then `CLICOLOR_FORCE`, then whether the stream is a terminal; `TERM=dumb` and no `TERM`
    /// mean none. `COLORTERM` or a `TERM` with `256color` give 256 colours, a `TERM` with `mono` or `vt` none of them.
    ///
    /// ## Source
    /// no-color.org: any value but the empty one; bixense.com/clicolors for `CLICOLOR_FORCE`.
    package init(choice: Style.Choice, isTerminal: Bool, environment: [String: String]) {
        let term = environment["TERM"] ?? ""
        let isForced = !(environment["CLICOLOR_FORCE"] ?? "").isEmpty && environment["CLICOLOR_FORCE"] != "0"
        let isWanted =
            switch choice {
            case .always: true
            case .never: false
            case .auto where !(environment["NO_COLOR"] ?? "").isEmpty: false
            case .auto where isForced: true
            case .auto: isTerminal && !term.isEmpty && term != "dumb"
            }
        if !isWanted {
            self = .none
        } else if term.contains("mono") || term.hasPrefix("vt") {
            self = .mono
        } else if term.contains("256color") || !(environment["COLORTERM"] ?? "").isEmpty {
            self = .xterm256
        } else {
            self = .ansi16
        }
    }
}
