internal import JBEMCore
internal import JBEMOperations
internal import JBEMStore

/// Values for completion: from the store, or from the code lists of the program where there is no store. What cannot be read is left out,
/// without a word: nobody wants messages while typing.
struct CompletionValues {
    private let session: Session

    init(_ session: Session) { self.session = session }

    /// Names of records of a noun.
    func names(_ noun: String, _ typed: String) -> [Completer.Candidate] {
        guard let schema = Catalog.schema(noun) else { return [] }
        return candidates(CompleteNames.records(of: schema, beginning: typed, session), typed)
    }

    /// Places that hold goods, without the accounts outside.
    func places(_ typed: String) -> [Completer.Candidate] { names("warehouse", typed).filter { !$0.word.hasPrefix("@") } }

    /// What is visited.
    func subjects(_ typed: String) -> [Completer.Candidate] { names("risk", typed) + names("equipment", typed) }

    /// Indicators of the plan in use.
    func indicators(_ typed: String) -> [Completer.Candidate] { candidates(CompleteNames.indicators(session), typed) }

    /// Values that a field of this kind can have.
    func values(of kind: FieldKind, _ typed: String) -> [Completer.Candidate] {
        switch kind {
        case .bool:
            return candidates(
                [RecordName(name: "1", label: Localized("是", "yes")), RecordName(name: "0", label: Localized("否", "no"))], typed)
        case .reference(let noun), .key(let noun): return names(noun, typed)
        case .code(let list):
            let stored = CompleteNames.codes(list, session)
            guard stored.isEmpty else { return candidates(stored, typed) }
            return candidates(CodeLists(session).codes(list).map { RecordName(name: $0.code, label: $0.label) }, typed)
        default: return []
        }
    }

    private func candidates(_ names: [RecordName], _ typed: String) -> [Completer.Candidate] {
        // Ids are typed in small letters too; a shell wants what was typed as it is.
        names.compactMap { name in
            guard name.name.lowercased().hasPrefix(typed.lowercased()) else { return nil }
            return Completer.Candidate(typed + name.name.dropFirst(typed.count), name.label)
        }
    }
}
