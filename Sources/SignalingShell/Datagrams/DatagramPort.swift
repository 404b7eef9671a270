import CSocket
import CallModel
import Glibc
import ProtocolKit

/// One UDP socket: datagrams are taken and sent many at a time, with buffers that are made once.
@safe
final class DatagramPort {
    let listener: ListenerID
    let address: TransportAddress
    let descriptor: Int32

    /// Datagrams that the system took no more of.
    private(set) var discarded: UInt64 = 0

    /// Made and destroyed with this object, which never hands it out.
    private let batch: OpaquePointer

    /// Where something could not be sent to, or an ICMP message came back from.
    private var unreachable: [TransportAddress] = []

    init(_ listener: ListenerID, address: TransportAddress, descriptor: Int32) {
        guard let batch = unsafe csocket_batch_create() else {
            preconditionFailure("there is no memory for the buffers of a socket")
        }
        unsafe self.batch = batch
        self.listener = listener
        self.address = address
        self.descriptor = descriptor
    }

    deinit {
        unsafe csocket_batch_destroy(self.batch)
        csocket_close(self.descriptor)
    }

    /// Takes what is queued, up to a batch; returns how many, and whether there may be more.
    func receive() -> (count: Int, mayHaveMore: Bool) {
        let count = unsafe csocket_batch_receive(self.batch, self.descriptor)
        guard count >= 0 else {
            self.collectErrors()
            return (0, false)
        }
        return (Int(count), count == CSOCKET_BATCH)
    }

    /// One datagram of those that were taken last.
    func datagram(at index: Int) -> (bytes: [UInt8], source: TransportAddress) {
        // The C side keeps the octets of each datagram until the next ones are taken.
        let bytes = unsafe Array(
            UnsafeBufferPointer(
                start: csocket_batch_bytes(self.batch, Int32(index)),
                count: csocket_batch_length(self.batch, Int32(index))
            )
        )
        return unsafe (bytes, TransportAddress(csocket_batch_source(self.batch, Int32(index))))
    }

    /// Puts a datagram with those that leave at the next ``flush()``.
    func send(_ bytes: [UInt8], to destination: TransportAddress) {
        guard destination.isReachableHost, destination.ip.isV4 == self.address.ip.isV4 else {
            self.unreachable.append(destination)
            return
        }
        guard !self.add(bytes, to: destination) else {
            return
        }
        self.flush()
        if !self.add(bytes, to: destination) {
            self.unreachable.append(destination)
        }
    }

    private func add(_ bytes: [UInt8], to destination: TransportAddress) -> Bool {
        // The C side copies the octets before it returns.
        unsafe bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else {
                return true
            }
            return unsafe csocket_batch_add(self.batch, start, buffer.count, destination.native) != 0
        }
    }

    /// Sends what was put in.
    ///
    /// What the system refuses is noted as unreachable; a full socket buffer drops the rest, which retransmissions make
    /// good.
    func flush() {
        var first: Int32 = 0
        var isSecondTry = false
        let count = unsafe csocket_batch_count(self.batch)
        while first < count {
            let sent = unsafe csocket_batch_send(self.batch, self.descriptor, first)
            if sent > 0 {
                first += sent
                isSecondTry = false
            } else if sent == -EAGAIN || sent == -ENOBUFS {
                self.discarded += UInt64(count - first)
                break
            } else if !isSecondTry {
                // The error may be another peer's: the kernel reports a pending ICMP error at the next call.
                isSecondTry = true
                self.collectErrors()
            } else {
                unsafe self.unreachable.append(TransportAddress(csocket_batch_destination(self.batch, first)))
                first += 1
                isSecondTry = false
            }
        }
        unsafe csocket_batch_clear(self.batch)
    }

    /// Takes the ICMP errors that the kernel holds.
    func collectErrors() {
        for _ in 0..<64 {
            var destination = csocket_address()
            let result = unsafe csocket_datagram_error(self.descriptor, &destination)
            guard result >= 0 else {
                return
            }
            if result > 0 {
                self.unreachable.append(TransportAddress(destination))
            }
        }
    }

    /// Takes where something could not be delivered to.
    func takeUnreachable() -> [TransportAddress] {
        guard !self.unreachable.isEmpty else {
            return []
        }
        defer { self.unreachable.removeAll() }
        return self.unreachable
    }
}
