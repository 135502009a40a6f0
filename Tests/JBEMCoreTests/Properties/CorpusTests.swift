import JBEMReaderChecks
import JBEMTestSupport
import Testing

/// Every input that fuzzing found worth keeping goes through the laws of its reader.
@Suite struct CorpusTests {
    @Test(arguments: ReaderCheck.allCases) func keptInputsKeepTheLaws(check: ReaderCheck) throws {
        var count = 0
        for folder in ["Corpus", "Crashes"].map({ "\(Repository.path)/Tests/Fuzz/\($0)/\(check)" }) {
            for path in TestFolder.names(folder).map({ "\(folder)/\($0)" }) {
                let bytes = try #require(TestFile.bytes(path))
                #expect(throws: Never.self, "\(path)") { try check.run(bytes) }
                count += 1
            }
        }
        #expect(count >= 10)
    }
}
