internal import GRDB
package import JBEMCore
internal import JBEMStore

/// Something that a duty officer has to know now.
package struct Alert: Sendable, Hashable {
    /// Red asks to act now, yellow to watch.
    package enum Grade: String, Sendable, Comparable {
        case red, yellow

        package static func < (left: Grade, right: Grade) -> Bool { left == .red && right == .yellow }
    }

    /// What it is about: an indicator by its id, a record by its noun and name, a topic of the agenda by its code.
    package enum Subject: Sendable, Hashable {
        case indicator(String)
        case record(noun: String, name: String)
        case topic(String)
    }

    package let grade: Grade
    /// Names the alert: the same matter has the same name in every run, and no other has it.
    package let key: String
    package let subject: Subject
    package let title: Localized
    package let detail: Localized
    /// How many there are, where the alert stands for several.
    package let count: Int64
}

/// Gathers what is red or turning red: core indicators in trouble, duties that fell overdue by today, duties of today, and what is overdue for longer.
package struct ListAlerts {
    package struct Output: Sendable {
        /// The red ones first.
        package let alerts: [Alert]
        package let asOf: CalendarDate
        package let isSample: Bool
    }

    /// Duties of yesterday and today that are named one by one, the earlier first.
    package static let limit = 200

    let indicators: [IndicatorReport]
    let asOf: CalendarDate?

    /// - Parameter indicators: what ``AssessIndicators`` says as of the same day.
    package init(_ indicators: [IndicatorReport], asOf: CalendarDate?) { (self.indicators, self.asOf) = (indicators, asOf) }

    package func run(_ session: Session) throws -> Output {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            let codes = try CodeBook.read(db)
            let recent = try duties(from: day.adding(days: -1), to: day, in: db)
            // What was due yesterday is late since today.
            let late = recent.filter { $0.dueOn < day }.map { alert($0, .red, Localized("今日起超期", "late since today"), codes) }
            let due = recent.filter { $0.dueOn == day }.map { alert($0, .yellow, Localized("今日到期", "due today"), codes) }
            // Beyond the limit they are counted with those that are late for longer, or by topic where they are due today.
            let isCut = recent.count == ListAlerts.limit
            let older = try tallies(
                AgendaQuestion(asOf: day, until: day.adding(days: isCut ? -1 : -2)), without: isCut ? recent : [], in: db)
            var today = AgendaQuestion(asOf: day, until: day)
            today.from = day
            let more = isCut ? try tallies(today, without: recent, in: db) : []
            let longer = older.map { tally in
                Alert(
                    grade: .red, key: "overdue/\(tally.topic)", subject: .topic(tally.topic),
                    title: codes.label("agenda_topic", code: tally.topic),
                    detail: Localized(
                        "另有超期 \(tally.count) 条，最早 \(tally.earliest)", "\(tally.count) late for longer, the first since \(tally.earliest)"),
                    count: tally.count)
            }
            let rest = more.map { tally in
                Alert(
                    grade: .yellow, key: "due/\(tally.topic)", subject: .topic(tally.topic),
                    title: codes.label("agenda_topic", code: tally.topic),
                    detail: Localized("今日到期另有 \(tally.count) 条", "\(tally.count) more due today"), count: tally.count)
            }
            let alerts = indicators.compactMap(alert) + late + due + longer + rest
            return Output(
                alerts: alerts.enumerated().sorted { ($0.element.grade, $0.offset) < ($1.element.grade, $1.offset) }.map(\.element),
                asOf: day, isSample: store.identity.isSample)
        }
    }

    /// Counts the duties of each topic, without those that are named one by one.
    private func tallies(_ question: AgendaQuestion, without named: [AgendaEntry], in db: Database) throws -> [AgendaTally] {
        try AgendaStore(question, in: db).tally().compactMap { tally in
            let told = named.count { entry in
                entry.topic == tally.topic && entry.dueOn <= question.until && question.from.map { $0 <= entry.dueOn } ?? true
            }
            let count = tally.count - Int64(told)
            return count > 0 ? AgendaTally(topic: tally.topic, count: count, earliest: tally.earliest) : nil
        }
    }

    private func duties(from first: CalendarDate, to last: CalendarDate, in db: Database) throws -> [AgendaEntry] {
        var question = AgendaQuestion(asOf: last, until: last)
        (question.from, question.limit) = (first, ListAlerts.limit)
        return try AgendaStore(question, in: db).entries()
    }

    private func alert(_ entry: AgendaEntry, _ grade: Alert.Grade, _ when: Localized, _ codes: CodeBook) -> Alert {
        Alert(
            grade: grade, key: entry.uid, subject: .record(noun: entry.noun, name: entry.subject), title: entry.title,
            detail: codes.label("agenda_topic", code: entry.topic) + Localized("：", ": ") + when, count: 1)
    }

    private func alert(_ report: IndicatorReport) -> Alert? {
        let grade: Alert.Grade
        switch report.assessment.state {
        case .missed, .offTrack: grade = .red
        case .atRisk: grade = .yellow
        default: return nil
        }
        let state = report.assessment.state.label + Localized("，", ", ") + report.assessment.reason
        return Alert(
            grade: grade, key: "indicator/\(report.indicator.id)", subject: .indicator(report.indicator.id),
            title: Localized(verbatim: "\(report.indicator.id) ") + report.indicator.name,
            detail: state, count: 1)
    }
}
