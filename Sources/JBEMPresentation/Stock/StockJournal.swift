internal import JBEMCore
internal import JBEMOutput
package import JBEMStore

/// The journal that ledger and hledger read: a transaction for each movement, an account for each place and lot, a commodity for each item.
///
/// ## Source
/// The journal formats of ledger 3 and hledger 1: date and description, then indented accounts, two blanks, amount and quoted commodity.
package struct StockJournal {
    private var movement: Int64?

    package init() {}

    /// What stands above the journal of a store with synthetic data: a comment in both languages, for a file goes anywhere.
    package static let sampleHead = "; \(Dress.sampleBanner.zh)\n; \(Dress.sampleBanner.en)\n\n"

    /// The text of a posting, with the head of its movement if that begins with it.
    package mutating func text(_ line: StockJournalLine) -> String {
        var text = ""
        if movement != line.movement {
            text = (movement == nil ? "" : "\n") + "\(line.movedOn) \(plain(line.number)) \(line.kind)\n"
            movement = line.movement
        }
        let place =
            line.warehouse.hasPrefix("@") ? "outside:\(plain(String(line.warehouse.dropFirst())))" : "place:\(plain(line.warehouse))"
        return text + "    \(place):\(plain(line.lot))  \(StockTable.text(line.quantity)) \"\(plain(line.item))\"\n"
    }

    /// Signs that mean something in a journal, and blanks that come in pairs, are written as underscores.
    private func plain(_ text: String) -> String {
        let text = OutputGate.visible(text)
        // Most names have none, and bytes are quickly looked through.
        guard text.utf8.contains(where: StockJournal.signs.utf8.contains) else { return text }
        return String(text.map { StockJournal.signs.contains($0) ? "_" : $0 })
    }

    private static let signs = ";:\"@=()[]{}|*! "
}
