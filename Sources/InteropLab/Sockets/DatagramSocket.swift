import CDatagram
import ProtocolKit

/// A UDP socket that nobody waits at.
final class DatagramSocket {
    /// Where it is bound.
    let address: TransportAddress

    let descriptor: Int32

    private var buffer = [UInt8](repeating: 0, count: 65_536)

    /// Binds it.
    init(_ address: TransportAddress) throws(LabFailure) {
        var native = cdatagram_address(address)
        // Safe: the shim only reads the address.
        self.descriptor = unsafe cdatagram_open(&native)
        self.address = address
        guard self.descriptor >= 0 else {
            throw LabFailure("cannot listen on \(address)", code: -self.descriptor)
        }
    }

    deinit {
        if self.descriptor >= 0 {
            cdatagram_close(self.descriptor)
        }
    }

    /// Takes one datagram, past ICMP errors; `nil` when none waits.
    func receive() -> (bytes: [UInt8], source: TransportAddress)? {
        for _ in 0..<8 {
            var source = cdatagram_address()
            // Safe: the shim writes at most the capacity it is told.
            let count = unsafe self.buffer.withUnsafeMutableBytes { buffer in
                unsafe cdatagram_receive(self.descriptor, buffer.baseAddress, buffer.count, &source)
            }
            if count >= 0 {
                return (Array(self.buffer[..<min(count, self.buffer.count)]), TransportAddress(&source))
            }
            guard count == -Self.connectionRefused else {
                return nil
            }
        }
        return nil
    }

    /// Sends one datagram; what the system does not take is lost, as datagrams are.
    func send(_ bytes: [UInt8], to destination: TransportAddress) {
        guard destination.ip.isV4 == self.address.ip.isV4, destination.port != 0 else {
            return
        }
        var native = cdatagram_address(destination)
        // Safe: the shim only reads what it is given.
        _ = unsafe bytes.withUnsafeBytes { buffer in
            unsafe cdatagram_send(self.descriptor, buffer.baseAddress, buffer.count, &native)
        }
    }

    private static let connectionRefused = 111
}

extension cdatagram_address {
    init(_ address: TransportAddress) {
        self.init()
        // Safe: the shim writes only into the value it is given.
        unsafe cdatagram_address_set(&self, address.ip.high, address.ip.low, address.port)
    }
}

extension TransportAddress {
    init(_ native: inout cdatagram_address) {
        // Safe: the shim only reads the value it is given.
        let high = unsafe cdatagram_address_high(&native)
        let low = unsafe cdatagram_address_low(&native)
        let port = unsafe cdatagram_address_port(&native)
        self.init(IPAddress(high: high, low: low), port)
    }
}
