import JBEMCore
import Testing

/// The way of a hazard: what may follow on what, who may do it, and what it leaves.
@Suite struct HazardMachineTests {
    static let limits = HazardLimits(extensionDays: 30, toleranceDays: 180)
    static let people: (clerk: Int64, worker: Int64, checker: Int64, chief: Int64) = (1, 2, 3, 4)

    static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

    static func hazard(on day: String = "2024-03-01") -> RecordRow {
        var row = RecordRow(id: 7)
        row[Hazard.foundOn] = Self.day(day)
        row[Hazard.stage] = "registered"
        row[Hazard.stepCount] = 0
        return row
    }

    /// A complete step of an action; a test changes only what it is about.
    static func step(_ action: HazardAction, on day: CalendarDate, of hazard: RecordRow, isMajor: Bool = false) -> RecordRow {
        var row = RecordRow()
        row[HazardStep.hazard] = hazard.id
        row[HazardStep.number] = (hazard[Hazard.stepCount] ?? 0) + 1
        row[HazardStep.step] = action.rawValue
        row[HazardStep.takenOn] = day
        row[HazardStep.takenBy] = people.clerk
        switch action {
        case .grade:
            row[HazardStep.kind] = isMajor ? "major" : "general"
            row[HazardStep.list] = isMajor ? "construction" : nil
        case .order:
            row[HazardStep.unit] = "某公司"
            row[HazardStep.person] = people.worker
            row[HazardStep.measures] = "补装"
            row[HazardStep.funds] = 1_000_000
            row[HazardStep.contingency] = "停用"
            row[HazardStep.deadline] = day.adding(days: 14)
        case .start: row[HazardStep.takenBy] = people.worker
        case .extend:
            row[HazardStep.deadline] = hazard[Hazard.deadline]?.adding(days: 5)
            row[HazardStep.approvedBy] = people.chief
            row[HazardStep.reason] = "雨"
        case .submit:
            row[HazardStep.takenBy] = people.worker
            row[HazardStep.evidence] = "申请1"
        case .recheck:
            row[HazardStep.takenBy] = people.checker
            row[HazardStep.evidence] = "复查1"
        case .return:
            row[HazardStep.takenBy] = people.checker
            row[HazardStep.reason] = "未补齐"
        case .tolerate:
            row[HazardStep.until] = day.adding(days: 20)
            row[HazardStep.approvedBy] = people.chief
            row[HazardStep.reason] = "停工"
        case .close:
            row[HazardStep.takenBy] = people.checker
            row[HazardStep.evidence] = "销号1"
            if isMajor {
                row[HazardStep.supervisionNo] = "督1"
                row[HazardStep.reportedDepartmentOn] = hazard[Hazard.foundOn]
                row[HazardStep.reportedWorkersOn] = day
            }
        case .reopen:
            row[HazardStep.deadline] = day.adding(days: 10)
            row[HazardStep.reason] = "松动"
        }
        return row
    }

    /// Takes the actions one a day; fails the test if one is refused.
    @discardableResult
    static func walk(_ actions: [HazardAction], isMajor: Bool = false, from start: String = "2024-03-01") -> RecordRow {
        var hazard = hazard(on: start)
        var date = day(start)
        for action in actions {
            var step = step(action, on: date, of: hazard, isMajor: isMajor)
            let faults = HazardMachine.take(&step, on: &hazard, limits: limits)
            #expect(faults.isEmpty, "\(action): \(faults.map(\.reason.en))")
            date = date.adding(days: 1)
        }
        return hazard
    }

    private static func refused(_ step: RecordRow, on hazard: RecordRow) -> [String] {
        var (step, after) = (step, hazard)
        let faults = HazardMachine.take(&step, on: &after, limits: limits)
        #expect(after == hazard, "a refused step leaves the hazard as it was")
        return faults.compactMap(\.location.field)
    }

    @Test func theWholeWayEndsClosed() {
        for isMajor in [false, true] {
            let hazard = Self.walk([.grade, .order, .start, .submit, .recheck, .close], isMajor: isMajor)
            #expect(hazard[Hazard.stage] == "closed" && hazard[Hazard.closedOn] == Self.day("2024-03-06"))
            #expect(hazard[Hazard.rectifiedBy] == Self.people.worker && hazard[Hazard.stepCount] == 6)
        }
    }

    @Test func returnedAndReopenedHazardsGoRoundAgain() {
        let hazard = Self.walk(
            [.grade, .order, .start, .submit, .return, .submit, .recheck, .return, .submit, .recheck, .close, .reopen, .start, .submit])
        #expect(hazard[Hazard.stage] == "submitted" && hazard[Hazard.closedOn] == nil)
        #expect(hazard[Hazard.timesReturned] == 2 && hazard[Hazard.timesReopened] == 1)
    }

    /// A tolerance always ends; then the order holds again and its clock of 14 days starts anew.
    @Test func aToleranceExpires() {
        let hazard = Self.walk([.grade, .order, .tolerate])
        #expect(hazard[Hazard.toleratedUntil] == Self.day("2024-03-23") && hazard[Hazard.deadline] == Self.day("2024-04-06"))
        #expect(HazardMachine.state(of: hazard, on: Self.day("2024-03-23")) == .tolerated)
        #expect(HazardMachine.state(of: hazard, on: Self.day("2024-03-24")) == .ordered)
        #expect(Self.refused(Self.step(.start, on: Self.day("2024-03-23"), of: hazard), on: hazard) == ["step"])
        var (after, start) = (hazard, Self.step(.start, on: Self.day("2024-03-24"), of: hazard))
        #expect(HazardMachine.take(&start, on: &after, limits: Self.limits).isEmpty)
        #expect(start[HazardStep.fromState] == "ordered" && after[Hazard.stage] == "rectifying")
    }

