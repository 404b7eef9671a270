package import ProtocolKit

/// Two neighboring ports of ours, the even one for RTP or UDPTL and the next for RTCP (RFC 3550 §11).
package struct PortPair: Hashable, Sendable {
    /// The address.
    package let address: IPAddress

    /// The even port.
    package let port: UInt16

    /// The media thread that the pair belongs to.
    package let thread: UInt16

    /// The place of the interface in the settings.
    let interface: UInt16

    /// The port for RTP or UDPTL.
    package var media: TransportAddress {
        TransportAddress(self.address, self.port)
    }

    /// The port for RTCP.
    package var control: TransportAddress {
        TransportAddress(self.address, self.port + 1)
    }
}

/// The relay ports that are free.
///
/// The ports of each interface are divided among the media threads in blocks that follow one another. A pair is lent
/// at once or not at all. A pair that comes back waits behind all that came back before it, and at least for the
/// quarantine, so that the packets of an ended call find nobody.
package struct PortPool: Sendable {
    /// The pairs of one interface that one thread owns.
    private struct Block: Sendable {
        let ports: Range<Int>

        /// The first port that was never lent.
        var fresh: Int

        /// What came back, oldest first: a ring.
        var returned: [Returned] = []
        var head = 0
        var count = 0

        init(_ ports: Range<Int>) {
            self.ports = ports
            self.fresh = ports.lowerBound
        }
    }

    private struct Returned: Sendable {
        let port: UInt16
        let freeAt: Instant
    }

    private let settings: MediaSettings
    private var blocks: [Block]

    /// How many pairs each thread has lent.
    private var lent: [Int]

    package init(_ settings: MediaSettings) {
        self.settings = settings
        self.blocks = settings.interfaces.flatMap { interface in
            (0..<Int(settings.threads)).map { Block(Self.ports(of: $0, interface, threads: Int(settings.threads))) }
        }
        self.lent = Array(repeating: 0, count: Int(settings.threads))
    }

    /// The pairs of `interface` that `thread` owns, as the range from the first even port to the end of the last pair.
    package static func ports(of thread: Int, _ interface: MediaInterface, threads: Int) -> Range<Int> {
        let first = (Int(interface.ports.lowerBound) + 1) & ~1
        let pairs = max(0, (Int(interface.ports.upperBound) + 1 - first) / 2)
        return (first + pairs * thread / threads * 2)..<(first + pairs * (thread + 1) / threads * 2)
    }

    /// The pairs that are lent now.
    package var lentCount: Int {
        self.lent.reduce(0, +)
    }

    /// The thread with the fewest pairs lent, for the next call.
    package var idlestThread: UInt16 {
        UInt16(self.lent.indices.min { self.lent[$0] < self.lent[$1] } ?? 0)
    }

    /// The place of the first interface of a family, else of the first interface there is.
    func interface(_ family: MediaProfile.Family?) -> Int? {
        let isV4 = family.map { $0 == .ipv4 }
        let found = self.settings.interfaces.firstIndex { isV4 == nil || $0.address.isV4 == isV4 }
        return found ?? self.settings.interfaces.indices.first
    }

    /// Lends a pair of a thread's, or `nil` when none is free: the call is refused for want of resources (503).
    package mutating func lend(interface: Int, thread: UInt16, at now: Instant) -> PortPair? {
        guard self.settings.interfaces.indices.contains(interface), thread < self.settings.threads,
            let port = self.takePort(interface * Int(self.settings.threads) + Int(thread), at: now)
        else {
            return nil
        }
        self.lent[Int(thread)] += 1
        return PortPair(
            address: self.settings.interfaces[interface].address,
            port: port,
            thread: thread,
            interface: UInt16(interface)
        )
    }

    /// Takes a pair back.
    package mutating func takeBack(_ pair: PortPair, at now: Instant) {
        let place = Int(pair.interface) * Int(self.settings.threads) + Int(pair.thread)
        precondition(self.lent[Int(pair.thread)] > 0, "a pair comes back once")
        self.lent[Int(pair.thread)] -= 1
        let returned = Returned(port: pair.port, freeAt: now.advanced(by: self.settings.quarantine))
        if self.blocks[place].returned.isEmpty {
            self.blocks[place].returned = Array(repeating: returned, count: self.blocks[place].ports.count / 2)
        }
        let size = self.blocks[place].returned.count
        precondition(self.blocks[place].count < size, "no more pairs come back than there are")
        self.blocks[place].returned[(self.blocks[place].head + self.blocks[place].count) % size] = returned
        self.blocks[place].count += 1
    }

    /// The pair that has rested longest, whose sockets the relay may still have, else one that was never lent.
    private mutating func takePort(_ place: Int, at now: Instant) -> UInt16? {
        if self.blocks[place].count > 0 {
            let oldest = self.blocks[place].returned[self.blocks[place].head]
            if oldest.freeAt <= now {
                self.blocks[place].head = (self.blocks[place].head + 1) % self.blocks[place].returned.count
                self.blocks[place].count -= 1
                return oldest.port
            }
        }
        guard self.blocks[place].fresh < self.blocks[place].ports.upperBound else {
            return nil
        }
        defer { self.blocks[place].fresh += 2 }
        return UInt16(self.blocks[place].fresh)
    }
}
