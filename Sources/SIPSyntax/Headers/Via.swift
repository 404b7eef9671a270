package import ProtocolKit

/// One hop of the way a request took (RFC 3261 §20.42, RFC 3581).
package struct Via: SIPHeader {
    /// The transports with a case of their own.
    package enum Transport: Hashable, Sendable {
        /// `UDP`
        case udp

        /// `TCP`
        case tcp

        /// `TLS`
        case tls

        /// `SCTP`
        case sctp

        /// `TLS-SCTP`
        case tlsSCTP

        /// `WS`
        case ws

        /// `WSS`
        case wss

        /// Any other token, see ``Via/transportName``.
        case other
    }

    package static let name = SIPHeaderName.via
    package static let occurrence = SIPHeaderOccurrence.list

    /// The octets that the ranges point into.
    package let bytes: [UInt8]
    private let layout: ViaLayout

    init(_ bytes: [UInt8], _ layout: ViaLayout) {
        self.bytes = bytes
        self.layout = layout
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let layout = try value.scan { octets, scanner throws(SIPParseError) in
            var layout = ViaLayout()
            try layout.scan(octets, &scanner)
            return layout
        }
        self.init(value.bytes, layout)
    }

    /// The transport.
    package var transport: Transport {
        self.layout.transport
    }

    /// The transport as it was written.
    package var transportName: ByteString {
        self.copy(self.layout.transportName)
    }

    /// The host of sent-by as it was written.
    package var host: ByteString {
        self.copy(self.layout.host.extent)
    }

    /// Where the host of sent-by stands in ``bytes``.
    package var hostRange: Range<Int> {
        self.layout.host.extent.range
    }

    /// The address when sent-by is a literal.
    package var hostAddress: IPAddress? {
        self.layout.host.address(self.bytes)
    }

    /// The port of sent-by, when it is written.
    package var port: UInt16? {
        self.layout.port
    }

    /// A copy of the branch; `nil` when there is none, as from an RFC 2543 peer.
    package var branch: ByteString? {
        self.branchRange.map { ByteString(self.bytes[$0]) }
    }

    /// Where the branch stands in ``bytes``.
    package var branchRange: Range<Int>? {
        self.layout.branch.rangeIfPresent
    }

    /// Whether the branch is one of RFC 3261: the magic cookie and more (§8.1.1.7, RFC 4475 §3.1.2.17).
    package var hasMagicCookie: Bool {
        let branch = self.layout.branch
        let cookie = Extent(Int(branch.start), Int(branch.start) + 7)
        return branch.count > 7 && self.bytes.span.matches(cookie, "z9hg4bk")
    }

    /// The `received` parameter as it was written.
    package var received: ByteString? {
        self.layout.received.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// The address of the `received` parameter, with or without brackets (RFC 5118 §4.5).
    package var receivedAddress: IPAddress? {
        guard let range = self.layout.received.rangeIfPresent else {
            return nil
        }
        let text = self.bytes[range]
        return IPAddress(Array(text.first == 0x5B && text.last == 0x5D ? text.dropFirst().dropLast() : text))
    }

    /// Whether there is an `rport` parameter, with or without a port (RFC 3581 §3).
    package var hasResponsePort: Bool {
        self.layout.hasResponsePort
    }

    /// The port of the `rport` parameter.
    package var responsePort: UInt16? {
        self.layout.responsePort
    }

    /// The `maddr` parameter.
    package var multicastAddress: ByteString? {
        self.layout.maddr.rangeIfPresent.map { ByteString(self.bytes[$0]) }
    }

    /// The `ttl` parameter.
    package var timeToLive: UInt8? {
        self.parameters.decimal("ttl").flatMap { UInt8(exactly: $0) }
    }

    /// All parameters.
    package var parameters: SIPParameters {
        SIPParameters(self.bytes, self.layout.parameters)
    }

    /// Where this value stands in ``bytes``.
    package var range: Range<Int> {
        self.layout.whole.range
    }

    /// Where its parameters stand in ``bytes``.
    package var parametersRange: Range<Int> {
        self.layout.parameters.range
    }

    private func copy(_ extent: Extent) -> ByteString {
        ByteString(self.bytes[extent.range])
    }
}

extension Via: SIPWritableHeader {
    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.bytes[self.range])
    }
}

extension Via.Transport {
    init(_ octets: Span<UInt8>, _ extent: Extent) {
        switch extent.count {
        case 2 where octets.matches(extent, "ws"): self = .ws
        case 3 where octets.matches(extent, "udp"): self = .udp
        case 3 where octets.matches(extent, "tcp"): self = .tcp
        case 3 where octets.matches(extent, "tls"): self = .tls
        case 3 where octets.matches(extent, "wss"): self = .wss
        case 4 where octets.matches(extent, "sctp"): self = .sctp
        case 8 where octets.matches(extent, "tls-sctp"): self = .tlsSCTP
        default: self = .other
        }
    }

    /// The transport as it is written on the wire; empty for any other.
    package var text: StaticString {
        switch self {
        case .udp: "UDP"
        case .tcp: "TCP"
        case .tls: "TLS"
        case .sctp: "SCTP"
        case .tlsSCTP: "TLS-SCTP"
        case .ws: "WS"
        case .wss: "WSS"
        case .other: ""
        }
    }
}
