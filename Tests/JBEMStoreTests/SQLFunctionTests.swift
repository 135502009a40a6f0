import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// The SQL functions of every connection, against published values.
@Suite struct SQLFunctionTests {
    /// Published hashes of "abc" and of nothing (FIPS 180-2, appendix B); lines are taken in the order of their ids.
    @Test func theDigestOfRowsDoesNotDependOnTheirOrder() throws {
        let rows = "SELECT row_digest(column1, column2) FROM (VALUES "
        #expect(try fetch(rows + "(7, 'abc'))") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(try fetch(rows + "(NULL, NULL))") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(try fetch(rows + "(2, 'b'), (1, 'a'))") == ChangeChain.digest("a\nb"))
        #expect(try fetch(rows + "(1, 'a'), (2, 'b'))") == ChangeChain.digest("a\nb"))
        #expect(try value("gb18030(?)", nil) == nil)
    }

    @Test(arguments: [
        ("A", "41"), ("", ""), ("中", "d6d0"), ("a中b", "61d6d062"), ("㐀", "8139ee39"), ("𠀀", "95328236"), ("王芳", "cdf5b7bc"),
    ])
    func gb18030(text: String, digits: String) throws {
        #expect(try value("gb18030(?)", text) == digits)
    }

    /// GB 2312 orders its 3755 common characters by pinyin.
    @Test func commonSurnamesAreInPinyinOrder() {
        // bai cai chen dai fan guo han jiang kong lin ma ning ou peng qian ren sun tang wang xie yang zhang
        let surnames = "白蔡陈戴范郭韩江孔林马宁欧彭钱任孙唐王谢杨张"
        let bytes = surnames.map { Hexadecimal.text(GB18030.bytes(String($0))) }
        #expect(bytes == bytes.sorted() && Set(bytes).count == 22)
    }

    private func fetch(_ sql: String) throws -> String? {
        try TemporaryStore(.nothing).store.read { try String.fetchOne($0, sql: sql) }
    }

    private func value(_ expression: String, _ argument: String?) throws -> String? {
        try TemporaryStore(.nothing).store.read { try String.fetchOne($0, sql: "SELECT \(expression)", arguments: [argument]) }
    }
}
