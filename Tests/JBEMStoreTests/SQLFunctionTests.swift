import GRDB
import JBEMCore
import Testing

@testable import JBEMStore

/// The SQL functions of every connection, against published values.
@Suite struct SQLFunctionTests {
    @Test(arguments: [
        // FIPS 180-2, appendix B, and the empty text.
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"),
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ])
    func sha256(text: String, digest: String) throws {
        #expect(try value("sha256(?)", text) == digest)
    }

    @Test func theHashOfNothingIsNothing() throws {
        #expect(try value("sha256(?)", nil) == nil)
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
        let bytes = surnames.map { Hexadecimal.text(SQLFunctions.gb18030Bytes(String($0))) }
        #expect(bytes == bytes.sorted() && Set(bytes).count == 22)
    }

    private func value(_ expression: String, _ argument: String?) throws -> String? {
        try TemporaryStore(.nothing).store.read { try String.fetchOne($0, sql: "SELECT \(expression)", arguments: [argument]) }
    }
}
