internal import Glibc
internal import JBEMCore
package import JBEMOperations
internal import JBEMStore

extension Session {
    /// The session of this process: environment, terminal, clock.
    package static func live() -> Session {
        let environment = LiveEnvironment.variables()
        let user = LiveEnvironment.userName()
        var session = Session(
            storePath: LiveEnvironment.storePath(environment), now: Instant(seconds: time(nil)), language: .zh,
            actor: environment["JBEM_ACTOR"] ?? user, osUser: user, host: LiveEnvironment.hostName(), lockTimeout: 10,
            terminal: LiveEnvironment.terminal(environment), makeUUID: LiveEnvironment.uuid,
            dataFolder: { try DataLocation.find(environment) }, readFile: LiveEnvironment.readFile,
            out: LiveEnvironment.writeOut, err: LiveEnvironment.writeErr)
        session.boundProcess = StoreQuery.boundProcess
        return session
    }
}

/// What the operating system says.
private enum LiveEnvironment {
    static func variables() -> [String: String] {
        var result: [String: String] = [:]
        var pointer = environ
        while let entry = pointer.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") { result[String(text[..<equals])] = String(text[text.index(after: equals)...]) }
            pointer += 1
        }
        return result
    }

    static func storePath(_ environment: [String: String]) -> String {
        if let path = environment["JBEM_DB"], !path.isEmpty { return path }
        if let home = environment["XDG_DATA_HOME"], home.hasPrefix("/") { return "\(home)/jbem/jbem.db" }
        let home = environment["HOME"] ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? "/tmp"
        return "\(home)/.local/share/jbem/jbem.db"
    }

    static func userName() -> String {
        getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? "uid\(getuid())"
    }

    static func hostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, 255) == 0 else { return "localhost" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func terminal(_ environment: [String: String]) -> Session.Terminal {
        var size = winsize()
        let isOutput = isatty(1) == 1
        var width: Int?
        if isOutput {
            width =
                ioctl(1, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
                ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 80
        }
        return Session.Terminal(
            isInputTerminal: isatty(0) == 1, isOutputTerminal: isOutput, isErrorTerminal: isatty(2) == 1, width: width,
            environment: environment)
    }

    static func uuid() -> String {
        var generator = SystemRandomNumberGenerator()
        let digits = Array("0123456789abcdef")
        var text = ""
        for index in 0..<32 {
            var nibble = Int(UInt8.random(in: 0...15, using: &generator))
            if index == 12 { nibble = 4 }
            if index == 16 { nibble = 8 | (nibble & 3) }
            text.append(digits[nibble])
            if [7, 11, 15, 19].contains(index) { text.append("-") }
        }
        return text
    }

    /// Bytes that a file may have at most.
    private static let fileLimit = 512 << 20

    static func readFile(_ path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            let kind: Failure.Kind = errno == ENOENT ? .notFound : errno == EACCES ? .permission : .io
            throw Failure(kind, Localized("打不开文件：", "cannot open the file: ") + SystemFailure.reason(errno), at: .init(file: path))
        }
        defer { if descriptor > 0 { close(descriptor) } }
        var bytes: [UInt8] = []
        var status = stat()
        // A file that grows by doubling would need twice its size.
        let tooLarge = Failure(
            .data, Localized("文件超过 512 MiB", "the file is larger than 512 MiB"), at: .init(file: path),
            hints: [Localized("分成几个文件导入", "split it and import the parts")])
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > fileLimit { throw tooLarge }
        if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG { bytes.reserveCapacity(Int(status.st_size)) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            guard bytes.count + max(0, count) <= fileLimit else { throw tooLarge }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Failure(
                    errno == EISDIR ? .notFound : .io, Localized("读不出文件：", "cannot read the file: ") + SystemFailure.reason(errno),
                    at: .init(file: path))
            }
            bytes += buffer[0..<count]
        }
    }

    @Sendable static func writeOut(_ text: String) throws {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR {
                throw Failure(.io, Localized("写输出出错：", "cannot write the output: ") + SystemFailure.reason(errno))
            }
        }
    }

    @Sendable static func writeErr(_ text: String) {
        _ = text.withCString { write(2, $0, text.utf8.count) }
    }
}
