internal import Crypto
internal import Foundation

/// The hash chain over the change journal.
///
/// `hash = SHA-256(domain tag ‖ previous hash ‖ length-prefixed fields ‖ name and SHA-256 of each part)`: a part can be
/// dropped later (personal data) and the chain still verifies from its stored digest.
package enum ChangeChain {
    /// The hash before the first change.
    package static let origin = String(repeating: "0", count: 64)

    package static func digest(_ bytes: [UInt8]) -> String {
        Hexadecimal.text(SHA256.hash(data: bytes))
    }

    /// SHA-256 of a text's UTF-8 bytes, as 64 hexadecimal digits.
    package static func digest(_ text: String) -> String { digest(Array(text.utf8)) }

    static func hash(fields: [String], previous: String, parts: [(name: String, digest: String)]) -> String {
        var hasher = SHA256()
        hasher.update(data: Array("jbem-change-1\0".utf8))
        hasher.update(data: Array(previous.utf8))
        for field in fields + parts.flatMap({ [$0.name, $0.digest] }) {
            let bytes = Array(field.utf8)
            let length = UInt64(bytes.count)
            hasher.update(data: (0..<8).map { UInt8(truncatingIfNeeded: length >> (56 - 8 * UInt64($0))) })
            hasher.update(data: bytes)
        }
        return Hexadecimal.text(hasher.finalize())
    }
}
