/// Says what may stand at the beginning and the end of a line (kinsoku), for Chinese with Latin words in it.
enum LineBreaking {
    /// Says how a grapheme behaves where a line could be broken.
    enum Kind {
        /// A blank, at which a line is gladly broken and which is then dropped.
        case space
        /// An opening bracket or quotation mark: no line ends with it.
        case opening
        /// A closing mark or stop: no line begins with it.
        case closing
        /// Part of a Latin word, a number or an id: kept together.
        case word
        /// A Chinese character, a kana, an emoji: broken before and after.
        case ideograph
    }

    private static let openings: Set<Character> = [
        "（", "《", "“", "‘", "「", "『", "【", "〈", "〔", "［", "｛", "〖", "￥", "＄", "(", "[", "{", "¥", "$", "№", "＃",
    ]

    private static let closings: Set<Character> = [
        "，", "。", "、", "；", "：", "！", "？", "）", "》", "”", "’", "」", "』", "】", "〉", "〕", "］", "｝", "〗", "％", "‰", "℃",
        "…", "·", "～", "．", "｡", "､", ",", ".", ";", ":", "!", "?", ")", "]", "}", "%", "°", "⏎",
    ]

    /// Returns how `grapheme` behaves; the same whatever the width of ambiguous characters, so that breaks do not depend on it.
    static func kind(of grapheme: Character) -> Kind {
        if grapheme == " " || grapheme == "\u{3000}" || grapheme == "\t" {
            return .space
        }
        if openings.contains(grapheme) {
            return .opening
        }
        if closings.contains(grapheme) {
            return .closing
        }
        if grapheme == "—" || grapheme == "→" {
            return .ideograph
        }
        return CellWidth().width(of: grapheme) == 2 ? .ideograph : .word
    }

    /// Tells whether a line may end after `left` and the next one begin with `right`.
    static func mayBreak(_ left: Character, _ leftKind: Kind, _ right: Character, _ rightKind: Kind) -> Bool {
        switch (leftKind, rightKind) {
        case (_, .space), (_, .closing), (.opening, _):
            false
        case (.space, _):
            true
        case (.word, .word):
            false
        case (.closing, .word):
            // "1,234" and "don’t" are one word, "……and" is not
            !(left.isASCII || left == "’" || left == "·" || left == "°")
        case (.word, .opening), (.closing, .opening):
            !(right.isASCII && (left.isASCII || leftKind == .word))
        case (.ideograph, _) where left == right:
            // a Chinese dash is two characters
            left != "—"
        default:
            true
        }
    }

    /// Tells whether a piece too long for a line may be cut between `left` and `right`.
    static func mayBreakInNeed(_ left: Character, _ leftKind: Kind, _ right: Character, _ rightKind: Kind) -> Bool {
        rightKind != .closing && rightKind != .space && leftKind != .opening
    }

    /// Splits `text` at every place where `rule` allows it; blanks stay at the end of the piece before them.
    static func chunks(of text: Substring, splitting rule: (Character, Kind, Character, Kind) -> Bool) -> [Substring] {
        var found: [Substring] = []
        var start = text.startIndex
        var previous: (grapheme: Character, kind: Kind)?
        for index in text.indices {
            let grapheme = text[index]
            let kind = kind(of: grapheme)
            if let previous, rule(previous.grapheme, previous.kind, grapheme, kind) {
                found.append(text[start..<index])
                start = index
            }
            previous = (grapheme, kind)
        }
        found.append(text[start...])
        return found
    }
}
