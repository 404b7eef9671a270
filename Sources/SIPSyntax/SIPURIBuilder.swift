package import ProtocolKit

/// Puts a SIP URI together; what the grammar does not allow in a part is escaped (RFC 3261 §19.1.2).
package struct SIPURIBuilder: Sendable {
    /// Whether the scheme is `sips`.
    package var isSecure = false

    /// The user part without escapes.
    package var user: ByteString?

    /// The host, an IPv6 address in brackets.
    package var host: ByteString

    /// The port, when one is to be written.
    package var port: UInt16?
    private var parameters: [(name: ByteString, value: ByteString?)] = []

    package init(user: ByteString?, host: ByteString, port: UInt16? = nil) {
        self.user = user
        self.host = host
        self.port = port
    }

    package init(user: ByteString?, address: TransportAddress) {
        var host: [UInt8] = []
        host.append(host: address.ip)
        self.init(user: user, host: ByteString(host), port: address.port)
    }

    /// Adds a parameter, with or without a value.
    package mutating func add(_ name: ByteString, _ value: ByteString? = nil) {
        self.parameters.append((name, value))
    }

    /// The URI.
    package var text: ByteString {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(64)
        self.append(to: &bytes)
        return ByteString(bytes)
    }

    /// Appends the URI.
    package func append(to bytes: inout [UInt8]) {
        bytes.append(self.isSecure ? "sips:" : "sip:")
        if let user, !user.isEmpty {
            bytes.appendEscaped(user, allowing: .user)
            bytes.append(0x40)
        }
        for octet in self.host.bytes where OctetSet.host.contains(octet) || [0x3A, 0x5B, 0x5D].contains(octet) {
            bytes.append(octet)
        }
        if let port {
            bytes.append(0x3A)
            bytes.appendDecimal(port)
        }
        for (name, value) in self.parameters {
            bytes.append(0x3B)
            bytes.appendEscaped(name, allowing: .uriParameter)
            if let value {
                bytes.append(0x3D)
                bytes.appendEscaped(value, allowing: .uriParameter)
            }
        }
    }
}

extension [UInt8] {
    /// Appends text with an escape in place of every octet outside `set`.
    mutating func appendEscaped(_ text: ByteString, allowing set: OctetSet) {
        for octet in text.bytes {
            if set.contains(octet) {
                self.append(octet)
            } else {
                self.appendEscape(of: octet)
            }
        }
    }
}
