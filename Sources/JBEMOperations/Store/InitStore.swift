internal import GRDB
package import JBEMCore
package import JBEMStore

/// Makes a new store and loads the code lists, regions, offices and rules that come with the program.
package struct InitStore {
    package struct Output: Sendable {
        package let path: String
        package let identity: StoreIdentity
        package let change: Int64?
        package let rows: Int
    }

    let office: Int64
    let isSample: Bool
    let isShared: Bool
    let options: WriteOptions

    package init(office: Int64, isSample: Bool, isShared: Bool, options: WriteOptions) {
        self.office = office
        self.isSample = isSample
        self.isShared = isShared
        self.options = options
    }

    /// - Throws: `.cannotCreate` if there is a store already.
    /// - Postcondition: a complete store, or no file.
    package func run(_ session: Session) throws -> Output {
        try session.refuseWriting()
        let data = try session.dataFolder()
        let folders = isSample ? ["codes", "rules"] : ["codes", "regions", "rules"]
        let sources = try folders.flatMap { try DataFolder.sources(in: "\(data)/\($0)", session: session) }
        let birth = Store.Birth(uuid: session.makeUUID(), office: office, isSample: isSample, createdAt: session.now, isShared: isShared)
        let (store, output) = try Store.create(session.storePath, birth: birth, lockTimeout: session.lockTimeout) {
            try ImportRecords(DataFolder.inOrder(sources), kind: .`init`, options: options).run(session, in: $0)
        }
        return Output(path: session.storePath, identity: store.identity, change: output.report.change, rows: output.report.rows)
    }
}

/// Reading of a folder of CSV files named after nouns.
package enum DataFolder {
    /// Every CSV file of a folder with the noun it belongs to: `figure.csv`, or any file of the folder `codes`.
    ///
    /// - Throws: `.notFound` without the folder; `.data` for a file that is no noun's.
    package static func sources(in folder: String, session: Session) throws -> [(schema: RecordSchema, source: ImportSource)] {
        // A shell completes a folder with a slash behind it.
        let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        let isCode = folder.split(separator: "/").last == "codes"
        return try Folder.files(folder, ending: ".csv").map { name in
            let stem = String(name.dropLast(4))
            guard let schema = Catalog.schema(isCode ? "code" : stem) else {
                throw Failure(
                    .data, Localized("文件名不是任何名词：\(folder)/\(name)", "the file name is no noun: \(folder)/\(name)"),
                    hints: [
                        Localized(
                            "名词：\(Catalog.schemas.map(\.noun).joined(separator: " "))",
                            "nouns: \(Catalog.schemas.map(\.noun).joined(separator: " "))")
                    ])
            }
            return (schema, try ImportSource(name: "\(folder)/\(name)", bytes: session.readFile("\(folder)/\(name)")))
        }
    }

    /// Sorts files so that records come before those that refer to them.
    package static func inOrder(_ sources: [(schema: RecordSchema, source: ImportSource)]) -> [(schema: RecordSchema, source: ImportSource)]
    {
        let order = Dictionary(uniqueKeysWithValues: Catalog.schemas.enumerated().map { ($0.element.noun, $0.offset) })
        return sources.enumerated().sorted { left, right in
            (order[left.element.schema.noun] ?? 0, left.offset) < (order[right.element.schema.noun] ?? 0, right.offset)
        }.map(\.element)
    }
}
