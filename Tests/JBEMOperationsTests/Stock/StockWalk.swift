import JBEMCore
import JBEMStore
import JBEMTestSupport
import Testing

@testable import JBEMOperations

/// A random walk over all verbs of goods, back-dated and undone ones among them, with a model of its own beside.
struct StockWalk {
    static let places = ["W1", "W2", "W3"]
    static let accounts = ["@supplier", "@donor", "@requisitioned", "@found", "@issued", "@lost", "@disposed", "@repacked", "@transit"]
    private static let firstDay = CalendarDate(iso: "2026-01-01")!

    let stage = StockStage()
    let seed: UInt64
    private var dice: SeededGenerator
    private(set) var model = StockModel()
    private(set) var written = 0
    private(set) var refused = 0
    private var step = 0
    /// Documents that can be followed: number, day, where to.
    private var transfers: [(number: String, day: Int, to: String)] = []
    private var issues: [(number: String, day: Int, from: String)] = []
    private var followers: [String: Set<String>] = [:]

    init(seed: UInt64) {
        self.seed = seed
        dice = SeededGenerator(seed: seed)
        stage.session.output("item add number=BOTTLE name=瓶装水 unit=瓶 granularity=unit")
    }

    // MARK: one step

    mutating func take() throws {
        step += 1
        let day = Int.random(in: 0..<200, using: &dice)
        let place = Self.places.randomElement(using: &dice)!
        let quantity = Int64.random(in: 1...30, using: &dice) * 1000
        switch Int.random(in: 0..<20, using: &dice) {
        case 0..<5: try bring(quantity, to: place, on: day)
        case 5..<8: try issue(quantity, from: place, on: day)
        case 8: try issueWhatExpiresFirst(quantity, from: place, on: day)
        case 9..<12: try transfer(quantity, from: place, on: day)
        case 12..<14: try arrive(on: day)
        case 14: try giveBack(on: day)
        case 15: try outside(.dispose, quantity, from: place, to: "@disposed", on: day)
        case 16: try adjust(Bool.random(using: &dice) ? quantity : -quantity, at: place, on: day)
        case 17: try count(quantity, at: place, on: day)
        case 18: try repack(quantity, at: place, on: day)
        default: try undo()
        }
    }

    private mutating func anyLot() -> String? { model.lots.filter { $0.hasPrefix("L") }.sorted().randomElement(using: &dice) }

    /// Runs a document; what the model says must come true.
    private mutating func run(
        _ kind: MovementKind, _ place: String, _ quantity: Int64, on day: Int, lot: String? = nil, item: String = "WATER",
        possible: Bool?, _ change: (inout MoveGoods.Request) -> Void = { _ in }
    ) throws -> MoveGoods.Output? {
        var request = MoveGoods.Request(kind, place: place)
        request.lot = lot
        if quantity != 0 { request.lines = [.init(item: item, quantity: FixedPoint.text(quantity, scale: 3))] }
        let date = Self.firstDay.adding(days: day).description
        request.assignments = [Assignment(field: "moved_on", value: date), Assignment(field: "number", value: "D\(step)")]
        change(&request)
        do {
            let output = try MoveGoods(request, options: WriteOptions(name: "stock \(kind.rawValue)")).run(stage.session.operations)
            #expect(possible != false, "seed \(seed) step \(step): \(kind) should have been refused")
            written += 1
            return output
        } catch let failure as Failure {
            #expect(possible != true, "seed \(seed) step \(step): \(kind) \(failure.message.en)")
            refused += 1
            return nil
        }
    }

    // MARK: verbs

