/// Assesses indicators against evidence: pure, no store, no clock.
///
/// Order of evaluation: no threshold → 0/0 → broken for every completion ⇒ missed → window over: complete and settled ⇒ met or missed,
/// complete only ⇒ pending, else no data → window open: denominator missing ⇒ no data; with a probability ≥ 0.8 on track, ≥ 0.5 at
/// risk, else off track; without one the pace rule (the bound holds so far and the allowance per remaining year covers the worst closed
/// year ⇒ on track; holds only ⇒ at risk; else off track).
package enum IndicatorAssessment {
    /// Assesses one reading of an indicator.
    package static func assess(
        _ indicator: Indicator, reading: Reading, in catalog: IndicatorCatalog, from book: EvidenceBook, at moment: AssessmentMoment
    ) -> Assessment {
        Assessor(indicator: indicator, reading: reading, catalog: catalog, book: book, moment: moment).run()
    }

    /// Assesses the chosen reading of `id`, through aliases; `nil` if there is no such indicator or it has no chosen reading.
    package static func assess(
        _ id: String, in catalog: IndicatorCatalog, from book: EvidenceBook, at moment: AssessmentMoment
    ) -> Assessment? {
        guard let indicator = catalog.resolved(id), let reading = indicator.chosen else { return nil }
        return assess(indicator, reading: reading, in: catalog, from: book, at: moment)
    }

    /// Assesses the readings that were not chosen, and tells which would change the verdict.
    ///
    /// - Parameters:
    ///   - indicator: with all its readings.
    ///   - catalog: the indicators that readings may refer to.
    ///   - book: the evidence.
    ///   - moment: the day that is asked for.
    ///   - verdict: that of the chosen reading.
    package static func alternatives(
        of indicator: Indicator, in catalog: IndicatorCatalog, from book: EvidenceBook, at moment: AssessmentMoment,
        verdict: AssessmentState
    ) -> [AlternativeReading] {
        guard let chosen = indicator.chosen else { return [] }
        return indicator.readings.filter { $0.id != chosen.id }.map { reading in
            let assessment = assess(indicator, reading: reading, in: catalog, from: book, at: moment)
            let isKnown = assessment.state != .noData && verdict != .noData
            return AlternativeReading(
                reading: reading, assessment: assessment, changesVerdict: isKnown ? assessment.state != verdict : nil)
        }
    }
}

/// A reading that was not chosen, and what it would say.
package struct AlternativeReading: Sendable, Hashable {
    package let reading: Reading
    package let assessment: Assessment
    /// Whether its state differs from that of the chosen reading; `nil` where one of the two lacks data, so that nobody can tell.
    package let changesVerdict: Bool?
}
