/// A generic verb that a noun offers.
package enum RecordVerb: String, Sendable, CaseIterable {
    case list, show, add, set, rm, void, `import`, export, history
}

/// How records of a noun are named.
package enum RecordIdentity: Sendable, Equatable {
    /// The store issues ids: office number × 10⁷ + sequence.
    case issued
    /// The natural key names the record.
    case natural
}

/// A group of help topics under which a noun is listed.
package enum NounGroup: String, Sendable, CaseIterable {
    case oversight, risk, preparedness, response, records, store

    package var label: Localized {
        switch self {
        case .oversight: Localized("统揽", "OVERSIGHT")
        case .risk: Localized("风险", "RISK")
        case .preparedness: Localized("准备", "PREPAREDNESS")
        case .response: Localized("预警与响应", "WARNING & RESPONSE")
        case .records: Localized("台账", "RECORDS")
        case .store: Localized("存储", "STORE")
        }
    }
}

/// A rule that one record must obey on its own; returns what is wrong.
package typealias RowRule = @Sendable (RecordRow) -> [Fault]

/// The single description of a record type, from which list, show, add, set, import, export, history, their help,
/// CSV headers, JSON keys and masking follow.
package struct RecordSchema: Sendable {
    package let noun: String
    package let aliases: [String]
    /// Id prefix, two or three capitals (`AC`); empty for nouns named by a natural key.
    package let prefix: String
    package let table: String
    package let label: Localized
    package let group: NounGroup
    package let identity: RecordIdentity
    /// The fields by which an import recognises a record it has seen.
    package let naturalKey: [String]
    /// The field that `--since` and `--until` compare.
    package let timeField: String?
    /// The order of a list without `--sort`.
    package let order: [String]
    package let verbs: Set<RecordVerb>
    package let fields: [FieldDefinition]
    package let rules: [RowRule]
    /// Computes fields that follow from others in the same record, before the rules run.
    package let derive: @Sendable (inout RecordRow) -> Void
    package let help: Localized
    package let layout: FieldLayout
    /// Fields that have a column in the table, in column order.
    package let storedFields: [FieldDefinition]
    /// The positions of the stored fields in ``fields``.
    package let storedSlots: [Int]
    package let sensitiveFields: [FieldDefinition]

    package init(
        noun: String, aliases: [String] = [], prefix: String = "", table: String? = nil, label: Localized, group: NounGroup = .records,
        identity: RecordIdentity, naturalKey: [String], timeField: String? = nil, order: [String]? = nil,
        verbs: Set<RecordVerb> = [.list, .show, .add, .set, .rm, .import, .export, .history],
        rules: [RowRule] = [], derive: @escaping @Sendable (inout RecordRow) -> Void = { _ in }, help: Localized,
        @FieldListBuilder fields: () -> [FieldDefinition]
    ) {
        self.noun = noun
        self.aliases = aliases
        self.prefix = prefix
        self.table = table ?? String(noun.map { $0 == "-" ? "_" : $0 })
        self.label = label
        self.group = group
        self.identity = identity
        self.naturalKey = naturalKey
        self.timeField = timeField
        self.order = order ?? (identity == .natural ? naturalKey : ["id"])
        self.verbs = verbs
        self.rules = rules
        self.derive = derive
        self.help = help
        let fields = fields()
        self.fields = fields
        layout = FieldLayout(fields.map(\.name))
        storedSlots = fields.indices.filter { !fields[$0].isDerived }
        storedFields = storedSlots.map { fields[$0] }
        sensitiveFields = fields.filter { $0.sensitivity != nil }
    }

    /// The table that holds unmasked personal fields, if the noun has any.
    package var privateTable: String? { sensitiveFields.isEmpty ? nil : table + "_private" }

    /// Primary-key columns.
    package var keyColumns: [String] { identity == .issued ? ["id"] : naturalKey }

    package func field(_ name: String) -> FieldDefinition? { layout.slot(name).map { fields[$0] } }

    /// Finds the field that a header or argument means: by name, label or alias, spaces and case ignored.
    package func field(matching text: String) -> FieldDefinition? {
        if let exact = field(text) { return exact }
        let wanted = RecordSchema.folded(text)
        return fields.first { field in
            RecordSchema.folded(field.name) == wanted || RecordSchema.folded(field.label.zh) == wanted
                || RecordSchema.folded(field.label.en) == wanted || field.aliases.contains { RecordSchema.folded($0) == wanted }
        }
    }

    /// Lower-cased text without blanks, underscores and hyphens, so that `Found on` matches `found_on`.
    static func folded(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" }
    }
}

/// A record type known to the program.
package protocol Noun: Sendable {
    static var schema: RecordSchema { get }
}
