package import CallModel
package import ProtocolKit

/// One listening socket as it is to be opened.
package struct ListenerConfiguration: Hashable, Sendable {
    /// What it listens for.
    package var transport: TransportProtocol

    /// Where; port 0 lets the system choose.
    package var address: TransportAddress

    /// Differentiated services code point for what is sent, 0 to 63 (RFC 2474).
    package var dscp: UInt8

    package init(transport: TransportProtocol, address: TransportAddress, dscp: UInt8 = 0) {
        self.transport = transport
        self.address = address
        self.dscp = dscp
    }
}

/// The bounds of the loop and its sockets.
package struct ShellConfiguration: Hashable, Sendable {
    /// Deadlines are served at multiples of this time, or earlier when something arrives: each wake-up costs more than
    /// the work that it does.
    package var tick: Duration = .milliseconds(20)

    /// The size of the kernel's buffers of each datagram socket.
    package var datagramBuffer = 4 << 20

    /// How many flows may be open at once.
    package var flows = 4096

    /// How many flows one source address may have open at once.
    package var flowsPerSource = 256

    /// How many octets may wait to be written to one flow; a peer that reads slower than that loses it.
    package var flowBuffer = 1 << 20

    /// After how long without an octet in either direction a flow is closed.
    package var flowIdle: Duration = .seconds(3600)

    /// How long the opening of a flow may take.
    package var connectTimeout: Duration = .seconds(8)

    package init() {}
}
