import CallModel
import ProtocolKit

/// The transports and address families that the listeners can send by.
package struct NextHopCapabilities: Hashable, Sendable {
    private struct Path: Hashable, Sendable {
        let transport: TransportProtocol
        let isV4: Bool
    }

    private let paths: Set<Path>

    /// What these listeners can do.
    package init(_ listeners: [SIPListenerConfiguration]) {
        self.paths = Set(listeners.map { Path(transport: $0.transport, isV4: $0.address.ip.isV4) })
    }

    /// The transports, in the order in which they are tried without other preference.
    var transports: [TransportProtocol] {
        TransportProtocol.allCases.filter { transport in self.paths.contains { $0.transport == transport } }
    }

    /// Whether there is a listener of either family for a transport.
    func reaches(_ transport: TransportProtocol, isV4: Bool) -> Bool {
        self.paths.contains(Path(transport: transport, isV4: isV4))
    }
}
