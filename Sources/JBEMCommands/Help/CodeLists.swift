package import JBEMCore
package import JBEMOperations

/// The code lists that come with the program, read for help without a store; without the folder Data there are none.
package struct CodeLists {
    private let folder: String?
    private let readFile: (String) throws -> [UInt8]

    package init(_ session: Session) { (folder, readFile) = (try? session.dataFolder(), session.readFile) }

    /// The codes of a list in its order, with their words.
    package func codes(_ list: String) -> [(code: String, label: Localized)] {
        guard let folder, let bytes = try? readFile("\(folder)/codes/\(list).csv"), let text = try? TextDecoding.decode(bytes),
            let reader = try? DelimitedReader(text, delimiter: .comma)
        else { return [] }
        guard let code = reader.header.firstIndex(of: "code"), let zh = reader.header.firstIndex(of: "zh"),
            let en = reader.header.firstIndex(of: "en")
        else { return [] }
        return reader.compactMap { try? $0.get().cells }.map { ($0[code], Localized($0[zh], $0[en])) }
    }
}
