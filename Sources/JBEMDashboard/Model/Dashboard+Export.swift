internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

/// What leaves the dashboard: the equivalent command, and the table that is seen.
extension Dashboard {
    /// The command that prints what the pane in focus shows.
    var command: String? {
        guard let words = pane.content?.command, !words.isEmpty else { return nil }
        return (program + words).map(ShellQuote.quoted).joined(separator: " ")
    }

    mutating func showCommand() {
        guard let command else {
            message = Localized("这里没有等价的命令", "there is no equivalent command here")
            return
        }
        let lines = options.cells.wrap(command, to: max(20, size.columns - 8))
        mode = .overlay(title: Localized("等价的命令", "equivalent command"), lines: lines, top: 0)
    }

    mutating func askForFile() {
        guard exportText != nil else {
            message = Localized("这里没有可导出的", "there is nothing to export here")
            return
        }
        mode = .export("jbem-\(pane.panel.key)-\(today).\(isTable ? "csv" : "txt")")
    }

    private var isTable: Bool { if case .table? = pane.content?.body { true } else { false } }

    /// The rows that are seen, in their order: as CSV with the values that programs get, or as text where there is no table.
    var exportText: String? {
        guard let content = pane.content else { return nil }
        switch content.body {
        case .table(let table, var machine, _):
            let order = RowOrder(table, machine).rows(filter: pane.filter, sort: pane.sort)
            machine.rows = order.filter { $0 < machine.rows.count }.map { machine.rows[$0] }
            machine.title = nil
            return machine.text(as: .csv)
        case .absent: return nil
        case .outline, .facts, .chart:
            let banner = heading?.isSample == true ? Dress.sampleBanner.text(language) + "\n" : ""
            return banner + pane.text.lines.map { $0.pieces.text() + "\n" }.joined()
        }
    }

    /// The help, made of the table of keys.
    var helpLines: [String] {
        let names = KeyTable.all.map { options.style.visible($0.names) }
        let column = (names.map { options.cells.width(of: $0) }.max() ?? 0) + 2
        return zip(KeyTable.all, names).map { binding, name in
            options.cells.pad(name, to: column) + options.style.visible(binding.help.text(language))
        }
    }
}

/// Words as a shell reads them back.
enum ShellQuote {
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./=:,+@%".unicodeScalars.contains(scalar)
            }
        return isPlain ? word : "'" + word.replacing(scalar: "'", with: "'\\''") + "'"
    }
}
