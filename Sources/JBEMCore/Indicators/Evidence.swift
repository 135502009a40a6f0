/// What is known of one measure in one period, and from where.
package struct Evidence: Sendable, Hashable {
    /// Where the value comes from, best first.
    package enum Kind: String, Sendable, CaseIterable {
        case finalFigure = "final_figure"
        case tiledFigures = "tiled_figures"
        case closedRecords = "closed_records"
        case preliminaryFigure = "preliminary_figure"
        /// Figures and closed records side by side, each for its own part.
        case combined
        case openRecords = "open_records"
        /// A rate or state worked out from records.
        case computed
        case missing

        package var label: Localized {
            switch self {
            case .finalFigure: Localized("最终数", "final figure")
            case .tiledFigures: Localized("分期数拼合", "figures of sub-periods")
            case .closedRecords: Localized("已关账台账", "closed records")
            case .preliminaryFigure: Localized("初步数", "preliminary figure")
            case .combined: Localized("公布数与已关账台账", "figures and closed records")
            case .openRecords: Localized("未关账台账", "open records")
            case .computed: Localized("台账算得", "computed from records")
            case .missing: Localized("缺", "missing")
            }
        }
    }

    package let measure: String
    package let period: DatePeriod
    package let kind: Kind
    /// The parts of the value, in time order, each from one source.
    package let pieces: [EvidencePiece]
    /// The parts of the period for which the value is exact, merged and in order.
    package let covered: [DatePeriod]
    package let unusedFigures: [UnusedFigure]
    package let findings: [EvidenceFinding]
    /// A preliminary figure takes part, or closed records may still change within the settling time.
    package let isProvisional: Bool
    /// The first day on which the records behind the value are settled, if records take part.
    package let settledOn: CalendarDate?
    /// The records say that nothing was due: 0 ÷ 0.
    package var isNotApplicable = false

    /// The total of all parts; `nil` if nothing is known.
    package var value: Rational? { pieces.isEmpty ? nil : pieces.map(\.value).total() }

    /// The total of the exact parts; `nil` if no part is exact.
    package var exactValue: Rational? { covered.isEmpty ? nil : pieces.filter(\.isExact).map(\.value).total() }

    /// The total of the parts that are only a lower bound.
    package var openValue: Rational { pieces.filter { !$0.isExact }.map(\.value).total() }

    /// The total that can no longer shrink: all but preliminary figures.
    package var provenValue: Rational { pieces.filter { $0.kind != .preliminaryFigure }.map(\.value).total() }

    /// Whether the whole period is covered exactly.
    package var isComplete: Bool { covered == [period] }

    /// Whether the true value may be higher.
    package var isLowerBound: Bool { !isComplete }

    /// Whether some exact part comes from a preliminary figure.
    package var isPreliminary: Bool { pieces.contains { $0.kind == .preliminaryFigure } }

    /// The days of the period that no exact part covers.
    package var gaps: [DatePeriod] { period.gaps(in: covered) }

    /// The calendar years that settled or closed evidence, not preliminary figures, covers wholly.
    package var closedYears: [Int] {
        let solid = pieces.filter { $0.isExact && $0.kind != .preliminaryFigure }.map(\.period)
        let merged = DatePeriod.merged(solid)
        return period.years.filter { year in merged.contains { $0.contains(.year(year)) } }
    }
}

