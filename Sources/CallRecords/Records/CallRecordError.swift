import Glibc

/// Why call detail records cannot be written now.
package struct CallRecordError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What failed.
    package enum Operation: UInt8, Hashable, Sendable {
        case open
        case read
        case write
        case truncate
        case synchronize
        /// The file ends in something that is not a record.
        case recognize
    }

    /// The file.
    package let path: String

    /// What failed.
    package let operation: Operation

    /// The operating system's error number, or 0.
    package let code: Int32

    package init(path: String, operation: Operation, code: Int32) {
        self.path = path
        self.operation = operation
        self.code = code
    }

    /// The disk took only a part.
    static let diskFull = CallRecordError(path: "the record file", operation: .write, code: ENOSPC)

    package var description: String {
        switch self.operation {
        case .open: "cannot open \(self.path): \(self.reason)"
        case .read: "cannot read \(self.path): \(self.reason)"
        case .write: "cannot write to \(self.path): \(self.reason)"
        case .truncate: "cannot truncate \(self.path): \(self.reason)"
        case .synchronize: "cannot synchronize \(self.path): \(self.reason)"
        case .recognize: "\(self.path) does not end in a call detail record; name another file or move it away"
        }
    }

    private var reason: String {
        // `strerror` returns a string that lives until the next call on this thread.
        unsafe String(cString: strerror(self.code))
    }
}
