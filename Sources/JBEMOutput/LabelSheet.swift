/// Labels on sheets of A4 (three by eight, 70 × 37 mm) as SVG: a code and lines beside it.
package struct LabelSheet: Sendable {
    package struct Label: Sendable {
        package let code: QRCode
        package let lines: [String]

        package init(code: QRCode, lines: [String]) { (self.code, self.lines) = (code, lines) }
    }

    package static let columns = 3
    package static let rows = 8
    private static let (width, height) = (70.0, 37.0)

    let labels: [Label]

    package init(_ labels: [Label]) { self.labels = labels }

    /// One document; sheets lie below each other, 297 mm each.
    package var svg: String {
        let perSheet = LabelSheet.columns * LabelSheet.rows
        let sheets = max(1, (labels.count + perSheet - 1) / perSheet)
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="\(297 * sheets)mm" viewBox="0 0 210 \(297 * sheets)">
            <rect width="100%" height="100%" fill="#fff"/>

            """
        for (index, label) in labels.enumerated() {
            let (sheet, place) = (index / perSheet, index % perSheet)
            let x = Double(place % LabelSheet.columns) * LabelSheet.width
            let y = Double(sheet) * 297 + 0.5 + Double(place / LabelSheet.columns) * LabelSheet.height
            text += LabelSheet.svg(label, x: x, y: y)
        }
        return text + "</svg>\n"
    }

    private static func svg(_ label: Label, x: Double, y: Double) -> String {
        // 27 mm with the quiet zone of four modules that readers need.
        let side = 27.0
        let module = side / Double(label.code.width + 8)
        let corner = (x: x + 3 + 4 * module, y: y + 5 + 4 * module)
        var text = """
            <path transform="translate(\(short(corner.x)) \(short(corner.y))) scale(\(short(module)))" fill="#000" d="\(label.code.svgPath)"/>

            """
        // A wide character is as broad as it is high: 25 cells of half of 3 mm.
        for (index, line) in label.lines.prefix(6).map({ CellWidth().clip($0, to: 25) }).enumerated() {
            text += """
                <text x="\(short(x + side + 4))" y="\(short(y + 9 + Double(index) * 4.8))" font-size="3" font-family="sans-serif">\(HTMLWriter.escaped(line))</text>

                """
        }
        return text
    }

    private static func short(_ value: Double) -> String {
        let thousandths = Int((value * 1000).rounded())
        let digits = String(thousandths % 1000 + 1000).dropFirst()
        return thousandths % 1000 == 0 ? String(thousandths / 1000) : "\(thousandths / 1000).\(digits)"
    }
}
