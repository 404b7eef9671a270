package import CallModel
package import ProtocolKit

/// One place to send a request to: a transport and an address (RFC 3263 §4).
package struct NextHop: Hashable, Sendable {
    /// The transport.
    package let transport: TransportProtocol

    /// The address.
    package let address: TransportAddress

    package init(_ transport: TransportProtocol, _ address: TransportAddress) {
        self.transport = transport
        self.address = address
    }
}

/// The places to try one after the other until one answers (RFC 3263 §4.3).
package struct NextHopList: Hashable, Sendable {
    private let hops: [NextHop]
    private var position = 0

    /// The places in the order in which they are tried.
    package init(_ hops: [NextHop]) {
        self.hops = hops
    }

    /// Whether no place is left.
    package var isEmpty: Bool {
        self.position >= self.hops.count
    }

    /// The places that are left.
    package var remaining: ArraySlice<NextHop> {
        self.hops[self.position...]
    }

    /// Takes the next place.
    package mutating func next() -> NextHop? {
        guard self.position < self.hops.count else {
            return nil
        }
        defer { self.position += 1 }
        return self.hops[self.position]
    }
}