    @Test func nobodyJudgesHisOwnWork() {
        let submitted = Self.walk([.grade, .order, .start, .submit])
        for action in [HazardAction.recheck, .return] {
            var step = Self.step(action, on: Self.day("2024-03-20"), of: submitted)
            step[HazardStep.takenBy] = Self.people.worker
            #expect(Self.refused(step, on: submitted) == ["taken_by"])
        }
        let rechecked = Self.walk([.grade, .order, .start, .submit, .recheck])
        var close = Self.step(.close, on: Self.day("2024-03-20"), of: rechecked)
        close[HazardStep.takenBy] = Self.people.worker
        #expect(Self.refused(close, on: rechecked) == ["taken_by"])
        let ordered = Self.walk([.grade, .order])
        for approver in [Self.people.clerk, Self.people.worker] {
            for action in [HazardAction.extend, .tolerate] {
                var step = Self.step(action, on: Self.day("2024-03-05"), of: ordered)
                step[HazardStep.approvedBy] = approver
                #expect(Self.refused(step, on: ordered) == ["approved_by"])
            }
        }
    }

    @Test func extensionsAreBoundedAndMoveForward() {
        let ordered = Self.walk([.grade, .order])
        for (deadline, isGood) in [("2024-03-16", false), ("2024-03-17", true), ("2024-04-15", true), ("2024-04-16", false)] {
            var step = Self.step(.extend, on: Self.day("2024-03-05"), of: ordered)
            step[HazardStep.deadline] = Self.day(deadline)
            var after = ordered
            #expect(HazardMachine.take(&step, on: &after, limits: Self.limits).isEmpty == isGood, "\(deadline)")
        }
        var long = Self.step(.tolerate, on: Self.day("2024-03-05"), of: ordered)
        long[HazardStep.until] = Self.day("2024-09-02")
        #expect(Self.refused(long, on: ordered) == ["until"])
    }

    @Test func datesFollowEachOther() {
        let graded = Self.walk([.grade])
        #expect(Self.refused(Self.step(.order, on: Self.day("2024-02-29"), of: graded), on: graded) == ["taken_on"])
        var order = Self.step(.order, on: Self.day("2024-03-05"), of: graded)
        order[HazardStep.deadline] = Self.day("2024-03-04")
        #expect(Self.refused(order, on: graded) == ["deadline"])
        let registered = Self.hazard()
        #expect(Self.refused(Self.step(.grade, on: Self.day("2024-02-28"), of: registered), on: registered) == ["taken_on"])
    }

    @Test func everyRequiredFieldIsAskedForAndNoOtherTaken() {
        let before: [HazardAction: [HazardAction]] = [
            .grade: [], .order: [.grade], .start: [.grade, .order], .extend: [.grade, .order], .tolerate: [.grade, .order],
            .submit: [.grade, .order, .start], .recheck: [.grade, .order, .start, .submit], .return: [.grade, .order, .start, .submit],
            .close: [.grade, .order, .start, .submit, .recheck], .reopen: [.grade, .order, .start, .submit, .recheck, .close],
        ]
        for action in HazardAction.allCases {
            let hazard = Self.walk(before[action] ?? [])
            let good = Self.step(action, on: Self.day("2024-03-20"), of: hazard)
            for field in action.required {
                var step = good
                step[field] = .null
                #expect(Self.refused(step, on: hazard) == [field], "\(action) without \(field)")
            }
            var strange = good
            strange[action == .order ? "until" : "measures"] = .text("2024-04-01")
            #expect(Self.refused(strange, on: hazard).count == 1, "\(action)")
        }
    }

    @Test func aMajorHazardNeedsItsPapers() {
        let registered = Self.hazard()
        var grade = Self.step(.grade, on: Self.day("2024-03-02"), of: registered, isMajor: true)
        grade[HazardStep.list] = nil
        #expect(Self.refused(grade, on: registered) == ["list"])
        let graded = Self.walk([.grade], isMajor: true)
        var order = Self.step(.order, on: Self.day("2024-03-05"), of: graded)
        order[HazardStep.funds] = nil
        order[HazardStep.contingency] = nil
        #expect(Self.refused(order, on: graded) == ["funds", "contingency"])
        let rechecked = Self.walk([.grade, .order, .start, .submit, .recheck], isMajor: true)
        #expect(
            Self.refused(Self.step(.close, on: Self.day("2024-03-20"), of: rechecked), on: rechecked)
                == ["supervision_no", "reported_department_on", "reported_workers_on"])
        var late = Self.step(.close, on: Self.day("2024-03-20"), of: rechecked, isMajor: true)
        late[HazardStep.reportedWorkersOn] = Self.day("2024-03-21")
        #expect(Self.refused(late, on: rechecked) == ["reported_workers_on"])
    }

    @Test func anImpossibleStepNamesThePossibleOnes() throws {
        var (hazard, close) = (Self.hazard(), Self.step(.close, on: Self.day("2024-03-02"), of: Self.hazard()))
        let fault = try #require(HazardMachine.take(&close, on: &hazard, limits: Self.limits).first)
        #expect(fault.reason.en == "the hazard is registered: close is not possible; possible now: grade")
        #expect(fault.reason.zh == "隐患已登记，不能销号；现在可以：分级（grade）")
    }
}
