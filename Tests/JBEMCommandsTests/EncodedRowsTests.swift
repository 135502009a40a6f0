import JBEMCore
import JBEMOperations
import JBEMOutput
import JBEMPresentation
import JBEMStore
import JBEMTestSupport
import Testing

@testable import JBEMCommands

/// Rows that go out byte by byte are those that the writers of cells make.
@Suite struct EncodedRowsTests {
    private static let texts = [
        "", "平常", "a,b", "a\tb", "\"", "back\\slash", " blank", "blank ", "sep=;", "SEP=", "s", "line\nfeed", "cr\r", "13812345678",
        "电话１３８１２３４５６７８", "138 1234 5678", "110105199003078819 号", "2024-06-01/2024-06-30", "\u{3164}", "零宽\u{200B}", "\u{202E}abc", "é",
        "e\u{301}", "😀", "\u{1B}[31m", "\u{7F}", "、。「」", "ｱﾊﾟｰﾄ", "\u{FEFF}", "𠮷野家", "12345 67890 1", "a'b", "=1+1", "null",
        "か" + String(repeating: "\u{3099}", count: 12), "か" + String(repeating: "\u{302B}", count: 12),
    ]

    @Test(arguments: [OutputFormat.csv, .tsv, .jsonl], [nil, true, false]) func theyAreTheSame(format: OutputFormat, sign: Bool?) throws {
        let session = TestSession()
        let rows = Self.texts.enumerated().map { index, text in
            let name = JSONValue.string("甲\(text)乙").text()
            return #"{"number":"N\#(index)","name":\#(name),"post":\#(JSONValue.string(text).text()),"office":"500105000"}"#
        }
        session.add("rows.jsonl", rows.joined(separator: "\n"))
        let result = session.run("person import rows.jsonl --on-error skip --rejects \(session.folder.file("rejects.csv"))")
        #expect(result.code < 2, "\(result.err)")
        var all = ListRecords.Request()
        all.asOf = CalendarDate(iso: "2024-06-01")
        for (schema, fields) in [
            (Person.schema, Person.schema.fields), (Person.schema, [Person.post.definition]), (Office.schema, Office.schema.fields),
        ] {
            let (slow, fast) = (TextCollector(), TextCollector())
            func presenter(_ heading: ListRecords.Heading) -> RecordPresenter {
                let text = FieldText(codes: heading.codes, home: heading.identity.office, language: .zh)
                var presenter = RecordPresenter(schema, text: text, fields: fields)
                presenter.sampleSign = sign
                return presenter
            }
            let operations = session.operations
            var writer: any RowWriter = MaskingWriter(format.writer(to: slow.sink))
            var made: RecordPresenter?
            _ = try ListRecords(schema, all).run(
                operations,
                begin: {
                    made = presenter($0); try writer.begin(title: nil, columns: made!.columns)
                },
                row: { try writer.row(made!.row($0)) })
            try writer.end()
            var encoder: RecordEncoder?
            try ListRecords(schema, all).run(
                operations, fields,
                begin: { heading in
                    var writer = format.writer(to: fast.sink)
                    try writer.begin(title: nil, columns: presenter(heading).columns)
                    encoder = RecordEncoder(presenter(heading), RecordEncoder.Dialect(format)!, to: fast.sink)
                }, row: { try encoder!.append($0) })
            try encoder!.flush()
            #expect(fast.text == slow.text)
            // Nearly all of them were taken.
            #expect(schema.noun != "person" || slow.text.split(separator: "\n").count > 25)
        }
    }

    @Test func aListWithoutFieldsIsEmpty() {
        let session = TestSession()
        #expect(session.output("region list --fields '' --csv --limit 1") == "\n\n")
    }
}
