/// Shades that stand beside counts, so that the large ones are seen from afar.
package struct HeatScale: Sendable {
    private let highest: Int64

    /// Makes a scale up to the largest of `counts`.
    package init(_ counts: [Int64]) { highest = max(1, counts.max() ?? 1) }

    /// Returns one of `·░▒▓█`, in ASCII `.-+*#`: the dot for none, the darkest for the largest.
    package func mark(_ count: Int64, _ style: Style = Style()) -> String {
        let marks: [Character] = style.isASCII ? Array(".-+*#") : Array("·░▒▓█")
        guard count > 0 else { return String(marks[0]) }
        let share = Double(min(count, highest)) / Double(highest)
        return String(marks[min(4, 1 + Int(share * 3.999))])
    }
}
