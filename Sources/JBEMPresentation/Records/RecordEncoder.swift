internal import JBEMCore
package import JBEMOutput
package import JBEMStore

/// Writes stored rows as CSV, TSV or JSON Lines, byte by byte as ``RecordPresenter`` and the writers of rows would.
///
/// An export of a million rows is this: a value of plain characters goes from SQLite's memory to the output without becoming a text on the
/// way. Whatever needs thought (quotes, escapes, digits enough for a personal number) goes the way of all cells.
package struct RecordEncoder {
    private enum Form: Sendable {
        case id(prefix: [UInt8])
        case integer
        case decimal(places: Int)
        /// In 分; machines get the unit of the field in CSV, 分 and yuan in JSON.
        case money(places: Int)
        case bool
        /// A date or moment: has digits, but none of a person.
        case moment
        case text
    }

    /// A class, so that a row does not copy the definition of each field.
    private final class Part: Sendable {
        let form: Form
        let field: FieldDefinition?
        /// What stands before the value: the delimiter, or the name of the member.
        let head: [UInt8]
        /// The same for the second member of an amount.
        let companionHead: [UInt8]

        init(_ form: Form, _ field: FieldDefinition?, head: [UInt8], companionHead: [UInt8] = []) {
            (self.form, self.field, self.head, self.companionHead) = (form, field, head, companionHead)
        }

        var isMoment: Bool { if case .moment = form { true } else { false } }
    }

    /// A format that is written row by row for programs.
    package enum Dialect: Sendable {
        case csv, tsv, jsonl

        package init?(_ format: OutputFormat) {
            switch format {
            case .csv: self = .csv
            case .tsv: self = .tsv
            case .jsonl: self = .jsonl
            case .table, .plain, .md, .json, .html: return nil
            }
        }
    }

    private let presenter: RecordPresenter
    private let delimiter: UInt8
    private let isJSON: Bool
    private let parts: [Part]
    private let end: [UInt8]
    private let sink: TextSink
    private var bytes: [UInt8] = []
    private static let fullSize = 1 << 16

    /// - Precondition: the presenter writes codes, not words.
    package init(_ presenter: RecordPresenter, _ dialect: Dialect, to sink: TextSink) {
        precondition(presenter.labels == nil, "words for codes are cells")
        (self.presenter, self.sink, delimiter, isJSON) = (presenter, sink, dialect == .tsv ? 0x09 : 0x2C, dialect == .jsonl)
        parts = RecordEncoder.parts(presenter, isJSON: isJSON, delimiter: delimiter)
        end = RecordEncoder.end(presenter.sampleSign, isJSON: isJSON, delimiter: delimiter)
    }

    /// What closes a row: whether it is synthetic, if each has to say so.
    private static func end(_ sign: Bool?, isJSON: Bool, delimiter: UInt8) -> [UInt8] {
        guard !isJSON else { return Array(((sign.map { ",\"is_sample\":\($0)" } ?? "") + "}\n").utf8) }
        return (sign.map { [delimiter, $0 ? 0x31 : 0x30] } ?? []) + [0x0A]
    }

    private static func parts(_ presenter: RecordPresenter, isJSON: Bool, delimiter: UInt8) -> [Part] {
        let id: [FieldDefinition?] = presenter.schema.identity == .issued ? [nil] : []
        return (id + presenter.fields.map(Optional.some)).enumerated().map { index, field in
            let form = field.map(form) ?? .id(prefix: Array(presenter.schema.prefix.utf8))
            guard isJSON else { return Part(form, field, head: index == 0 ? [] : [delimiter]) }
            var head = index == 0 ? "{" : ","
            JSONValue.write(string: field?.name ?? "id", to: &head)
            // The second member of an amount never stands first.
            let companion = field.map { ",\"\($0.name)_yuan\":" } ?? ""
            return Part(form, field, head: Array((head + ":").utf8), companionHead: Array(companion.utf8))
        }
    }

    private static func form(_ field: FieldDefinition) -> Form {
        switch field.kind {
        case .integer: .integer
        case .decimal: .decimal(places: field.kind.decimalPlaces)
        case .money: .money(places: field.kind.decimalPlaces)
        case .bool: .bool
        case .date, .instant: .moment
        case .reference(let noun): .id(prefix: Array((Catalog.schema(noun)?.prefix ?? "").utf8))
        case .text, .period, .code, .key: .text
        }
    }

    /// Writes one row.
    package mutating func append(_ row: StoredRow) throws {
        let start = bytes.count
        for (index, part) in parts.enumerated() {
            bytes += part.head
            switch row.value(index) {
            case .null: if isJSON { bytes += RecordEncoder.null }
            case .integer(let number): append(number, part)
            case .text(let text): append(text, part)
            }
        }
        if !isJSON, presenter.sampleSign == nil, bytes.count == start + max(0, parts.count - 1) {
            // A line without anything would be no record at all.
            bytes.insert(contentsOf: [0x22, 0x22], at: start)
        }
        bytes += end
        if bytes.count > RecordEncoder.fullSize { try flush() }
    }

    /// Hands what is gathered to the sink; to be called at the end.
    package mutating func flush() throws {
        try sink.write(String(decoding: bytes, as: UTF8.self))
        bytes.removeAll(keepingCapacity: true)
    }

    private static let null = Array("null".utf8)

    private mutating func append(_ number: Int64, _ part: Part) {
        switch part.form {
        case .integer: append(number)
        case .decimal(let places): append(number, places: places)
        case .money where isJSON:
            append(number)
            bytes += part.companionHead
            bytes.append(0x22)
            append(number, places: 2)
            bytes.append(0x22)
        case .money(let places): append(number, places: places)
        case .bool where isJSON: bytes += number != 0 ? Array("true".utf8) : Array("false".utf8)
        case .bool: bytes.append(number != 0 ? 0x31 : 0x30)
        case .id(let prefix):
            guard !prefix.isEmpty, let id = RecordID(number: number) else { return append(.integer(number), part) }
            if isJSON { bytes.append(0x22) }
            bytes += prefix
            bytes.append(0x2D)
            append(id.office)
            bytes.append(0x2D)
            append(id.sequence)
            if isJSON { bytes.append(0x22) }
        case .moment, .text: append(.integer(number), part)
        }
    }

    private mutating func append(_ text: UnsafeRawBufferPointer, _ part: Part) {
        switch part.form {
        case .moment, .text:
            guard isPlain(text, mayHaveDigits: part.isMoment) else { return append(.text(String(decoding: text, as: UTF8.self)), part) }
            if isJSON { bytes.append(0x22) }
            bytes.append(contentsOf: text)
            if isJSON { bytes.append(0x22) }
        case .id, .integer, .decimal, .money, .bool: append(.text(String(decoding: text, as: UTF8.self)), part)
        }
    }

    /// The way of all cells.
    private mutating func append(_ value: FieldValue, _ part: Part) {
        // Only a store that is broken has an id that is none.
        let cell = part.field.map { presenter.cell(value, of: $0).masked } ?? .text(value.integer.map { String($0) } ?? value.text ?? "")
        if isJSON {
            cell.json.write(to: &bytes)
            for companion in cell.companions {
                bytes += part.companionHead
                companion.value.write(to: &bytes)
            }
        } else {
            bytes += DelimitedWriter.quoted(cell.machine, delimiter: delimiter).utf8
        }
    }

    private mutating func append(_ number: Int64) {
        if number < 0 { bytes.append(0x2D) }
        append(digitsOf: number.magnitude, atLeast: 1)
    }

    private mutating func append(digitsOf number: UInt64, atLeast width: Int) {
        let start = bytes.count
        var rest = number
        repeat {
            bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0 || bytes.count - start < width
        bytes[start...].reverse()
    }

    /// As ``FixedPoint/text(_:scale:)``.
    private mutating func append(_ number: Int64, places: Int) {
        if number < 0 { bytes.append(0x2D) }
        let unit = (0..<places).reduce(UInt64(1)) { unit, _ in unit * 10 }
        append(digitsOf: number.magnitude / unit, atLeast: 1)
        guard number.magnitude % unit > 0 else { return }
        bytes.append(0x2E)
        append(digitsOf: number.magnitude % unit, atLeast: places)
        while bytes.last == 0x30 { bytes.removeLast() }
    }

    /// Whether a text goes out as it is: no quotes or escapes are asked for, and digits are too few for a number of a person.
    private func isPlain(_ text: UnsafeRawBufferPointer, mayHaveDigits: Bool) -> Bool {
        guard let first = text.first, let last = text.last else { return true }
        // A blank at an end is quoted; so is a line that begins with sep=.
        guard isJSON || (first | 0x20 != 0x73 && first != 0x20 && last != 0x20) else { return false }
        var (digits, before, earlier) = (0, UInt8(0), UInt8(0))
        for byte in text {
            switch RecordEncoder.classes[Int(byte)] {
            case .plain: break
            case .digit: digits += 1
            case .delimiter where !isJSON && byte == delimiter: return false
            case .delimiter: break
            // U+3164 (E3 85 A4), U+3099 and U+309A (E3 82 99) and U+302A…U+302D (E3 80 AA) have no width.
            case .second where before == 0xE3: return false
            case .third where before == 0x80 && earlier == 0xE3: return false
            case .second, .third: break
            case .other: return false
            }
            (earlier, before) = (before, byte)
        }
        return digits < 11 || mayHaveDigits
    }

    private enum Class {
        case plain, digit, delimiter, second, third, other
    }

    /// Bytes that are part of ordinary characters: printable ASCII, and U+3000…U+9FFF.
    private static let classes: [Class] = (0...255).map { byte in
        switch byte {
        case 0x30...0x39: .digit
        case 0x2C: .delimiter
        case 0x22, 0x5C: .other
        case 0x82, 0x85: .second
        case 0xAA...0xAD: .third
        case 0x20...0x7E, 0x80...0xBF, 0xE3...0xE9: .plain
        default: .other
        }
    }
}
