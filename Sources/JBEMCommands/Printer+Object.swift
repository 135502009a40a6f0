internal import JBEMOutput

/// One object, such as the state of an indicator, in every format.
extension Printer {
    /// - Parameters:
    ///   - object: what JSON says; its plain members are the columns of CSV and TSV, nested ones prefixed, lists left out.
    ///   - lines: what people read, a text block in Markdown and HTML.
    func print(object: JSONValue, isSample: Bool, lines: @autoclosure () -> [String]) throws {
        if isJSON { return try self.print(object) }
        let banner = sampleBanner(isSample).map { [$0] } ?? []
        switch format {
        case .csv, .tsv, .plain:
            let members = Self.flattened(object)
            let columns = members.map { Column(key: $0.key, title: $0.key) }
            try self.print(Table(columns: columns, rows: [members.map { Cell(display: $0.text, machine: $0.text, json: $0.value) }]))
        case .md: try self.print(lines: ["```"] + banner + lines() + ["```"])
        case .html: try self.print(lines: ["<pre>"] + (banner + lines()).map(HTMLWriter.escaped) + ["</pre>"])
        case .table, .json, .jsonl: try self.print(lines: banner + lines())
        }
    }

    private static func flattened(_ value: JSONValue, prefix: String = "") -> [(key: String, text: String, value: JSONValue)] {
        guard case .object(let members) = value else { return [] }
        return members.flatMap { key, value -> [(key: String, text: String, value: JSONValue)] in
            let name = prefix + key
            switch value {
            case .null: return [(name, "", value)]
            case .bool(let flag): return [(name, flag ? "true" : "false", value)]
            case .integer(let number): return [(name, String(number), value)]
            case .number(let text), .string(let text): return [(name, text, value)]
            case .object: return flattened(value, prefix: name + "_")
            case .array: return []
            }
        }
    }
}
