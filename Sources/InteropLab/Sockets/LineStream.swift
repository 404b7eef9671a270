import Glibc

/// Lines that come from a descriptor and lines that go back to it, without waiting for either.
final class LineStream {
    let descriptor: Int32
    private let output: Int32
    private let closesDescriptor: Bool
    private var buffer: [UInt8] = []

    /// Whether everything has been read.
    private(set) var isAtEnd = false

    /// The longest line; what comes without a line feed beyond it ends the stream.
    private static let longestLine = 65_536

    init(descriptor: Int32, output: Int32? = nil, closesDescriptor: Bool = true) {
        self.descriptor = descriptor
        self.output = output ?? descriptor
        self.closesDescriptor = closesDescriptor
    }

    deinit {
        if self.closesDescriptor {
            Glibc.close(self.descriptor)
        }
    }

    /// Standard input, with answers on standard output.
    static func standard() -> LineStream {
        LineStream(descriptor: 0, output: 1, closesDescriptor: false)
    }

    /// Reads what is there, once the descriptor is readable, and returns the whole lines.
    func read() -> [String] {
        var chunk = [UInt8](repeating: 0, count: 16_384)
        // Safe: the array is as long as is said.
        let count = unsafe chunk.withUnsafeMutableBytes { buffer in
            unsafe Glibc.read(self.descriptor, buffer.baseAddress, buffer.count)
        }
        guard count > 0 else {
            self.isAtEnd = count == 0 || (errno != EAGAIN && errno != EINTR)
            return self.isAtEnd ? self.takeRest() : []
        }
        self.buffer += chunk[..<count]
        var lines: [String] = []
        while let end = self.buffer.firstIndex(of: 0x0A) {
            lines.append(String(decoding: self.buffer[..<end], as: UTF8.self))
            self.buffer.removeSubrange(...end)
        }
        if self.buffer.count > Self.longestLine {
            self.buffer = []
            self.isAtEnd = true
        }
        return lines
    }

    private func takeRest() -> [String] {
        defer { self.buffer = [] }
        return self.buffer.isEmpty ? [] : [String(decoding: self.buffer, as: UTF8.self)]
    }

    /// Writes a line; a reader that is gone or does not read loses it.
    func write(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            // `written` never exceeds the count.
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(self.output, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            guard count > 0 else {
                return
            }
            written += count
        }
    }
}
