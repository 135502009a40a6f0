/// Splits a command line into words as a shell does: blanks part, single and double quotes hold together, a backslash takes the next sign
/// as it is. Nothing is expanded.
package enum ShellWords {
    /// A word as it is meant, and as it is typed with its quotes.
    package struct Word: Sendable, Hashable {
        package var plain: String
        package var typed: String
    }

    package static func split(_ line: String) -> [String] { words(line).map(\.plain) }

    /// The words of a line; a quote that is still open ends with the line.
    package static func words(_ line: String) -> [Word] {
        var words: [Word] = []
        var current: Word?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if character == " " || character == "\t", quote == nil, !isEscaped {
                if let word = current { words.append(word) }
                current = nil
                continue
            }
            var word = current ?? Word(plain: "", typed: "")
            word.typed.append(character)
            let isMark =
                !isEscaped && (quote == nil ? "'\"\\".contains(character) : character == quote || (quote == "\"" && character == "\\"))
            if !isMark {
                word.plain.append(character)
            } else if character != "\\" {
                quote = quote == nil ? character : nil
            }
            isEscaped = isMark && character == "\\"
            current = word
        }
        if let word = current { words.append(word) }
        return words
    }
}
