/// How many hazards of a group were found, closed or reopened in a month.
package struct HazardFlow: Sendable, Equatable {
    package let key: String
    /// `2024-03`; empty for all time before the period.
    package let month: String
    /// `found`, `close` or `reopen`.
    package let what: String
    package let count: Int64

    package init(key: String, month: String, what: String, count: Int64) {
        (self.key, self.month, self.what, self.count) = (key, month, what, count)
    }
}

/// One line of the ledger: opening + found + reopened − closed = remaining.
package struct HazardLedgerLine: Sendable, Equatable {
    package let key: String
    /// The month of the line; `nil` for the whole period.
    package let month: String?
    package var opening: Int64
    package var found: Int64 = 0
    package var reopened: Int64 = 0
    package var closed: Int64 = 0

    package var remaining: Int64 { opening + found + reopened - closed }

    package init(key: String, month: String?, opening: Int64) {
        (self.key, self.month, self.opening) = (key, month, opening)
    }

    mutating func add(_ flow: HazardFlow) {
        switch flow.what {
        case "found": found += flow.count
        case "reopen": reopened += flow.count
        case "close": closed += flow.count
        default: break
        }
    }
}

/// The ledger of a period by group, a line for the whole or one a month; what remains of a month opens the next.
package enum HazardLedger {
    /// - Parameters:
    ///   - flows: what came and went by group; those without a month lie before the period.
    ///   - months: the months in order; `nil` for one line a group.
    package static func lines(_ flows: [HazardFlow], months: [String]?) -> [HazardLedgerLine] {
        Dictionary(grouping: flows, by: \.key).sorted { $0.key < $1.key }.flatMap { key, own -> [HazardLedgerLine] in
            var before = HazardLedgerLine(key: key, month: nil, opening: 0)
            for flow in own where flow.month.isEmpty { before.add(flow) }
            var opening = before.remaining
            guard let months else {
                var line = HazardLedgerLine(key: key, month: nil, opening: opening)
                for flow in own where !flow.month.isEmpty { line.add(flow) }
                return [line]
            }
            let byMonth = Dictionary(grouping: own, by: \.month)
            return months.map { month in
                var line = HazardLedgerLine(key: key, month: month, opening: opening)
                for flow in byMonth[month] ?? [] { line.add(flow) }
                opening = line.remaining
                return line
            }
        }
    }

    /// The sum of lines of one month or of the whole.
    package static func total(_ lines: [HazardLedgerLine], month: String?) -> HazardLedgerLine {
        var sum = HazardLedgerLine(key: "", month: month, opening: 0)
        for line in lines where line.month == month {
            sum.opening += line.opening
            sum.found += line.found
            sum.reopened += line.reopened
            sum.closed += line.closed
        }
        return sum
    }
}

/// The counts behind the rates of a period: with nothing due there is no rate.
///
/// ## Source
/// 整改率 = closed ÷ what should be closed (due in the period, and what was done besides); 按期整改率 = closed in time ÷ due.
package struct HazardRates: Sendable, Equatable {
    package let key: String
    /// Deadlines in the period, up to the day of the question.
    package var due: Int64
    package var dueClosed: Int64
    package var onTime: Int64
    /// Closed in the period though due at another time.
    package var otherClosed: Int64

    package init(key: String, due: Int64, dueClosed: Int64, onTime: Int64, otherClosed: Int64) {
        (self.key, self.due, self.dueClosed, self.onTime, self.otherClosed) = (key, due, dueClosed, onTime, otherClosed)
    }

    package init(sumOf lines: [HazardRates]) {
        self.init(key: "", due: 0, dueClosed: 0, onTime: 0, otherClosed: 0)
        for line in lines {
            due += line.due
            dueClosed += line.dueClosed
            onTime += line.onTime
            otherClosed += line.otherClosed
        }
    }

    package var shouldBeClosed: Int64 { due + otherClosed }
    package var closed: Int64 { dueClosed + otherClosed }
    /// `nil` where nothing should have been closed.
    package var rectification: Rational? { shouldBeClosed == 0 ? nil : Rational(Int(closed), over: Int(shouldBeClosed)) }
    /// `nil` where nothing was due.
    package var punctuality: Rational? { due == 0 ? nil : Rational(Int(onTime), over: Int(due)) }
}

/// How often hazards of a unit came back.
package struct HazardRecurrence: Sendable, Equatable {
    package let unit: String
    package let hazards: Int64
    /// Found again after they were closed.
    package let recurrences: Int64
    package let reopened: Int64

    package init(unit: String, hazards: Int64, recurrences: Int64, reopened: Int64) {
        (self.unit, self.hazards, self.recurrences, self.reopened) = (unit, hazards, recurrences, reopened)
    }
}
