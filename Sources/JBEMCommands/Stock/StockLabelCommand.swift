internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput
internal import JBEMPresentation

extension LabelStock.Subject: ExpressibleByArgument {}

/// `jbem stock label NAME …`.
struct StockLabelCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "label",
        abstract: "标签：二维码与文字，终端显示，或 A4 版面的 SVG␟labels with a QR code: on the terminal, or as an SVG sheet of A4", helpNames: [])

    @Argument(help: "批号、物资编号或库点代码␟lot numbers, item numbers or warehouse codes")
    var names: [String]
    @Option(name: .long, help: "什么的标签：lot item warehouse␟labels of: lot item warehouse")
    var of = LabelStock.Subject.lot
    @Flag(name: .long, help: "SVG（-o 文件.svg 同）␟SVG (so does -o FILE.svg)")
    var svg = false
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        let printer = try Printer(session, global)
        let (labels, facts) = try LabelStock(names, of: of).run(session)
        let sample = facts.isSample ? [Dress.sampleBanner.text(printer.language)] : []
        let drawn = try labels.map { label in
            guard let code = QRCode(label.code) else {
                throw Failure(.data, Localized("太长，编不成二维码：\(label.code)", "too long for a QR code: \(label.code)"))
            }
            // What tells the thing and whether it is real comes before what may be cut off.
            let lines = label.lines.map { printer.masked($0.text(printer.language)) }
            return (code: code, lines: lines.prefix(3) + [printer.masked(label.code)] + sample + lines.dropFirst(3))
        }
        if svg || global.output?.lowercased().hasSuffix(".svg") == true {
            return try printer.print(document: LabelSheet(drawn.map { LabelSheet.Label(code: $0.code, lines: Array($0.lines)) }).svg)
        }
        if printer.isForMachines { return try printer.print(StockTable.labels(labels, facts, printer.dress), isSample: facts.isSample) }
        try printer.print(
            lines: drawn.flatMap { code, lines in
                code.lines(isASCII: global.ascii) + lines.map { OutputGate.visible($0) } + [""]
            })
    }
}
