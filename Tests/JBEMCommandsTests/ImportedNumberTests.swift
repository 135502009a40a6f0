import JBEMTestSupport
import Testing

/// A record keeps its number where it goes, so that what refers to it by that number still means it.
@Suite struct ImportedNumberTests {
    /// Entered in another order than that of the exports.
    private func source() -> TestSession {
        let session = TestSession(.office)
        session.output("item add number=Z name=帐篷 unit=顶")
        session.output("item add number=A name=水 unit=升")
        session.output("lot add number=L-Z item=Z")
        session.output("lot add number=L-A item=A")
        return session
    }

    private func carry(_ noun: String, from source: TestSession, to target: TestSession) -> TestSession.Result {
        target.add("\(noun).csv", source.output("\(noun) export"))
        return target.run("\(noun) import \(noun).csv")
    }

    private func numbers(_ session: TestSession) -> [String] {
        session.output("item list --csv -q").split(separator: "\n").dropFirst().map { line in
            let cells = line.split(separator: ",")
            return "\(cells[1]) \(cells[0])"
        }
    }

    @Test func numbersThatAreFreeAreKept() {
        let (source, target) = (source(), TestSession(.office))
        for noun in ["item", "lot"] {
            let result = carry(noun, from: source, to: target)
            #expect(result.code == 0 && !result.err.contains("编号"), "\(result.err)")
            #expect(target.output("\(noun) export") == source.output("\(noun) export"))
        }
        // The next one comes after them.
        #expect(target.output("item add number=N name=新 unit=个").contains("IT-3"))
        target.output("log verify --replay")
    }

    @Test func aTakenNumberIsReplacedAndSaidSo() {
        let (source, target) = (source(), TestSession(.office))
        target.output("item add number=OWN name=自有 unit=个")
        let result = carry("item", from: source, to: target)
        #expect(result.code == 0)
        #expect(result.err.contains("item.csv：1 条的编号与文件不同"))
        #expect(numbers(target) == ["A IT-500105000-2", "OWN IT-500105000-1", "Z IT-500105000-3"])
    }

    @Test func aBatchFollowsReplacedNumbers() {
        let (source, target, folder) = (source(), TestSession(.office), TestFolder())
        target.output("item add number=OWN name=自有 unit=个")
        target.output("item add number=Z name=帐篷 unit=顶")
        for noun in ["item", "lot"] { folder.write(source.output("\(noun) export"), to: "\(noun).csv") }
        target.output("import --batch \(folder.path)")
        #expect(
            target.output("query 'SELECT l.number, i.number FROM lot l JOIN item i ON i.id = l.item ORDER BY 1' --format plain")
                == "L-A\tA\nL-Z\tZ\n")
        // Once more nothing changes.
        #expect(target.run("import --batch \(folder.path)").out.contains("没有变化"))
    }

    @Test func twoRowsCannotHaveOneNumber() {
        let target = TestSession(.office)
        target.add("in.csv", "id,number,name,unit\nIT-500105000-5,A,水,升\nIT-5,B,油,升\n")
        let refused = target.run("item import in.csv")
        #expect(refused.code == 65)
        #expect(refused.err.contains("in.csv:3: id: 编号与第 2 行相同"))
    }

    @Test func numbersOfOtherOfficesAndForeignOnes() {
        let target = TestSession(.office)
        target.add("in.csv", "id,number,name,unit\nIT-500105009-7,A,水,升\n17,B,油,升\n,C,米,斤\n")
        #expect(target.run("item import in.csv").code == 0)
        #expect(numbers(target) == ["A IT-500105009-7", "B IT-500105000-1", "C IT-500105000-2"])
    }

    @Test func aNumberBroughtInTheMiddleOfAFileIsNotIssuedAgain() {
        let target = TestSession(.office)
        target.add("in.csv", "id,number,name,unit\n,A,水,升\nIT-500105000-2,B,油,升\n,C,米,斤\n")
        #expect(target.run("item import in.csv").code == 0)
        #expect(numbers(target) == ["A IT-500105000-1", "B IT-500105000-2", "C IT-500105000-3"])
        #expect(target.output("item add number=N name=新 unit=个").contains("IT-4"))
    }
}
