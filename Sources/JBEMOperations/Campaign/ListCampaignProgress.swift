internal import GRDB
package import JBEMCore
package import JBEMStore

/// Where one campaign, or every one that has begun, stands.
package struct ListCampaignProgress {
    let name: String?
    let asOf: CalendarDate?

    package init(_ name: String?, asOf: CalendarDate?) { (self.name, self.asOf) = (name, asOf) }

    package func run(_ session: Session) throws -> (campaigns: [CampaignProgress], asOf: CalendarDate, facts: ReadingFacts) {
        let store = try session.open(.read)
        let day = asOf ?? session.today
        return try store.read { db in
            let id = try name.map { try RecordFinder.find($0, of: Campaign.schema, home: store.identity.office, in: db).id ?? 0 }
            return (try CampaignReports.progress(id, asOf: day, in: db), day, try ReadingFacts(store, in: db))
        }
    }
}
