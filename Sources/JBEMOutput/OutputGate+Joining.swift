extension OutputGate {
    /// Characters without a width that may follow each other: more would be drawn over the lines above and below.
    private static let longestRun = 8

    /// Says of each character in its place whether it is hidden, or one too many.
    struct Reader {
        private var before: Unicode.Scalar?
        private var run = 0

        init() {}

        /// Tells whether the next character of the text has to be made visible.
        mutating func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            defer { before = scalar }
            // Most texts are made of these, which need no look at a table.
            guard scalar.value >= 0x300, !(0x3400...0x9FFF).contains(scalar.value) else {
                run = 0
                return OutputGate.isHidden(scalar)
            }
            if OutputGate.isHidden(scalar) || !OutputGate.joins(scalar, after: before) { return true }
            run = CellWidth.kind(of: scalar.value) == 0 ? run + 1 : 0
            return run > longestRun
        }
    }

    /// Tells whether a joiner or a variation selector does something after this character; elsewhere it hides a difference.
    ///
    /// ## Source
    /// After the contexts A1, A2 and B of UAX #31, 2.3: joiners within scripts that join, and within emoji sequences.
    private static func joins(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D:
            before.map { (0x600...0x1FFF).contains($0.value) || $0.value > 0x200D && isPartOfEmoji($0) } ?? false
        case 0xFE00...0xFE0F:
            before?.properties.isEmoji ?? false
        default:
            true
        }
    }

    private static func isPartOfEmoji(_ scalar: Unicode.Scalar) -> Bool {
        (0xFE00...0xFE0F).contains(scalar.value) || scalar.properties.isEmoji
    }
}
