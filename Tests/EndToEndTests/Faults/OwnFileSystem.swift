import Glibc
import JBEMTestSupport
import Testing

/// A small file system of the test's own, which can be filled, enlarged and cut off from its disk. Needs root.
final class OwnFileSystem {
    enum Kind: Equatable {
        /// Of this many KiB.
        case memory(Int)
        /// ext4 on a file of this many MiB, with a journal as on a real disk.
        case disk(Int)
    }

    let path: String
    private let folder = TestFolder()
    private let kind: Kind

    static let isPossible = geteuid() == 0 && access("/usr/bin/mount", X_OK) == 0

    /// Whether an image file can be mounted: containers often have no loop devices.
    static let hasDisks: Bool = {
        guard isPossible, access("/usr/sbin/mkfs.ext4", X_OK) == 0 else { return false }
        return (try? OwnFileSystem(.disk(16))) != nil
    }()

    init(_ kind: Kind) throws {
        self.kind = kind
        path = folder.file("mount")
        mkdir(path, 0o700)
        if case .disk(let size) = kind {
            try run("/usr/bin/truncate", ["-s", "\(size)M", image])
            try run("/usr/sbin/mkfs.ext4", ["-q", "-m", "0", image])
        }
        try mount()
    }

    deinit { try? unmount() }

    private var image: String { folder.file("image") }

    private func mount() throws {
        switch kind {
        case .memory(let size): try run("/usr/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)k", "none", path])
        case .disk: try run("/usr/bin/mount", ["-o", "loop", image, path])
        }
    }

    private func unmount() throws {
        // A process that another test starts may hold a file for a moment.
        for _ in 0..<100 {
            guard umount2(path, 0) != 0, errno == EBUSY else { return }
            usleep(20_000)
        }
        try run("/usr/bin/umount", ["-l", path])
    }

    /// Gives a file system in memory another size.
    func resize(kibibytes: Int) throws {
        // What was removed takes room as long as a process that another test starts holds it.
        var end = resized(kibibytes)
        for _ in 0..<50 where end.code != 0 {
            usleep(20_000)
            end = resized(kibibytes)
        }
        try #require(end.code == 0, "\(end.err)")
    }

    private func resized(_ kibibytes: Int) -> SpawnedProcess.End {
        SpawnedProcess(
            "/usr/bin/mount", ["-o", "remount,size=\(kibibytes)k", path], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        ).wait()
    }

    /// What happens when the power goes: what was not synced is gone, the journal of the file system included.
    func losePower() {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        defer { close(descriptor) }
        // EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH.
        var flag: UInt32 = 2
        #expect(ioctl(descriptor, 0x8004_587D, &flag) == 0, "\(String(cString: strerror(errno)))")
    }

    /// The machine is on again.
    func restart() throws {
        try unmount()
        try mount()
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        let end = SpawnedProcess(program, arguments, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]).wait()
        try #require(end.code == 0, "\(program): \(end.err)")
    }
}
