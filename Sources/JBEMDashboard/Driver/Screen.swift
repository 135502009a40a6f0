internal import CNCurses
internal import Glibc
internal import JBEMCore
internal import JBEMOutput

/// The terminal, taken over by ncurses: draws frames and reads keys.
struct Screen {
    private let style: Style
    private var drawn: Frame?

    /// - Parameter wake: the writing end of a pipe on which signals are said.
    /// - Throws: `.unavailable` where no full screen can be had.
    init(wake: Int32, style wanted: (_ colors: Int) -> Style) throws {
        guard jbem_screen_open(wake) == 0 else {
            throw Failure(
                .unavailable, Localized("这个终端不能全屏显示", "this terminal cannot show a full screen"),
                hints: [Screen.onceHint, Localized("或设 TERM=xterm-256color", "or set TERM=xterm-256color")])
        }
        style = wanted(Int(jbem_screen_colors()))
    }

    static let onceHint = Localized("用 jbem dashboard --once 打印一次", "print it once with jbem dashboard --once")

    /// Gives the terminal back as it was found.
    static func close() { jbem_screen_close() }

    var size: ScreenSize {
        var (rows, columns): (Int32, Int32) = (0, 0)
        jbem_screen_size(&rows, &columns)
        return ScreenSize(rows: Int(rows), columns: Int(columns))
    }

    /// Brings the rows that changed to the terminal; `whole` paints every cell.
    mutating func draw(_ frame: Frame, whole: Bool = false) {
        let old = whole || drawn?.size != frame.size ? nil : drawn
        drawn = frame
        var hasChanges = old == nil
        for (index, pieces) in frame.rows.enumerated() where old?.rows[index] != pieces {
            hasChanges = true
            jbem_screen_clear_row(Int32(index))
            for piece in pieces {
                let look = style.look(of: piece.role)
                jbem_screen_put(
                    Int32(index), Int32(piece.column), piece.text, Int32(piece.width), Int32(look?.color ?? -1),
                    Int32(look?.attributes.rawValue ?? 0))
            }
        }
        if hasChanges { jbem_screen_flush(whole) }
    }

    /// The next key, without waiting.
    enum Input {
        case none, resize, hangUp
        case key(Key)
    }

    func read() -> Input {
        let code = jbem_screen_read()
        switch code {
        case Int32(JBEM_KEY_NONE): return .none
        default: return code >= 0 ? .key(Screen.key(UInt32(code))) : Screen.named[code] ?? .key(.other)
        }
    }

    private static func key(_ code: UInt32) -> Key {
        switch code {
        case 9: .tab
        case 27: .escape
        default: Unicode.Scalar(code).map { .character(Character($0)) } ?? .other
        }
    }

    private static let named: [Int32: Input] = {
        let keys: [(Int, Key)] = [
            (JBEM_KEY_UP, .up), (JBEM_KEY_DOWN, .down), (JBEM_KEY_LEFT, .left), (JBEM_KEY_RIGHT, .right), (JBEM_KEY_HOME, .home),
            (JBEM_KEY_END, .end), (JBEM_KEY_PAGE_UP, .pageUp), (JBEM_KEY_PAGE_DOWN, .pageDown), (JBEM_KEY_BACKSPACE, .backspace),
            (JBEM_KEY_BACK_TAB, .backTab), (JBEM_KEY_ENTER, .enter),
        ]
        var map: [Int32: Input] = [Int32(JBEM_KEY_RESIZE): .resize, Int32(JBEM_KEY_HANG_UP): .hangUp]
        for (code, key) in keys { map[Int32(code)] = .key(key) }
        return map
    }()
}