/// One part of a value, from one source.
package struct EvidencePiece: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
        case finalFigure = "final_figure"
        case preliminaryFigure = "preliminary_figure"
        case closedRecords = "closed_records"
        case openRecords = "open_records"
        /// A rate or state worked out from records.
        case computed
        /// Events assumed by a what-if question.
        case assumption

        package var label: Localized {
            switch self {
            case .finalFigure: Localized("最终数", "final figure")
            case .preliminaryFigure: Localized("初步数", "preliminary figure")
            case .closedRecords: Localized("已关账台账", "closed records")
            case .openRecords: Localized("未关账台账（下限）", "open records (lower bound)")
            case .computed: Localized("台账算得", "computed from records")
            case .assumption: Localized("假设", "assumed")
            }
        }
    }

    package var period: DatePeriod
    package var value: Rational
    package var kind: Kind
    /// The first day on which the records behind it are settled.
    package var settledOn: CalendarDate?
    /// The figure behind it; of a wider class if its measure differs.
    package var figure: FigureFact?
    /// Ids of the rows behind it.
    package var rows: [String] = []
    /// The counts behind a computed rate.
    package var rate: ComputedRate?

    package init(
        period: DatePeriod, value: Rational, kind: Kind, settledOn: CalendarDate? = nil, figure: FigureFact? = nil, rows: [String] = []
    ) {
        self.period = period
        self.value = value
        self.kind = kind
        self.settledOn = settledOn
        self.figure = figure
        self.rows = rows
    }

    package var isExact: Bool { kind != .openRecords && kind != .assumption }
}

/// A figure that overlaps the period and still was not used, with the reason.
package struct UnusedFigure: Sendable, Hashable {
    package enum Reason: String, Sendable, CaseIterable {
        case superseded, outranked, untiled, severalYears = "several_years", reachesBeyond = "reaches_beyond"
        case otherDay = "other_day", widerNotZero = "wider_not_zero"

        package var label: Localized {
            switch self {
            case .superseded: Localized("已被更新或最终的数字取代", "superseded by a newer or final figure")
            case .outranked: Localized("该期已有更可靠的依据", "better evidence covers this part")
            case .untiled: Localized("与其他分期数拼不满整期", "does not tile the period with the others")
            case .severalYears: Localized("跨多年的数字只用于多年窗口", "a figure over several years serves spans only")
            case .reachesBeyond: Localized("超出所评期间", "reaches beyond the period")
            case .otherDay: Localized("不是该期期末的数字", "not the state at the end of the period")
            case .widerNotZero: Localized("更宽口径不为零，不能说明本项", "a wider class that is not zero proves nothing here")
            }
        }
    }

    package let figure: FigureFact
    package let reason: Reason
}

/// A figure and the records of the same days that do not agree.
package struct EvidenceFinding: Sendable, Hashable {
    package let figure: FigureFact
    package let period: DatePeriod
    package let recorded: Rational
    /// Whether the records are closed; open ones are reported only if they exceed the figure.
    package let isClosed: Bool

    package var text: Localized {
        let published = figure.value.shortest(maxPlaces: 6)
        let counted = recorded.shortest(maxPlaces: 6)
        return Localized(
            "\(period)：公布数 \(published)，台账 \(counted)，二者不符", "\(period): the figure says \(published), the records say \(counted)")
    }
}

extension DatePeriod {
    /// The common days of both periods.
    package func intersection(_ other: DatePeriod) -> DatePeriod? {
        overlaps(other) ? DatePeriod(max(first, other.first), min(last, other.last)) : nil
    }

    /// Joins periods that touch or overlap.
    static func merged(_ periods: [DatePeriod]) -> [DatePeriod] {
        var result: [DatePeriod] = []
        for period in periods.sorted(by: { $0.first < $1.first }) {
            if let previous = result.last, period.first <= previous.last.adding(days: 1) {
                result[result.count - 1] = DatePeriod(previous.first, max(previous.last, period.last))
            } else {
                result.append(period)
            }
        }
        return result
    }

    /// The days of the period outside `covered`, which is merged and in order.
    func gaps(in covered: [DatePeriod]) -> [DatePeriod] {
        var result: [DatePeriod] = []
        var next = first
        for part in covered {
            if part.first > next { result.append(DatePeriod(next, part.first.adding(days: -1))) }
            next = max(next, part.last.adding(days: 1))
        }
        if next <= last { result.append(DatePeriod(next, last)) }
        return result
    }

    /// The length in calendar years, exact: each day counts 1/365 or 1/366 of its own year.
    package var yearLength: Rational {
        years.map { year in
            let whole = DatePeriod.year(year)
            guard let part = intersection(whole) else { return Rational.zero }
            return Rational(part.days, over: whole.days)
        }.total()
    }
}
