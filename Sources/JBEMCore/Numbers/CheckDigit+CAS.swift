extension CheckDigit {
    /// Tells whether a text is a CAS registry number, `7782-50-5`, that ends with its check digit.
    ///
    /// ## Source
    /// Chemical Abstracts Service: the digits before the check digit, counted from the right from 1, times their place, summed, mod 10.
    package static func isCASNumber(_ text: some StringProtocol) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count == 3, (2...7).contains(parts[0].count), parts[1].count == 2, parts[2].count == 1 else { return false }
        guard parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }) else { return false }
        let digits = (Array(parts[0]) + Array(parts[1])).reversed().map { Int($0) - 48 }
        let sum = digits.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
        return sum % 10 == Int(parts[2].first!) - 48
    }
}
