internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation
internal import JBEMStore

enum RiskVerbs {
    static let all: [any ParsableCommand.Type] = [
        RiskAssessCommand.self, RiskMatrixCommand.self, RiskRankCommand.self, RiskMajorSourceCommand.self,
    ]
}

/// `jbem risk assess ID profile=… likelihood=… …`.
struct RiskAssessCommand: SessionCommand, FieldTaking {
    static let givenFields = [AssessRisk.fields]

    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "评估风险点：profile、likelihood、exposure、severity␟assess a point: profile, likelihood, exposure, severity",
        helpNames: [])

    @Argument(help: "编号或风险点编号␟id or point number")
    var name: String
    @Argument(help: "字段=值␟field=value")
    var assignments: [String]
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let output = try AssessRisk(name, try assignments.map(Assignment.init), options: writing.options("risk assess")).run(session)
        let band = output.assessment.band
        let result = Localized(
            "\(output.name) \(output.profile.label.zh)：\(output.assessment.formula)，\(band.map { "\($0.bound)：\($0.label.zh)" } ?? "不在任何级")",
            "\(output.name) \(output.profile.label.en): \(output.assessment.formula), \(band.map { "\($0.bound): \($0.label.en)" } ?? "in no band")"
        )
        try Printer(session, global).report(output.report, result)
    }
}

/// `jbem risk matrix`.
struct RiskMatrixCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "风险矩阵：区域×等级␟points by region and level", helpNames: [])

    @Flag(name: .long, help: "采取措施之后的等级␟levels after measures")
    var residual = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (counts, facts) = try CountRisks(isResidual: residual).run(session)
        try printer.print(RiskTable.matrix(counts, facts, printer.dress), isSample: facts.isSample)
    }
}

/// `jbem risk rank`.
struct RiskRankCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank", abstract: "先看哪里：残余等级、残余分值占比、受威胁人数、复评␟where to look first: level left, share of the score, people, review",
        helpNames: [])

    @Option(name: .long, help: "最多几条␟at most so many")
    var limit: Int?
    @OptionGroup var past: AsOfOption
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (risks, day, facts) = try RankRisks(asOf: try past.date(session), limit: limit).run(session)
        try printer.print(RiskTable.ranking(risks, on: day, facts, printer.dress), isSample: facts.isSample)
        printer.note(
            Localized(
                "次序：残余等级，残余分值占该方法最高分的比例，受威胁人数，复评逾期",
                "order: level left after measures, share of the method's highest score, exposed people, overdue review"))
    }
}

/// `jbem risk major-source [ID]`.
struct RiskMajorSourceCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "major-source",
        abstract: "重大危险源辨识与分级（GB 18218）；--substance 试算␟major hazard installations by GB 18218; --substance for what if", helpNames: [])

    @Argument(help: "编号或风险点编号␟id or point number")
    var name: String?
    @Option(name: .long, help: "物质=吨数，可重复；不在表1的 名称/类别=吨数␟substance=tonnes, repeatable; name/class=tonnes outside table 1")
    var substance: [String] = []
    @Option(name: .long, help: "边界外 500 米内常住人数␟permanent residents within 500 m")
    var people: Int64?
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        if name != nil, !substance.isEmpty {
            throw Failure(.usage, Localized("编号与 --substance 只能给一样", "give an id or --substance, not both"))
        }
        if let people, people < 0 { throw Failure(.usage, Localized("--people 不能为负", "--people must not be negative")) }
        let question: FindMajorSources.Question = substance.isEmpty ? name.map { .point($0) } ?? .all : .typed(substance, people: people)
        let (sources, facts) = try FindMajorSources(question).run(session)
        if case .all = question { return try list(sources, facts, printer) }
        guard let one = sources.first else { return }
        let tree = Outline([MajorSourceText.tree(one.name, one.source, session.language)])
        try printer.print(
            object: MajorSourceText.json(one, facts, printer), isSample: facts.isSample && one.id != nil, lines: printer.lines(tree)
        )
    }

    private func list(_ sources: [FindMajorSources.Source], _ facts: ReadingFacts, _ printer: Printer) throws {
        let language = printer.language
        let text = FieldText(codes: facts.codes, home: facts.home, language: language)
        let columns = [
            Column(key: "id", title: Localized("编号", "id").text(language)),
            Column(key: "name", title: Localized("风险点", "name").text(language), isFlexible: true),
            Column(key: "s", title: "S"), Column(key: "r", title: "R"),
            Column(key: "is_major", title: Localized("重大危险源", "major").text(language)),
            Column(key: "level", title: Localized("级", "level").text(language)),
            Column(key: "missing", title: Localized("缺", "missing").text(language)),
        ]
        let rows = sources.map { item -> [Cell] in
            let source = item.source
            let answer = source.isMajor ? Localized("是", "yes") : Localized("否", "no")
            return [
                item.id.map { .identifier(text.fullID($0, noun: "risk"), shown: text.shortID($0, noun: "risk")) } ?? .empty,
                .text(item.name),
                .decimal(MajorSource.text(source.s)), source.r.map { .decimal(MajorSource.text($0)) } ?? .empty,
                .bool(source.isMajor, shown: answer.text(language)),
                source.level.map { .integer(Int64($0), shown: MajorSourceText.level($0).text(language)) } ?? .empty,
                Cell(
                    display: source.missing.map { $0.text(language) }.joined(separator: Localized("、", ", ").text(language)),
                    machine: source.missing.map(\.zh).joined(separator: "、"), json: .string(source.missing.map(\.zh).joined(separator: "、"))
                ),
            ]
        }
        try printer.print(Table(title: printer.sampleBanner(facts.isSample), columns: columns, rows: rows))
        printer.note(Localized("S＝Σq/Q，≥1 为重大危险源；R＝α·Σβq/Q", "S = Σ q/Q, major from 1; R = α · Σ β·q/Q"))
    }
}

