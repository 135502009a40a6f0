internal import GRDB
package import JBEMCore
package import JBEMStore

/// Compares the clauses of a plan with the plan's text: found again by content hash, else by their opening.
package struct CheckPlanText {
    package enum State: String, Sendable {
        /// Same words on the same line.
        case same
        /// Same words on another line.
        case moved
        /// The paragraph with this opening reads differently now.
        case changed
        case missing

        package var label: Localized {
            switch self {
            case .same: Localized("相同", "same")
            case .moved: Localized("换行位", "moved")
            case .changed: Localized("文字已变", "changed")
            case .missing: Localized("找不到", "missing")
            }
        }
    }

    package struct Row: Sendable {
        package let clause: PlanClause
        package let state: State
        package let line: Int?
        /// Indicators that stand on the clause.
        package let indicators: [String]
    }

    let key: String?
    let file: String

    package init(_ key: String?, file: String) {
        self.key = key
        self.file = file
    }

    package func run(_ session: Session) throws -> [Row] {
        let bytes = try session.readFile(file)
        let text: String
        do {
            text = try TextDecoding.decode(bytes).text
        } catch {
            throw Failure(.data, error.reason, at: .init(file: file, line: error.location.line))
        }
        // CRLF is one character to Swift, and form feeds or U+2028 do not end a line here.
        let paragraphs = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }.enumerated().map {
            index, line in
            (line: index + 1, text: String(line.filter { !$0.isWhitespace }))
        }
        let byHash = Dictionary(
            paragraphs.filter { !$0.text.isEmpty }.map { (ChangeChain.digest($0.text), $0.line) }, uniquingKeysWith: min)
        let plan = try session.open(.read).read { db in try PlanStore.read(key, in: db) }
        return plan.clauses.map { clause in
            let indicators = plan.catalog.indicators.filter { $0.clause == clause.id }.map(\.id)
            if let line = byHash[clause.contentHash] {
                // A repeated paragraph has one hash; its own line decides first.
                let isSame =
                    line == clause.line
                    || paragraphs.contains { $0.line == clause.line && ChangeChain.digest($0.text) == clause.contentHash }
                return Row(clause: clause, state: isSame ? .same : .moved, line: isSame ? clause.line : line, indicators: indicators)
            }
            let candidate = paragraphs.filter { $0.text.hasPrefix(clause.opening) }.min {
                abs($0.line - clause.line) < abs($1.line - clause.line)
            }
            return Row(clause: clause, state: candidate == nil ? .missing : .changed, line: candidate?.line, indicators: indicators)
        }
    }
}
