package import JBEMCore
package import JBEMOutput

/// What the records of a report are counted by.
package protocol RecordGrouping: RawRepresentable where RawValue == String {
    var title: Localized { get }
    /// The list of ``CodeBook`` that has the names of the groups.
    var list: String { get }
}

/// The columns of a group, and its cells.
package enum GroupColumns {
    package static func columns(_ grouping: some RecordGrouping, _ language: Language) -> [Column] {
        [
            Column(key: grouping.rawValue, title: grouping.title.text(language), isDispensable: true),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
        ]
    }

    package static func cells(_ grouping: some RecordGrouping, _ key: String, _ codes: CodeBook, _ language: Language) -> [Cell] {
        guard !key.isEmpty else { return [.empty, Cell(display: Localized("未填", "none given").text(language), machine: "", json: .null)] }
        let name = codes.label(grouping.list, code: key)
        return [.identifier(key), Cell(display: name.text(language), machine: name.zh, json: .string(name.zh))]
    }

    package static func total(_ language: Language) -> [Cell] { [.empty, .text(Localized("合计", "total").text(language))] }
}

extension Cell {
    /// A share as a percentage for people and a decimal of up to nine places for machines; `nil` is not applicable.
    package static func rate(_ value: Rational?, _ language: Language) -> Cell {
        guard let value else { return Cell(display: Localized("不适用", "n/a").text(language), machine: "", json: .null) }
        return .decimal(value.shortest(maxPlaces: 9), shown: (value * Rational(100)).decimal(places: 1) + "%")
    }
}
