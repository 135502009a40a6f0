import Testing

@testable import JBEMCore

@Suite struct TextDecodingTests {
    /// 隐患|名称, in GB18030 and in UTF-16.
    private let text = "隐患,名称\n一,二\n"
    private let gb18030: [UInt8] = [
        0xD2, 0xFE, 0xBB, 0xBC, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6, 0x0A, 0xD2, 0xBB, 0x2C, 0xB6, 0xFE, 0x0A,
    ]

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    @Test func plainUTF8IsRead() throws {
        let decoded = try TextDecoding.decode(Array(text.utf8))
        #expect(decoded == DecodedText(text: text, encoding: .utf8, hadByteOrderMark: false))
    }

    @Test func byteOrderMarkIsRemovedAndReported() throws {
        let decoded = try TextDecoding.decode([0xEF, 0xBB, 0xBF] + Array(text.utf8))
        #expect(decoded == DecodedText(text: text, encoding: .utf8, hadByteOrderMark: true))
    }

    @Test(arguments: [false, true]) func utf16WithMarkIsRead(bigEndian: Bool) throws {
        let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let decoded = try TextDecoding.decode(mark + utf16(text + "𠮷", bigEndian: bigEndian))
        #expect(decoded == DecodedText(text: text + "𠮷", encoding: bigEndian ? .utf16be : .utf16le, hadByteOrderMark: true))
    }

    @Test(arguments: [false, true]) func utf16WithoutMarkIsNamed(bigEndian: Bool) throws {
        let bytes = utf16(text, bigEndian: bigEndian)
        let name = bigEndian ? "utf16be" : "utf16le"
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(bytes) }
        #expect(found?.reason.en.contains("ask for the encoding \(name)") == true)
        #expect(found?.reason.zh.contains("没有字节顺序标记") == true)
        #expect(try TextDecoding.decode(bytes, encoding: bigEndian ? .utf16be : .utf16le).text == text)
    }

    @Test func gb18030IsFoundWhenUTF8Fails() throws {
        let decoded = try TextDecoding.decode(gb18030)
        #expect(decoded == DecodedText(text: text, encoding: .gb18030, hadByteOrderMark: false))
        #expect(try TextDecoding.decode(gb18030, encoding: .gb18030) == decoded)
    }

    @Test func trailByteBarIsNoDelimiter() throws {
        let bytes = Array("a|b\n".utf8) + [0x81, 0x7C] + Array("|2\n".utf8)
        let decoded = try TextDecoding.decode(bytes)
        #expect(decoded.encoding == .gb18030)
        let rows = try DelimitedReader(decoded).map { try $0.get() }
        #expect(rows.count == 1)
        #expect(rows.first?.cells == ["\u{4E85}", "2"])
    }

    @Test func fourByteGB18030IsRead() throws {
        let decoded = try TextDecoding.decode([0xD2, 0xFE, 0x95, 0x32, 0x82, 0x36, 0x0A])
        #expect(decoded.text == "隐\u{20000}\n")
    }

    @Test func undecodableBytesNameOffsetAndLine() {
        let bytes = Array("a,b\r\n1,2\r\n".utf8) + [0xD2, 0xFE, 0xFF, 0x41]
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(bytes) }
        #expect(found?.location.line == 3)
        #expect(found?.reason.en == "not valid UTF-8 (line 3, byte offset 10), and not valid GB18030 (line 3, byte offset 12)")
        #expect(found?.reason.zh == "不是合法的 UTF-8（第 3 行，字节偏移 10），也不是合法的 GB18030（第 3 行，字节偏移 12）")
    }

    @Test func truncatedGB18030IsRefused() {
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(gb18030.dropLast(2) + [], encoding: .gb18030) }
        #expect(found?.location.line == 2)
    }

    @Test func damagedUTF8IsNotReadAsGB18030() {
        var bytes = Array("名称,街道\n危险化学品,石桥铺街道\n".utf8)
        bytes.removeLast(2)
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(bytes) }
        #expect(found?.reason.en.hasPrefix("a damaged UTF-8 file") == true)
        #expect(found?.location.line == 2)
    }

    @Test func overlongAndSurrogateUTF8IsRefused() {
        for bytes: [UInt8] in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xE4, 0xB8]] {
            let found = inputFault { () throws(Fault) in try TextDecoding.decode([0x0A] + bytes, encoding: .utf8) }
            #expect(found?.reason.en == "not valid UTF-8 (line 2, byte offset 1)")
        }
    }

    @Test func nulByteIsRefusedWithItsLine() {
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(Array("a,b\r1,\r2,\0x\n".utf8)) }
        #expect(found?.location.line == 3)
        #expect(found?.reason.en == "the file contains a NUL byte at byte offset 9")
    }

    @Test func nulCharacterInUTF16IsRefused() {
        let found = inputFault { () throws(Fault) in try TextDecoding.decode([0xFF, 0xFE] + utf16("一\n\0", bigEndian: false)) }
        #expect(found?.location.line == 2)
    }

    @Test func brokenUTF16NamesOffsetAndLine() {
        let lone: [UInt8] = [0xFF, 0xFE, 0x41, 0x00, 0x0A, 0x00, 0x00, 0xD8, 0x41, 0x00]
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(lone) }
        #expect(found?.location.line == 2)
        #expect(found?.reason.en == "not valid UTF-16 at byte offset 6")
        let odd = inputFault { () throws(Fault) in try TextDecoding.decode([0xFE, 0xFF, 0x00, 0x41, 0x00]) }
        #expect(odd?.reason.en == "not valid UTF-16 at byte offset 4")
    }

    @Test(arguments: [([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00] as [UInt8], ".xlsx"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], ".xls")])
    func workbookSaysSaveAsCSV(bytes: [UInt8], suffix: String) {
        let found = inputFault { () throws(Fault) in try TextDecoding.decode(bytes, encoding: .gb18030) }
        #expect(found?.reason.en == "this is an Excel workbook (\(suffix)); save as CSV")
        #expect(found?.reason.zh == "这是 Excel 工作簿（\(suffix)）；请另存为 CSV")
    }

    @Test func encodingThatContradictsTheMarkIsRefused() {
        let found = inputFault { () throws(Fault) in try TextDecoding.decode([0xEF, 0xBB, 0xBF, 0x61], encoding: .gb18030) }
        #expect(found?.reason.en.contains("GB18030 was asked for") == true)
    }

    @Test func emptyFileIsEmptyText() throws {
        #expect(try TextDecoding.decode([]) == DecodedText(text: "", encoding: .utf8, hadByteOrderMark: false))
        #expect(try TextDecoding.decode([], encoding: .gb18030).text == "")
        #expect(try TextDecoding.decode([], encoding: .utf16le).text == "")
    }

    @Test func encodingNamesAreAccepted() {
        for name in ["gbk", "GB2312", "gb18030", "CP936", "gb-18030"] { #expect(TextEncoding(name: name) == .gb18030) }
        for name in ["utf8", "UTF-8", "utf-8-sig"] { #expect(TextEncoding(name: name) == .utf8) }
        #expect(TextEncoding(name: "UTF-16LE") == .utf16le)
        #expect(TextEncoding(name: "utf_16be") == .utf16be)
        #expect(TextEncoding(name: "utf-16") == nil)
        #expect(TextEncoding(name: "latin1") == nil)
    }
}
