import Glibc

/// A Unix stream socket that waits, for the few octets of commands.
package struct UnixSocket: Sendable {
    let descriptor: Int32

    /// Why a socket cannot be used.
    package struct Failure: Error, CustomStringConvertible {
        let path: String
        let code: Int32

        package var description: String {
            // `strerror` returns a string that lives until the next call on this thread.
            unsafe "\(self.path): \(String(cString: strerror(self.code)))"
        }
    }

    /// Connects to a socket that somebody listens on.
    package static func connect(_ path: String) throws(Failure) -> UnixSocket {
        let descriptor = try Self.open(path)
        let result = unsafe try Self.withAddress(path) { unsafe Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else {
            let failure = Failure(path: path, code: errno)
            Glibc.close(descriptor)
            throw failure
        }
        return UnixSocket(descriptor: descriptor)
    }

    /// Listens on a path that only its owner may use; a socket that nobody serves any more is replaced.
    package static func listen(_ path: String) throws(Failure) -> UnixSocket {
        try self.removeAbandoned(path)
        let descriptor = try Self.open(path)
        let mask = umask(0o177)
        let result = unsafe try Self.withAddress(path) { unsafe bind(descriptor, $0, $1) }
        umask(mask)
        guard result == 0, Glibc.listen(descriptor, 16) == 0 else {
            let failure = Failure(path: path, code: errno)
            Glibc.close(descriptor)
            throw failure
        }
        return UnixSocket(descriptor: descriptor)
    }

    /// Takes away the socket of a gateway that was killed.
    private static func removeAbandoned(_ path: String) throws(Failure) {
        do throws(Failure) {
            try self.connect(path).close()
        } catch {
            if error.code == ECONNREFUSED {
                unsafe unlink(path)
            }
            return
        }
        throw Failure(path: path, code: EADDRINUSE)
    }

    /// Waits for the next who connects; `nil` when the socket is closed.
    package func accept() -> UnixSocket? {
        while true {
            let accepted = Glibc.accept(self.descriptor, nil, nil)
            if accepted >= 0 {
                return UnixSocket(descriptor: accepted)
            }
            guard errno == EINTR || errno == ECONNABORTED else {
                return nil
            }
        }
    }

    /// Waits for a line of at most `limit` octets, without its line feed; `nil` at the end or when it is longer.
    package func readLine(limit: Int) -> [UInt8]? {
        var line: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while line.count <= limit {
            // The buffer is as long as is said.
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe recv(self.descriptor, $0.baseAddress, $0.count, 0)
            }
            guard count > 0 else {
                return nil
            }
            if let end = buffer[..<count].firstIndex(of: 0x0A) {
                return line + buffer[..<end]
            }
            line += buffer[..<count]
        }
        return nil
    }

    /// Writes all of it; `false` when the other end is gone.
    package func write(_ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            // `written` never exceeds the count.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe send(
                    self.descriptor,
                    buffer.baseAddress?.advanced(by: written),
                    buffer.count - written,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else {
                return false
            }
            written += count
        }
        return true
    }

    /// Gives up waiting for octets after this many seconds.
    func limitWaiting(seconds: Int) {
        // The two words of a timeval on 64-bit Linux; which module declares that type depends on the import order.
        var time = (seconds: seconds, microseconds: 0)
        let size = socklen_t(MemoryLayout.size(ofValue: time))
        _ = unsafe setsockopt(self.descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        _ = unsafe setsockopt(self.descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
    }

    package func close() {
        _ = Glibc.shutdown(self.descriptor, Int32(SHUT_RDWR))
        Glibc.close(self.descriptor)
    }

    private static func open(_ path: String) throws(Failure) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else {
            throw Failure(path: path, code: errno)
        }
        return descriptor
    }

    private static func withAddress(
        _ path: String,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(Failure) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let octets = Array(path.utf8)
        guard octets.count < MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure(path: path, code: ENAMETOOLONG)
        }
        // The path fits, and the zeros behind it end it.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: octets) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, size) }
        }
    }
}
