/// A language in which `jbem` speaks to people.
package enum Language: String, Sendable, CaseIterable {
    case zh
    case en
}

/// A user-visible text in both languages, written as a pair at its place of use.
package struct Localized: Sendable, Hashable {
    package let zh: String
    package let en: String

    package init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    /// Makes a text that reads the same in both languages (a number, a name, a path).
    package init(verbatim text: String) {
        self.init(text, text)
    }

    /// Returns the text in `language`.
    package func text(_ language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }

    package static func + (left: Localized, right: Localized) -> Localized {
        Localized(left.zh + right.zh, left.en + right.en)
    }
}

extension Collection where Element == Localized {
    /// Joins texts with the list separator of each language.
    package func joined() -> Localized {
        Localized(map(\.zh).joined(separator: "、"), map(\.en).joined(separator: ", "))
    }
}
