extension String {
    /// Returns the text with `replacement` in place of every `scalar`, also where a mark on top of it makes one character of the two.
    ///
    /// What escapes texts for other programs works so: those know no characters of more than one scalar.
    package func replacing(scalar: Unicode.Scalar, with replacement: String) -> String {
        unicodeScalars.split(separator: scalar, omittingEmptySubsequences: false).map { String($0) }.joined(separator: replacement)
    }
}
