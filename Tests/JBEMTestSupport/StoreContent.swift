/// What a test's store holds from the start; each kind is made once a process and copied.
package enum StoreContent: Sendable, CaseIterable {
    /// There is no store.
    case nothing
    /// A real store of the office 500105000, as `init` makes it.
    case office
    /// The same with a few records of every noun.
    case few
    /// A sample store without records beside the code lists and rules.
    case emptySample
    /// The sample store with the whole of Data/sample.
    case sample

    /// The store's files by name.
    var files: [String: [UInt8]] {
        switch self {
        case .nothing: [:]
        case .office: StoreContent.officeFiles
        case .few: StoreContent.fewFiles
        case .emptySample: StoreContent.emptySampleFiles
        case .sample: StoreContent.sampleFiles
        }
    }

    private static let officeFiles = made(.nothing, ["init"])
    private static let fewFiles: [String: [UInt8]] = {
        let folder = TestFolder()
        for (name, bytes) in FewRecords.files { folder.write(bytes, to: name) }
        return made(.office, ["import --batch \(folder.path)"])
    }()
    private static let emptySampleFiles = made(.nothing, ["init --sample --office 999101000"])
    private static let sampleFiles = made(
        .emptySample,
        ["import --batch \(Repository.data)/sample", "import --batch \(Repository.data)/sample/plan/sample-2021-2025"])

    private static func made(_ base: StoreContent, _ lines: [String]) -> [String: [UInt8]] {
        let session = TestSession(base)
        for line in lines { session.output(line) }
        return session.folder.names.reduce(into: [:]) { $0[$1] = TestFile.bytes(session.folder.file($1)) }
    }
}
