import Glibc

/// What a look at bytes as UTF-8 tells: where it fails, and how much of the rest is UTF-8 all the same.
struct UTF8Survey {
    /// Index of the first byte that begins no valid sequence.
    private(set) var firstInvalid: Int?
    private var nonASCIIBytes = 0
    private var longSequences = 0
    private var bytesInLongSequences = 0

    init(_ bytes: ArraySlice<UInt8>) {
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = UTF8Survey.sequenceLength(bytes[index...])
            if length == 0 {
                if firstInvalid == nil { firstInvalid = index }
                nonASCIIBytes += 1
                index += 1
                continue
            }
            if length > 1 { nonASCIIBytes += length }
            if length > 2 {
                longSequences += 1
                bytesInLongSequences += length
            }
            index += length
        }
    }

    /// Tells whether nearly all that is not ASCII forms UTF-8 sequences of three or four bytes.
    ///
    /// Text in GB18030 practically never does: common Chinese characters begin with 0xB0…0xD7, such sequences with 0xE0…0xF4.
    var isDamagedUTF8: Bool {
        longSequences >= 3 && bytesInLongSequences * 5 >= nonASCIIBytes * 4
    }

    /// Length of the well-formed sequence (Unicode table 3-7) at the start of `bytes`; 0 if there is none.
    private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
        let start = bytes.startIndex
        let lead = bytes[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if lead == 0xE0 { second = 0xA0...0xBF }
            if lead == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            length = 4
            if lead == 0xF0 { second = 0x90...0xBF }
            if lead == 0xF4 { second = 0x80...0x8F }
        default: return 0
        }
        guard bytes.count >= length, second.contains(bytes[start + 1]) else { return 0 }
        for index in (start + 2)..<max(start + length, start + 2) where !(0x80...0xBF).contains(bytes[index]) { return 0 }
        return length
    }
}

/// Reads bytes as strict UTF-16.
enum UTF16Bytes {
    enum Order {
        case little, big

        var encoding: TextEncoding { self == .little ? .utf16le : .utf16be }
    }

    static func decode(_ body: ArraySlice<UInt8>, _ order: Order) throws(Fault) -> String {
        let units = units(body, order)
        if body.count % 2 == 1 { throw fault(body.endIndex - 1, units) }
        if let text = String(validating: units, as: UTF16.self) { return text }
        let index = firstLoneSurrogate(units) ?? units.count
        throw fault(body.startIndex + index * 2, units[..<index])
    }

    /// The byte order if the bytes look like UTF-16 without a mark: one order makes commas, digits and line ends of them.
    ///
    /// The side on which the NUL bytes stand is not enough: 一 (U+4E00) has one on the other side.
    static func likelyOrder(_ body: ArraySlice<UInt8>) -> Order? {
        guard body.count % 2 == 0 else { return nil }
        let little = plausibility(units(body, .little))
        let big = plausibility(units(body, .big))
        guard max(little, big) >= max(2, body.count / 64) else { return nil }
        return little > big ? .little : .big
    }

    /// Number of ASCII characters in a text; 0 if it is not well-formed or holds NUL.
    private static func plausibility(_ units: [UInt16]) -> Int {
        guard !units.contains(0), firstLoneSurrogate(units) == nil else { return 0 }
        return units.reduce(0) { $0 + ((0x09...0x7E).contains($1) ? 1 : 0) }
    }

    private static func units(_ body: ArraySlice<UInt8>, _ order: Order) -> [UInt16] {
        let (low, high) = order == .little ? (0, 1) : (1, 0)
        return stride(from: body.startIndex, to: body.endIndex - 1, by: 2).map {
            UInt16(body[$0 + low]) | UInt16(body[$0 + high]) << 8
        }
    }

    private static func firstLoneSurrogate(_ units: [UInt16]) -> Int? {
        var index = 0
        while index < units.count {
            if UTF16.isLeadSurrogate(units[index]) {
                guard index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) else { return index }
                index += 1
            } else if UTF16.isTrailSurrogate(units[index]) {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func fault(_ offset: Int, _ before: some Sequence<UInt16>) -> Fault {
        let line = LineCount.line(in: before.lazy.map { UInt8(exactly: $0) ?? 0xFF })
        return Fault(
            Localized("不是合法的 UTF-16，字节偏移 \(offset)", "not valid UTF-16 at byte offset \(offset)"), at: .init(line: line))
    }
}

/// Reads bytes as strict GB18030 with the converter of the C library.
enum GB18030Bytes {
    enum Outcome {
        /// UTF-8.
        case text(ArraySlice<UInt8>)
        /// Index of the first byte that begins no character.
        case invalid(Int)
        case unavailable
    }

    static func decode(_ body: ArraySlice<UInt8>) -> Outcome {
        guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return .unavailable }
        defer { iconv_close(converter) }
        var consumed = 0
        var failed = false
        // A GB18030 character of n bytes becomes at most 3n/2 bytes of UTF-8 (two bytes become three).
        let capacity = body.count + body.count / 2 + 16
        let text = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            count = body.withUnsafeBytes { input in
                var source = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: CChar.self))
                var sourceLeft = input.count
                guard sourceLeft > 0, let base = output.baseAddress else { return 0 }
                return base.withMemoryRebound(to: CChar.self, capacity: output.count) { start in
                    var target: UnsafeMutablePointer<CChar>? = start
                    var targetLeft = output.count
                    failed = iconv(converter, &source, &sourceLeft, &target, &targetLeft) == -1
                    consumed = input.count - sourceLeft
                    return output.count - targetLeft
                }
            }
        }
        return failed || consumed < body.count ? .invalid(body.startIndex + consumed) : .text(text[...])
    }
}
