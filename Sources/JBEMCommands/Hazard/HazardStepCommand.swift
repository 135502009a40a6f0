internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// A verb of the hazard's way.
protocol HazardVerb: Sendable {
    static var action: HazardAction { get }
}

/// `jbem hazard grade|order|start|… ID field=value …`.
struct HazardStepCommand<V: HazardVerb>: SessionCommand, FieldTaking {
    static var givenFields: [GivenFields] { [TakeHazardStep.fields(V.action)] }

    static var configuration: CommandConfiguration {
        let needed = (["taken_by"] + V.action.required).joined(separator: " ")
        return CommandConfiguration(
            commandName: V.action.rawValue,
            abstract: "\(V.action.label.zh)；必填 \(needed)␟\(V.action.rawValue) a hazard; needs \(needed)", helpNames: [])
    }

    @Argument(help: "隐患编号或台账编号␟id or ledger number")
    var name: String
    @Argument(help: "字段=值␟field=value")
    var assignments: [String] = []
    @Option(name: .long, help: "证据文件：其名与 SHA-256 填入 evidence␟a file as evidence: its name and SHA-256 fill in evidence")
    var file: String?
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let output = try TakeHazardStep(
            V.action, name, try assignments.map(Assignment.init), file: file,
            options: writing.options("hazard \(V.action.rawValue)")
        ).run(session)
        let id = output.report.ids.first.map { ShortName.text($0, Hazard.schema) } ?? name
        try Printer(session, global).report(
            output.report,
            Localized(
                "\(id) \(V.action.label.zh)：\(output.from.label.zh) → \(output.to.label.zh)",
                "\(id) \(V.action.rawValue): \(output.from.rawValue) → \(output.to.rawValue)"))
    }
}

enum HazardVerbs {
    enum Grade: HazardVerb { static let action = HazardAction.grade }
    enum Order: HazardVerb { static let action = HazardAction.order }
    enum Start: HazardVerb { static let action = HazardAction.start }
    enum Extend: HazardVerb { static let action = HazardAction.extend }
    enum Submit: HazardVerb { static let action = HazardAction.submit }
    enum Recheck: HazardVerb { static let action = HazardAction.recheck }
    enum Return: HazardVerb { static let action = HazardAction.return }
    enum Tolerate: HazardVerb { static let action = HazardAction.tolerate }
    enum Close: HazardVerb { static let action = HazardAction.close }
    enum Reopen: HazardVerb { static let action = HazardAction.reopen }

    static let all: [any ParsableCommand.Type] = [
        HazardStepCommand<Grade>.self, HazardStepCommand<Order>.self, HazardStepCommand<Start>.self, HazardStepCommand<Extend>.self,
        HazardStepCommand<Submit>.self, HazardStepCommand<Recheck>.self, HazardStepCommand<Return>.self, HazardStepCommand<Tolerate>.self,
        HazardStepCommand<Close>.self, HazardStepCommand<Reopen>.self, HazardPhotoCommand.self, HazardOverdueCommand.self,
        HazardDueCommand.self, HazardLedgerCommand.self, HazardRatesCommand.self, HazardRecurringCommand.self, HazardRankCommand.self,
        HazardStateMachineCommand.self,
    ]
}

/// `jbem hazard photo ID FILE`.
struct HazardPhotoCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "photo", abstract: "登记照片文件与其 SHA-256␟name a photo and keep its SHA-256", helpNames: [])

    @Argument(help: "隐患编号或台账编号␟id or ledger number")
    var name: String
    @Argument(help: "照片文件␟file of the photo")
    var file: String
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let report = try SetHazardPhoto(name, file: file, options: writing.options("hazard photo")).run(session)
        try Printer(session, global).report(report, Localized("已登记 \(name) 的照片 \(file)", "the photo of \(name) is \(file)"))
    }
}

/// `jbem hazard state-machine [--dot]`.
struct HazardStateMachineCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "state-machine", abstract: "打印状态图；--dot 供 Graphviz␟print the chart of states; --dot for Graphviz", helpNames: [])

    @Flag(name: .long, help: "Graphviz dot␟Graphviz dot")
    var dot = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let language = session.language
        if dot { return try printer.print(lines: HazardStateMachineCommand.dot(language)) }
        let columns = [
            Column(key: "from", title: Localized("状态", "state").text(language)),
            Column(key: "step", title: Localized("步骤", "step").text(language)),
            Column(key: "to", title: Localized("新状态", "new state").text(language)),
            Column(key: "required", title: Localized("必填", "needs").text(language)),
        ]
        let rows = HazardStateMachineCommand.edges.map { from, action, to -> [Cell] in
            [
                .code(from.rawValue, shown: from.label.text(language)), .code(action.rawValue, shown: action.label.text(language)),
                .code(to.rawValue, shown: to.label.text(language)), .text((["taken_by"] + action.required).joined(separator: " ")),
            ]
        }
        let note = Localized("暂缓到期自动回到已下达，期限重新起算", "a tolerance that has run out is an order again, with the clock restarted")
        try printer.print(Table(columns: columns, rows: rows))
        printer.note(note)
    }

    private static let edges: [(HazardState, HazardAction, HazardState)] = HazardState.allCases.flatMap { state in
        HazardAction.possible(in: state).map { (state, $0, $0.to(state)) }
    }

    private static func dot(_ language: Language) -> [String] {
        let expiry = Localized("到期", "expires").text(language)
        return ["digraph hazard {", "  rankdir=LR;"]
            + HazardState.allCases.map { "  \($0.rawValue) [label=\"\($0.label.text(language))\"];" }
            + edges.map { "  \($0.rawValue) -> \($2.rawValue) [label=\"\($1.label.text(language))\"];" }
            + ["  tolerated -> ordered [label=\"\(expiry)\", style=dashed];", "}"]
    }
}
