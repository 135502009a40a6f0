internal import JBEMCore

/// Stands where a domain is not in the store yet, and says so.
struct AbsentPanel: Panel {
    let key: String
    let title: Localized

    init(_ key: String, _ title: Localized) { (self.key, self.title) = (key, title) }

    func load(_ request: PanelRequest, _ sources: PanelSources) throws -> PanelContent {
        PanelContent(
            .absent(Localized("这个版本的存储里还没有这类记录。", "This version's store does not hold such records yet.")), command: [])
    }
}
