internal import ArgumentParser
internal import JBEMCore

/// Turns errors of the argument parser into failures with exit code 64 and texts in both languages.
///
/// ArgumentParser keeps its error type to itself and speaks English only; its sentences are recognised by their shape,
/// and one that is not known stays as it is.
enum ParseFailure {
    /// - Parameter command: the path of the command whose help shows the way out.
    static func failure(_ error: any Error, of command: [String]) -> Failure {
        let message = JBEM.message(for: error)
        guard !message.isEmpty else { return Failure(.bug, Localized(verbatim: "\(error)")) }
        let help = (["jbem"] + command + ["--help"]).joined(separator: " ")
        return Failure(.usage, translated(message), hints: [Localized("用 \(help) 查看用法", "see \(help)")])
    }

    private static func translated(_ message: String) -> Localized {
        let lines = message.split(separator: "\n")
        let first = lines.first ?? ""
        let quoted = quotations(first)
        guard let word = quoted.first else { return Localized(verbatim: String(first)) }
        if first.hasPrefix("Unknown option") {
            let close = quoted.count > 1 ? Localized("；是否指 \(quoted[1])？", "; did you mean \(quoted[1])?") : Localized("", "")
            return Localized("没有选项 \(word)", "there is no option \(word)") + close
        }
        if first.hasPrefix("Missing value for") { return option(word) + Localized(" 缺少值", " needs a value") }
        if first.hasPrefix("Missing expected argument") {
            if word.hasPrefix("-") {
                let option = option(word)
                return Localized("缺少选项 \(option.zh)", "the option \(option.en) is missing")
            }
            let argument = ValueWord.text(String(word.filter { !"<> .".contains($0) }))
            return Localized("缺少参数 \(argument.zh)", "the argument \(argument.en) is missing")
        }
        if first.hasPrefix("Missing one of") {
            return Localized("须给出其一：\(quoted.joined(separator: " "))", "one of these is missing: \(quoted.joined(separator: " "))")
        }
        if first.hasPrefix("Unexpected argument") { return Localized("多余的参数 “\(word)”", "unexpected argument \"\(word)\"") }
        if first.contains(" unexpected arguments: ") {
            return Localized("多余的参数：\(quoted.joined(separator: " "))", "unexpected arguments: \(quoted.joined(separator: " "))")
        }
        if first.hasPrefix("The option"), quoted.count > 1 {
            return Localized("\(word) 不带值，却给了 “\(quoted[1])”", "\(word) takes no value, but \"\(quoted[1])\" was given")
        }
        if first.hasPrefix("The value"), quoted.count > 1 {
            let listed = lines.dropFirst().filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
            let values = (quoted.dropFirst(2) + listed).joined(separator: " ")
            let choice = values.isEmpty ? Localized("", "") : Localized("；可选：\(values)", "; one of: \(values)")
            let option = option(quoted[1])
            return Localized("\(option.zh) 的值 “\(word)” 无效", "\"\(word)\" is no value of \(option.en)") + choice
        }
        return Localized(verbatim: String(first))
    }

    /// An option as the parser names it, `--as-of <as-of>`, as help names it.
    private static func option(_ text: String) -> Localized {
        let parts = text.split(separator: " <", maxSplits: 1)
        guard parts.count == 2 else { return Localized(verbatim: text) }
        return Localized(verbatim: "\(parts[0]) ") + ValueWord.text(String(parts[1].dropLast()))
    }

    /// The texts between single quotes; a quote inside a quoted value ends it only before a blank, a sign or the end.
    private static func quotations(_ text: Substring) -> [String] {
        var found: [String] = []
        var current: String?
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character == "'", let open = current, " .,:?".contains(next) {
                found.append(open)
                current = nil
            } else if character == "'", current == nil {
                current = ""
            } else {
                current?.append(character)
            }
        }
        return found
    }
}
