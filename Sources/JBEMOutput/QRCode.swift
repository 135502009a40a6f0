internal import CQRCode

/// A QR code (ISO/IEC 18004, error correction M).
package struct QRCode: Sendable {
    /// Modules on a side, without the quiet zone.
    package let width: Int
    private let modules: [UInt8]

    /// - Returns: `nil` if the text is too long for a code.
    package init?(_ text: String) {
        var pointer: UnsafeMutablePointer<UInt8>?
        let bytes = Array(text.utf8)
        width = Int(jbem_qr_encode(bytes, Int32(bytes.count), &pointer))
        guard width > 0, let pointer else { return nil }
        modules = Array(UnsafeBufferPointer(start: pointer, count: width * width))
        jbem_qr_free(pointer)
    }

    package func isDark(_ row: Int, _ column: Int) -> Bool {
        guard (0..<width).contains(row), (0..<width).contains(column) else { return false }
        return modules[row * width + column] == 1
    }

    /// Lines for a terminal with light letters on a dark ground: what is light is drawn, two modules a character.
    ///
    /// - Parameter isASCII: two number signs a module, where half blocks cannot be shown.
    package func lines(quiet: Int = 2, isASCII: Bool = false) -> [String] {
        let range = -quiet..<(width + quiet)
        if isASCII { return range.map { row in range.map { isDark(row, $0) ? "  " : "##" }.joined() } }
        return stride(from: -quiet, to: width + quiet, by: 2).map { row in
            range.map { column in
                switch (isDark(row, column), row + 1 >= width + quiet || isDark(row + 1, column)) {
                case (false, false): "█"
                case (false, true): "▀"
                case (true, false): "▄"
                case (true, true): " "
                }
            }.joined()
        }
    }

    /// The dark modules as the path of an SVG, one unit a module, runs of a row in one piece.
    package var svgPath: String {
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                guard isDark(row, column) else {
                    column += 1
                    continue
                }
                let start = column
                while isDark(row, column) { column += 1 }
                path += "M\(start) \(row)h\(column - start)v1H\(start)z"
            }
        }
        return path
    }
}
