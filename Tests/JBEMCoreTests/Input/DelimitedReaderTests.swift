import Testing

@testable import JBEMCore

@Suite struct DelimitedReaderTests {
    private func cells(_ text: String) throws -> [[String]] { try DelimitedReader(text).map { try $0.get().cells } }

    private func faults(_ text: String) throws -> [Fault] {
        try DelimitedReader(text).compactMap {
            if case .failure(let fault) = $0 { fault } else { nil }
        }
    }

    @Test(arguments: DelimitedReader.Delimiter.allCases)
    func delimiterIsSniffed(delimiter: DelimitedReader.Delimiter) throws {
        let mark = delimiter.rawValue
        let text = "编号\(mark)名称\(mark)备注\n1\(mark)甲\(mark)\"a\(mark)b\"\n2\(mark)乙\(mark)\n"
        let reader = try DelimitedReader(text)
        #expect(reader.delimiter == delimiter)
        #expect(reader.header == ["编号", "名称", "备注"])
        #expect(try reader.map { try $0.get().cells } == [["1", "甲", "a\(mark)b"], ["2", "乙", ""]])
    }

    @Test func sniffingPrefersTheConsistentDelimiter() throws {
        // Commas split the header too, but not the rows alike.
        let reader = try DelimitedReader("名称|损失, 元|备注\n甲|1,200,300|无\n乙|3|无\n")
        #expect(reader.delimiter == .bar)
        #expect(reader.header == ["名称", "损失, 元", "备注"])
    }

    @Test func fullWidthCommaInCellsIsText() throws {
        let reader = try DelimitedReader("名称,备注\n甲，乙,一，二\n丙，丁,三，四\n")
        #expect(reader.delimiter == .comma)
        #expect(try reader.map { try $0.get().cells }.first == ["甲，乙", "一，二"])
    }

    @Test func singleColumnIsRead() throws {
        #expect(try cells("名称\n甲\n乙\n") == [["甲"], ["乙"]])
    }

    @Test func excelSeparatorLineSetsTheDelimiter() throws {
        let reader = try DelimitedReader("sep=;\r\na;b,c\r\n1;2\r\n")
        #expect(reader.delimiter == .semicolon)
        #expect(reader.header == ["a", "b,c"])
        #expect(reader.headerLine == 2)
        #expect(try reader.map { try $0.get().line } == [3])
    }

    @Test func wantedDelimiterIsUsed() throws {
        #expect(try DelimitedReader("a,b|c\n1,2|3\n", delimiter: .bar).header == ["a,b", "c"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"]) func everyLineEndIsUnderstood(end: String) throws {
        let text = ["a,b", "1,\"x\(end)y\"", "", "2,z"].joined(separator: end)
        let rows = try DelimitedReader(text).map { try $0.get() }
        #expect(rows.map(\.cells) == [["1", "x\(end)y"], ["2", "z"]])
        #expect(rows.map(\.line) == [2, 5])
    }

    @Test func doubledQuotesAndEmptyQuotesAreRead() throws {
        #expect(try cells("a,b,c\n\"say \"\"hi\"\"\",\"\",\"\"\"\"\n") == [["say \"hi\"", "", "\""]])
    }

    @Test func quoteInsideUnquotedCellIsText() throws {
        #expect(try cells("a,b\n5\" pipe,x\"y\"\n") == [["5\" pipe", "x\"y\""]])
    }

    @Test func spacesAfterClosingQuoteAreDropped() throws {
        #expect(try cells("a,b\n\"1\"  ,\"2\" \n") == [["1", "2"]])
    }

    @Test func blankLinesAndBlankRowsAreSkipped() throws {
        #expect(try cells("\n  \na,b\n\n,\n \u{3000},\n1,2\n\n") == [["1", "2"]])
    }

    @Test func quotedEmptyCellMakesARow() throws {
        #expect(try cells("a\n\"\"\nx\n") == [[""], ["x"]])
    }

    @Test func trailingEmptyCellsBeyondTheHeaderAreTolerated() throws {
        #expect(try cells("a,b\n1,2,,\n") == [["1", "2"]])
        #expect(try cells("a,b,,\n1,2\n3,4,,\n") == [["1", "2"], ["3", "4"]])
    }

    @Test func raggedRowsAreRefusedOneByOne() throws {
        let outcomes = Array(try DelimitedReader("a,b,c\n1,2\n1,2,3\n1,2,3,4\n"))
        #expect(outcomes.count == 3)
        #expect(try outcomes[1].get().cells == ["1", "2", "3"])
        let faults = try faults("a,b,c\n1,2\n1,2,3\n1,2,3,4\n")
        #expect(faults.map(\.location.line) == [2, 4])
        #expect(faults.map(\.reason.en) == ["the row has 2 cells, the header 3", "the row has 4 cells, the header 3"])
        #expect(faults[0].reason.zh == "本行 2 格，表头 3 格")
    }

    @Test func unterminatedQuoteNamesTheLineWhereItBegan() throws {
        let faults = try faults("a,b\n1,2\n3,\"open\n4,5\n6,7\n")
        #expect(faults.map(\.location.line) == [3])
        #expect(faults.first?.reason.en == "unterminated quote (it begins on line 3)")
        #expect(faults.first?.reason.zh == "引号没有闭合（从第 3 行开始）")
    }

