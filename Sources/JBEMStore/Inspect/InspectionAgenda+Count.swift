package import JBEMCore

extension InspectionAgenda {
    /// Done ÷ due of the slots that have ended by a day.
    package func count(asOf: CalendarDate) -> InspectionCount { count(of: slots, asOf: asOf) }

    /// The same of some of the slots.
    package func count(of slots: [InspectionSlot], asOf: CalendarDate) -> InspectionCount {
        slots.reduce(into: InspectionCount()) { sum, slot in
            guard slot.last <= asOf else { return }
            sum.due += 1
            if visits.index(in: slot) != nil { sum.done += 1 }
        }
    }
}