    private mutating func bring(_ quantity: Int64, to place: String, on day: Int) throws {
        let known = anyLot()
        let lot = Bool.random(using: &dice) ? known ?? "L\(step)" : "L\(step)"
        let isNew = !model.lots.contains(lot)
        let (kind, account) = [(MovementKind.receive, "@supplier"), (.donate, "@donor"), (.requisition, "@requisitioned")].randomElement(
            using: &dice)!
        let hasDays = isNew && Int.random(in: 0..<3, using: &dice) == 0
        // Made up to 300 days before: some expire on the way (365 days).
        let made = day - Int.random(in: 0...300, using: &dice)
        let date = Self.firstDay.adding(days: made).description
        let possible = isNew ? true : day >= model.made[lot] ?? .min && model.canChange(quantity, of: lot, at: place, on: day)
        guard
            try run(
                kind, place, quantity, on: day, lot: lot, possible: possible,
                { if hasDays { $0.assignments.append(Assignment(field: "made_on", value: date)) } }) != nil
        else { return }
        if hasDays { (model.made[lot], model.expires[lot]) = (made, made + 365) }
        model.move(quantity, of: lot, from: account, to: place, on: day, document: "D\(step)")
    }

    private mutating func issue(_ quantity: Int64, from place: String, on day: Int) throws {
        guard let lot = anyLot() else { return }
        let possible = model.canChange(-quantity, of: lot, at: place, on: day) && day <= model.expires[lot] ?? .max
        guard try run(.issue, place, quantity, on: day, lot: lot, possible: possible) != nil else { return }
        model.move(quantity, of: lot, from: place, to: "@issued", on: day, document: "D\(step)")
        issues.append(("D\(step)", day, place))
    }

    private mutating func issueWhatExpiresFirst(_ quantity: Int64, from place: String, on day: Int) throws {
        let lots = model.lots.filter { $0.hasPrefix("L") && day <= model.expires[$0] ?? .max }
        let free = lots.map { (lot: $0, free: model.free($0, place, on: day)) }
        let possible = free.map(\.free).reduce(0, +) >= quantity
        guard let output = try run(.issue, place, quantity, on: day, possible: possible) else { return }
        for moved in output.moved {
            // Nothing that expires sooner was left.
            let sooner = free.filter { (model.expires[$0.lot] ?? .max) < (model.expires[moved.lot] ?? .max) }
            let taken = Dictionary(output.moved.map { ($0.lot, $0.quantity) }, uniquingKeysWith: +)
            #expect(sooner.allSatisfy { taken[$0.lot] ?? 0 == $0.free }, "seed \(seed) step \(step)")
            model.move(moved.quantity, of: moved.lot, from: place, to: "@issued", on: day, document: "D\(step)")
        }
        issues.append(("D\(step)", day, place))
    }

    private mutating func transfer(_ quantity: Int64, from place: String, on day: Int) throws {
        guard let lot = anyLot() else { return }
        let to = Self.places.filter { $0 != place }.randomElement(using: &dice)!
        let possible = model.canChange(-quantity, of: lot, at: place, on: day)
        guard try run(.transfer, place, quantity, on: day, lot: lot, possible: possible, { $0.destination = to }) != nil else { return }
        model.move(quantity, of: lot, from: place, to: "@transit", on: day, document: "D\(step)")
        transfers.append(("D\(step)", day, to))
    }

    /// All, a part, or a part with the rest lost.
    private mutating func arrive(on day: Int) throws {
        guard let transfer = transfers.randomElement(using: &dice) else { return }
        let rest = model.rest(of: (followers[transfer.number] ?? []).union([transfer.number]), at: "@transit")
        let whole = rest.values.reduce(0, +)
        let part = whole > 1000 && Bool.random(using: &dice) ? Int64.random(in: 1..<whole / 1000 + 1, using: &dice) * 1000 : 0
        let isLost = part > 0 && Bool.random(using: &dice)
        let possible = whole > 0 && day >= transfer.day && part <= whole
        guard try run(.arrive, transfer.number, part, on: day, possible: possible, { $0.isRestLost = isLost }) != nil else { return }
        let lot = rest.keys.first!
        model.move(part == 0 ? whole : part, of: lot, from: "@transit", to: transfer.to, on: day, document: "D\(step)")
        if isLost, part < whole { model.move(whole - part, of: lot, from: "@transit", to: "@lost", on: day, document: "D\(step)") }
        followers[transfer.number, default: []].insert("D\(step)")
    }

