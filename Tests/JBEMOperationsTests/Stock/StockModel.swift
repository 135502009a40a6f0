import JBEMCore

/// Goods as a test keeps them for itself: signed entries of each lot at each place, in the order in which they were made.
struct StockModel {
    struct Entry {
        let day: Int
        let order: Int
        let quantity: Int64
        let document: String
    }

    struct Line: Hashable {
        let lot: String
        let place: String
    }

    private(set) var lots: Set<String> = []
    private var lines: [Line: [Entry]] = [:]
    private var order = 0
    /// Days of making and expiry by lot; a lot without them is not there.
    var made: [String: Int] = [:]
    var expires: [String: Int] = [:]

    mutating func move(_ quantity: Int64, of lot: String, from giver: String, to taker: String, on day: Int, document: String) {
        order += 1
        lots.insert(lot)
        for (place, change) in [(giver, -quantity), (taker, quantity)] {
            lines[Line(lot: lot, place: place), default: []].append(
                Entry(day: day, order: order, quantity: change, document: document))
        }
    }

    private func entries(_ lot: String, _ place: String) -> [Entry] { lines[Line(lot: lot, place: place)] ?? [] }

    func held(_ lot: String, _ place: String, through day: Int) -> Int64 {
        entries(lot, place).filter { $0.day <= day }.map(\.quantity).reduce(0, +)
    }

    /// Whether a change on a day leaves every later balance of the lot at the place at zero or more.
    func canChange(_ quantity: Int64, of lot: String, at place: String, on day: Int) -> Bool {
        let line = entries(lot, place) + [Entry(day: day, order: .max, quantity: quantity, document: "")]
        var balance: Int64 = 0
        for entry in line.sorted(by: { ($0.day, $0.order) < ($1.day, $1.order) }) {
            balance += entry.quantity
            if balance < 0 { return false }
        }
        return true
    }

    /// What can be taken of a lot at a place on a day.
    func free(_ lot: String, _ place: String, on day: Int) -> Int64 {
        let days = Set(entries(lot, place).filter { $0.day > day }.map(\.day))
        return max(0, ([day] + days).map { held(lot, place, through: $0) }.min() ?? 0)
    }

    /// What a document and those that follow it left at an account, by lot.
    func rest(of documents: Set<String>, at place: String) -> [String: Int64] {
        lines.filter { $0.key.place == place }.reduce(into: [:]) { sums, line in
            let rest = line.value.filter { documents.contains($0.document) }.map(\.quantity).reduce(0, +)
            if rest > 0 { sums[line.key.lot] = rest }
        }
    }

    /// Balances that are not zero.
    func balances(of places: [String]) -> [Line: Int64] {
        lines.filter { places.contains($0.key.place) }.mapValues { $0.map(\.quantity).reduce(0, +) }.filter { $0.value != 0 }
    }
}
