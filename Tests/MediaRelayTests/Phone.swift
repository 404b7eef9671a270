import CDatagram
import ProtocolKit

/// A UDP socket that plays one side of a call.
@safe
final class Phone {
    let address: TransportAddress
    private let descriptor: Int32
    private let poll: Int32
    private var sequenceNumber: UInt16 = 0

    /// Takes a free port of an address, or the port that is asked for.
    init(on ip: IPAddress, port: UInt16? = nil) {
        (self.descriptor, self.address) = Self.bind(ip, port: port)
        self.poll = cdatagram_poll_create()
        precondition(cdatagram_poll_add(self.poll, self.descriptor, 1) == 0)
    }

    deinit {
        cdatagram_close(self.descriptor)
        cdatagram_close(self.poll)
    }

    /// An even port and the odd one above it that nobody uses.
    static func freePair(on ip: IPAddress) -> (TransportAddress, TransportAddress) {
        for _ in 0..<1000 {
            let port = UInt16.random(in: 10_000...29_000) * 2
            let first = self.open(TransportAddress(ip, port))
            let second = self.open(TransportAddress(ip, port + 1))
            defer {
                for descriptor in [first, second] where descriptor >= 0 {
                    cdatagram_close(descriptor)
                }
            }
            if first >= 0, second >= 0 {
                return (TransportAddress(ip, port), TransportAddress(ip, port + 1))
            }
        }
        preconditionFailure("no free ports on \(ip)")
    }

    func send(_ octets: [UInt8], to destination: TransportAddress) {
        var address = cdatagram_address()
        unsafe cdatagram_address_set(&address, destination.ip.high, destination.ip.low, destination.port)
        let count = unsafe octets.withUnsafeBytes { buffer in
            unsafe cdatagram_send(self.descriptor, buffer.baseAddress, buffer.count, &address)
        }
        precondition(count == octets.count, "loopback takes every datagram")
    }

    /// Sends an RTP packet whose payload is `text`; returns its octets.
    @discardableResult
    func sendRTP(_ text: String, payloadType: UInt8 = 0, to destination: TransportAddress) -> [UInt8] {
        let number = [UInt8(self.sequenceNumber >> 8), UInt8(truncatingIfNeeded: self.sequenceNumber)]
        let packet = [0x80, payloadType] + number + [0, 0] + number + [1, 2, 3, 4] + Array(text.utf8)
        self.sequenceNumber += 1
        self.send(packet, to: destination)
        return packet
    }

    /// The next datagram and where it came from; `nil` when none comes in time.
    func receive(within milliseconds: Int32 = 5000) -> (octets: [UInt8], source: TransportAddress)? {
        var number: [UInt32] = Array(repeating: 0, count: Int(CDATAGRAM_READY))
        let ready = unsafe number.withUnsafeMutableBufferPointer { buffer in
            unsafe cdatagram_poll_wait(self.poll, buffer.baseAddress, milliseconds)
        }
        guard ready > 0 else {
            return nil
        }
        var source = cdatagram_address()
        var octets: [UInt8] = Array(repeating: 0, count: 65_536)
        let count = unsafe octets.withUnsafeMutableBytes { buffer in
            unsafe cdatagram_receive(self.descriptor, buffer.baseAddress, buffer.count, &source)
        }
        guard count >= 0 else {
            return nil
        }
        let ip = unsafe IPAddress(high: cdatagram_address_high(&source), low: cdatagram_address_low(&source))
        return unsafe (Array(octets.prefix(count)), TransportAddress(ip, cdatagram_address_port(&source)))
    }

    private static func bind(_ ip: IPAddress, port: UInt16?) -> (Int32, TransportAddress) {
        for _ in 0..<1000 {
            let address = TransportAddress(ip, port ?? UInt16.random(in: 10_000...60_000))
            let descriptor = self.open(address)
            if descriptor >= 0 {
                return (descriptor, address)
            }
        }
        preconditionFailure("no free port on \(ip)")
    }

    private static func open(_ address: TransportAddress) -> Int32 {
        var local = cdatagram_address()
        unsafe cdatagram_address_set(&local, address.ip.high, address.ip.low, address.port)
        return unsafe cdatagram_open(&local)
    }
}
