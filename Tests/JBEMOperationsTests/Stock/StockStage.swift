import JBEMCore
import JBEMStore
import JBEMTestSupport

@testable import JBEMOperations

/// A real store with an item of each granularity and three places.
final class StockStage {
    let session = TestSession(.office)

    init() {
        for line in [
            "item add number=WATER name=水 unit=升 granularity=any shelf_life_days=365 per_person_day=3 norm_source=虚构 volume_l=1",
            "item add number=TENT name=帐篷 unit=顶 granularity=unit per_person=0.25 norm_source=虚构 volume_l=200",
            "item add number=BISCUIT name=饼干 unit=块 granularity=pack pack=40",
            "warehouse add code=W1 name=区库 kind=store tier=district region=500105 office=500105000",
            "warehouse add code=W2 name=街库 kind=store tier=street region=500105006 office=500105006 capacity_m3=10",
            "warehouse add code=W3 name=村库 kind=store tier=village region=500105006 office=500105006",
        ] {
            session.output(line)
        }
    }

    /// The balance of an item at a place, as text.
    func balance(_ item: String, _ place: String) -> String {
        let out = session.output("stock balance --item \(item) --warehouse \(place) --by warehouse --csv")
        let row = out.split(separator: "\n").dropFirst().first?.split(separator: ",", omittingEmptySubsequences: false)
        return row.map { String($0[4]) } ?? "0"
    }

    /// Runs a line that must be refused, and gives its message; nothing may have been written.
    func refused(_ line: String) -> (code: Int32, text: String) {
        let before = session.output("log head")
        let result = session.run(line)
        let after = session.output("log head")
        return (before == after ? result.code : -1, result.err)
    }
}
