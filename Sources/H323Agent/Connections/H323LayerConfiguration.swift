package import CallModel
package import ProtocolKit

/// An H.323 neighbour: the only kind of host that may call, and that is called.
package struct H323PeerSettings: Hashable, Sendable {
    /// Its name in the configuration.
    package var name: ByteString

    /// Where it takes call signaling, mostly at port 1720.
    package var signaling: TransportAddress

    /// The addresses that its connections come from.
    package var sources: [IPAddress]

    /// Whether H.245 connections may come from, and go to, other hosts than these: some endpoints have several.
    package var allowsForeignControl = false

    /// The most calls with it at once.
    package var calls = 500

    /// How calls with it use H.245 and fast connect.
    package var call = H323CallSettings()

    /// A neighbour whose connections come from where its own listener is.
    package init(name: ByteString, signaling: TransportAddress) {
        self.name = name
        self.signaling = signaling
        self.sources = [signaling.ip]
    }
}

/// A listener that is lent to one call at a time for its H.245 connection.
package struct H323ControlPort: Hashable, Sendable {
    /// The listener.
    package var listener: ListenerID

    /// What peers are told of it.
    package var address: TransportAddress

    package init(listener: ListenerID, address: TransportAddress) {
        self.listener = listener
        self.address = address
    }
}

/// What the calls of H.323 are made over, and the bounds of what peers can make us hold.
package struct H323LayerConfiguration: Hashable, Sendable {
    /// The listener for call signaling.
    package var listener: ListenerID

    /// Listeners for H.245 connections that peers open; without any, calls need tunnels or open them themselves.
    package var controlPorts: [H323ControlPort] = []

    /// Who may call, and whom we call.
    package var peers: [H323PeerSettings] = []

    /// The most connections at once.
    package var connections = 2000

    /// The most connections that one peer may have opened at once.
    package var connectionsPerPeer = 500

    /// The largest packet that is read, in octets.
    package var largestPacket = 16_384

    /// How long a connection may take to open.
    package var connectTimeout = Duration.seconds(10)

    /// How long the first message of an accepted connection, and the rest of any packet, may take.
    package var packetTimeout = Duration.seconds(10)

    /// How long a connection without calls stays.
    package var idleTimeout = Duration.seconds(5)

    /// How many messages of a connection may be unreadable before it is closed.
    package var unreadableMessages = 10

    package init(listener: ListenerID) {
        self.listener = listener
    }
}
