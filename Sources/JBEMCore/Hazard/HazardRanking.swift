/// What to fix first: the weight of each open hazard, and how far a budget reaches.
///
/// The weight is a convention of this program, not of a standard: 10 for a major hazard, 1 for a general one, doubled when overdue, times the
/// score class of its risk point (red 4 … blue 1, none 1). The order is by weight per yuan; hazards without a cost come last, by weight.
package enum HazardRanking {
    package struct Item: Sendable, Equatable {
        package let id: Int64
        package let isMajor: Bool
        package let isOverdue: Bool
        /// 1…4, from the level of the risk point.
        package let riskClass: Int64
        /// 分; `nil` where nobody estimated it.
        package let cost: Int64?

        package init(id: Int64, isMajor: Bool, isOverdue: Bool, riskClass: Int64, cost: Int64?) {
            (self.id, self.isMajor, self.isOverdue, self.riskClass, self.cost) = (id, isMajor, isOverdue, riskClass, cost)
        }

        package var weight: Int64 { (isMajor ? 10 : 1) * (isOverdue ? 2 : 1) * riskClass }
    }

    package struct Place: Sendable, Equatable {
        package let item: Item
        /// 分 spent up to and with this one; `nil` if it is not bought.
        package let spent: Int64?
    }

    /// The items in their order; with a budget each is bought if it still fits.
    /// - Parameters:
    ///   - items: in any order.
    ///   - budget: 分; `nil` for no bound.
    package static func order(_ items: [Item], budget: Int64?) -> [Place] {
        var spent: Int64 = 0
        return items.sorted(by: isBefore).map { item in
            guard let cost = item.cost else { return Place(item: item, spent: nil) }
            let (sum, overflow) = spent.addingReportingOverflow(cost)
            if let budget, overflow || sum > budget { return Place(item: item, spent: nil) }
            spent = sum
            return Place(item: item, spent: spent)
        }
    }

    /// Weight per yuan, compared without division; what costs nothing comes first.
    private static func isBefore(_ a: Item, _ b: Item) -> Bool {
        switch (a.cost, b.cost) {
        case (let x?, let y?):
            let (left, right) = (a.weight.multipliedFullWidth(by: y), b.weight.multipliedFullWidth(by: x))
            if left.high != right.high || left.low != right.low {
                return left.high != right.high ? left.high > right.high : left.low > right.low
            }
            return a.weight != b.weight ? a.weight > b.weight : a.id < b.id
        case (_?, nil): return true
        case (nil, _?): return false
        case (nil, nil): return a.weight != b.weight ? a.weight > b.weight : a.id < b.id
        }
    }
}
