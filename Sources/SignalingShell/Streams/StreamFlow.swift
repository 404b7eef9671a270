import CSocket
import CallModel
import Glibc
import ProtocolKit

/// One TCP connection and what waits to be written to it.
final class StreamFlow {
    /// How far it has come.
    enum State {
        /// The connection is being made.
        case connecting(until: Instant)
        /// Octets pass both ways.
        case open
        /// It ends once everything has been written.
        case closing
    }

    /// What became of an attempt to write.
    enum Progress {
        case done
        case blocked
        case failed
    }

    let id: FlowID
    let descriptor: Int32
    let remote: TransportAddress
    var state: State
    var lastActive: Instant

    /// Whether the loop is to be told when the socket can be written to.
    var watchesWritable: Bool

    private var waiting: [UInt8] = []
    private var written = 0

    init(_ id: FlowID, descriptor: Int32, remote: TransportAddress, state: State, now: Instant) {
        self.id = id
        self.descriptor = descriptor
        self.remote = remote
        self.state = state
        self.lastActive = now
        self.watchesWritable = false
    }

    deinit {
        csocket_close(self.descriptor)
    }

    /// The number of octets that wait to be written.
    var backlog: Int {
        self.waiting.count - self.written
    }

    func enqueue(_ bytes: [UInt8]) {
        if self.waiting.isEmpty {
            self.waiting = bytes
        } else {
            self.waiting += bytes
        }
    }

    /// Writes what waits, as far as the peer takes it.
    func writeWaiting() -> Progress {
        while self.backlog > 0 {
            // The range lies inside the array: `written` never exceeds its count.
            let count = unsafe self.waiting.withUnsafeBufferPointer { buffer in
                unsafe csocket_write(self.descriptor, buffer.baseAddress?.advanced(by: self.written), self.backlog)
            }
            guard count >= 0 else {
                self.compact()
                return count == -EAGAIN ? .blocked : count == -EINTR ? .blocked : .failed
            }
            self.written += count
        }
        self.waiting = []
        self.written = 0
        return .done
    }

    private func compact() {
        self.waiting.removeFirst(self.written)
        self.written = 0
    }
}
