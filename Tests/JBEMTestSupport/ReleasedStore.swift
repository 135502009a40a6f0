internal import Testing

/// A store that an earlier program made, as it was on the disk: a file for each schema version that was ever in use.
///
/// Each holds three accidents and one person with a telephone number, all invented; one person was removed and one change undone.
package struct ReleasedStore: Sendable, CustomTestStringConvertible {
    package let version: Int

    private static let folder = Repository.path + "/Tests/JBEMTestSupport/ReleasedStores"

    /// The versions of which there is a store, the oldest first.
    package static let all: [ReleasedStore] = TestFolder.names(folder).compactMap { name in
        name.hasPrefix("v") ? Int(name.dropFirst()).map { ReleasedStore(version: $0) } : nil
    }.sorted { $0.version < $1.version }

    package var testDescription: String { "v\(version)" }

    /// Puts the files of the store into a folder, as `jbem.db` and its companions.
    package func unpack(to folder: String) throws {
        for name in TestFolder.names("\(Self.folder)/v\(version)") {
            let end = SpawnedProcess(
                "/bin/sh",
                ["-c", "umask 077; exec gzip -dc <\"$0\" >\"$1\"", "\(Self.folder)/v\(version)/\(name)", "\(folder)/\(name.dropLast(3))"],
                environment: ["PATH": "/usr/bin:/bin"]
            ).wait()
            try #require(end.code == 0, "\(name): \(end.err)")
        }
    }
}
