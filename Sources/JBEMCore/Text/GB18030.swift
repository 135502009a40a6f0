internal import Glibc

/// The national character set, whose order of bytes is pinyin order for common characters.
package enum GB18030 {
    /// The bytes of a text in GB18030; those of UTF-8 where the system has no such conversion.
    package static func bytes(_ text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        let converter = iconv_open("GB18030", "UTF-8")
        guard converter != iconv_t(bitPattern: -1) else { return Array(text.utf8) }
        defer { iconv_close(converter) }
        var input = Array(text.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4 + 16)
        let capacity = output.count
        let left = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var from = source.baseAddress
                var fromLeft = source.count
                var to = target.baseAddress
                var toLeft = target.count
                let result = iconv(converter, &from, &fromLeft, &to, &toLeft)
                return result == -1 ? nil : toLeft
            }
        }
        guard let left else { return Array(text.utf8) }
        return output[0..<(capacity - left)].map { UInt8(bitPattern: $0) }
    }
}
