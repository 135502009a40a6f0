import JBEMTestSupport
import Testing

/// A year of the invented district, from the command line alone.
@Suite struct YearTests {
    @Test func theYearRunsAndItsLedgerBalances() {
        let folder = TestFolder()
        let environment = ["PATH": "/usr/bin:/bin", "JBEM": SpawnedProcess.program, "JBEM_DATA": Repository.data, "LC_ALL": "C"]
        let script = Repository.data + "/../Scripts/year"
        let end = SpawnedProcess("/bin/sh", [script, folder.file("year")], environment: environment, input: "/dev/null", output: .kept)
            .wait()
        #expect(end.code == 0, "\(end.err)")
        #expect(end.out.contains("ledger: 36 lines (street × month), found 25, closed 14, all balance"), "\(end.out.suffix(400))")
        // What the files of an office said in GB18030, with dates such as 2024年3月5日.
        #expect(end.out.contains("导入：新增 6，更新 0，未变 0，拒绝 0") && end.out.contains("导入：新增 3，更新 0，未变 0，拒绝 0"))
    }
}
