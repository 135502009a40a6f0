import Glibc
import JBEMTestSupport
import Testing

/// Goods when processes are killed and when they want the same thing.
@Suite struct StockProcessTests {
    private func scene() -> ProcessScene {
        let scene = ProcessScene()
        for line in [
            "init", "item add number=WATER name=水 unit=升 granularity=any", "item add number=TENT name=帐篷 unit=顶",
            "warehouse add code=W1 name=区库 kind=store tier=district region=500105 office=500105000",
            "warehouse add code=W2 name=街库 kind=store tier=street region=500105006 office=500105006",
            "stock receive W1 WATER=1000 --lot A", "stock receive W1 TENT=1000 --lot B",
        ] { #expect(scene.run(line).code == 0, "\(line)") }
        return scene
    }

    /// How many postings a document has; a document without postings counts as -1.
    private func postings(_ number: String, _ scene: ProcessScene) -> Int? {
        let sql =
            "SELECT count(p.movement), count(DISTINCT m.id) FROM movement m LEFT JOIN posting p ON p.movement = m.id WHERE m.number = '\(number)'"
        let cells = scene.run("query \"\(sql)\" --format plain").out.split { $0 == "\t" || $0 == "\n" }.compactMap { Int($0) }
        guard cells.count == 2 else { return nil }
        return cells[1] == 1 && cells[0] == 0 ? -1 : cells[0]
    }

    /// Killed at random moments, and at every write and sync on the way to the commit.
    @Test func aKilledTransferIsWholeOrNotThere() {
        let scene = scene()
        var dice = SeededGenerator(seed: 5)
        var (there, missing) = (0, 0)
        for round in 0..<50 {
            let line = "stock transfer W1 WATER=1.5 TENT=2 --to W2 number=T\(round)"
            let process: SpawnedProcess
            if ProcessScene.hasStrace, round < 25 {
                process = scene.start(line, with: .kill(["pwrite64", "fdatasync"][round % 2], round / 2 + 1))
            } else {
                process = scene.start(line)
                // A run takes some 0.1 s with the tests' build; most of the kills fall on its writing half.
                usleep(UInt32.random(in: 40_000..<160_000, using: &dice))
                process.signal(SIGKILL)
            }
            let end = process.wait()
            let count = postings("T\(round)", scene)
            #expect(count == 0 || count == 4, "round \(round): \(String(describing: count)) postings")
            if !end.out.isEmpty { #expect(count == 4, "round \(round): acknowledged and not there") }
            if count == 4 { there += 1 } else { missing += 1 }
        }
        #expect(there > 0 && missing > 0, "\(there) there, \(missing) not")
        #expect(scene.run("stock check").code == 0)
        #expect(scene.run("log verify --replay").code == 0)
        let sent = scene.run("query \"SELECT sum(quantity) FROM posting WHERE warehouse = '@transit'\" --format plain").out
        #expect(sent == "\(there * 3500)\n")
    }

    @Test func ofTwoWhoWantTheLastLotOneGetsIt() {
        let scene = scene()
        for round in 0..<8 {
            #expect(scene.run("stock receive W2 TENT=3 --lot L\(round)").code == 0)
            let both = [0, 1].map { scene.start("stock issue W2 TENT=3 --lot L\(round) number=F\(round)-\($0)") }.map { $0.wait() }
            #expect(both.map(\.code).sorted() == [0, 65], "round \(round)")
            #expect(both.first { $0.code == 65 }?.err.contains("W2 的可用物资不够，什么也没有写入") == true)
            #expect(scene.run("stock balance --warehouse W2 --csv").out.split(separator: "\n").count == 1, "round \(round)")
        }
        #expect(scene.run("stock check").code == 0)
    }
}
