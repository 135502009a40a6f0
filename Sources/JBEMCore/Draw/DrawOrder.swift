/// The arithmetic of a random draw that nobody can steer after its announcement and everybody can repeat.
///
/// Joined texts have one line feed between them; hashes are SHA-256 of UTF-8 bytes as 64 small hexadecimal digits, compared as texts.
///
/// - commitment = SHA-256(canonical text of the announcement)
/// - seed = SHA-256(commitment ⏎ public value)
/// - objects in the order of SHA-256(seed ⏎ object); the first so many are drawn
/// - inspectors of an object in the order of SHA-256(seed ⏎ object ⏎ inspector), those in conflict with it left out
///
/// An object is called `risk NUMBER` or `equipment NUMBER`, an inspector by the staff number.
package struct DrawOrder: Sendable {
    /// What was announced.
    package struct Terms: Sendable, Equatable {
        package var objects: [String]
        package var inspectors: [String]
        /// Object to the inspectors who must not visit it.
        package var conflicts: [String: Set<String>]
        package var objectCount: Int
        package var inspectorsPerObject: Int

        package init(
            objects: [String], inspectors: [String], conflicts: [String: Set<String>], objectCount: Int, inspectorsPerObject: Int
        ) {
            self.objects = objects
            self.inspectors = inspectors
            self.conflicts = conflicts
            self.objectCount = objectCount
            self.inspectorsPerObject = inspectorsPerObject
        }

        /// What keeps the draw from being run, whatever the public value.
        package var faults: [Localized] {
            var faults: [Localized] = []
            if objects.count < objectCount {
                faults.append(
                    Localized(
                        "候选对象 \(objects.count) 个，不足抽取的 \(objectCount) 个",
                        "\(objects.count) candidate objects, fewer than the \(objectCount) to draw"))
            }
            guard inspectors.count >= inspectorsPerObject else {
                return faults + [
                    Localized(
                        "候选检查人 \(inspectors.count) 名，不足每个对象的 \(inspectorsPerObject) 名",
                        "\(inspectors.count) candidate inspectors, fewer than the \(inspectorsPerObject) for each object")
                ]
            }
            for object in objects {
                let free = inspectors.count - (conflicts[object] ?? []).intersection(inspectors).count
                guard free < inspectorsPerObject else { continue }
                faults.append(
                    Localized(
                        "\(object) 除回避外只有 \(free) 名检查人，不足 \(inspectorsPerObject) 名",
                        "\(object) has only \(free) inspectors without conflict, fewer than \(inspectorsPerObject)"))
            }
            return faults
        }
    }

    /// One drawn object with its inspectors in order.
    package struct Assignment: Sendable, Equatable {
        package let object: String
        package let inspectors: [String]

        package init(object: String, inspectors: [String]) { (self.object, self.inspectors) = (object, inspectors) }
    }

    private let hash: @Sendable (String) -> String

    /// - Parameter hash: SHA-256 of a text as 64 small hexadecimal digits.
    package init(hash: @escaping @Sendable (String) -> String) { self.hash = hash }

    package func seed(commitment: String, publicValue: String) -> String { hash("\(commitment)\n\(publicValue)") }

    package func assignments(_ terms: Terms, seed: String) -> [Assignment] {
        ordered(terms.objects, seed).prefix(terms.objectCount).map { object in
            let excluded = terms.conflicts[object] ?? []
            let free = terms.inspectors.filter { !excluded.contains($0) }
            return Assignment(object: object, inspectors: Array(ordered(free, "\(seed)\n\(object)").prefix(terms.inspectorsPerObject)))
        }
    }

    private func ordered(_ names: [String], _ prefix: String) -> [String] {
        names.map { (hash: hash("\(prefix)\n\($0)"), name: $0) }.sorted { $0.hash < $1.hash }.map(\.name)
    }
}
