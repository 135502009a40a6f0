import Testing

@testable import JBEMCore

/// Source of the vectors: standards §13 (GB 11643-1999, GB 32100-2015, GB 11714).
@Suite struct CheckDigitTests {
    @Test(arguments: [("11010519491231002", "X"), ("50010519900307123", "1")])
    func identityCard(first17: String, check: Character) {
        #expect(CheckDigit.identityCard(first17) == check)
        #expect(CheckDigit.isIdentityCard(first17 + String(check)))
        #expect(!CheckDigit.isIdentityCard(first17 + "9"))
    }

    @Test func creditCode() {
        #expect(CheckDigit.creditCode("91350100M000100Y4") == "3")
        #expect(CheckDigit.isCreditCode("91350100M000100Y43"))
        #expect(!CheckDigit.isCreditCode("91350100M000100Y44"))
    }

    @Test func organisationCode() {
        #expect(CheckDigit.organisationCode("D2143569") == "X")
        #expect(CheckDigit.isOrganisationCode("D2143569X"))
        #expect(CheckDigit.isOrganisationCode("D2143569-X"))
        #expect(!CheckDigit.isOrganisationCode("D2143569-1"))
    }

    @Test func swappedNeighboursAreNoticed() {
        #expect(!CheckDigit.isIdentityCard("11010519491231020X"))
        #expect(!CheckDigit.isCreditCode("91351000M000100Y43"))
    }

    @Test func wrongLengthsAndLettersHaveNoCheckDigit() {
        #expect(CheckDigit.identityCard("1101051949123100") == nil)
        #expect(CheckDigit.identityCard("1101051949123100A") == nil)
        #expect(CheckDigit.creditCode("91350100I000100Y4") == nil)
        #expect(CheckDigit.organisationCode("d2143569") == nil)
        #expect(!CheckDigit.isIdentityCard(""))
        #expect(!CheckDigit.isOrganisationCode("-"))
    }
}
