internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations

/// Options that only some verbs of moving have.
protocol StockMoveOptions: ParsableArguments {
    func apply(to request: inout MoveGoods.Request)
}

struct NoMoveOptions: StockMoveOptions {
    func apply(to request: inout MoveGoods.Request) {}
}

struct IssueOptions: StockMoveOptions {
    @Flag(name: .long, help: "不够时先发有的，并列出缺的␟take what is there if it is not enough, and list what is missing")
    var partial = false

    func apply(to request: inout MoveGoods.Request) { request.isPartial = partial }
}

struct TransferOptions: StockMoveOptions {
    @Option(name: .long, help: ArgumentHelp("调往的库点␟the warehouse that it goes to", valueName: "warehouse"))
    var to: String
    @OptionGroup var issue: IssueOptions

    func apply(to request: inout MoveGoods.Request) {
        request.destination = to
        issue.apply(to: &request)
    }
}

struct ArriveOptions: StockMoveOptions {
    @Flag(name: .long, help: "没有到的算丢失␟what does not arrive is lost")
    var lost = false

    func apply(to request: inout MoveGoods.Request) { request.isRestLost = lost }
}

extension MovementKind {
    /// What the first argument of the verb is.
    var placeHelp: ArgumentHelp {
        switch self {
        case .arrive, .return: ArgumentHelp("所对应的单号␟number of the document that it follows", valueName: "movement")
        default: ArgumentHelp("库点␟warehouse", valueName: "place")
        }
    }

    /// What `--lot` means for the verb.
    var lotHelp: ArgumentHelp {
        switch self {
        case .receive, .donate, .requisition: "批号，已登记的或新的；不写则自编␟lot number, a known or a new one; made up if left out"
        case .issue, .transfer, .repack, .dispose: "批号；不写则先到期的先出␟lot number; without it what expires first goes first"
        case .arrive, .return: "只算这个批次␟this lot only"
        case .recover: "批号，须写␟lot number, needed"
        case .adjust, .count: "批号；只有一个批次时可不写␟lot number, needed where there are several"
        }
    }
}
