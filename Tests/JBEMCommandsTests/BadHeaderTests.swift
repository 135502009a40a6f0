import JBEMCore
import JBEMTestSupport
import Testing

/// Files that are refused before any row is looked at, or that say which columns they mean in ways of their own.
@Suite struct BadHeaderTests {
    private static let header = "case_no,occurred_on,region,office,title,sector,is_production"
    private static let good = "T-1,2024-01-02,500105009,500105009,桥,other,1"
    private static let fields =
        "case_no occurred_at occurred_on region office place title sector type industry regime is_production exclusion duplicate_of exclusion_reason note investigated_on approved_on"

    @Test func anEmptyFileIsRefused() {
        let session = TestSession(.few)
        session.add("in.csv", "")
        expectRefusal(session, "accident import in.csv", code: 65, ["jbem: in.csv: 文件是空的"])
        session.add("in.csv", "\n \n,,\n")
        expectRefusal(session, "accident import in.csv", code: 65, ["jbem: in.csv: 文件是空的"])
    }

    @Test func aHeaderWithoutRowsChangesNothing() {
        let session = TestSession(.few)
        let before = content(session)
        session.add("in.csv", Self.header + "\n")
        let result = session.run("accident import in.csv")
        #expect(result == .init(code: 0, out: "导入：新增 0，更新 0，未变 0，拒绝 0（没有变化）\n", err: ""))
        #expect(content(session) == before)
    }

    @Test func unknownColumnsAreListedWithTheCloseFields() {
        let session = TestSession(.few)
        session.add("in.csv", "\(Self.header),occured_at,foo\n\(Self.good),,\n")
        expectRefusal(
            session, "accident import in.csv", code: 65,
            [
                "jbem: in.csv:1: occured_at: 未知的列；是否指 occurred_at、occurred_on？", "jbem: in.csv:1: foo: 未知的列",
                "jbem: 表头有误，什么也没有写入", "提示：用 --map 列名=字段 指定，--map 列名= 忽略该列", "提示：字段：\(Self.fields)",
            ])
        session.language = .en
        expectRefusal(
            session, "accident import in.csv", code: 65,
            [
                "jbem: in.csv:1: occured_at: unknown column; did you mean occurred_at, occurred_on?", "jbem: in.csv:1: foo: unknown column",
                "jbem: the header has faults; nothing was written", "hint: use --map column=field, or --map column= to leave it out",
                "hint: fields: \(Self.fields)",
            ])
    }

    @Test func twoColumnsOfOneFieldAreRefused() {
        let session = TestSession(.few)
        session.add("in.csv", "\(Self.header),名称\n\(Self.good),桥\n")
        let result = session.run("accident import in.csv")
        #expect(result.code == 65)
        #expect(result.err.hasPrefix("jbem: in.csv:1: 名称: 与列 “title” 同为字段 title\n"))
        session.add("in.csv", "case_no,case_no\n1,2\n")
        expectRefusal(session, "accident import in.csv", code: 65, ["jbem: in.csv:1: case_no: 表头重复：第 1 列和第 2 列同名"])
    }

    @Test func columnsCanBeMappedOrLeftOut() {
        let session = TestSession(.few)
        session.add("in.csv", "号,\(Self.header.dropFirst(8)),foo\n\(Self.good),x\n")
        #expect(session.run(["accident", "import", "in.csv", "--map", "号=事故编号", "--map", "foo="]).out.hasPrefix("导入：新增 1，"))
        #expect(session.output("accident show T-1").contains("T-1"))
    }

    @Test func aMappedColumnMustBeInTheFileAndItsFieldKnown() {
        let session = TestSession(.few)
        session.add("in.csv", "\(Self.header)\n\(Self.good)\n")
        expectRefusal(
            session, "accident import in.csv --map 号=case_no", code: 64,
            ["jbem: --map：没有列 “号”", "提示：列：case_no is_production occurred_on office region sector title"])
        expectRefusal(
            session, "accident import in.csv --map title=titel", code: 64, ["jbem: 事故没有字段 “titel”", "提示：是否指 title？"])
    }

