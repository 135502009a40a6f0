internal import JBEMCore

/// What a key does.
enum KeyAction: Sendable, Hashable {
    case view(Int)
    case nextPane, previousPane
    case up, down, left, right, top, bottom, pageUp, pageDown
    case open, back
    case filter, sort, reverse, range, zoom, export, command
    case refresh, pause, help, quit, suspend, repaint
}

/// The keys of the dashboard: the one table that dispatch, footer, help and the man page are made of.
struct KeyBinding: Sendable {
    let keys: [Key]
    let action: KeyAction
    /// One or two words for the footer; `nil` for keys that are only in the help.
    let short: Localized?
    let help: Localized

    init(_ keys: [Key], _ action: KeyAction, _ help: Localized, short: Localized? = nil) {
        (self.keys, self.action, self.help, self.short) = (keys, action, help, short)
    }

    /// The keys as people read them.
    var names: String { keys.map(\.name).joined(separator: " ") }
}

/// The table.
enum KeyTable {
    static let all: [KeyBinding] = views + movement + questions + program

    /// The keys that the footer names, those without which nobody finds the others first.
    static let footer =
        all.filter { [.help, .quit].contains($0.action) } + all.filter { $0.short != nil && ![.help, .quit].contains($0.action) }

    /// What a key does; `nil` if nothing.
    static func action(_ key: Key) -> KeyAction? { actions[key] }

    private static let actions: [Key: KeyAction] = all.reduce(into: [:]) { map, binding in
        for key in binding.keys { map[key] = binding.action }
    }

    private static let views = DashboardView.all.map { view in
        KeyBinding(
            [.character(Character(String(view.number)))], .view(view.number),
            Localized("到视图：\(view.title.zh)", "go to the view: \(view.title.en)"))
    }

    private static let movement = [
        KeyBinding([.tab], .nextPane, Localized("下一个窗格", "next pane"), short: Localized("窗格", "pane")),
        KeyBinding([.backTab], .previousPane, Localized("上一个窗格", "previous pane")),
        KeyBinding([.up, .character("k")], .up, Localized("上一行", "one line up")),
        KeyBinding([.down, .character("j")], .down, Localized("下一行", "one line down")),
        KeyBinding([.left, .character("h")], .left, Localized("看左边的列", "columns to the left")),
        KeyBinding([.right, .character("l")], .right, Localized("看右边的列", "columns to the right")),
        KeyBinding([.home, .character("g")], .top, Localized("到头", "to the beginning")),
        KeyBinding([.end, .character("G")], .bottom, Localized("到尾", "to the end")),
        KeyBinding([.pageUp], .pageUp, Localized("上一页", "one page up")),
        KeyBinding([.pageDown, .character(" ")], .pageDown, Localized("下一页", "one page down")),
        KeyBinding([.enter], .open, Localized("往里看：记录、来历、条款", "look into it: record, derivation, clause"), short: Localized("打开", "open")),
        KeyBinding([.escape, .backspace], .back, Localized("返回", "back"), short: Localized("返回", "back")),
    ]

    private static let questions = [
        KeyBinding(
            [.character("/")], .filter, Localized("筛选：含有这些字的行", "filter: lines that hold this text"), short: Localized("筛选", "filter")),
        KeyBinding([.character("s")], .sort, Localized("按下一列排序", "sort by the next column"), short: Localized("排序", "sort")),
        KeyBinding([.character("S")], .reverse, Localized("倒序", "reverse the order")),
        KeyBinding([.character("t")], .range, Localized("换时间范围", "another time range"), short: Localized("时间", "time")),
        KeyBinding([.character("z")], .zoom, Localized("放大窗格", "zoom the pane"), short: Localized("放大", "zoom")),
        KeyBinding([.character("e")], .export, Localized("导出这张表（CSV）", "export this table (CSV)"), short: Localized("导出", "export")),
        KeyBinding([.character("y")], .command, Localized("显示等价的命令", "show the equivalent command"), short: Localized("命令", "command")),
    ]

    private static let program = [
        KeyBinding([.character("r")], .refresh, Localized("立即重读", "read again now")),
        KeyBinding([.character("p")], .pause, Localized("暂停与继续更新", "pause and go on updating")),
        KeyBinding([.character("?")], .help, Localized("帮助", "help"), short: Localized("帮助", "help")),
        KeyBinding([.character("q"), .character("\u{3}")], .quit, Localized("退出", "quit"), short: Localized("退出", "quit")),
        KeyBinding([.character("\u{C}")], .repaint, Localized("重画屏幕", "paint the screen anew")),
        KeyBinding([.character("\u{1A}")], .suspend, Localized("挂起，用 fg 回来", "suspend; fg brings it back")),
    ]
}
