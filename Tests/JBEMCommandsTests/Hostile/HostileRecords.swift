import JBEMCore
import JBEMTestSupport
import Testing

/// Stores in which every field that holds free text holds some of the given texts: the few records, and the code lists, regions and rules.
///
/// Keys get texts too, wherever they are named. What one store has no room for comes in the next.
final class HostileRecords {
    /// Fields of which the form is fixed, so that no other text can stand in them.
    static let fixed: Set<String> = [
        "accident.industry", "closing.digest", "draw.number", "draw.commitment", "draw.seed", "draw.public_value", "hazard.photo_sha256",
        "hazard-step.evidence_sha256", "notice-board.sha256", "clause.content_hash", "inspect.form", "figure.measure", "target.numerator",
        "target.denominator", "risk-substance.class", "risk-substance.substance", "inspect-item.form", "inspect-rule.form",
        "inspect-rule.season_from",
        "inspect-rule.season_to", "hazmat-substance.cas", "draw-candidate.role", "indicator.clause", "indicator.parent",
        "indicator.alias_of", "indicator.responsible",
    ]

    /// Nouns and fields that take a text only where the record is one that has it.
    private static let particular: Set<String> = ["hazard-step", "equipment.registration_no", "accident.exclusion_reason"]

    /// Keys of several parts, by which lines and other records name these.
    private static let kept: Set<String> = [
        "clause.plan", "clause.id", "indicator.plan", "indicator.id", "target.plan", "target.indicator", "target.reading",
        "milestone.plan", "milestone.indicator", "milestone.id", "victim.number", "need.place", "leg.place", "plan.key",
    ]

    private let texts: [String]
    private let lengths: [Int]
    /// How many texts a cell takes at most.
    private let most: Int
    private var next: [String: Int] = [:]
    /// What each field got so far.
    private(set) var placed: [String: Set<Int>] = [:]
    /// The texts of the newest store, by noun.
    private(set) var values: [String: Set<String>] = [:]

    init(_ texts: [String], most: Int = 20) {
        (self.texts, self.most) = (texts, most)
        // Characters may join their neighbours, never the other way round.
        lengths = texts.map { $0.unicodeScalars.count + 1 }
    }

    /// The first store that these texts make, made once a process.
    static let terminal = Kept(HostileRecords(TerminalPayload.all))
    static let numbers = Kept(HostileRecords(SecretTests.written))

    /// A store as bytes, to be copied.
    struct Kept: @unchecked Sendable {
        /// Not used for further stores.
        let records: HostileRecords
        private let files: [String: [UInt8]]

        init(_ records: HostileRecords) {
            self.records = records
            let session = records.session()
            files = session.folder.names.reduce(into: [:]) { $0[$1] = TestFile.bytes(session.folder.file($1)) }
        }

        func session(width: Int? = nil) -> TestSession {
            let session = TestSession(.nothing, width: width)
            for (name, bytes) in files { session.folder.write(bytes, to: name) }
            return session
        }
    }

    /// A store with the next texts in all fields.
    func session(language: Language = .zh, width: Int? = nil) -> TestSession {
        let session = TestSession(.office, language: language, width: width)
        values = [:]
        let names = keys()
        self.names = names
        let folder = TestFolder()
        // What is announced of a draw is hashed with all names in it.
        for noun in FewRecords.nouns where !noun.hasPrefix("draw") { folder.write(csv(noun, names), to: "\(noun).csv") }
        session.output("import --batch \(folder.path) --quiet")
        announce(session)
        for noun in Catalog.schemas.map(\.noun) where !FewRecords.nouns.contains(noun) { rewrite(noun, session) }
        return session
    }

    /// The keys that were changed, by noun and the key before.
    private(set) var names: [String: [String: String]] = [:]

    private func announce(_ session: TestSession) {
        let source = filled("", Draw.schema, Draw.schema.field("public_source")!, most: most)
        let reason = filled("", DrawCandidate.schema, DrawCandidate.schema.field("reason")!, most: most)
        let announcement = "inspect draw announce number=SJ-2025-1 office=500105000 objects=1 inspectors_per_object=1 public_on=2026-11-25"
        let lines = [
            ShellWords.split(announcement + " --object RK-1 --object RK-2 --inspector PE-1 --inspector PE-2")
                + ["public_source=\(source)", "--conflict", "PE-1=RK-1:\(reason)"],
            ["inspect", "draw", "run", "SJ-2025-1", "--public", "01 02"],
        ]
        let today = session.now
        defer { session.now = today }
        for line in lines {
            let result = session.run(line)
            session.now = Instant(rfc3339: "2026-11-26T08:00:00Z")!
            if result.code != 0 { Issue.record("\(result.err)") }
        }
    }

    /// The words of a line, with the changed keys for those of the few records.
    func words(_ line: String) -> [String] {
        ShellWords.split(line).map { word in
            var (result, part) = ("", "")
            func translated(_ key: String) -> String { names.values.lazy.compactMap { $0[key] }.first ?? key }
            for character in word {
                guard " /=:,".contains(character) else {
                    part.append(character)
                    continue
                }
                result += translated(part) + String(character)
                part = ""
            }
            return result + translated(part)
        }
    }

    /// `text` with the texts that come next for this field, as many as fit.
    private func filled(_ text: String, _ schema: RecordSchema, _ field: FieldDefinition, most: Int) -> String {
        guard case .text(let max) = field.kind else { return text }
        let name = "\(schema.noun).\(field.name)"
        var result = text
        // Blank and unseen characters at the ends of a text are trimmed, and digits would run together.
        if !result.hasSuffix("·") { result += result.isEmpty ? "x" : "|" }
        var length = result.count
        for _ in 0..<Swift.min(most, texts.count) {
            let index = next[name, default: 0] % texts.count
            guard length + lengths[index] <= max else {
                // Too long for the field even alone: it can never stand there.
                if lengths[index] > max { next[name] = index + 1 }
                break
            }
            result += texts[index] + "|"
            length += lengths[index]
            next[name] = index + 1
            placed[name, default: []].insert(index)
        }
        if !result.isEmpty { values[schema.noun, default: []].insert(result) }
        return result
    }

