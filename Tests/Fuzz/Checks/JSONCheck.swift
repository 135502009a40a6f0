package import JBEMCore
package import JBEMOutput

/// JSON that is read and written, in one line or many, is read back the same: order, literals of numbers, every scalar of a text.
package enum JSONCheck {
    static func run(_ bytes: [UInt8]) throws {
        do {
            try check(StrictJSON.parse(bytes: bytes))
        } catch let fault as Fault {
            try FaultCheck.run(fault)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        var number = 0
        for line in StrictJSON.Lines(text) {
            try hold(line.number > number, "line \(line.number) after line \(number)")
            number = line.number
            try hold(!line.source.utf8.contains { $0 == 0x0A || $0 == 0x0D }, "a line with a line end: \(line.source)")
            switch line.value {
            case .success(let value): try check(value)
            case .failure(let fault): try hold(fault.location.line == number, "the fault of line \(number) is at \(fault.location)")
            }
        }
    }

    private static func check(_ value: StrictJSON.Value) throws {
        let printed = output(value)
        for text in [printed.text(), printed.text(pretty: true)] {
            let again: StrictJSON.Value
            do {
                again = try StrictJSON.parse(text)
            } catch {
                throw BrokenLaw(description: "written JSON is refused: \(error.reason.en)\n\(text)")
            }
            try hold(same(again, value), "\(value) became \(again)")
            try hold(isSame(output(again).text(), printed.text()), "written twice: \(printed.text())")
        }
    }

    /// The value as the writer takes it.
    package static func output(_ value: StrictJSON.Value) -> JSONValue {
        switch value {
        case .null: .null
        case .bool(let flag): .bool(flag)
        case .number(let literal): .number(literal)
        case .string(let text): .string(text)
        case .array(let values): .array(values.map(output))
        case .object(let object): .object(object.members.map { (key: $0.name, value: output($0.value)) })
        }
    }

    /// Tells whether two values are the same scalars in the same order.
    static func same(_ left: StrictJSON.Value, _ right: StrictJSON.Value) -> Bool {
        switch (left, right) {
        case (.string(let a), .string(let b)): isSame(a, b)
        case (.array(let a), .array(let b)): a.elementsEqual(b, by: same)
        case (.object(let a), .object(let b)): a.members.elementsEqual(b.members) { isSame($0.name, $1.name) && same($0.value, $1.value) }
        default: left == right
        }
    }
}
