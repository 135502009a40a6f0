/// One way to read an indicator's target: formula, window and bound made definite.
package struct Reading: Sendable, Hashable {
    package var id: String
    /// Whether the verdicts use this reading; its siblings are the alternatives.
    package var isChosen: Bool
    package var label: Localized
    package var formula: TargetFormula
    package var window: TargetWindow
    package var bound: Bound
    package var model: ProbabilityModel
    package var deadline: CalendarDate
    /// The deadline or the value is not in the text but read into it.
    package var isInferred: Bool
    package var author: String?
    package var note: Localized?

    package init(
        id: String, isChosen: Bool = true, label: Localized, formula: TargetFormula, window: TargetWindow, bound: Bound,
        model: ProbabilityModel, deadline: CalendarDate, isInferred: Bool = false, author: String? = nil, note: Localized? = nil
    ) {
        self.id = id
        self.isChosen = isChosen
        self.label = label
        self.formula = formula
        self.window = window
        self.bound = bound
        self.model = model
        self.deadline = deadline
        self.isInferred = isInferred
        self.author = author
        self.note = note
    }

    /// The period whose numerator a relative limit multiplies.
    package var baselinePeriod: DatePeriod? {
        if case .ofBaseline(_, let period) = bound.limit { period } else { nil }
    }
}

/// An indicator of a plan with its readings.
package struct Indicator: Sendable, Hashable {
    package enum Nature: String, Sendable, CaseIterable {
        case binding, expected, stated
    }

    package var id: String
    package var parent: String?
    /// The chapter and section of the plan, such as `三(二)`; empty if the plan's data do not say.
    package var chapter: String
    package var name: Localized
    package var nature: Nature
    package var unit: Localized
    package var clause: String
    package var responsible: String?
    package var aliasOf: String?
    package var readings: [Reading]
    package var note: Localized?

    package init(
        id: String, parent: String? = nil, chapter: String = "", name: Localized, nature: Nature, unit: Localized, clause: String,
        responsible: String? = nil, aliasOf: String? = nil, readings: [Reading], note: Localized? = nil
    ) {
        self.id = id
        self.parent = parent
        self.chapter = chapter
        self.name = name
        self.nature = nature
        self.unit = unit
        self.clause = clause
        self.responsible = responsible
        self.aliasOf = aliasOf
        self.readings = readings
        self.note = note
    }

    /// The reading that decides; `nil` for an alias.
    package var chosen: Reading? { readings.first(where: \.isChosen) }
}
