package import JBEMCore

extension RecordSchema {
    /// The key of a record in words: its id, or the parts of its natural key, of which references are ids too. A bare number of sixteen
    /// digits looks like a bank card.
    ///
    /// - Parameter home: the office whose own ids are written short; `nil` for full ids.
    package func keyText(_ key: [FieldValue], home: Int64? = nil) -> String {
        let parts = identity == .issued ? [prefix] : naturalKey.map { name in field(name).flatMap { Self.prefix(of: $0.kind) } ?? "" }
        return zip(key, parts + Array(repeating: "", count: max(0, key.count - parts.count))).map { value, prefix in
            guard let number = value.integer, !prefix.isEmpty, let id = RecordID(number: number) else {
                return value.text ?? value.integer.map(String.init) ?? ""
            }
            return home.map { id.shortText(prefix: prefix, home: $0) } ?? id.text(prefix: prefix)
        }.joined(separator: " ")
    }

    private static func prefix(of kind: FieldKind) -> String? {
        guard case .reference(let noun) = kind else { return nil }
        return Catalog.schema(noun)?.prefix
    }
}
