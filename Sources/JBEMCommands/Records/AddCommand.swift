internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations

/// `jbem <noun> add field=value …`.
struct AddCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "新增一条\(N.schema.label.zh)：字段=值 …␟add \(N.schema.label.withArticle): field=value …", helpNames: [])
    }

    @Argument(help: "字段=值␟field=value")
    var assignments: [String] = []
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        guard !assignments.isEmpty else {
            let required = N.schema.storedFields.filter { $0.isRequired && $0.standard == nil }.map(\.name).joined(separator: " ")
            throw Failure(
                .usage, Localized("没有给出 字段=值", "no field=value given"), hints: [Localized("必填：\(required)", "required: \(required)")])
        }
        let report = try AddRecord(N.schema, try assignments.map(Assignment.init), options: writing.options("\(N.schema.noun) add")).run(
            session)
        let name = report.ids.first.map { ShortName.text($0, N.schema) } ?? ""
        try Printer(session, global).report(
            report, Localized("已新增\(N.schema.label.zh) \(name)", "added \(N.schema.label.en) \(name)"))
    }
}

/// `jbem <noun> set ID field=value …`.
struct SetCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "set", abstract: "修改一条\(N.schema.label.zh)：编号 字段=值 …␟change \(N.schema.label.withArticle): id field=value …",
            helpNames: [])
    }

    @Argument(help: "编号或自然键␟id or natural key")
    var name: String
    @Argument(help: "字段=值␟field=value")
    var assignments: [String]
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let report = try SetRecord(
            N.schema, name, try assignments.map(Assignment.init), options: writing.options("\(N.schema.noun) set")
        ).run(session)
        try Printer(session, global).report(report, Localized("已修改\(N.schema.label.zh) \(name)", "changed \(N.schema.label.en) \(name)"))
    }
}

/// `jbem <noun> rm ID …`.
struct RemoveCommand<N: Noun>: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "rm", abstract: "删除\(N.schema.label.zh)（可撤销）␟remove \(N.schema.label.en) records (can be undone)", helpNames: [])
    }

    @Argument(help: "编号或自然键␟ids or natural keys")
    var names: [String]
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let report = try RemoveRecords(N.schema, names, options: writing.options("\(N.schema.noun) rm")).run(session)
        try Printer(session, global).report(
            report, Localized("已删除 \(names.count) 条\(N.schema.label.zh)", "removed \(names.count) \(N.schema.label.en) record(s)"))
    }
}

extension Localized {
    /// `an accident`, `a person`.
    var withArticle: String { (en.first.map { "aeiou".contains($0) } == true ? "an " : "a ") + en }
}

/// Ids as people see them.
enum ShortName {
    /// `AC-42` for an own id in full form; other texts unchanged.
    static func text(_ full: String, _ schema: RecordSchema) -> String {
        let parts = full.split(separator: "-")
        guard parts.count == 3, parts[0] == schema.prefix else { return full }
        return "\(parts[0])-\(parts[2])"
    }
}
