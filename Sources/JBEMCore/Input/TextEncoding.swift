/// A character encoding in which files of offices and spreadsheets arrive.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8
    case utf16le
    case utf16be
    /// Also covers GBK and GB 2312, of which it is a superset.
    case gb18030

    /// Makes an encoding from a name people use (`UTF-8`, `gbk`, `cp936`, `utf-16le` …); `nil` if the name is unknown.
    ///
    /// Plain `utf-16` is unknown on purpose: it does not say the byte order.
    package init?(name: String) {
        let plain = name.lowercased().filter { !"-_ ".contains($0) }
        switch plain {
        case "utf8", "utf8sig", "utf8bom", "cp65001": self = .utf8
        case "utf16le", "ucs2le": self = .utf16le
        case "utf16be", "ucs2be": self = .utf16be
        case "gb18030", "gbk", "gb2312", "cp936", "ms936", "windows936", "euccn": self = .gb18030
        default: return nil
        }
    }

    /// The name as people read it.
    package var label: String {
        switch self {
        case .utf8: "UTF-8"
        case .utf16le: "UTF-16LE"
        case .utf16be: "UTF-16BE"
        case .gb18030: "GB18030"
        }
    }

    /// The bytes of U+FEFF by which a file can announce the encoding; empty for GB18030, whose mark nobody writes.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16le: [0xFF, 0xFE]
        case .utf16be: [0xFE, 0xFF]
        case .gb18030: []
        }
    }

    /// The encoding announced by the first bytes, if any.
    static func announced(by bytes: some Collection<UInt8>) -> TextEncoding? {
        allCases.first { !$0.byteOrderMark.isEmpty && bytes.starts(with: $0.byteOrderMark) }
    }
}

/// The text of a file and how it was read.
package struct DecodedText: Sendable, Hashable {
    /// UTF-8 without the byte order mark; where the input was UTF-8, its own bytes, so that a large file is in memory once.
    let utf8: ArraySlice<UInt8>
    package let encoding: TextEncoding
    package let hadByteOrderMark: Bool

    package var text: String { String(decoding: utf8, as: UTF8.self) }

    package init(text: String, encoding: TextEncoding, hadByteOrderMark: Bool) {
        self.init(utf8: Array(text.utf8)[...], encoding: encoding, hadByteOrderMark: hadByteOrderMark)
    }

    init(utf8: ArraySlice<UInt8>, encoding: TextEncoding, hadByteOrderMark: Bool) {
        self.utf8 = utf8
        self.encoding = encoding
        self.hadByteOrderMark = hadByteOrderMark
    }
}
