/// A key that was pressed.
enum Key: Sendable, Hashable {
    case character(Character)
    case up, down, left, right, home, end, pageUp, pageDown
    case enter, escape, tab, backTab, backspace
    /// A key that means nothing here.
    case other

    /// What people call it.
    var name: String {
        switch self {
        case .character("\u{1A}"): "^Z"
        case .character("\u{3}"): "^C"
        case .character("\u{C}"): "^L"
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "S-Tab"
        case .backspace: "BS"
        case .other: ""
        }
    }
}
