/// Finding of telephone, ID-card and bank-card numbers in free text.
package enum PersonalPattern {
    /// Returns the text with every such number masked: 11-digit mobile numbers, 18-character ID numbers with a possible
    /// birth date, and 16–19 digit numbers that pass the Luhn check.
    package static func masked(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        var changed = false
        while index < bytes.count {
            guard isDigit(bytes[index]), index == 0 || !isWord(bytes[index - 1]) else {
                output.append(bytes[index])
                index += 1
                continue
            }
            var end = index
            while end < bytes.count, isDigit(bytes[end]) { end += 1 }
            var run = Array(bytes[index..<end])
            if run.count == 17, end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "x") {
                run.append(bytes[end])
                end += 1
            }
            if end == bytes.count || !isWord(bytes[end]), let kind = kind(of: run) {
                output += Array(kind.mask(String(decoding: run, as: UTF8.self)).utf8)
                changed = true
            } else {
                output += run
            }
            index = end
        }
        return changed ? String(decoding: output, as: UTF8.self) : text
    }

    private static func kind(of run: [UInt8]) -> Sensitivity? {
        switch run.count {
        case 11 where run[0] == UInt8(ascii: "1") && run[1] >= UInt8(ascii: "3"): .phone
        case 18 where hasBirthDate(run): .idNumber
        case 16...19 where run.allSatisfy(isDigit) && passesLuhn(run): .bankCard
        default: nil
        }
    }

    private static func hasBirthDate(_ run: [UInt8]) -> Bool {
        guard let year = CalendarDate.number(run[6..<10]), let month = CalendarDate.number(run[10..<12]),
            let day = CalendarDate.number(run[12..<14])
        else { return false }
        return (1900...2100).contains(year) && CalendarDate(year: year, month: month, day: day) != nil
    }

    private static func passesLuhn(_ run: [UInt8]) -> Bool {
        var sum = 0
        for (position, byte) in run.reversed().enumerated() {
            let digit = Int(byte - 48)
            sum += position % 2 == 0 ? digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2)
        }
        return sum % 10 == 0
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func isWord(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte == UInt8(ascii: "_")
    }
}
