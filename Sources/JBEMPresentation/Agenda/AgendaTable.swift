internal import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// The agenda as a table or a calendar.
package struct AgendaTable {
    let output: ShowAgenda.Output
    let dress: Dress

    package init(_ output: ShowAgenda.Output, _ dress: Dress) { (self.output, self.dress) = (output, dress) }

    private var language: Language { dress.language }

    package var table: Table { Table(columns: columns, rows: output.entries.map(row)) }

    private var columns: [Column] {
        [
            Column(key: "due_on", title: Localized("期限", "due").text(language)),
            Column(key: "days", title: Localized("还有", "in").text(language), alignment: .trailing),
            Column(key: "topic", title: Localized("事项", "what").text(language)),
            Column(key: "title", title: Localized("对象", "subject").text(language), isFlexible: true),
        ] + (dress.isForMachines ? further : [Column(key: "who", title: Localized("谁", "who").text(language), isFlexible: true)])
    }

    private var further: [Column] {
        ["subject", "person", "person_name", "office", "region", "last_done_on", "source", "uid", "is_certain"].map {
            Column(key: $0, title: $0)
        }
            + (dress.needsSampleSign(output.facts.isSample) ? [Column(key: "is_sample", title: "is_sample")] : [])
    }

    private func row(_ entry: AgendaEntry) -> [Cell] {
        let text = FieldText(codes: output.facts.codes, home: output.facts.home, language: language)
        let days = entry.days(from: output.asOf)
        var cells: [Cell] = [
            .moment(entry.dueOn.description), .integer(Int64(days), shown: self.days(days).text(language)).styled(days < 0 ? .bad : nil),
            .code(entry.topic, shown: output.facts.codes.label("agenda_topic", code: entry.topic).text(language)),
            Cell(display: entry.title.text(language), machine: entry.title.zh, json: .string(entry.title.zh)),
        ]
        guard dress.isForMachines else {
            let office = entry.office.map { output.facts.codes.label("office", code: $0).text(language) }
            return cells + [.text(entry.personName ?? office ?? "")]
        }
        cells += [
            .identifier(entry.subject), entry.person.map { .identifier(text.fullID($0, noun: "person")) } ?? .empty,
            .text(entry.personName ?? ""),
            entry.office.map { .identifier($0) } ?? .empty, entry.region.map { .identifier($0) } ?? .empty,
            entry.lastDoneOn.map { .moment($0.description) } ?? .empty, .text(entry.source.zh), .identifier(entry.uid),
            .bool(entry.unknownYears.isEmpty, shown: ""),
        ]
        if dress.needsSampleSign(output.facts.isSample) { cells.append(.bool(output.facts.isSample, shown: "")) }
        return cells
    }

    private func days(_ days: Int) -> Localized {
        switch days {
        case 0: Localized("今天", "today")
        case 1...: Localized("\(days) 天", "\(days) d")
        default: Localized("超期 \(-days) 天", "\(-days) d late")
        }
    }

    /// - Parameter stamp: when it was made, RFC 3339.
    package func calendar(stamp: String) -> ICalendar {
        let sample = output.facts.isSample ? Localized("【示例数据】", "[SAMPLE] ").text(language) : ""
        let events = output.entries.map { entry -> ICalendar.Event in
            let topic = PersonalPattern.masked(output.facts.codes.label("agenda_topic", code: entry.topic).text(language))
            let office = entry.office.map { output.facts.codes.label("office", code: $0).text(language) }
            return ICalendar.Event(
                uid: "\(PersonalPattern.masked(entry.uid))@\(output.storeUUID)", day: entry.dueOn.description,
                summary: PersonalPattern.masked("\(sample)\(topic) \(entry.title.text(language))"),
                description: [entry.subject, entry.personName, office, entry.source.text(language)].compactMap(\.self).filter {
                    !$0.isEmpty
                }
                .map(PersonalPattern.masked).joined(separator: "\n"), categories: [topic])
        }
        return ICalendar(
            name: sample + Localized("应急管理日程", "Emergency management agenda").text(language), stamp: stamp,
            events: events)
    }
}