    @Test func headersInChineseAreUnderstood() {
        let session = TestSession(.few)
        session.add("in.csv", "事故编号;事故日期;属地;报送单位;事故名称;行业;是否生产经营性\nT-1;2024年1月2日;铁山坪街道;500105009;桥;其他;是\n")
        #expect(session.run("accident import in.csv").out.hasPrefix("导入：新增 1，"))
        let record = session.output("accident show T-1 --csv")
        #expect(record.contains("T-1,,2024-01-02,500105009,500105009,,桥,other,"))
    }

    // MARK: - Encodings

    @Test(arguments: ["\n", "\r\n", "\r"], [false, true]) func everyLineEndWithAndWithoutAMarkIsRead(end: String, hasMark: Bool) {
        let session = TestSession(.few)
        session.add("in.csv", (hasMark ? "\u{FEFF}" : "") + Self.header + end + Self.good + end)
        let result = session.run("accident import in.csv -v")
        #expect(result.out.hasPrefix("导入：新增 1，"))
        #expect(result.err == "in.csv：编码 UTF-8，分隔符 ,\n")
    }

    @Test(arguments: [("UTF-16LE", false), ("UTF-16BE", true)]) func wideFilesAreReadByTheirMark(label: String, isBig: Bool) {
        let session = TestSession(.few)
        session.files["in.csv"] = Self.wide("\u{FEFF}\(Self.header)\n\(Self.good)\n", isBig: isBig)
        let result = session.run("accident import in.csv -v")
        #expect(result.code == 0)
        #expect(result.err.contains(label))
        #expect(session.output("accident show T-1").contains("桥"))
    }

    @Test func wideFilesWithoutAMarkSayWhatToDo() {
        let session = TestSession(.few)
        session.files["in.csv"] = Self.wide("\(Self.header)\n\(Self.good)\n", isBig: false)
        expectRefusal(
            session, "accident import in.csv", code: 65,
            ["jbem: in.csv:1: 文件像是没有字节顺序标记的 UTF-16LE；请指定编码 utf16le，或另存为 UTF-8"])
        #expect(session.run("accident import in.csv --encoding utf-16le").code == 0)
    }

    @Test func chineseSpreadsheetEncodingIsRead() {
        let session = TestSession(.few)
        // 桥 is C7 C5 in GB18030.
        session.files["in.csv"] =
            Array("\(Self.header)\nT-1,2024-01-02,500105009,500105009,".utf8) + [0xC7, 0xC5] + Array(",other,1\n".utf8)
        let result = session.run("accident import in.csv -v")
        #expect(result.err == "in.csv：编码 GB18030，分隔符 ,\n")
        #expect(session.output("accident show T-1").contains("桥"))
    }

    @Test func bytesThatAreNoTextAreNamedByLineAndOffset() {
        let session = TestSession(.few)
        session.files["in.csv"] = Array("\(Self.header)\nT-1,".utf8) + [0xFF, 0x2C, 0x0A]
        expectRefusal(
            session, "accident import in.csv", code: 65,
            ["jbem: in.csv:2: 不是合法的 UTF-8（第 2 行，字节偏移 65），也不是合法的 GB18030（第 2 行，字节偏移 65）"])
    }

    @Test func nulBytesAreRefused() {
        let session = TestSession(.few)
        session.add("in.csv", "\(Self.header)\nT-1,2024-01-02,500105009,500105009,桥\0,other,1\n")
        expectRefusal(session, "accident import in.csv", code: 65, ["jbem: in.csv:2: 文件含有空字节（NUL），字节偏移 99"])
        session.language = .en
        expectRefusal(
            session, "accident import in.csv", code: 65, ["jbem: in.csv:2: the file contains a NUL byte at byte offset 99"])
    }

    @Test func aWorkbookSaysWhatToDo() {
        let session = TestSession(.few)
        session.files["in.xlsx"] = [0x50, 0x4B, 0x03, 0x04, 0x00]
        expectRefusal(session, "accident import in.xlsx", code: 65, ["jbem: in.xlsx: 这是 Excel 工作簿（.xlsx）；请另存为 CSV"])
    }

    private static func wide(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
            return isBig ? [high, low] : [low, high]
        }
    }
}
