package import JBEMCore

extension RecordSchema {
    /// The key of a record in words: its id, or the parts of its natural key, of which references are ids too. A bare number of sixteen
    /// digits looks like a bank card.
    ///
    /// - Parameter home: the office whose own ids are written short; `nil` for full ids.
    package func keyText(_ key: [FieldValue], home: Int64? = nil) -> String {
        key.enumerated().map { index, value in
            guard let number = value.integer, let prefix = prefix(ofKey: index), let id = RecordID(number: number) else {
                return value.text ?? value.integer.map(String.init) ?? ""
            }
            return home.map { id.shortText(prefix: prefix, home: $0) } ?? id.text(prefix: prefix)
        }.joined(separator: " ")
    }

    /// The prefix of the ids in a part of the key; `nil` for a part that is no id.
    private func prefix(ofKey index: Int) -> String? {
        guard identity == .natural else { return prefix }
        guard naturalKey.indices.contains(index), case .reference(let noun)? = field(naturalKey[index])?.kind else { return nil }
        return Catalog.schema(noun)?.prefix
    }
}
