import Glibc

/// Why the lab cannot do what it was asked to.
package struct LabFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for people.
    package let description: String

    package init(_ description: String) {
        self.description = description
    }

    /// A system call failed.
    init(_ description: String, code: Int32) {
        // Safe: the text that strerror returns lives until the next call on this thread.
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
        self.description = "\(description): \(reason)"
    }
}
