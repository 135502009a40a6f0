import Testing

@testable import JBEMCore

@Suite struct ListSuggestionTests {
    private let fields = ["found_on", "due_on", "grade", "state", "title", "责任单位", "街道", "隐患名称"]

    @Test(arguments: [
        ("fuond_on", ["found_on"]), ("grad", ["grade"]), ("Stat", ["state"]), ("due", ["due_on"]), ("责任单味", ["责任单位"]), ("街到", ["街道"]),
        ("ＧＲＡＤＥ", ["grade"]),
    ])
    func closeNamesAreFound(text: String, names: [String]) {
        #expect(ListSuggestion.closest(to: text, among: fields) == names)
    }

    @Test(arguments: ["", "xyz", "q", "完全不同的列"]) func farNamesAreNotSuggested(text: String) {
        #expect(ListSuggestion.closest(to: text, among: fields).isEmpty)
        #expect(ListSuggestion.hint(for: text, among: fields) == nil)
    }

    @Test func closestComesFirstAndTheLimitHolds() {
        let names = ["blue2", "blua", "blue", "blux", "bluez"]
        #expect(ListSuggestion.closest(to: "blue", among: names, limit: 2) == ["blue", "blue2"])
        #expect(ListSuggestion.closest(to: "blue", among: names, limit: 0).isEmpty)
        #expect(ListSuggestion.closest(to: "blue", among: ["blue", "blue"]) == ["blue"])
    }

    @Test func hintAsksInBothLanguages() {
        #expect(ListSuggestion.hint(for: "grad", among: fields) == Localized("是否想写 grade？", "did you mean grade?"))
    }
}