    @Test func strayTextAfterQuoteIsRefusedAndReadingGoesOn() throws {
        let outcomes = Array(try DelimitedReader("a,b\n\"1\"x,2\n3,4\n"))
        #expect(outcomes.count == 2)
        #expect(try outcomes[1].get() == .init(line: 3, cells: ["3", "4"]))
        let found = inputFault { () throws(Fault) in try outcomes[0].get() }
        #expect(found?.location.line == 2)
        #expect(found?.reason.en == "stray text after a closing quote: \"x\"")
    }

    @Test(arguments: [false, true]) func cellOverItsLimitIsRefused(quoted: Bool) throws {
        let mark = quoted ? "\"" : ""
        let limit = String(repeating: "x", count: DelimitedReader.cellLimit)
        #expect(try cells("a,b\n1,\(mark)\(limit)\(mark)\n").first?[1].utf8.count == 65_536)
        let outcomes = Array(try DelimitedReader("a,b\n1,\(mark)\(limit)y\(mark)\n3,4\n"))
        let found = inputFault { () throws(Fault) in try outcomes[0].get() }
        #expect(found?.reason.en == "cell 2 is longer than 64 KiB")
        #expect(found?.location.line == 2)
        #expect(try outcomes[1].get().cells == ["3", "4"])
    }

    @Test func aRowOverItsLimitIsRefusedAndTheNextIsRead() throws {
        let header = (1...40).map { "c\($0)" }.joined(separator: ",")
        let row = (1...40).map { _ in String(repeating: "x", count: 30_000) }.joined(separator: ",")
        let next = Array(repeating: "1", count: 40).joined(separator: ",")
        let outcomes = Array(try DelimitedReader("\(header)\n\(row)\n\(next)\n"))
        let found = inputFault { () throws(Fault) in try outcomes[0].get() }
        #expect(found?.reason.en == "the row is longer than 1 MiB" && found?.location.line == 2)
        #expect(try outcomes[1].get().cells.count == 40)
    }

    @Test func tooManyColumnsAreRefused() {
        let header = (1...257).map { "c\($0)" }.joined(separator: ",")
        let found = inputFault { () throws(Fault) in try DelimitedReader("\(header)\n") }
        #expect(found?.reason.en == "257 columns, at most 256")
    }

    @Test(arguments: ["", "\n\r\n", " \n\u{3000}\n"]) func emptyFileIsAFault(text: String) {
        let found = inputFault { () throws(Fault) in try DelimitedReader(text) }
        #expect(found?.reason == Localized("文件是空的", "the file is empty"))
    }

    @Test(arguments: ["a,b", "a,b\n", "a,b\r\n\r\n"]) func headerAloneHasNoRows(text: String) throws {
        #expect(try cells(text).isEmpty)
    }

    @Test func duplicateHeaderIsRefused() {
        let found = inputFault { () throws(Fault) in try DelimitedReader("\n名称,街道, 名称\n1,2,3\n") }
        #expect(found?.location == .init(line: 2, field: "名称"))
        #expect(found?.reason.en == "duplicate header: columns 1 and 3 have the same name")
    }

    @Test func namelessColumnMayOnlyBeEmpty() throws {
        #expect(try cells("a,,c\n1,,3\n") == [["1", "", "3"]])
        let inside = try faults("a,,c\n1,,3\n1,2,3\n")
        #expect(inside.map(\.location.line) == [3])
        #expect(inside.first?.reason.en == "column 2 has data but no name in the header")
        #expect(try faults("a,b,\n1,2,3\n").first?.reason.zh == "第 3 列有数据，但表头没有列名")
    }

    @Test func unterminatedHeaderIsRefused() {
        let found = inputFault { () throws(Fault) in try DelimitedReader("a,\"b\n1,2\n") }
        #expect(found?.location.line == 1)
    }

    @Test func sourceOfARowIsItsExactText() throws {
        var iterator = try DelimitedReader("a,b\r\n\r\n1, \"二\r\n\"\"x\"\r\n3,4,5\r\n").makeIterator()
        _ = iterator.next()
        #expect(iterator.source == "1, \"二")
        var other = try DelimitedReader("a,b\r\n1,\"二\r\n\"\"x\"\r\n3,4,5\r\n6,7").makeIterator()
        _ = other.next()
        #expect(other.source == "1,\"二\r\n\"\"x\"")
        _ = other.next()
        #expect(other.source == "3,4,5")
        _ = other.next()
        #expect(other.source == "6,7")
        #expect(other.next() == nil)
    }

    @Test func manyRowsAreReadLazily() throws {
        let text = "a,b\n" + String(repeating: "1,二\n", count: 200_000)
        var iterator = try DelimitedReader(text).makeIterator()
        for _ in 0..<199_999 { _ = iterator.next() }
        #expect(try iterator.next()?.get() == .init(line: 200_001, cells: ["1", "二"]))
        #expect(iterator.next() == nil)
    }
}
