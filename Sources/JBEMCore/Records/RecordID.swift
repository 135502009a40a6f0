/// The id of a record: which office issued it, and its number there.
///
/// Stored as office × 10⁷ + sequence, which stays below 2⁵³ for nine-digit offices.
package struct RecordID: Sendable, Hashable {
    package static let sequenceRange: ClosedRange<Int64> = 1...9_999_999

    /// Office number, 1…999 999 999.
    package let office: Int64
    /// Number within the office, 1…9 999 999.
    package let sequence: Int64

    package init?(office: Int64, sequence: Int64) {
        guard (1...999_999_999).contains(office), RecordID.sequenceRange.contains(sequence) else { return nil }
        self.office = office
        self.sequence = sequence
    }

    package init?(number: Int64) {
        self.init(office: number / 10_000_000, sequence: number % 10_000_000)
    }

    package var number: Int64 { office * 10_000_000 + sequence }

    /// The full form for machines: `AC-500105000-42`.
    package func text(prefix: String) -> String { "\(prefix)-\(office)-\(sequence)" }

    /// The short form for people of `home`: `AC-42` for its own records, the full form for others.
    package func shortText(prefix: String, home: Int64) -> String {
        office == home ? "\(prefix)-\(sequence)" : text(prefix: prefix)
    }

    /// Reads `AC-42` (an own record of `home`) or `AC-500105000-42`, the prefix in any case; `nil` for anything else.
    package init?(_ text: String, prefix: String, home: Int64) {
        // Most texts that are looked at are other names: an import reads millions.
        guard text.utf8.dropFirst(prefix.utf8.count).first == UInt8(ascii: "-") else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts[0].uppercased() == prefix else { return nil }
        let numbers = parts.dropFirst().map { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int64(part) : nil
        }
        guard let last = numbers.last ?? nil else { return nil }
        guard numbers.count == 2 else {
            self.init(office: home, sequence: last)
            return
        }
        guard let office = numbers[0] else { return nil }
        self.init(office: office, sequence: last)
    }
}
