package import JBEMCore

/// Natures of indicators in words.
package enum NatureText {
    package static func label(_ nature: Indicator.Nature) -> Localized {
        switch nature {
        case .binding: Localized("约束性", "binding")
        case .expected: Localized("预期性", "expected")
        case .stated: Localized("文中", "stated")
        }
    }
}
