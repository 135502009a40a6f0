import Glibc
import JBEMCore
import JBEMOperations
import JBEMTestSupport
import Testing

/// A store that commands fill and indicator operations read.
final class Scene {
    let test: TestSession

    init(_ content: StoreContent = .office, now: String = "2031-07-01T04:00:00Z") {
        test = TestSession(content, now: now)
    }

    /// A copy of a store that was made before.
    init(_ files: [String: [UInt8]]) {
        test = TestSession(.nothing, now: "2031-07-01T04:00:00Z")
        for (name, bytes) in files { chmod(test.folder.write(bytes, to: name), 0o600) }
    }

    /// The store's files by name, to be copied.
    var files: [String: [UInt8]] { test.folder.names.reduce(into: [:]) { $0[$1] = TestFile.bytes(test.folder.file($1)) } }

    /// The real district with its real plan in use, and nothing recorded.
    static func jiangbei() -> Scene { Scene(jiangbeiFiles) }

    private static let jiangbeiFiles: [String: [UInt8]] = {
        let scene = Scene()
        scene.run("plan load jiangbei-2021-2025")
        return scene.files
    }()

    /// The sample district with all its records and its plan in use.
    static func sample() -> Scene { Scene(sampleFiles) }

    private static let sampleFiles: [String: [UInt8]] = {
        let scene = Scene(.sample)
        // The plan may be there already; then this changes nothing but which one is in use.
        scene.run("plan load \(Repository.data)/sample/plan/sample-2021-2025")
        return scene.files
    }()

    /// The same store for operations.
    var session: Session {
        Session(
            storePath: test.storePath, now: test.now, language: .zh, actor: "tester", osUser: "os-user", host: "test-host", lockTimeout: 5,
            terminal: .init(isInputTerminal: false, isOutputTerminal: false, isErrorTerminal: false, width: nil, environment: [:]),
            makeUUID: { "00000000-0000-4000-8000-000000000099" }, dataFolder: { Repository.data },
            readFile: { [test] in test.files[$0] ?? TestFile.bytes($0) ?? [] }, out: { _ in }, err: { _ in })
    }

    /// Runs a command that should succeed and gives its output; a failure is an issue of the test, not the end of all tests.
    @discardableResult
    func run(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) -> String {
        let result = test.run(line)
        if result.code != 0 { Issue.record("jbem \(line) ended with \(result.code): \(result.err)", sourceLocation: sourceLocation) }
        return result.out
    }

    // MARK: - Records

    /// Imports the rows of a noun; the first line names the columns.
    func load(_ noun: String, _ rows: [String]) {
        test.add("rows.csv", rows.joined(separator: "\n") + "\n")
        run("\(noun) import rows.csv")
    }

    /// Records an accident with one report, of the same day unless told otherwise.
    func accident(
        _ number: String, on day: String, deaths: Int, sector: String = "industry_trade", region: String = "500105001",
        office: String = "500105001", extra: String = ""
    ) {
        run(
            "accident add case_no=\(number) occurred_on=\(day) region=\(region) office=\(office) title=\(number) sector=\(sector) is_production=1 \(extra)"
        )
        report(number, kind: "initial", at: "\(day)T23:00", deaths: deaths)
    }

    func report(_ number: String, kind: String, at moment: String, deaths: Int) {
        run("accident-report add accident=\(number) kind=\(kind) reported_at=\(moment) deaths=\(deaths)")
    }

    /// Closes months of a year for the whole district.
    func close(_ year: Int, months: ClosedRange<Int> = 1...12, on day: String, noun: String = "accident", office: String = "500105000") {
        let rows = months.map { month in "\(office),\(noun),\(Scene.month(year, month)),\(day),1" }
        load("closing", ["office,noun,month,closed_on,is_overriding"] + rows)
    }

    static func month(_ year: Int, _ month: Int) -> String { month < 10 ? "\(year)-0\(month)" : "\(year)-\(month)" }

    /// Publishes a number of the district.
    func figure(
        _ measure: String, _ period: String, _ value: String, unit: String = "person", status: String = "final", on day: String,
        region: String = "500105"
    ) {
        run(
            "figure add measure=\(measure) period=\(period) region=\(region) value=\(value) unit=\(unit) status=\(status) published_on=\(day) source=test"
        )
    }

    // MARK: - Indicators

    func report(
        _ id: String, asOf: String, period: String? = nil, with assumptions: [String] = [], plan: String? = nil
    ) throws -> IndicatorReport {
        var request = IndicatorRequest()
        request.ids = [id]
        request.plan = plan
        request.asOf = CalendarDate(iso: asOf)
        request.period = period.flatMap { DatePeriod($0) }
        request.assumptions = assumptions
        request.needsAlternatives = true
        return try AssessIndicators(request).run(session).reports[0]
    }

    func assess(_ id: String, asOf: String, period: String? = nil, with assumptions: [String] = [], plan: String? = nil) throws
        -> Assessment
    {
        try report(id, asOf: asOf, period: period, with: assumptions, plan: plan).assessment
    }
}

extension Assessment {
    /// The value as a decimal text, rounded to six places.
    var shown: String? { value?.shortest(maxPlaces: 6) }

    /// The parts that the value covers exactly.
    var coveredText: String { covered.map(\.description).joined(separator: ",") }

    /// All steps of the explanation, outermost first.
    var steps: [ExplanationNode] { explanation.flattened }
}

extension ExplanationNode {
    var flattened: [ExplanationNode] { [self] + children.flatMap(\.flattened) }
}
