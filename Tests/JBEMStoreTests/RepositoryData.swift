import GRDB
import Glibc
import JBEMCore
import JBEMStore

/// The data files of the repository, read without the import operation.
enum RepositoryData {
    static let root: String = {
        let parts = #filePath.split(separator: "/").dropLast(3)
        return "/" + parts.joined(separator: "/")
    }()

    /// Inserts every row of the files of these folders of Data.
    static func load(_ folders: [String], into db: Database) throws {
        for folder in folders {
            for name in TemporaryFolder.names(in: "\(root)/Data/\(folder)") where name.hasSuffix(".csv") {
                let noun = folder == "codes" ? "code" : String(name.dropLast(4))
                guard let schema = Catalog.schema(noun) else { throw Failure(.data, Localized(verbatim: name)) }
                try load("\(root)/Data/\(folder)/\(name)", of: schema, into: db)
            }
        }
    }

    private static func load(_ path: String, of schema: RecordSchema, into db: Database) throws {
        let today = CalendarDate(iso: "2024-06-01")!
        let context = ReadingContext(codes: try CodeBook.read(db), home: TemporaryStore.office, today: today)
        let reader = try DelimitedReader(try TextDecoding.decode(try bytes(path)))
        for result in reader {
            let record = try result.get()
            var row = RecordRow()
            for (name, cell) in zip(reader.header, record.cells) {
                guard let field = schema.field(name) else { throw Failure(.data, Localized(verbatim: "\(path): \(name)")) }
                switch try field.read(cell, in: context) {
                case .value(let value): row[name] = value == .null ? field.standard ?? .null : value
                case .naturalKey(_, let text): row[name] = .text(text)
                }
            }
            _ = try RecordStore.insert(row, of: schema, revealed: [:], office: TemporaryStore.office, in: db)
        }
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else { throw Failure(.notFound, Localized(verbatim: path)) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &buffer, buffer.count), count > 0 { bytes += buffer[0..<count] }
        return bytes
    }
}
