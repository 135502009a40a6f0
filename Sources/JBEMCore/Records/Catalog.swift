/// Every record type of the program, in the order in which a folder of files is imported.
package enum Catalog {
    package static let nouns: [any Noun.Type] = [
        Code.self, Region.self, Office.self, AccidentRule.self, ClockRule.self, Holiday.self, Plan.self, Clause.self, IndicatorRecord.self,
        TargetRecord.self, Milestone.self, Figure.self, Person.self, Accident.self, AccidentReport.self, Disaster.self,
        Victim.self, DisasterReport.self, Closing.self,
        RiskFactor.self, RiskBand.self, HazmatClass.self, HazmatSubstance.self, Risk.self, RiskSubstance.self,
        Hazard.self, HazardStep.self, Duty.self, PhoneCheck.self, PublishedNotice.self,
        Equipment.self, Campaign.self, InspectionForm.self, InspectionItem.self, InspectionRule.self,
        Draw.self, DrawCandidate.self, DrawResult.self, Inspection.self, InspectionAnswer.self,
        Scenario.self, StockItem.self, Warehouse.self, StockLot.self, StockMovement.self, StockPosting.self, StockNorm.self,
        ScenarioNeed.self, Leg.self, CapacityContract.self,
    ]

    package static let schemas: [RecordSchema] = nouns.map { $0.schema }

    /// The schema of a noun by its name, or `nil`.
    package static func schema(_ noun: String) -> RecordSchema? { byNoun[noun] }

    private static let byNoun = Dictionary(uniqueKeysWithValues: schemas.map { ($0.noun, $0) })
}
