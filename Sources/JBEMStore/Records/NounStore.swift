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
    /// The dated duties that its records bring.
    let agenda: [AgendaSource]

    init(
        _ noun: any Noun.Type, relation: Relation? = nil, invariants: [Invariant] = [], agenda: [AgendaSource] = [],
        complete: (@Sendable (inout RecordRow, Database) throws -> Void)? = nil
    ) {
        (self.noun, self.relation, self.complete, self.invariants) = (noun.schema.noun, relation, complete, invariants)
        self.agenda = agenda
    }

    static let all: [NounStore] = [
        NounStore(Accident.self, relation: AccidentRelation.current, invariants: AccidentInvariants.all, agenda: AgendaSources.accidents),
        NounStore(Code.self, invariants: [CodeInvariant.usedCodesStay]),
        NounStore(Disaster.self, relation: DisasterRelation.current, invariants: DisasterInvariants.all),
        NounStore(Closing.self, relation: ClosingRelation.current, agenda: AgendaSources.closings, complete: ClosingRelation.complete),
        NounStore(Hazard.self, relation: HazardRelation.current, invariants: HazardInvariants.all, agenda: AgendaSources.hazards),
        NounStore(
            HazardStep.self,
            invariants: [
                TermInvariant.of(
                    "hazard_step", columns: ["taken_by", "approved_by"], day: "taken_on",
                    place: "(SELECT number FROM hazard WHERE id = t.hazard) || ' / ' || t.number")
            ], complete: HazardRelation.take),
        NounStore(
            Duty.self, invariants: [TermInvariant.of("duty", columns: ["person"], day: "valid_from", place: "t.number")],
            agenda: AgendaSources.duties),
        NounStore(PublishedNotice.self, invariants: [NoticeStore.digestIsOfTheContent]),
        NounStore(Person.self, relation: PersonRelation.current, agenda: AgendaSources.persons),
        NounStore(Milestone.self, agenda: AgendaSources.milestones),
        NounStore(Draw.self, invariants: DrawInvariants.all, agenda: AgendaSources.draws),
        NounStore(
            Inspection.self, relation: InspectionRelation.current,
            invariants: InspectionInvariants.all + [
                TermInvariant.of("inspect", columns: ["inspector", "second_inspector"], day: "visited_on", place: "t.number")
            ], agenda: InspectionDuties.all),
        NounStore(StockPosting.self, invariants: StockInvariants.all),
        NounStore(StockLot.self, agenda: AgendaSources.lots, complete: StockInvariants.complete),
        NounStore(Warehouse.self, agenda: AgendaSources.warehouses),
        NounStore(CapacityContract.self, invariants: [StockInvariants.contractsAreOfSuppliers], agenda: AgendaSources.contracts),
        NounStore(Campaign.self, agenda: AgendaSources.campaigns),
        NounStore(Plan.self, invariants: PlanInvariants.all),
        NounStore(Risk.self, relation: RiskRelation.current, invariants: RiskInvariants.all, agenda: AgendaSources.risks),
    ]

    static func of(_ schema: RecordSchema) -> NounStore? { byNoun[schema.noun] }

    private static let byNoun = Dictionary(uniqueKeysWithValues: all.map { ($0.noun, $0) })
}
