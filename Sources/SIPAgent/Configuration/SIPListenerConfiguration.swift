package import CallModel
package import ProtocolKit

/// One socket that SIP is spoken on.
package struct SIPListenerConfiguration: Hashable, Sendable {
    /// The name in the configuration, for logs and dialplan facts.
    package var name: ByteString

    /// The transport.
    package var transport: TransportProtocol

    /// The bound address.
    package var address: TransportAddress

    /// The host that we name in Via and Contact; `nil` says the bound address.
    package var advertisedHost: ByteString?

    /// The port that we name in Via and Contact; `nil` says the bound port.
    package var advertisedPort: UInt16?

    /// The dialplan context of callers who are neither users nor come by a trunk.
    ///
    /// `nil`, the default, challenges them, so that nobody unknown can place a call.
    package var anonymousContext: ByteString?

    package init(
        name: ByteString,
        transport: TransportProtocol,
        address: TransportAddress,
        advertisedHost: ByteString? = nil,
        advertisedPort: UInt16? = nil,
        anonymousContext: ByteString? = nil
    ) {
        self.name = name
        self.transport = transport
        self.address = address
        self.advertisedHost = advertisedHost
        self.advertisedPort = advertisedPort
        self.anonymousContext = anonymousContext
    }

    /// The host that peers see, IPv6 in brackets.
    package var visibleHost: ByteString {
        if let host = self.advertisedHost {
            return host
        }
        var text: [UInt8] = []
        text.append(host: self.address.ip)
        return ByteString(text)
    }

    /// The port that peers see.
    package var visiblePort: UInt16 {
        self.advertisedPort ?? self.address.port
    }

    /// Whether a URI's host is a name of this listener.
    func isNamed(_ host: ByteString) -> Bool {
        self.visibleHost.equalsIgnoringCase(host)
    }
}
