/// One entry of a code list.
package struct CodeEntry: Sendable, Hashable {
    package let code: String
    package let label: Localized
    package let position: Int64
    /// An optional numeric attribute whose meaning the list defines.
    package let number: Int64?
    package let validFrom: CalendarDate?
    package let validTo: CalendarDate?
    package let isVerified: Bool

    package init(
        code: String, label: Localized, position: Int64, number: Int64? = nil, validFrom: CalendarDate? = nil,
        validTo: CalendarDate? = nil, isVerified: Bool = false
    ) {
        self.code = code
        self.label = label
        self.position = position
        self.number = number
        self.validFrom = validFrom
        self.validTo = validTo
        self.isVerified = isVerified
    }
}

/// The code lists of a store, by list name.
package struct CodeBook: Sendable {
    private let lists: [String: [CodeEntry]]
    /// By list and code.
    private let byCode: [String: [String: CodeEntry]]

    package init(_ lists: [String: [CodeEntry]] = [:]) {
        self.lists = lists.mapValues { $0.sorted { ($0.position, $0.code) < ($1.position, $1.code) } }
        byCode = self.lists.mapValues { entries in
            Dictionary(entries.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    package func entries(_ list: String) -> [CodeEntry] { lists[list] ?? [] }

    package func entry(_ list: String, code: String) -> CodeEntry? { byCode[list]?[code] }

    /// Finds the code that a text means: the code itself, or its Chinese or English label.
    package func code(_ list: String, matching text: String) -> String? {
        if let exact = entry(list, code: text) { return exact.code }
        let entries = lists[list] ?? []
        let wanted = RecordSchema.folded(text)
        return entries.first {
            RecordSchema.folded($0.code) == wanted || RecordSchema.folded($0.label.zh) == wanted
                || RecordSchema.folded($0.label.en) == wanted
        }?.code
    }

    /// The label of a code; the code itself if the list does not have it.
    package func label(_ list: String, code: String) -> Localized {
        entry(list, code: code)?.label ?? Localized(verbatim: code)
    }
}
