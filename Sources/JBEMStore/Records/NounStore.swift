internal import GRDB
internal import JBEMCore

/// What the store does for a noun beyond its schema: a new noun with derived fields or relations to keep is one line in ``all``.
struct NounStore: Sendable {
    let noun: String
    /// Where its records are read from, if it has derived fields.
    let relation: Relation?
    /// Fills in what only the store knows of a new record.
    let complete: (@Sendable (inout RecordRow, Database) throws -> Void)?
    let invariants: [Invariant]

    init(
        _ noun: any Noun.Type, relation: Relation? = nil, invariants: [Invariant] = [],
        complete: (@Sendable (inout RecordRow, Database) throws -> Void)? = nil
    ) {
        (self.noun, self.relation, self.complete, self.invariants) = (noun.schema.noun, relation, complete, invariants)
    }

    static let all: [NounStore] = [
        NounStore(Accident.self, relation: AccidentRelation.current, invariants: AccidentInvariants.all),
        NounStore(Disaster.self, relation: DisasterRelation.current, invariants: DisasterInvariants.all),
        NounStore(Closing.self, relation: ClosingRelation.current, complete: ClosingRelation.complete),
        NounStore(Hazard.self, relation: HazardRelation.current, invariants: HazardInvariants.all),
        NounStore(HazardStep.self, complete: HazardRelation.take),
        NounStore(Draw.self, invariants: DrawInvariants.all),
        NounStore(Inspection.self, relation: InspectionRelation.current, invariants: InspectionInvariants.all),
        NounStore(Plan.self, invariants: PlanInvariants.all),
        NounStore(Risk.self, relation: RiskRelation.current, invariants: RiskInvariants.all),
    ]

    static func of(_ schema: RecordSchema) -> NounStore? { byNoun[schema.noun] }

    private static let byNoun = Dictionary(uniqueKeysWithValues: all.map { ($0.noun, $0) })
}
