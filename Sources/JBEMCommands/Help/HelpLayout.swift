internal import JBEMCore
internal import JBEMOutput

/// Lays pages of help out for a terminal: wrapped by cells, names and texts in two columns.
struct HelpLayout {
    let width: Int
    let language: Language
    private let cells = CellWidth()

    init(width: Int, language: Language) { (self.width, self.language) = (width, language) }

    func lines(_ page: HelpPage) -> [String] {
        let title = page.name + Localized(" —— ", " — ").text(language) + page.abstract.text(language)
        return cells.wrap(title, to: width) + [""] + usage(page) + lines(page.blocks)
    }

    func lines(_ blocks: [HelpBlock]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .heading(let text): [""] + cells.wrap(text.text(language), to: width)
            case .text(let text): cells.wrap(text.text(language), to: width)
            case .terms(let terms): columns(terms.map { ($0.term.text(language), $0.text.text(language)) })
            case .code(let lines): lines.flatMap { typed($0) }
            case .examples(let examples): examples.flatMap { typed("jbem \($0.line)") + indented($0.text.text(language), by: 6) }
            }
        }
    }

    private func usage(_ page: HelpPage) -> [String] {
        let head = Localized("用法：", "usage: ").text(language)
        let lines = cells.wrap(page.usage.text(language), to: width - cells.width(of: head))
        let indent = String(repeating: " ", count: cells.width(of: head))
        return lines.enumerated().map { ($0.offset == 0 ? head : indent) + $0.element }
    }

    private func indented(_ text: String, by count: Int) -> [String] {
        cells.wrap(text, to: width - count).map { String(repeating: " ", count: count) + $0 }
    }

    /// A command as it is typed; one that is too long goes on behind a backslash, so that it can be pasted.
    private func typed(_ command: String) -> [String] {
        guard cells.width(of: command) > width - 2 else { return ["  " + command] }
        var (lines, line) = ([String](), "")
        for word in ShellWords.words(command).map(\.typed) {
            if !line.isEmpty, cells.width(of: line) + cells.width(of: word) + 1 > width - 8 {
                lines.append(line + " \\")
                line = (cells.width(of: word) > width - 8 ? "" : "    ") + word
            } else {
                line += (line.isEmpty ? "" : " ") + word
            }
        }
        return (lines + [line]).map { "  " + $0 }
    }

    /// Two columns: names, and texts wrapped beside them; a name that is too long has a line of its own.
    private func columns(_ rows: [(name: String, text: String)]) -> [String] {
        let widest = min(rows.map { cells.width(of: $0.name) }.max() ?? 0, max(width / 3, 12))
        let room = max(width - widest - 4, 8)
        return rows.flatMap { row -> [String] in
            let wrapped = cells.wrap(row.text, to: room)
            let indent = String(repeating: " ", count: widest + 4)
            guard cells.width(of: row.name) <= widest else {
                return cells.wrap(row.name, to: width - 2).map { "  " + $0 } + wrapped.map { indent + $0 }
            }
            let first = "  " + cells.pad(row.name, to: widest, alignment: .leading) + "  " + (wrapped.first ?? "")
            return [CellWidth.withoutTrailingBlanks(first)] + wrapped.dropFirst().map { indent + $0 }
        }
    }
}
