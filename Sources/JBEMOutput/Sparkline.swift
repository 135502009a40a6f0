/// A line of small bars, one a value.
package struct Sparkline: Sendable, Equatable {
    /// Lists the values from left to right; nil and what is not finite is missing.
    package let values: [Double?]
    /// Gives the values of the lowest and the highest bar; nil for those of the smallest and the largest value.
    package let range: ClosedRange<Double>?

    /// Makes a sparkline.
    package init(_ values: [Double?], range: ClosedRange<Double>? = nil) {
        self.values = values
        self.range = range
    }

    /// Returns one character a value: `▁▂▃▄▅▆▇█`, in ASCII `.:-=+*#@`; a missing value is `missing`, by default `·`, in ASCII a space.
    ///
    /// Values beyond the range take its ends. Where all values are equal, zeros are the lowest bar and others one in the middle.
    package func text(_ style: Style = Style(), missing: Character? = nil) -> String {
        let levels: [Character] = style.isASCII ? Array(".:-=+*#@") : Array("▁▂▃▄▅▆▇█")
        let gap = missing ?? (style.isASCII ? " " : "·")
        let present = values.compactMap { $0 }.filter(\.isFinite)
        let low = range?.lowerBound ?? present.min() ?? 0
        let high = range?.upperBound ?? present.max() ?? 0
        return String(
            values.map { value in
                guard let value, value.isFinite else {
                    return gap
                }
                return levels[Self.level(of: value, low, high, levels.count)]
            })
    }

    private static func level(of value: Double, _ low: Double, _ high: Double, _ count: Int) -> Int {
        guard high > low else {
            return value == 0 ? 0 : count / 2 - 1
        }
        // halves keep the difference of huge values finite
        let share = (value / 2 - low / 2) / (high / 2 - low / 2)
        return min(count - 1, max(0, Int((min(max(share, 0), 1) * Double(count - 1)).rounded())))
    }
}
