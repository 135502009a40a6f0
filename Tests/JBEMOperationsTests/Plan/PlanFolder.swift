import JBEMTestSupport

/// A copy of the invented plan's folder that a test may spoil.
struct PlanFolder {
    private let folder = TestFolder()

    var path: String { folder.path }

    init() {
        for name in ["clause", "code", "indicator", "milestone", "office", "plan", "region", "target"] {
            folder.write(TestFile.bytes("\(OtherDistrict.plan)/\(name).csv") ?? [], to: "\(name).csv")
        }
    }

    /// Replaces a text in one of the files.
    func change(_ name: String, _ old: String, _ new: String) {
        let text = TestFile.text(folder.file("\(name).csv")) ?? ""
        precondition(text.contains(old), "\(name).csv has no \(old)")
        folder.write(text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new), to: "\(name).csv")
    }
}
