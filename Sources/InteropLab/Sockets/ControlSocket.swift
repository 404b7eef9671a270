import Glibc

/// A Unix socket that takes lines from other programs; only its owner may use it.
package final class ControlSocket {
    let descriptor: Int32
    private let path: String

    /// Listens; a socket that nobody serves any more is replaced.
    init(listeningOn path: String) throws(LabFailure) {
        self.path = path
        if let other = try? Self.connected(to: path) {
            Glibc.close(other)
            throw LabFailure("\(path) is in use")
        }
        unsafe unlink(path)
        self.descriptor = try Self.open()
        let mask = umask(0o177)
        let result = unsafe try Self.withAddress(path) { unsafe bind(self.descriptor, $0, $1) }
        umask(mask)
        guard result == 0, Glibc.listen(self.descriptor, 16) == 0 else {
            throw LabFailure("cannot listen on \(path)", code: errno)
        }
    }

    deinit {
        Glibc.close(self.descriptor)
        unsafe unlink(self.path)
    }

    /// Takes the next who connects.
    func accept() -> LineStream? {
        let accepted = Glibc.accept(self.descriptor, nil, nil)
        return accepted >= 0 ? LineStream(descriptor: accepted) : nil
    }

    /// Sends lines to a lab that runs, prints its answers, and returns whether all of them were good.
    package static func tell(_ lines: [String], at path: String, print: (String) -> Void) throws(LabFailure) -> Bool {
        let stream = LineStream(descriptor: try Self.connected(to: path))
        for line in lines {
            stream.write(line)
        }
        var isGood = true
        var answers = 0
        while answers < lines.count, !stream.isAtEnd {
            for answer in stream.read() {
                // What an answer consists of is indented; its last line is not.
                answers += answer.hasPrefix(" ") ? 0 : 1
                isGood = isGood && !answer.hasPrefix("failed") && !answer.hasPrefix("error")
                print(answer)
            }
        }
        return isGood && answers == lines.count
    }

    private static func connected(to path: String) throws(LabFailure) -> Int32 {
        let descriptor = try Self.open()
        let result = unsafe try Self.withAddress(path) { unsafe Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else {
            let failure = LabFailure("cannot reach \(path)", code: errno)
            Glibc.close(descriptor)
            throw failure
        }
        return descriptor
    }

    private static func open() throws(LabFailure) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else {
            throw LabFailure("cannot make a socket", code: errno)
        }
        return descriptor
    }

    private static func withAddress(
        _ path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(LabFailure) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let octets = Array(path.utf8)
        guard octets.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw LabFailure("\(path) is too long for the path of a socket")
        }
        // The path fits, and the zeros behind it end it.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: octets) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, size) }
        }
    }
}
