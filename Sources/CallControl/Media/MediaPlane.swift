package import CallModel
package import ProtocolKit

/// What the media of all calls shares: the settings, the free ports, and the orders that wait for the relay.
package struct MediaPlane: Sendable {
    /// The settings.
    package let settings: MediaSettings

    /// The free ports.
    package var ports: PortPool

    /// What the relay shall do, in order.
    package var orders = OutputQueue<MediaOrder>()

    /// The present, which the owner sets before it passes an input on.
    package var now = Instant.start

    private var nextAnchor: UInt64 = 1

    package init(_ settings: MediaSettings) {
        self.settings = settings
        self.ports = PortPool(settings)
    }

    /// An anchor on a thread.
    mutating func mintAnchor(thread: UInt16) -> MediaAnchor {
        defer { self.nextAnchor += 1 }
        return MediaAnchor(number: self.nextAnchor, thread: thread)
    }

    mutating func lend(interface: Int, thread: UInt16) -> PortPair? {
        self.ports.lend(interface: interface, thread: thread, at: self.now)
    }

    mutating func takeBack(_ pair: PortPair) {
        self.ports.takeBack(pair, at: self.now)
    }
}
