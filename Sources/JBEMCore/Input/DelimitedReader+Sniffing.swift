extension DelimitedReader.Delimiter {
    /// Rows that sniffing looks at.
    private static let sampleRows = 32

    /// The delimiter of an Excel line `sep=;` at the start of the text, which is passed.
    static func declared(in text: ArraySlice<UInt8>, _ position: inout DelimitedScanner.Position) -> Self? {
        let line = String(decoding: text.prefix(8).prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
        guard let delimiter = allCases.first(where: { line.lowercased() == "sep=" + $0.rawValue }) else { return nil }
        var rest = text.dropFirst(line.utf8.count).prefix(2)
        var passed = line.utf8.count
        if rest.first == 0x0D {
            passed += 1
            rest = rest.dropFirst()
        }
        if rest.first == 0x0A { passed += 1 }
        position = .init(offset: passed, line: 2)
        return delimiter
    }

    /// The delimiter by which the most of the first rows have as many cells as the header; the comma if none splits the header.
    ///
    /// Quotes are respected. Among equals the one with more columns wins, then the order of the cases.
    static func sniffed(in text: ArraySlice<UInt8>, from start: DelimitedScanner.Position) -> Self {
        var best = (delimiter: comma, fitting: -1, columns: 1)
        for candidate in allCases {
            let (fitting, columns) = fit(candidate, text, start)
            guard columns > 1 else { continue }
            if fitting > best.fitting || (fitting == best.fitting && columns > best.columns) { best = (candidate, fitting, columns) }
        }
        return best.delimiter
    }

    /// Per mille of the sample's rows with as many cells as the header (more if the rest is blank), and the columns of the header.
    private static func fit(_ candidate: Self, _ text: ArraySlice<UInt8>, _ start: DelimitedScanner.Position) -> (
        fitting: Int, columns: Int
    ) {
        var scanner = DelimitedScanner(candidate, at: start)
        guard let header = scanner.next(text) else { return (0, 0) }
        let columns = header.cells.count
        var (rows, fitting) = (1, header.fault == nil ? 1 : 0)
        while rows < sampleRows, let row = scanner.next(text) {
            rows += 1
            guard row.fault == nil, row.cells.count >= columns else { continue }
            if row.cells.dropFirst(columns).allSatisfy({ ValueText.isBlank($0) }) { fitting += 1 }
        }
        return (fitting * 1000 / rows, columns)
    }
}
