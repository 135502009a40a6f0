package import JBEMCore

/// A cell of any kind of field that is read is read back from what machines are shown, and from what people are shown.
package enum FieldCheck {
    static func run(_ text: String) throws {
        for field in KindSample.schema.fields {
            for unit in [nil] + MoneyUnit.allCases.map(Optional.some) {
                guard unit == nil || field.kind.isMoney else { continue }
                guard let value = try outcome({ try field.read(text, unit: unit, in: KindSample.context) }) else { continue }
                var column = ColumnReader(field, unit: unit, in: KindSample.context)
                for _ in 0..<2 { try hold(try column.read(text) == value, "\(field.name): a column reads \(text) otherwise") }
                try check(value, of: field)
            }
        }
    }

    package static func check(_ value: FieldDefinition.ReadValue, of field: FieldDefinition) throws {
        switch value {
        case .naturalKey(_, let key):
            try hold(isSame(ValueText.trimmed(key), key) && !key.isEmpty, "\(field.name): the key \(key)")
            try hold(try field.read(key, in: KindSample.context) == value, "\(field.name): \(key) is not read again")
        case .value(let stored):
            var shown = [KindSample.text().machine(stored, of: field)]
            // The minute is what people are shown of a moment.
            if field.kind != .instant { shown += Language.allCases.map { KindSample.text($0).display(stored, of: field) } }
            for text in shown {
                let again = try outcome { try field.read(text, in: KindSample.context) }
                try hold(again == value, "\(field.name): \(stored), shown as \(text), is read as \(String(describing: again))")
            }
        }
    }
}

extension FieldKind {
    fileprivate var isMoney: Bool {
        if case .money = self { true } else { false }
    }
}
