import JBEMCore

/// Complete rows of a fictional district; a test changes only what it is about.
enum SampleRow {
    static let streets = ["990001", "990002", "990003"]

    /// A district of three streets and its offices, in an order that references allow.
    static var world: [(RecordSchema, RecordRow)] {
        let regions = [region("990000", "district", parent: nil)] + streets.map { region($0, "street", parent: "990000") }
        let offices = [office("990000000", region: "990000", isReporting: false)] + streets.map { office($0 + "000", region: $0) }
        return regions.map { (Region.schema, $0) } + offices.map { (Office.schema, $0) }
    }

    static func region(_ code: String, _ kind: String, parent: String?) -> RecordRow {
        var row = RecordRow()
        row[Region.code] = code
        row[Region.name] = "区域\(code)"
        row[Region.kind] = kind
        row[Region.parent] = parent
        row[Region.isVerified] = false
        return row
    }

    static func office(_ code: String, region: String, isReporting: Bool = true) -> RecordRow {
        var row = RecordRow()
        row[Office.code] = code
        row[Office.name] = "单位\(code)"
        row[Office.kind] = "street"
        row[Office.region] = region
        row[Office.isReporting] = isReporting
        return row
    }

    static func person(_ number: String, name: String = "张三", phone: String? = nil) -> RecordRow {
        var row = RecordRow()
        row[Person.number] = number
        row[Person.name] = name
        row[Person.office] = "990001000"
        row[Person.phone] = phone.map { Sensitivity.phone.mask($0) }
        return row
    }

    static func accident(_ caseNo: String, on day: String = "2024-03-05", street: String = "990001") -> RecordRow {
        var row = RecordRow()
        row[Accident.caseNo] = caseNo
        row[Accident.occurredOn] = CalendarDate(iso: day)
        row[Accident.region] = street
        row[Accident.office] = street + "000"
        row[Accident.title] = "事故\(caseNo)"
        row[Accident.sector] = "construction"
        row[Accident.regime] = "general"
        row[Accident.isProduction] = true
        return row
    }

    /// - Parameter loss: 分.
    static func report(
        of accident: Int64, _ kind: String = "initial", at moment: String = "2024-03-05T04:00:00Z", deaths: Int64 = 0, injuries: Int64 = 0,
        loss: Int64 = 0, burnt: Int64? = nil
    ) -> RecordRow {
        var row = RecordRow()
        row[AccidentReport.accident] = accident
        row[AccidentReport.kind] = kind
        row[AccidentReport.reportedAt] = Instant(rfc3339: moment)
        row[AccidentReport.deaths] = deaths
        row[AccidentReport.missing] = 0
        row[AccidentReport.seriousInjuries] = injuries
        row[AccidentReport.minorInjuries] = 0
        row[AccidentReport.directLoss] = loss
        row[AccidentReport.burntArea] = burnt
        return row
    }

    static func disaster(_ caseNo: String, on day: String = "2024-07-01", region: String = "990000") -> RecordRow {
        var row = RecordRow()
        row[Disaster.caseNo] = caseNo
        row[Disaster.kind] = "flood"
        row[Disaster.title] = "灾害\(caseNo)"
        row[Disaster.beganOn] = CalendarDate(iso: day)
        row[Disaster.office] = "990001000"
        row[Disaster.region] = region
        return row
    }

    static func report(
        ofDisaster disaster: Int64, _ region: String, _ kind: String = "initial", at moment: String = "2024-07-01T04:00:00Z",
        affected: Int64 = 0, deaths: Int64 = 0, missing: Int64? = nil, loss: Int64 = 0, correction: String? = nil
    ) -> RecordRow {
        var row = RecordRow()
        row[DisasterReport.disaster] = disaster
        row[DisasterReport.region] = region
        row[DisasterReport.kind] = kind
        row[DisasterReport.reportedAt] = Instant(rfc3339: moment)
        row[DisasterReport.affected] = affected
        row[DisasterReport.deaths] = deaths
        row[DisasterReport.missing] = missing
        row[DisasterReport.directLoss] = loss
        row[DisasterReport.correction] = correction
        return row
    }

    static func closing(_ office: String, _ noun: String, _ month: String, on day: String, overriding: Bool = false) -> RecordRow {
        var row = RecordRow()
        row[Closing.office] = office
        row[Closing.noun] = noun
        row[Closing.month] = DatePeriod(month)
        row[Closing.closedOn] = CalendarDate(iso: day)
        row[Closing.isOverriding] = overriding
        row[Closing.count] = 0
        row[Closing.digest] = ""
        return row
    }
}
