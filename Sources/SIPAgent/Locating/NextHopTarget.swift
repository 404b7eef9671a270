package import CallModel
package import ProtocolKit
package import SIPSyntax

/// What a URI says about its next hop (RFC 3263 §4: TARGET, transport, port).
package struct NextHopTarget: Hashable, Sendable {
    /// The default port of SIP over UDP and TCP (RFC 3261 §19.1.2).
    package static let defaultPort: UInt16 = 5060

    /// The host name in lower case; empty when ``address`` says all.
    let host: ByteString

    /// The address when the host is one.
    let address: IPAddress?

    /// The port that is written.
    let port: UInt16?

    /// The transport that is written.
    let transport: TransportProtocol?

    /// Takes a URI of a Request-URI, Route, Contact or configuration; `nil` when we have no transport for it.
    ///
    /// `maddr` takes the place of the host (RFC 3261 §19.1.1).
    package init?(_ uri: SIPURI) {
        guard uri.scheme == .sip else {
            return nil
        }
        let parameters = uri.parameters
        var host = uri.host
        var address = uri.hostAddress
        if let multicast = parameters["maddr"], !multicast.isEmpty {
            host = multicast
            address = IPAddress(multicast.bytes.filter { $0 != 0x5B && $0 != 0x5D })
        }
        switch parameters["transport"]?.lowercased {
        case nil:
            self.transport = nil
        case "udp":
            self.transport = .udp
        case "tcp":
            self.transport = .tcp
        case .some:
            return nil
        }
        self.host = address == nil ? Self.canonical(host) : ByteString()
        self.address = address
        self.port = uri.port
    }

    /// Takes a host of its own, as a Via's sent-by or a configured host.
    package init(host: ByteString, port: UInt16? = nil, transport: TransportProtocol? = nil) {
        self.address = IPAddress(host.bytes.filter { $0 != 0x5B && $0 != 0x5D })
        self.host = self.address == nil ? Self.canonical(host) : ByteString()
        self.port = port
        self.transport = transport
    }

    /// The same with another transport, as a trunk's configuration may want it.
    package func over(_ transport: TransportProtocol?) -> NextHopTarget {
        NextHopTarget(host: self.host, address: self.address, port: self.port, transport: transport ?? self.transport)
    }

    /// The address when nothing has to be resolved.
    var literalAddress: IPAddress? {
        self.address
    }

    private init(host: ByteString, address: IPAddress?, port: UInt16?, transport: TransportProtocol?) {
        self.host = host
        self.address = address
        self.port = port
        self.transport = transport
    }

    /// The next hop when nothing has to be resolved: a numeric host goes by UDP unless it says otherwise (§4.1).
    var numericHop: NextHop? {
        self.address.map {
            NextHop(self.transport ?? .udp, TransportAddress($0, self.port ?? Self.defaultPort))
        }
    }

    /// Lower case and without the dot at the end (RFC 4343 §3).
    private static func canonical(_ host: ByteString) -> ByteString {
        let lower = host.lowercased
        return lower.bytes.last == 0x2E ? ByteString(lower.bytes.dropLast()) : lower
    }
}
