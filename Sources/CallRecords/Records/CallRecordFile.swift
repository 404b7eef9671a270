import Glibc

/// The file that call detail records are appended to.
///
/// One `write(2)` on a descriptor opened with `O_APPEND` puts whole lines at the end; when the disk takes only part of
/// them, the file is cut back to the last whole line, so that a reader never sees a torn one and no line stands twice.
struct CallRecordFile: CallRecordSink {
    private let path: String
    private let syncs: Bool
    private var descriptor: Int32 = -1
    private var length: off_t = 0

    /// Opens or makes the file; the line that a crash left torn at its end is cut off.
    init(path: String, syncs: Bool) throws(CallRecordError) {
        self.path = path
        self.syncs = syncs
        try self.open()
    }

    mutating func append(_ lines: [UInt8]) -> Result<Int, CallRecordError> {
        do throws(CallRecordError) {
            try self.reopenIfMoved()
        } catch {
            return .failure(error)
        }
        // The buffer outlives the call and its own length is passed.
        let count = unsafe lines.withUnsafeBytes { unsafe write(self.descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            return .failure(CallRecordError(path: self.path, operation: .write, code: errno))
        }
        var whole = count
        if count < lines.count {
            whole = lines[..<count].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
            guard ftruncate(self.descriptor, self.length + off_t(whole)) == 0 else {
                return .failure(CallRecordError(path: self.path, operation: .truncate, code: errno))
            }
        }
        self.length += off_t(whole)
        if self.syncs, fdatasync(self.descriptor) != 0 {
            return .failure(CallRecordError(path: self.path, operation: .synchronize, code: errno))
        }
        return .success(whole)
    }

    mutating func close() {
        if self.descriptor >= 0 {
            _ = Glibc.close(self.descriptor)
            self.descriptor = -1
        }
    }

    private mutating func open() throws(CallRecordError) {
        let descriptor = unsafe Glibc.open(self.path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
        guard descriptor >= 0 else {
            throw CallRecordError(path: self.path, operation: .open, code: errno)
        }
        self.descriptor = descriptor
        do throws(CallRecordError) {
            try self.mend()
        } catch {
            self.close()
            throw error
        }
    }

    /// Cuts off what stands after the last line feed, if it looks like a line of ours.
    private mutating func mend() throws(CallRecordError) {
        self.length = lseek(self.descriptor, 0, SEEK_END)
        guard self.length >= 0 else {
            throw CallRecordError(path: self.path, operation: .open, code: errno)
        }
        guard self.length > 0 else {
            return
        }
        let window = min(self.length, 1 << 20)
        let start = self.length - window
        var tail = [UInt8](repeating: 0, count: Int(window))
        let count = unsafe tail.withUnsafeMutableBytes {
            unsafe pread(self.descriptor, $0.baseAddress, $0.count, start)
        }
        guard count == tail.count else {
            throw CallRecordError(path: self.path, operation: .read, code: count < 0 ? errno : EIO)
        }
        guard tail.last != 0x0A else {
            return
        }
        let keep = tail.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        guard keep > 0 || start == 0, tail.dropFirst(keep).first == 0x7B else {
            throw CallRecordError(path: self.path, operation: .recognize, code: 0)
        }
        let length = start + off_t(keep)
        guard ftruncate(self.descriptor, length) == 0 else {
            throw CallRecordError(path: self.path, operation: .truncate, code: errno)
        }
        self.length = length
    }

    /// Follows a rotation: when the path no longer names the open file, the path is opened anew.
    private mutating func reopenIfMoved() throws(CallRecordError) {
        if self.descriptor >= 0 {
            var named = stat()
            var opened = stat()
            let isSame =
                unsafe stat(self.path, &named) == 0 && fstat(self.descriptor, &opened) == 0
                && named.st_ino == opened.st_ino && named.st_dev == opened.st_dev
            guard !isSame else {
                self.length = opened.st_size
                return
            }
            self.close()
        }
        try self.open()
    }
}
