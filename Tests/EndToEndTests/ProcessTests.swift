import Glibc
import JBEMTestSupport
import Testing

/// The real program in real processes: what no test inside one process can show.
@Suite struct ProcessTests {
    @Test(arguments: [[:], ["LC_ALL": "C"], ["LC_ALL": "zh_CN.UTF-8"], ["LC_ALL": "en_US.UTF-8"], ["LANG": "C.UTF-8"]])
    func machineFormatsAreTheSameBytesUnderEveryLocale(locale: [String: String]) {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let plainRegions = scene.run("region list --csv").out
        let plainCodes = scene.run("code list --json").out
        scene.environment.merge(locale) { $1 }
        #expect(scene.run("region list --csv").out == plainRegions)
        #expect(scene.run("code list --json").out == plainCodes)
        #expect(plainRegions.contains("观音桥街道"))
    }

    @Test func anEmptyEnvironmentSpeaksChineseAndFindsTheStore() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        scene.environment.removeValue(forKey: "PATH")
        let end = scene.run("区域 list --where 类别=镇")
        #expect(end.code == 0)
        #expect(end.out.contains("鱼嘴镇"))
    }

    @Test func aClosedPipeIsQuiet() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let end = scene.run("code list --csv", output: .closedPipe)
        #expect(end.code == 141)
        #expect(end.err.isEmpty)
    }

    @Test func aFullDeviceIsAnInputOutputError() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let end = scene.run("code list --csv", output: .file("/dev/full"))
        #expect(end.code == 74)
        #expect(end.err.contains("jbem:"))
    }

    @Test func twoWritersBothSucceed() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let first = scene.start("accident import \(scene.accidents(200))")
        let second = scene.start("accident import \(scene.accidents(200, from: 1001))")
        #expect(first.wait().code == 0)
        #expect(second.wait().code == 0)
        #expect(scene.run("query 'SELECT count(*) FROM accident' --format plain").out == "400\n")
        #expect(scene.run("log verify --replay").code == 0)
    }

    @Test func aKilledImportLeavesASoundStore() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let file = scene.accidents(3000)
        for pause in [30_000, 120_000, 400_000] {
            let process = scene.start("accident import \(file)")
            usleep(UInt32(pause))
            process.signal(SIGKILL)
            _ = process.wait()
            let verified = scene.run("log verify --replay")
            #expect(verified.code == 0, "\(verified.err)")
            let count = scene.run("query 'SELECT count(*) FROM accident' --format plain").out
            #expect(count == "0\n" || count == "3000\n")
        }
        #expect(scene.run("accident import \(file)").code == 0)
        #expect(scene.run("query 'SELECT count(*) FROM accident' --format plain").out == "3000\n")
    }

    @Test(arguments: [(SIGINT, Int32(130)), (SIGTERM, Int32(143))])
    func anInterruptedImportWritesNothing(signal: Int32, code: Int32) {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let process = scene.start("accident import \(scene.accidents(20_000))")
        usleep(300_000)
        process.signal(signal)
        #expect(process.wait().code == code)
        #expect(scene.run("query 'SELECT count(*) FROM accident' --format plain").out == "0\n")
        #expect(scene.run("log verify").code == 0)
    }

    @Test func standardInputIsImported() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        let end = scene.run("accident import - --json", input: scene.accidents(3))
        #expect(end.code == 0)
        #expect(end.out.contains("\"inserted\":3"))
    }

    @Test(arguments: [("kpi", 66), ("frobnicate", 64), ("--version", 0), ("--help", 0), ("init --office 0", 64)])
    func exitCodesAreThePublishedOnes(line: String, code: Int32) {
        #expect(ProcessScene().run(line).code == code)
    }

    @Test func theMainFileWithoutItsLogIsRefused() {
        let scene = ProcessScene()
        #expect(scene.run("init").code == 0)
        #expect(scene.run("accident import \(scene.accidents(2))").code == 0)
        let copy = TestFolder()
        copy.write(TestFile.bytes(scene.folder.file("jbem.db")) ?? [], to: "jbem.db")
        copy.write(TestFile.bytes(scene.folder.file("jbem.db.anchor")) ?? [], to: "jbem.db.anchor")
        scene.environment["JBEM_DB"] = copy.file("jbem.db")
        #expect(scene.run("accident").code == 65)
    }
}