    private mutating func giveBack(on day: Int) throws {
        guard let issue = issues.randomElement(using: &dice) else { return }
        let rest = model.rest(of: (followers[issue.number] ?? []).union([issue.number]), at: "@issued")
        guard try run(.return, issue.number, 0, on: day, possible: !rest.isEmpty && day >= issue.day) != nil else { return }
        for (lot, quantity) in rest {
            model.move(quantity, of: lot, from: "@issued", to: issue.from, on: day, document: "D\(step)")
        }
        followers[issue.number, default: []].insert("D\(step)")
    }

    private mutating func outside(_ kind: MovementKind, _ quantity: Int64, from place: String, to account: String, on day: Int) throws {
        guard let lot = anyLot() else { return }
        let possible = model.canChange(-quantity, of: lot, at: place, on: day)
        guard try run(kind, place, quantity, on: day, lot: lot, possible: possible, Self.giveReason) != nil else { return }
        model.move(quantity, of: lot, from: place, to: account, on: day, document: "D\(step)")
    }

    private static func giveReason(_ request: inout MoveGoods.Request) {
        request.assignments.append(Assignment(field: "reason", value: "测试"))
    }

    private mutating func adjust(_ quantity: Int64, at place: String, on day: Int) throws {
        guard let lot = anyLot() else { return }
        let possible = model.canChange(quantity, of: lot, at: place, on: day) && day >= model.made[lot] ?? .min
        guard try run(.adjust, place, quantity, on: day, lot: lot, possible: possible, Self.giveReason) != nil else { return }
        differ(quantity, lot, place, day)
    }

    private mutating func count(_ counted: Int64, at place: String, on day: Int) throws {
        guard let lot = anyLot() else { return }
        let difference = counted - model.held(lot, place, through: day)
        let possible = difference == 0 || (model.canChange(difference, of: lot, at: place, on: day) && day >= model.made[lot] ?? .min)
        guard try run(.count, place, counted, on: day, lot: lot, possible: possible, Self.giveReason) != nil else { return }
        if difference != 0 { differ(difference, lot, place, day) }
    }

    private mutating func differ(_ quantity: Int64, _ lot: String, _ place: String, _ day: Int) {
        if quantity > 0 {
            model.move(quantity, of: lot, from: "@found", to: place, on: day, document: "D\(step)")
        } else {
            model.move(-quantity, of: lot, from: place, to: "@lost", on: day, document: "D\(step)")
        }
    }

    /// Water into bottles of a new lot.
    private mutating func repack(_ quantity: Int64, at place: String, on day: Int) throws {
        let output = try run(.repack, place, quantity, on: day, possible: nil) { request in
            request.lines.append(.init(item: "BOTTLE", quantity: "2"))
        }
        guard let output else { return }
        for moved in output.moved {
            if moved.quantity < 0 {
                #expect(model.canChange(moved.quantity, of: moved.lot, at: place, on: day), "seed \(seed) step \(step)")
                model.move(-moved.quantity, of: moved.lot, from: place, to: "@repacked", on: day, document: "D\(step)")
            } else {
                model.move(moved.quantity, of: moved.lot, from: "@repacked", to: place, on: day, document: "D\(step)")
            }
        }
        #expect(output.moved.filter { $0.quantity < 0 }.map(\.quantity).reduce(0, +) == -quantity)
    }

    /// A change that was taken back and brought again leaves everything as it was.
    private func undo() throws {
        let session = stage.session.operations
        _ = try TakeBackChange(.undo, nil, options: WriteOptions(name: "undo")).run(session)
        _ = try TakeBackChange(.redo, nil, options: WriteOptions(name: "redo")).run(session)
    }
}
