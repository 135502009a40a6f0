/// A published version of the notice board (公示牌) of a risk point; versions are added, never changed.
package enum PublishedNotice: Noun {
    package static let risk = Field<Int64>(
        "risk", Localized("风险点", "risk point"), .reference(noun: "risk"), required: true, writable: .once, listed: true)
    package static let version = Field<Int64>(
        "version", Localized("版本", "version"), .integer(1...100_000), required: true, writable: .once, listed: true)
    package static let madeOn = Field<CalendarDate>(
        "made_on", Localized("公示日期", "made on"), .date, required: true, writable: .once, listed: true)
    package static let digest = Field<String>(
        "sha256", Localized("散列", "SHA-256"), .text(max: 64), required: true, writable: .once, listed: true)
    package static let content = Field<String>(
        "content", Localized("内容", "content"), .text(max: 8000), required: true, writable: .once,
        help: Localized("公示内容，JSON，电话已遮蔽", "what the board says, as JSON with masked numbers"))

    package static let schema = RecordSchema(
        noun: "notice-board", aliases: ["公示牌"], prefix: "NB", label: Localized("公示牌", "notice board"), group: .risk, identity: .issued,
        naturalKey: ["risk", "version"], timeField: "made_on", order: ["risk", "version"],
        verbs: [.list, .show, .import, .export, .history],
        help: Localized("公示牌的各版；由 duty notice --publish 产生。", "Published versions of notice boards, made by duty notice --publish.")
    ) {
        risk; version; madeOn; digest; content
    }
}

/// What the notice board of a risk point says on a day.
package struct NoticeBoard: Sendable {
    package struct Responsible: Sendable {
        package let role: String
        package let person: Int64
        package let name: String
        package let post: String?
        package let office: String
        /// Masked.
        package var phone: String?
        package let phoneChangedOn: String?
        package let validFrom: String
        package let validTo: String?
        /// When the number was last verified; on the board for those who read it, not part of what is hashed.
        package let verifiedOn: String?

        package init(
            role: String, person: Int64, name: String, post: String?, office: String, phone: String?, phoneChangedOn: String?,
            validFrom: String,
            validTo: String?, verifiedOn: String?
        ) {
            (self.role, self.person, self.name, self.post, self.office) = (role, person, name, post, office)
            (self.phone, self.phoneChangedOn, self.verifiedOn) = (phone, phoneChangedOn, verifiedOn)
            (self.validFrom, self.validTo) = (validFrom, validTo)
        }
    }

    package let risk: RecordRow
    package let responsible: [Responsible]

    package init(risk: RecordRow, responsible: [Responsible]) { (self.risk, self.responsible) = (risk, responsible) }

    /// The fields of the point that the board shows.
    package static let fields: [FieldDefinition] = [
        Risk.category.definition, Risk.level.definition, Risk.residualLevel.definition, Risk.region.definition, Risk.place.definition,
        Risk.exposedPeople.definition, Risk.owner.definition, Risk.department.definition, Risk.measures.definition,
    ]
}