/// A major hazard installation in words.
enum MajorSourceText {
    static func level(_ level: Int) -> Localized {
        let names = ["一级", "二级", "三级", "四级"]
        return Localized(names[level - 1], "level \(level)")
    }

    static func tree(_ name: String, _ source: MajorSource, _ language: Language) -> Outline.Node {
        let terms = source.terms.map { term in
            let beta = term.beta.map(MajorSource.text) ?? "?"
            return Outline.Node(
                "\(term.name.text(language))\(Localized("：", ": ").text(language))q/Q = \(MajorSource.text(term.quantity)) ÷ \(MajorSource.text(term.critical)) = \(MajorSource.text(term.share))\(Localized("，", ", ").text(language))β = \(beta)"
            )
        }
        let alpha = source.alpha.map(MajorSource.text) ?? "?"
        let people = source.people.map(String.init) ?? "?"
        let verdict: Localized =
            if let level = source.level {
                Localized("重大危险源，\(self.level(level).zh)", "major hazard installation, \(self.level(level).en)")
            } else if source.isMajor {
                Localized(
                    "重大危险源，分级缺：\(source.missing.map(\.zh).joined(separator: "、"))",
                    "major hazard installation; its level lacks: \(source.missing.map(\.en).joined(separator: ", "))")
            } else {
                Localized("不构成重大危险源；R 仅供参考", "not a major hazard installation; R for information only")
            }
        let r = source.r.map(MajorSource.text) ?? "?"
        return Outline.Node(
            name,
            terms + [
                Outline.Node("S = \(MajorSource.text(source.s)) \(source.isMajor ? "≥" : "<") 1"),
                Outline.Node(Localized("α = \(alpha)（500米内 \(people) 人）", "α = \(alpha) (\(people) people within 500 m)").text(language)),
                Outline.Node("R = \(r)"), Outline.Node(verdict.text(language)),
            ])
    }

    static func json(_ item: FindMajorSources.Source, _ facts: ReadingFacts, _ printer: Printer) -> JSONValue {
        func number(_ value: Rational?) -> JSONValue { value.flatMap { JSONValue.decimal(MajorSource.text($0)) } ?? .null }
        let text = FieldText(codes: facts.codes, home: facts.home, language: printer.language)
        let source = item.source
        return .object([
            ("id", .optional(item.id.map { text.fullID($0, noun: "risk") })), ("name", .string(item.name)),
            ("s", number(source.s)), ("alpha", number(source.alpha)), ("people", .optional(source.people)), ("r", number(source.r)),
            ("is_major", .bool(source.isMajor)), ("level", .optional(source.level.map { Int64($0) })),
            ("missing", .array(source.missing.map { .string($0.zh) })),
            (
                "terms",
                .array(
                    source.terms.map { term in
                        .object([
                            ("name", .string(term.name.zh)), ("name_en", .string(term.name.en)), ("class", .optional(term.hazmatClass)),
                            ("quantity", number(term.quantity)), ("critical", number(term.critical)), ("beta", number(term.beta)),
                            ("share", number(term.share)),
                        ])
                    })
            ), ("is_sample", .bool(facts.isSample)),
        ])
    }
}
