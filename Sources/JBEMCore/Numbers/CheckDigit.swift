/// Check characters of identity numbers; every input is plain ASCII, letters in upper case.
package enum CheckDigit {
    /// The check character of a resident identity card from its first 17 digits; `nil` if they are not 17 digits.
    ///
    /// ## Source
    /// GB 11643-1999 (ISO 7064 MOD 11-2): weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, remainder into `10X98765432`.
    package static func identityCard(_ first17: some StringProtocol) -> Character? {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        guard let digits = values(of: first17, in: "0123456789"), digits.count == weights.count else { return nil }
        return character(at: weightedSum(digits, weights) % 11, of: "10X98765432")
    }

    /// Tells whether an 18-character identity-card number ends with its check character.
    package static func isIdentityCard(_ number: some StringProtocol) -> Bool {
        number.count == 18 && identityCard(number.dropLast()) == number.last
    }

    /// The check character of a unified social credit code from its first 17 characters; `nil` if one is outside the alphabet.
    ///
    /// ## Source
    /// GB 32100-2015: digits and capital letters without I O S V Z, weights 3^i mod 31, check (31 − Σ mod 31) mod 31.
    package static func creditCode(_ first17: some StringProtocol) -> Character? {
        let alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        guard let digits = values(of: first17, in: alphabet), digits.count == 17 else { return nil }
        var weights: [Int] = [1]
        while weights.count < 17 { weights.append(weights[weights.count - 1] * 3 % 31) }
        return character(at: (31 - weightedSum(digits, weights) % 31) % 31, of: alphabet)
    }

    /// Tells whether an 18-character unified social credit code ends with its check character.
    package static func isCreditCode(_ code: some StringProtocol) -> Bool {
        code.count == 18 && creditCode(code.dropLast()) == code.last
    }

    /// The check character of an organisation code from its first 8 characters; `nil` if one is not a digit or capital letter.
    ///
    /// ## Source
    /// GB 11714-1997: letters count 10…35, weights 3 7 9 10 5 8 4 2, check 11 − Σ mod 11 with 10 written `X` and 11 written `0`.
    package static func organisationCode(_ first8: some StringProtocol) -> Character? {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        guard let digits = values(of: first8, in: "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"), digits.count == weights.count
        else { return nil }
        return character(at: (11 - weightedSum(digits, weights) % 11) % 11, of: "0123456789X")
    }

    /// Tells whether a 9-character organisation code, with or without the hyphen before it, ends with its check character.
    package static func isOrganisationCode(_ code: some StringProtocol) -> Bool {
        let plain = code.count == 10 && code.dropLast().last == "-" ? String(code.dropLast(2)) + String(code.suffix(1)) : String(code)
        return plain.count == 9 && organisationCode(plain.dropLast()) == plain.last
    }

    private static func weightedSum(_ digits: [Int], _ weights: [Int]) -> Int {
        zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    private static func values(of text: some StringProtocol, in alphabet: String) -> [Int]? {
        let symbols = Array(alphabet.utf8)
        var result: [Int] = []
        for byte in text.utf8 {
            guard let value = symbols.firstIndex(of: byte) else { return nil }
            result.append(value)
        }
        return result
    }

    private static func character(at index: Int, of alphabet: String) -> Character {
        alphabet[alphabet.index(alphabet.startIndex, offsetBy: index)]
    }
}
