internal import ArgumentParser
internal import JBEMCore
internal import JBEMOperations
internal import JBEMOutput

/// `jbem duty notice RISK`.
struct DutyNoticeCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "notice",
        abstract: "风险点的公示牌，带版本与散列；--publish 发布新版␟the notice board of a point with version and hash; --publish a new one",
        helpNames: [])

    @Argument(help: "风险点编号␟id or point number")
    var risk: String
    @Option(name: .long, help: "哪一天的（默认今天）␟on which day (default: today)")
    var on: String?
    @Flag(name: .long, help: "内容有变则发布新版␟publish a new version if the content differs")
    var publish = false
    @OptionGroup var revealing: RevealOptions
    @OptionGroup var writing: WritingOptions
    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) throws {
        var printer = try Printer(session, global)
        let day = try on.map { try DateOption.period($0, option: "--on", session).last }
        let reason = try revealing.givenReason()
        printer.isRevealed = reason != nil
        let output = try ShowNotice(
            risk, on: day, isPublishing: publish, revealReason: reason, options: writing.options("duty notice"),
            canonical: { NoticeText.content($0).text() }
        ).run(session)
        var members: [(String, JSONValue)] = [("content", NoticeText.content(output.board))]
        members += [
            ("phones", .array((output.phones ?? []).map { .optional($0) })),
            ("sha256", .string(output.digest)), ("version", .optional(output.published?[PublishedNotice.version])),
            ("made_on", .optional(output.published?[PublishedNotice.madeOn]?.description)), ("is_current", .bool(output.isCurrent)),
            ("is_sample", .bool(output.facts.isSample)),
        ]
        let text = NoticeText(codes: output.facts.codes, home: output.facts.home, language: session.language)
        try printer.print(object: .object(members), isSample: output.facts.isSample, lines: text.lines(output, printer))
        guard publish else { return }
        guard let report = output.report else {
            return printer.note(Localized("与已公示的一版相同，没有写入", "same as the published version; nothing written"))
        }
        if !printer.isForMachines {
            try printer.report(
                report,
                Localized(
                    "已公示第 \(output.published?[PublishedNotice.version] ?? 0) 版",
                    "published version \(output.published?[PublishedNotice.version] ?? 0)"))
        }
    }
}

/// A notice board in words, and as the text that is hashed.
struct NoticeText {
    let codes: CodeBook
    let home: Int64
    let language: Language

    /// The members in a fixed order, numbers as the board holds them.
    static func content(_ board: NoticeBoard) -> JSONValue {
        let text = FieldText(codes: CodeBook(), home: 0, language: .zh)
        let point = NoticeBoard.fields.map { field in
            (field.name, JSONValue.optional(board.risk[field.name].isNull ? nil : text.machine(board.risk[field.name], of: field)))
        }
        let persons = board.responsible.map { person in
            JSONValue.object([
                ("role", .string(person.role)), ("name", .string(person.name)), ("post", .optional(person.post)),
                ("office", .string(person.office)), ("phone", .optional(person.phone)),
                ("phone_changed_on", .optional(person.phoneChangedOn)),
                ("from", .string(person.validFrom)), ("to", .optional(person.validTo)),
            ])
        }
        return .object(
            [("point_no", .string(board.risk[Risk.pointNo] ?? "")), ("name", .string(board.risk[Risk.name] ?? ""))] + point
                + [("responsible", .array(persons))])
    }

    func lines(_ output: ShowNotice.Output, _ printer: Printer) -> [String] {
        let board = output.board
        let text = FieldText(codes: codes, home: home, language: language)
        var pairs = [(say(Localized("风险点", "risk point")), "\(board.risk[Risk.pointNo] ?? "") \(board.risk[Risk.name] ?? "")")]
        for field in NoticeBoard.fields where !board.risk[field.name].isNull {
            pairs.append((field.label.text(language), text.display(board.risk[field.name], of: field)))
        }
        for role in DutyRole.three {
            let label = codes.label("duty_role", code: role.rawValue).text(language)
            let own = board.responsible.filter { $0.role == role.rawValue }
            if own.isEmpty { pairs.append((label, say(Localized("（空缺）", "(vacant)")))) }
            for person in own {
                var shown = person
                if let phones = output.phones,
                    let index = board.responsible.firstIndex(where: { $0.person == person.person && $0.role == person.role })
                {
                    shown.phone = phones[index] ?? person.phone
                }
                pairs.append((label, self.text(shown)))
            }
        }
        pairs.append((say(Localized("版本", "version")), version(output)))
        pairs.append(("SHA-256", output.digest))
        let heading = Localized("安全责任公示牌", "SAFETY RESPONSIBILITY NOTICE").text(language)
        return [heading] + printer.lines(KeyValueList(pairs.map { KeyValueList.Item($0.0, $0.1) }))
    }

    private func text(_ person: NoticeBoard.Responsible) -> String {
        let office = codes.label("office", code: person.office).text(language)
        let until = person.validTo.map { say(Localized("至 \($0)", "to \($0)")) }
        let term = [say(Localized("\(person.validFrom) 起", "from \(person.validFrom)")), until].compactMap(\.self).joined(separator: " ")
        let verified = person.verifiedOn.map { Localized("（\($0) 核实）", " (verified \($0))") } ?? Localized("（未核实）", " (not verified)")
        let phone = person.phone.map { $0 + say(verified) } ?? say(Localized("无电话", "no number"))
        return [person.name, person.post, office, phone, term].compactMap(\.self).joined(separator: "  ")
    }

    private func version(_ output: ShowNotice.Output) -> String {
        guard let published = output.published, let version = published[PublishedNotice.version], let on = published[PublishedNotice.madeOn]
        else {
            return say(Localized("尚未公示", "not published yet"))
        }
        return output.isCurrent
            ? say(Localized("第 \(version) 版，\(on) 公示", "\(version), published on \(on)"))
            : say(Localized("与 \(on) 公示的第 \(version) 版不一致，须更换", "differs from version \(version) of \(on): renew the board"))
    }

    private func say(_ text: Localized) -> String { text.text(language) }
}
