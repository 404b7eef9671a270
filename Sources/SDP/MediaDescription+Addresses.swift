package import ProtocolKit

/// Why nothing can be sent to the address of a media section.
package enum MediaObstacle: UInt8, Hashable, Sendable {
    /// There is no `c=` line.
    case noConnection
    /// The address is a name; resolving it would block the call (RFC 8866 §5.7 allows one).
    case hostName
    /// Multicast or broadcast, which would reflect media at many.
    case multicast
    /// Not carried by datagrams of UDP.
    case unsupportedTransport
    /// SRTP without a key that its suite can use (RFC 4568 §6.1) and without a fingerprint.
    case noUsableKey
}

extension MediaDescription {
    /// Whether this asks for hold in the way of RFC 2543, by an address of 0.0.0.0 (RFC 3264 §8.4).
    package var isHeldByAddress: Bool {
        self.ip == .anyV4
    }

    /// The direction, with hold by an address of 0.0.0.0 counted in: nothing is to be sent there.
    package var effectiveDirection: MediaDirection {
        self.isHeldByAddress ? self.direction.intersection(.sendonly) : self.direction
    }

    /// Whether RTCP may share the RTP port (RFC 5761 §5.1.1).
    package var hasRTCPMux: Bool {
        self.attributes.first(.rtcpMux) != nil
    }

    /// The port for RTCP: by `a=rtcp` (RFC 3605), else the one after the RTP port; `nil` beyond 65535 or when refused.
    package var rtcpPort: UInt16? {
        guard !self.isRejected else {
            return nil
        }
        return self.rtcpAttribute?.port ?? (self.port == .max ? nil : self.port + 1)
    }

    /// Where RTP or UDPTL goes; `nil` when refused, when held by address, or when nothing can be sent there.
    package var remoteAddress: TransportAddress? {
        guard !self.isRejected, let ip = self.ip, !ip.isUnspecified, !ip.isMulticastOrBroadcast else {
            return nil
        }
        return TransportAddress(ip, self.port)
    }

    /// Where RTCP goes when it does not share the RTP port; `nil` for what is not RTP.
    package var rtcpAddress: TransportAddress? {
        guard self.transport.isRTP, let remote = self.remoteAddress, let port = self.rtcpPort else {
            return nil
        }
        guard let ip = self.rtcpAttribute?.ip, !ip.isUnspecified, !ip.isMulticastOrBroadcast else {
            return TransportAddress(remote.ip, port)
        }
        return TransportAddress(ip, port)
    }

    /// Why media cannot be relayed to this section; `nil` when it can, or when it is refused anyway.
    package var obstacle: MediaObstacle? {
        guard !self.isRejected else {
            return nil
        }
        guard self.transport.isUDP else {
            return .unsupportedTransport
        }
        guard let stored = self.storedConnection else {
            return .noConnection
        }
        guard let ip = stored.ip else {
            return .hostName
        }
        if ip.isMulticastOrBroadcast {
            return .multicast
        }
        return self.transport.isSecure && !self.hasUsableKey ? .noUsableKey : nil
    }

    /// `port [IN addrtype address]`.
    private var rtcpAttribute: (port: UInt16, ip: IPAddress?)? {
        guard let attribute = self.attributes.first(.rtcp) else {
            return nil
        }
        var fields = FieldReader(attribute.valueRange)
        guard let port = fields.decimal(in: self.storage.text).flatMap(UInt16.init(exactly:)), port > 0 else {
            return nil
        }
        return (port, SDPAddressReader.connection(self.storage.text, fields.rest(in: self.storage.text))?.ip)
    }

    // MARK: Keys

    private var hasUsableKey: Bool {
        self.attributes.contains { attribute in
            switch attribute.id {
            case .fingerprint: true
            case .crypto: self.isUsable(crypto: attribute.valueRange)
            default: false
            }
        }
            || SDPAttributes(storage: self.storage, lines: self.storage.firstAttribute..<self.storage.sessionEnd)
                .first(.fingerprint) != nil
    }

    /// `tag suite inline:key||salt[|lifetime][|mki]` with as much key as the suite wants (RFC 4568 §6.1, RFC 6188).
    private func isUsable(crypto range: Range<Int>) -> Bool {
        let text = self.storage.text
        var fields = FieldReader(range)
        guard let tag = fields.next(in: text), text[tag].allSatisfy(\.isASCIIDigit), tag.count <= 9,
            let suite = fields.next(in: text), let parameters = fields.next(in: text),
            text[parameters].prefix(7).matches("inline:")
        else {
            return false
        }
        let key = text[parameters].dropFirst(7).prefix { $0 != 0x7C && $0 != 0x3B }
        let digits = key.prefix { $0.isASCIIDigit || $0.isASCIILetter || $0 == 0x2B || $0 == 0x2F }
        let padding = key[digits.endIndex...]
        guard padding.count <= 2, padding.allSatisfy({ $0 == 0x3D }) else {
            return false
        }
        return Self.keyOctets(of: text[suite]).map { digits.count * 3 / 4 == $0 } ?? !digits.isEmpty
    }

    /// The octets of master key and salt; `nil` for a suite whose keys we do not check.
    private static func keyOctets(of suite: ArraySlice<UInt8>) -> Int? {
        if suite.starts(with: Array("AES_CM_128_".utf8)) || suite.starts(with: Array("F8_128_".utf8)) {
            return 30
        }
        if suite.starts(with: Array("AES_192_CM_".utf8)) {
            return 38
        }
        return suite.starts(with: Array("AES_256_CM_".utf8)) || suite.starts(with: Array("AES_CM_256_".utf8)) ? 46 : nil
    }
}
