internal import JBEMCore

/// What stands for a value in usage lines and messages: the parser knows only the names of our variables and options.
enum ValueWord {
    private static let arguments: [String: Localized] = [
        "assignments": Localized("字段=值", "field=value"), "arguments": Localized("物资=数量或字段=值", "item=quantity or field=value"),
        "name": Localized("编号", "id"), "names": Localized("编号", "id"), "id": Localized("编号", "id"), "ids": Localized("编号", "id"),
        "key": Localized("规划", "plan"), "words": Localized("主题或命令", "topic or command"), "sql": Localized("SQL", "SQL"),
        "risk": Localized("风险点", "risk"), "scenario": Localized("情景", "scenario"), "place": Localized("库点", "place"),
        "old": Localized("旧规划", "old plan"), "new": Localized("新规划", "new plan"), "shell": Localized("shell", "shell"),
        "day": Localized("日期", "day"), "count": Localized("天数", "days"), "form-item": Localized("项", "item"),
    ]

    private static let files: [String: Localized] = [
        "alert-command": Localized("程序", "program"), "anchor": Localized("文件", "file"), "batch": Localized("文件夹", "folder"),
        "db": Localized("文件", "file"), "file": Localized("文件", "file"), "files": Localized("文件", "file"),
        "folder": Localized("文件夹", "folder"),
        "output": Localized("文件", "file"), "rejects": Localized("文件", "file"), "text": Localized("文件", "file"),
    ]

    private static let records: [String: Localized] = [
        "item": Localized("物资", "item"), "lot": Localized("批号", "lot"), "movement": Localized("单号", "document"),
        "noun": Localized("名词", "noun"),
        "object": Localized("对象", "object"), "office": Localized("单位", "office"), "person": Localized("人员", "person"),
        "plan": Localized("规划", "plan"), "region": Localized("区域", "region"), "start": Localized("地点", "place"),
        "subject": Localized("对象", "subject"), "warehouse": Localized("库点", "warehouse"),
    ]

    private static let times: [String: Localized] = [
        "as-of": Localized("日期", "day"), "before": Localized("日期", "day"), "on": Localized("日期", "day"),
        "until": Localized("日期", "day"), "period": Localized("期间", "period"), "cycle": Localized("周期", "cycle"),
        "days": Localized("天数", "days"), "since": Localized("改动号", "change"), "lock-timeout": Localized("秒", "seconds"),
        "refresh": Localized("秒", "seconds"), "timeout": Localized("秒", "seconds"),
    ]

    private static let quantities: [String: Localized] = [
        "budget": Localized("万元", "amount"), "detour": Localized("系数", "factor"), "keep": Localized("份数", "count"),
        "limit": Localized("条数", "count"), "offset": Localized("条数", "count"), "people": Localized("人数", "count"),
        "sets": Localized("套数", "count"), "speed": Localized("公里/小时", "km/h"), "width": Localized("列数", "cells"),
        "within": Localized("距离或时间", "distance or time"),
    ]

    private static let others: [String: Localized] = [
        "actor": Localized("谁", "who"), "alert": Localized("方式", "way"), "allow": Localized("状态", "state"), "by": Localized("依据", "what"),
        "color": Localized("何时", "when"), "conflict": Localized("检查人=对象:理由", "inspector=object:reason"),
        "encoding": Localized("编码", "encoding"), "fields": Localized("字段", "fields"), "format": Localized("格式", "format"),
        "input-format": Localized("格式", "format"), "labels": Localized("语言", "language"), "lang": Localized("语言", "language"),
        "map": Localized("列名=字段", "column=field"), "note": Localized("理由", "reason"), "of": Localized("对象", "what"),
        "on-error": Localized("做法", "way"), "public": Localized("公开值", "value"), "purpose": Localized("目的", "purpose"),
        "reader": Localized("名称", "name"), "reason": Localized("理由", "reason"), "sort": Localized("字段", "fields"),
        "substance": Localized("物质=吨数", "substance=tonnes"), "topic": Localized("事项", "topic"), "view": Localized("视图", "view"),
        "where": Localized("条件", "condition"), "with": Localized("字段=+数", "field=+number"),
    ]

    private static let words = [arguments, files, records, times, quantities, others].reduce(into: [:]) {
        $0.merge($1) { first, _ in first }
    }

    static func isKnown(_ variable: String) -> Bool { words[variable] != nil }

    /// Whether the value is the path of a file, a folder or a program.
    static func isPath(_ variable: String) -> Bool { files[variable] != nil }

    /// `<id>` for the variable `name`.
    static func text(_ variable: String) -> Localized {
        let word = words[variable] ?? Localized(verbatim: variable)
        return Localized("<\(word.zh)>", "<\(word.en)>")
    }
}
