package import JBEMCore

/// A piece of a page of help; terminals and manual pages lay it out each in their way.
package enum HelpBlock: Sendable {
    case heading(Localized)
    /// A paragraph.
    case text(Localized)
    /// Words with their meanings, one under the other.
    case terms([HelpTerm])
    /// Lines that are typed or read as they stand, the same in both languages.
    case code([String])
    case examples([HelpExample])
}

/// A word and what it means.
package struct HelpTerm: Sendable {
    package let term: Localized
    package let text: Localized

    init(_ term: Localized, _ text: Localized) { (self.term, self.text) = (term, text) }

    /// A word that both languages share.
    init(_ term: String, _ zh: String, _ en: String) { self.init(Localized(verbatim: term), Localized(zh, en)) }
}

/// A command line, without the name of the program, that works as it stands on the sample store.
package struct HelpExample: Sendable {
    package let line: String
    package let text: Localized

    init(_ line: String, _ zh: String, _ en: String) { (self.line, text) = (line, Localized(zh, en)) }
}
