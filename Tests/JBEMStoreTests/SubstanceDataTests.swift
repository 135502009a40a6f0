import JBEMCore
import Testing

/// The table of substances as a file.
@Suite struct SubstanceDataTests {
    @Test func everyCASNumberPassesItsCheckDigit() throws {
        let reader = try DelimitedReader(
            TextDecoding.decode(RepositoryData.bytes("\(RepositoryData.root)/Data/rules/hazmat-substance.csv")))
        let column = try #require(reader.header.firstIndex(of: "cas"))
        let numbers = try reader.flatMap { try $0.get().cells[column].split(separator: ";").map(String.init) }
        #expect(numbers.count == 81)
        for number in numbers { #expect(CheckDigit.isCASNumber(number), "\(number)") }
    }
}
