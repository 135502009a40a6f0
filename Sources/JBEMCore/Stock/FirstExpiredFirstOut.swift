/// Takes goods from lots, those that expire first before the others (FEFO).
package enum FirstExpiredFirstOut {
    /// What is there of one lot.
    package struct Lot: Sendable, Equatable {
        package let id: Int64
        package let number: String
        /// `nil` for goods that do not expire; they are taken last.
        package let expiresOn: CalendarDate?
        /// Thousandths of the unit that can be taken, 0 or more.
        package let available: Int64

        package init(id: Int64, number: String, expiresOn: CalendarDate?, available: Int64) {
            (self.id, self.number, self.expiresOn, self.available) = (id, number, expiresOn, available)
        }
    }

    /// A lot with what is taken of it.
    package struct Share: Sendable, Equatable {
        package let lot: Lot
        package let quantity: Int64
    }

    /// The shares that make up a quantity, as far as the lots reach, and what is missing.
    ///
    /// - Parameters:
    ///   - wanted: thousandths of the unit.
    ///   - lots: what can be used, in any order.
    ///   - step: what moves at least: a multiple of it is taken from each lot.
    /// - Postcondition: the shares and what is missing add up to `wanted`; no share exceeds its lot.
    package static func take(_ wanted: Int64, from lots: [Lot], step: Int64 = 1) -> (shares: [Share], missing: Int64) {
        var (shares, rest) = ([Share](), wanted)
        for lot in lots.sorted(by: isBefore) where rest > 0 {
            let quantity = min(rest, lot.available) / step * step
            guard quantity > 0 else { continue }
            shares.append(Share(lot: lot, quantity: quantity))
            rest -= quantity
        }
        return (shares, rest)
    }

    private static func isBefore(_ left: Lot, _ right: Lot) -> Bool {
        switch (left.expiresOn, right.expiresOn) {
        case (let a?, let b?) where a != b: a < b
        case (_?, nil): true
        case (nil, _?): false
        default: (left.number, left.id) < (right.number, right.id)
        }
    }
}
