package import JBEMCore
package import JBEMOperations
package import JBEMOutput

/// Where sets are to be held, and who is not reached.
package enum PlacementTable {
    package static func table(_ answer: PlaceSets.Answer, _ facts: ReadingFacts, _ dress: Dress) -> Table {
        let language = dress.language
        let isDistance = answer.options.basis == .distance
        let columns = [
            Column(key: "state", title: Localized("状态", "state").text(language)),
            Column(key: "place", title: Localized("地点", "place").text(language)),
            Column(key: "name", title: Localized("名称", "name").text(language), isFlexible: true),
            Column(key: "people", title: Localized("新到达人数", "people reached first").text(language)),
            Column(key: "nearest", title: Localized("最近库点", "nearest").text(language)),
            isDistance
                ? Column(key: "distance_km", title: Localized("公里", "km").text(language))
                : Column(key: "minutes", title: Localized("分钟", "minutes").text(language)),
        ]
        let sites = answer.sites.map { site -> [Cell] in
            let state =
                site.isGiven
                ? Cell.code("given", shown: Localized("已有", "there").text(language))
                : Cell.code("place", shown: Localized("布设", "place").text(language))
            return [state, .identifier(site.code), .text(site.name), .integer(site.people), .empty, .empty]
        }
        let unreached = answer.unreached.map { place -> [Cell] in
            let cost = place.nearest.map { AllocationTable.way($0.cost, answer.options.basis) }
            return [
                Cell.code("unreached", shown: Localized("未到达", "unreached").text(language)).styled(.bad), .text(place.place), .empty,
                .integer(place.people), place.nearest.map { .identifier($0.code) } ?? .empty,
                cost.map { .decimal($0.shortest(maxPlaces: 3), shown: $0.decimal(places: 1)) } ?? .empty,
            ]
        }
        return StockTable.signed(columns, sites + unreached, facts, dress)
    }

    package static func summary(_ answer: PlaceSets.Answer, asOf day: CalendarDate) -> Localized {
        let exact =
            answer.reached == answer.bound
            ? Localized("", "") : Localized("（未必最优，上限 \(answer.bound)）", " (perhaps not the most: at most \(answer.bound))")
        return Localized(
            "截至 \(day)，\(answer.people) 人中到达 \(answer.reached) 人\(exact.zh)；不动已选，再加一套可多到达 \(answer.oneMore) 人",
            "as of \(day), \(answer.reached) of \(answer.people) people are reached\(exact.en); one set more besides these would reach \(answer.oneMore)"
        )
    }
}
