import Glibc
package import ProtocolKit

/// Why the signaling sockets cannot be used.
package struct ShellError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was tried, in words that an address follows.
    package let operation: String

    /// The address that it concerns, if one.
    package let address: TransportAddress?

    /// The operating system's error number.
    package let code: Int32

    package init(_ operation: String, _ address: TransportAddress?, code: Int32) {
        self.operation = operation
        self.address = address
        self.code = code
    }

    package var description: String {
        // `strerror` returns a string that lives until the next call on this thread.
        let reason = unsafe String(cString: strerror(self.code))
        return [self.operation, self.address?.description].compactMap { $0 }.joined(separator: " ") + ": " + reason
    }
}
