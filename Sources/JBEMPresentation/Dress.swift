package import JBEMCore
package import JBEMOutput

/// For whom values are made ready: the language, the format, and how it looks.
package struct Dress: Sendable {
    package let language: Language
    package let format: OutputFormat
    package let style: Style

    package init(_ language: Language, _ format: OutputFormat = .table, _ style: Style = Style()) {
        (self.language, self.format, self.style) = (language, format, style)
    }

    package var isForMachines: Bool { format.isForMachines }

    /// Tells whether each row carries `is_sample`: always in JSON, in CSV and TSV only where it is true, so that a file of
    /// synthetic data stays known as such wherever it is taken.
    package func needsSampleSign(_ isSample: Bool) -> Bool {
        switch format {
        case .json, .jsonl: true
        case .csv, .tsv: isSample
        case .table, .plain, .md, .html: false
        }
    }

    /// What stands above everything that shows synthetic data to people.
    package static let sampleBanner = Localized("【示例数据：虚构，不是任何真实地区】", "[SAMPLE DATA: invented, no real district]")
}
