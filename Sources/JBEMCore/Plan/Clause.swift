/// A paragraph of a plan: where it stands, how to recognise it, and what it asks for in our own words.
package enum Clause: Noun {
    package static let plan = Field<String>("plan", Localized("规划", "plan"), .key(noun: "plan"), required: true, writable: .once)
    package static let id = Field<String>("id", Localized("编号", "id"), .text(max: 20), required: true, writable: .once, listed: true)
    package static let line = Field<Int64>("line", Localized("行", "line"), .integer(1...1_000_000), required: true, listed: true)
    package static let section = Field<String>("section", Localized("章节", "section"), .text(max: 80), listed: true)
    package static let opening = Field<String>(
        "opening", Localized("开头", "opening"), .text(max: 20), required: true,
        help: Localized("去空白后的前十个字", "the first ten characters without blanks"), listed: true)
    package static let contentHash = Field<String>(
        "content_hash", Localized("内容散列", "content hash"), .text(max: 64), required: true,
        help: Localized("去空白后的 SHA-256", "SHA-256 without blanks"))
    package static let summary = Field<String>("summary", Localized("摘要", "summary"), .text(max: 200), required: true, listed: true)
    package static let summaryEn = Field<String>("summary_en", Localized("英文摘要", "English summary"), .text(max: 300))

    package static let schema = RecordSchema(
        noun: "clause", aliases: ["条款"], label: Localized("条款", "clause"), group: .oversight, identity: .natural,
        naturalKey: ["plan", "id"],
        order: ["plan", "line"],
        help: Localized("规划的段落：位置、散列与我们的一行摘要。", "Paragraphs of the plan: place, hash and our one-line summary.")
    ) {
        plan; id; line; section; opening; contentHash; summary; summaryEn
    }
}
