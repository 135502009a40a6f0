import JBEMCommands
import JBEMCore

/// A page of the manual in roff, made of the blocks of help.
struct ManualPage {
    /// `jbem-hazard`
    let name: String
    let section: Int
    let language: Language
    let abstract: Localized
    let synopsis: [Localized]
    var blocks: [HelpBlock]

    /// The file below the project.
    var path: String {
        let file = "\(name).\(section)"
        return language == .en ? "man/\(file)" : "man/zh_CN/man\(section)/\(file)"
    }

    var text: String {
        let title = say(Localized("应急管理", "Emergency management"))
        let head = """
            .\\" Made from the help of the program by ManualTests (RECORD=1 writes it anew); do not edit.
            .TH \(name.uppercased().replacing("-", with: "\\-")) \(section) "\(Version.date)" "jbem \(Version.text)" "\(title)"
            .SH \(say(Localized("名称", "NAME")))
            \(escaped(name)) \\- \(escaped(say(abstract)))
            """
        let usage = synopsis.map { ".br\n\\fB\(escaped(say($0)))\\fR" }.joined(separator: "\n").dropFirst(synopsis.isEmpty ? 0 : 4)
        let lines =
            [head] + (synopsis.isEmpty ? [] : [".SH " + say(Localized("用法", "SYNOPSIS")), String(usage)])
            + blocks.indices.map { roff(blocks[$0], isFirst: $0 > 0 && blocks[$0 - 1].isHeading) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func roff(_ block: HelpBlock, isFirst: Bool) -> String {
        let paragraph = isFirst ? "" : ".PP\n"
        switch block {
        case .heading(let text): return ".SH \(heading(say(text)))"
        case .text(let text): return paragraph + lines(say(text))
        case .terms(let terms):
            return terms.map { ".TP\n\\fB\(escaped(say($0.term).trimmed))\\fR\n\(lines(say($0.text)))" }.joined(separator: "\n")
        case .code(let code): return paragraph + ".RS 4\n.nf\n" + code.map { lines($0) }.joined(separator: "\n") + "\n.fi\n.RE"
        case .examples(let examples):
            return examples.map { ".TP 4\n\\fBjbem \(escaped($0.line))\\fR\n\(lines(say($0.text)))" }.joined(separator: "\n")
        }
    }

    /// Headings of manual pages are in capitals.
    private func heading(_ text: String) -> String { escaped(language == .en ? text.uppercased() : text) }

    private func say(_ text: Localized) -> String { text.text(language) }

    /// Hyphens that are typed, and backslashes.
    private func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
    }

    /// A text whose lines do not begin with a control character of roff; empty lines of code are kept.
    private func lines(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let plain = escaped(String(line))
            return plain.isEmpty ? ".sp" : plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
        }.joined(separator: "\n")
    }
}

extension HelpBlock {
    fileprivate var isHeading: Bool { if case .heading = self { true } else { false } }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
