extension StrictJSON {
    /// Reads JSONL lazily: one JSON value a line, blank lines skipped; a refused line does not stop those after it.
    package struct Lines: Sendable, Sequence {
        /// One line of the text.
        package struct Line: Sendable, Hashable {
            /// 1-based.
            package let number: Int
            package let value: Result<Value, Fault>
            /// The line as it stands in the text.
            package let source: String
        }

        private let text: String
        private let limits: Limits

        package init(_ text: String, limits: Limits = Limits()) {
            var text = text
            text.makeContiguousUTF8()
            self.text = text
            self.limits = limits
        }

        package func makeIterator() -> Iterator { Iterator(text: text, limits: limits) }

        package struct Iterator: Sendable, IteratorProtocol {
            let text: String
            let limits: Limits
            private var offset = 0
            private var line = 0

            init(text: String, limits: Limits) {
                self.text = text
                self.limits = limits
            }

            package mutating func next() -> Line? {
                let count = text.utf8.count
                while offset < count {
                    line += 1
                    let range = offset..<lineEnd(from: offset)
                    offset = passLineEnd(range.upperBound)
                    let start = text.utf8.index(text.utf8.startIndex, offsetBy: range.lowerBound)
                    let source = String(text[start..<text.utf8.index(start, offsetBy: range.count)])
                    if ValueText.isBlank(source) { continue }
                    return Line(number: line, value: value(range), source: source)
                }
                return nil
            }

            private func value(_ range: Range<Int>) -> Result<Value, Fault> {
                do throws(Fault) {
                    return .success(try StrictJSON.parse(text, range: range, line: line, limits: limits))
                } catch {
                    return .failure(error)
                }
            }

            private func lineEnd(from start: Int) -> Int {
                let end = text.utf8.withContiguousStorageIfAvailable { bytes in
                    var index = start
                    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
                    return index
                }
                return end ?? text.utf8.count
            }

            private func passLineEnd(_ end: Int) -> Int {
                let rest = text.utf8.dropFirst(end).prefix(2)
                guard let first = rest.first else { return end }
                return first == 0x0D && rest.dropFirst().first == 0x0A ? end + 2 : end + 1
            }
        }
    }
}
