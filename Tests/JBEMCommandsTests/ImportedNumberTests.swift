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

    /// Two stores of one office number that went on apart.
    @Test func aStoreThatWentOnTakesTheOthersRecords() {
        let target = TestSession(.office)
        for name in ["A", "B", "C"] { target.output("item add number=\(name) name=旧 unit=个") }
        target.add("in.csv", "id,number,name,unit\n" + (1...5).map { "IT-500105000-\($0),N\($0),新,个\n" }.joined())
        let result = target.run("item import in.csv")
        #expect(result.code == 0 && result.err.contains("5 条的编号与文件不同"), "\(result.err)")
        #expect(result.out.contains("新增 5"))
        #expect(Set(numbers(target)).count == 8)
    }

    @Test func oneNumberTwiceIsAFaultAlsoWhereItIsTaken() {
        let target = TestSession(.office)
        target.output("item add number=OWN name=自有 unit=个")
        target.add("in.csv", "id,number,name,unit\nIT-1,X1,甲,个\nIT-1,X2,乙,个\n")
        let refused = target.run("item import in.csv")
        #expect(refused.code == 65 && refused.err.contains("in.csv:3: id: 编号与第 2 行相同"))
    }

    @Test func whatRefersToARefusedRowIsRefused() {
        let (target, folder) = (TestSession(.office), TestFolder())
        target.output("item add number=A name=自有 unit=个")
        folder.write("id,number,name,unit\nIT-500105000-1,W1,,升\nIT-500105000-2,W2,水,升\n", to: "item.csv")
        folder.write("number,item\nL1,IT-500105000-1\nL2,IT-500105000-2\n", to: "lot.csv")
        let result = target.run("import --batch \(folder.path) --on-error skip")
        #expect(result.code == 3 && result.err.contains("lot.csv:2: item"), "\(result.err)")
        #expect(target.output("query 'SELECT l.number, i.number FROM lot l JOIN item i ON i.id = l.item' --format plain") == "L2\tW2\n")
    }

    @Test func aNumberThatWasGivenOutIsNotGivenToAnother() {
        let target = TestSession(.office)
        for name in ["A", "B"] { target.output("item add number=\(name) name=旧 unit=个") }
        target.output("item rm B --yes")
        target.add("in.csv", "id,number,name,unit\nIT-500105000-2,NEW,新,个\n")
        #expect(target.run("item import in.csv").code == 0)
        #expect(numbers(target) == ["A IT-500105000-1", "NEW IT-500105000-3"])
    }

    @Test func oneRowDoesNotUseUpAllNumbers() {
        let target = TestSession(.office)
        target.add("in.csv", "id,number,name,unit\nIT-500105000-9999999,Z,末,个\n")
        #expect(target.run("item import in.csv").code == 0)
        #expect(target.output("item add number=N name=新 unit=个").contains("IT-1"))
    }

    /// A number near the end raises no sequence; those beside it do.
    @Test func aNumberNearTheEndDoesNotHideTheOthers() {
        let session = TestSession(.office)
        session.add("item.csv", "id,number,name,unit\nIT-500105000-1,A,水,升\nIT-500105000-9999990,B,粮,包\n")
        session.output("item import item.csv")
        #expect(session.output("item add number=C name=毯 unit=条").contains("IT-2"))
        session.output("store check")
    }

    @Test func manyBroughtNumbersAreSteppedOver() {
        let target = TestSession(.office)
        let rows = (1...20_000).map { "IT-500105000-\($0),N\($0),物,个\n" }.joined()
        target.add("in.csv", "id,number,name,unit\n\(rows),LAST,末,个\n")
        #expect(target.run("item import in.csv").code == 0)
        #expect(target.output("item show LAST --json").contains("IT-500105000-20001"))
    }

    @Test func aRefusedRowUsesNoNumbersUp() {
        let session = TestSession(.office)
        session.add("item.csv", "id,number,name,unit\nIT-500105000-5,Z,帐篷,顶\nIT-500105000-5000000,Z,又一顶,顶\n,Z,,\n,Y,水,升\n")
        let result = session.run("item import item.csv --on-error skip --rejects \(session.folder.file("rejects.csv"))")
        #expect(result.err.contains("键与第 2 行相同") && !result.err.contains("必填"), "\(result.err)")
        #expect(numbers(session).sorted() == ["Y IT-500105000-1", "Z IT-500105000-5"])
        #expect(session.output("item add number=N name=新 unit=个").contains("IT-6"))
        session.output("log verify --replay")
    }
}
