/// Finding of telephone, ID-card and bank-card numbers in free text.
///
/// People write them in groups, in full width, with a country code and right behind a word: all of that is found. The digits of hashes
/// and UUIDs are not.
package enum PersonalPattern {
    /// Returns the text with every such number masked: 11-digit mobile numbers, 18-character ID numbers with a possible
    /// birth date, and 16–19 digit numbers that pass the Luhn check. The mask of a kind is that of ``Sensitivity/mask(_:)``.
    package static func masked(_ text: String) -> String {
        guard canHold(text.utf8) else { return text }
        var scalars = Array(text.unicodeScalars)
        var (index, changed) = (0, false)
        while index < scalars.count {
            guard digit(scalars[index]) != nil else {
                index += 1
                continue
            }
            let groups = groups(in: scalars, from: index)
            for found in numbers(in: groups, of: scalars) {
                for place in found { scalars[place] = "*" }
                changed = true
            }
            index = groups.last!.upperBound
        }
        guard changed else { return text }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// Tells whether there are digits enough; nearly all texts are done with here.
    private static func canHold(_ bytes: String.UTF8View) -> Bool {
        var count = 0
        for byte in bytes where isDigit(byte) || byte == 0xEF {
            count += 1
            if count == 11 { return true }
        }
        return false
    }

    /// The runs of digits that begin at `start`, each a single blank or hyphen behind the one before.
    private static func groups(in scalars: [Unicode.Scalar], from start: Int) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        var next = start
        repeat {
            var end = next
            while end < scalars.count, digit(scalars[end]) != nil { end += 1 }
            groups.append(next..<end)
            guard end + 1 < scalars.count, isGap(scalars[end]), digit(scalars[end + 1]) != nil else { break }
            next = end + 1
        } while true
        return groups
    }

    /// The places of the digits that a mask hides.
    private static func numbers(in groups: [Range<Int>], of scalars: [Unicode.Scalar]) -> [[Int]] {
        var found: [[Int]] = []
        var first = 0
        while first < groups.count {
            let match = (1...5).reversed().lazy.filter { first + $0 <= groups.count }.compactMap { count in
                hidden(Array(groups[first..<(first + count)]), of: scalars).map { (count, $0) }
            }.first
            if let (_, places) = match, !isHash(around: groups[first], scalars) { found.append(places) }
            first += match?.0 ?? 1
        }
        return found
    }

    /// The places to mask if these groups together are a number.
    private static func hidden(_ groups: [Range<Int>], of scalars: [Unicode.Scalar]) -> [Int]? {
        var places = groups.flatMap { Array($0) }
        guard (11...19).contains(places.count) else { return nil }
        var lengths = groups.map(\.count)
        var digits = places.map { digit(scalars[$0])! }
        // +86 and 0086 belong to no number of their own.
        if groups.count == 1, [13, 15].contains(digits.count), [[8, 6], [0, 0, 8, 6]].contains(Array(digits.dropLast(11))) {
            (places, digits, lengths) = (places.suffix(11), digits.suffix(11), [11])
        }
        let end = groups.last!.upperBound
        if digits.count == 17, end < scalars.count, ["x", "X", "ｘ", "Ｘ"].contains(scalars[end]) {
            places.append(end)
            digits.append(10)
            lengths[lengths.count - 1] += 1
        }
        guard let kind = kind(of: digits, lengths) else { return nil }
        let mask = kind.mask(String(repeating: "0", count: places.count))
        return zip(places, mask).filter { $0.1 == "*" }.map(\.0)
    }

    private static func kind(of digits: [Int], _ lengths: [Int]) -> Sensitivity? {
        let isWhole = lengths.count == 1
        switch digits.count {
        case 11 where digits[0] == 1 && digits[1] >= 3 && (isWhole || lengths == [3, 4, 4]): return .phone
        case 18 where hasBirthDate(digits) && (isWhole || [[6, 8, 4], [6, 4, 4, 4]].contains(lengths)): return .idNumber
        case 16...19 where !digits.contains(10) && passesLuhn(digits):
            // Groups of four that begin with 1 or 2 are years.
            let isGrouped = lengths.prefix(4) == [4, 4, 4, 4] && lengths.count <= 5 && digits[0] > 2
            return isWhole || isGrouped ? .bankCard : nil
        default: return nil
        }
    }

    private static func hasBirthDate(_ digits: [Int]) -> Bool {
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        return (1900...2100).contains(number(6..<10))
            && CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
    }

    private static func passesLuhn(_ digits: [Int]) -> Bool {
        let sum = digits.reversed().enumerated().reduce(0) { sum, item in
            let digit = item.element
            return sum + (item.offset % 2 == 0 ? digit : (digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
        }
        return sum % 10 == 0
    }

    /// Tells whether the word around is 32 or more hexadecimal digits with a letter among them, hyphens as in a UUID aside.
    private static func isHash(around group: Range<Int>, _ scalars: [Unicode.Scalar]) -> Bool {
        func isInWord(_ scalar: Unicode.Scalar) -> Bool { scalar.isASCII && (scalar.properties.isASCIIHexDigit || scalar == "-") }
        var (start, end) = (group.lowerBound, group.upperBound)
        while start > 0, isInWord(scalars[start - 1]) { start -= 1 }
        while end < scalars.count, isInWord(scalars[end]) { end += 1 }
        let word = scalars[start..<end].filter { $0 != "-" }
        return word.count >= 32 && word.contains { digit($0) == nil }
    }

    /// The value of a digit, also of a full-width one.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static func isGap(_ scalar: Unicode.Scalar) -> Bool { [" ", "-", "\u{A0}", "\u{3000}", "－"].contains(scalar) }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
