/// A dated duty: what has to be done to which record by when, and how that day follows.
package struct AgendaEntry: Sendable {
    /// A code of the list `agenda_topic`.
    package let topic: String
    /// The record concerned, in the form machines read: `HZ-500105000-42`, or its natural key.
    package let subject: String
    package let noun: String
    package let title: Localized
    package let dueOn: CalendarDate
    package let lastDoneOn: CalendarDate?
    package let person: Int64?
    package let personName: String?
    package let office: String?
    package let region: String?
    /// The document or decision that sets the day.
    package let source: Localized
    /// Years whose days off are not known, where working days count.
    package let unknownYears: [Int]

    package init(
        topic: String, subject: String, noun: String, title: Localized, dueOn: CalendarDate, lastDoneOn: CalendarDate?,
        person: Int64?, personName: String?, office: String?, region: String?, source: Localized, unknownYears: [Int]
    ) {
        (self.topic, self.subject, self.noun, self.title) = (topic, subject, noun, title)
        (self.dueOn, self.lastDoneOn, self.person, self.personName) = (dueOn, lastDoneOn, person, personName)
        (self.office, self.region, self.source, self.unknownYears) = (office, region, source, unknownYears)
    }

    /// Names the duty for good: the same duty has the same name in every run, whatever its day becomes.
    package var uid: String { "\(topic)/\(subject)" }

    /// Days until it is due; negative if it is overdue.
    package func days(from day: CalendarDate) -> Int { day.days(to: dueOn) }
}

extension AgendaEntry: Comparable {
    package static func == (left: AgendaEntry, right: AgendaEntry) -> Bool { left.uid == right.uid && left.dueOn == right.dueOn }

    package static func < (left: AgendaEntry, right: AgendaEntry) -> Bool {
        (left.dueOn, left.topic, left.subject) < (right.dueOn, right.topic, right.subject)
    }
}
