internal import JBEMCore

/// Collects the rejected rows of one noun as CSV, ready to be corrected and imported again: the columns of the inputs and a reason.
struct RejectsFile {
    /// The column that says what is wrong; an import does not read it.
    static let reasonColumn = "reject_reason"

    private var header: [String] = []
    private var rows: [(cells: [String: String], reason: String)] = []

    mutating func add(_ rejected: [(row: ImportSource.Row, reason: String)], source: ImportSource, columns: ColumnMap) {
        guard !rejected.isEmpty else { return }
        let names = source.header.filter { $0 != RejectsFile.reasonColumn }
        header += names.filter { !header.contains($0) }
        for (row, reason) in rejected {
            var cells: [String: String] = [:]
            for cell in row.cells where cell.column < source.header.count {
                cells[source.header[cell.column]] = RejectsFile.text(cell.value, columns.targets[cell.column])
            }
            rows.append((cells, reason))
        }
    }

    /// The file; `nil` without rows.
    var text: String? {
        guard !rows.isEmpty else { return nil }
        let lines = rows.map { row in header.map { row.cells[$0] ?? "" } + [row.reason] }
        return ([header + [RejectsFile.reasonColumn]] + lines).map(RejectsFile.line).joined()
    }

    private static func text(_ value: ImportSource.Raw, _ target: ColumnMap.Target) -> String {
        switch value {
        case .text(let text): return text
        case .json(let value):
            // JSON carries amounts in 分, CSV in the unit that the field is shown in.
            if case .field(let field, _) = target, case .money(let unit) = field.kind, let fen = value.number.flatMap({ Int64($0) }) {
                return FixedPoint.text(fen, scale: unit.places)
            }
            return value.string ?? value.number ?? value.bool.map { $0 ? "1" : "0" } ?? ""
        }
    }

    private static func line(_ cells: [String]) -> String {
        let fields = cells.map { cell in
            guard
                cell.utf8.contains(where: { ",\"\n\r".utf8.contains($0) }) || cell.first?.isWhitespace == true
                    || cell.last?.isWhitespace == true
            else { return cell }
            return "\"" + cell.replacing(scalar: "\"", with: "\"\"") + "\""
        }
        return fields.joined(separator: ",") + "\n"
    }
}
