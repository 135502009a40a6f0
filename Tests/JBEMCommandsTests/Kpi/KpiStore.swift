import Glibc
import JBEMCore
import JBEMTestSupport
import Testing

/// Stores with a plan in use, each made once a process and copied.
enum KpiStore {
    /// The real district with its real plan, and nothing recorded.
    case jiangbei
    /// The sample district with its records and its plan.
    case sample

    private static let jiangbeiFiles = made(.office, "plan load jiangbei-2021-2025")
    // The plan may be there already; then only its use is a change.
    private static let sampleFiles = made(.sample, "plan load \(Repository.data)/sample/plan/sample-2021-2025")

    private static func made(_ content: StoreContent, _ line: String) -> [String: [UInt8]] {
        let session = TestSession(content)
        session.output(line)
        return session.folder.names.reduce(into: [:]) { $0[$1] = TestFile.bytes(session.folder.file($1)) }
    }

    /// A session of its own on a copy.
    func session(_ language: Language = .zh, width: Int? = nil) -> TestSession {
        let session = TestSession(.nothing, language: language, width: width)
        for (name, bytes) in self == .jiangbei ? Self.jiangbeiFiles : Self.sampleFiles {
            chmod(session.folder.write(bytes, to: name), 0o600)
        }
        return session
    }

    /// The folder Golden of the target.
    static let goldenPath = #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" } + "/KpiStore.swift"
}

/// Compares a text with the kept one in the target's folder Golden.
func expectKept(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
    Golden.check(text.replacingHome, name, filePath: KpiStore.goldenPath, sourceLocation: sourceLocation)
}

extension String {
    /// The text without the place of the checkout.
    fileprivate var replacingHome: String { split(separator: Repository.path, omittingEmptySubsequences: false).joined(separator: "…") }
}