    private func isFree(_ field: FieldDefinition, of schema: RecordSchema) -> Bool {
        guard case .text = field.kind, !field.isDerived, field.sensitivity == nil else { return false }
        if case .operation = field.writability { return false }
        let name = "\(schema.noun).\(field.name)"
        return !Self.fixed.contains(name) && !Self.kept.contains(name) && name != "notice-board.content"
    }

    private func isParticular(_ field: FieldDefinition, of schema: RecordSchema) -> Bool {
        Self.particular.contains(schema.noun) || Self.particular.contains("\(schema.noun).\(field.name)")
    }

    private static func keyField(_ schema: RecordSchema) -> FieldDefinition? {
        guard schema.naturalKey.count == 1, let field = schema.field(schema.naturalKey[0]), case .text = field.kind else { return nil }
        let name = "\(schema.noun).\(field.name)"
        return kept.contains(name) || fixed.contains(name) ? nil : field
    }

    private static func rows(_ noun: String) -> (header: [String], rows: [[String]]) {
        let text = String(decoding: FewRecords.files["\(noun).csv"]!, as: UTF8.self)
        let reader = try! DelimitedReader(text)
        return (reader.header, reader.map { try! $0.get().cells })
    }

    private func keys() -> [String: [String: String]] {
        var names: [String: [String: String]] = [:]
        for noun in FewRecords.nouns where !noun.hasPrefix("draw") {
            let schema = Catalog.schema(noun)!
            guard let field = Self.keyField(schema) else { continue }
            let (header, rows) = Self.rows(noun)
            guard let column = header.firstIndex(of: field.name) else { continue }
            for row in rows { names[noun, default: [:]][row[column]] = filled(row[column] + "·", schema, field, most: most) }
        }
        return names
    }

    private func csv(_ noun: String, _ names: [String: [String: String]]) -> String {
        let schema = Catalog.schema(noun)!
        let (header, rows) = Self.rows(noun)
        let bare = header.map { String($0.prefix { $0 != "(" }) }
        let added = schema.fields.filter { isFree($0, of: schema) && !bare.contains($0.name) && !isParticular($0, of: schema) }
        var lines = [header + added.map(\.name)]
        for row in rows {
            let cells = zip(bare, row).map { name, cell -> String in
                let field = schema.field(name)!
                if field.name == Self.keyField(schema)?.name { return names[noun]?[cell] ?? cell }
                switch field.kind {
                case .reference(let target), .key(let target): return names[target]?[cell] ?? cell
                case .text where isFree(field, of: schema):
                    return cell.isEmpty && isParticular(field, of: schema) ? "" : filled(cell, schema, field, most: most)
                default: return cell
                }
            }
            lines.append(cells + added.map { filled("", schema, $0, most: most) })
        }
        return lines.map {
            $0.map { "\"" + $0.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\"" }.joined(
                separator: ",") + "\n"
        }.joined()
    }

    /// What stands in a cell of the few records.
    private static let named = Set(FewRecords.nouns.flatMap { rows($0).rows.joined() })

    /// Changes the texts of records that a store has from the start.
    private func rewrite(_ noun: String, _ session: TestSession) {
        let schema = Catalog.schema(noun)!
        guard schema.verbs.contains(.import) else { return }
        let fields = schema.fields.filter { isFree($0, of: schema) && $0.writability == .anyone && !schema.naturalKey.contains($0.name) }
        guard !fields.isEmpty else { return }
        let rows = (try? StrictJSON.parse(session.output("\(noun) export --json")).array) ?? []
        // The lists are long: what the few records name is seen most.
        let used = rows.filter { row in
            schema.naturalKey.contains { key in
                row.object?.members.contains { $0.name == key && Self.named.contains($0.value.string ?? "") } ?? false
            }
        }
        // A form that was used does not change any more.
        var seen = Set(rows.prefix(0))
        // In their order, so that each run puts the same text into the same field.
        let objects = [used.prefix(80), rows.prefix(12)].joined().filter { row in
            seen.insert(row).inserted && !row.object!.members.contains { $0.value.string == "site.flood" }
        }.map { row in
            let members = row.object!.members.compactMap { member -> String? in
                guard let field = schema.field(member.name),
                    schema.naturalKey.contains(field.name) || fields.contains(where: { $0 === field })
                else { return nil }
                let old = member.value.string ?? member.value.number ?? ""
                let text = fields.contains { $0 === field } ? filled(String(old.prefix(12)), schema, field, most: 12) : old
                return "\(JSONText.quoted(member.name)):\(JSONText.quoted(text))"
            }
            return "{" + members.joined(separator: ",") + "}\n"
        }
        session.add("\(noun).jsonl", objects.joined())
        session.output("\(noun) import \(noun).jsonl --quiet")
    }
}

/// JSON as another program writes it, everything but ASCII escaped.
enum JSONText {
    static func quoted(_ text: String) -> String {
        "\""
            + text.utf16.map { unit in
                (0x20...0x7E).contains(unit) && unit != 0x22 && unit != 0x5C
                    ? String(Unicode.Scalar(UInt8(unit))) : "\\u" + String(String(0x10000 + Int(unit), radix: 16).dropFirst())
            }.joined() + "\""
    }
}
