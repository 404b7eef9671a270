package import ProtocolKit

extension EndpointName {
    /// Reads a name up to white space.
    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let text = reader.run(while: \.isVisible)
        guard let name = EndpointName(ByteString(text)) else {
            throw reader.malformed
        }
        self = name
    }
}

/// A parameter that is the name of one endpoint.
package protocol EndpointParameter: MGCPParameterValue, Hashable {
    /// The endpoint.
    var endpoint: EndpointName { get }

    init(_ endpoint: EndpointName)
}

extension EndpointParameter {
    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init(try EndpointName(from: &reader))
    }

    package func append(to bytes: inout [UInt8]) {
        self.endpoint.append(to: &bytes)
    }
}

/// The endpoint that a wildcard came to stand for: `Z:` (RFC 3435 §2.3.5, §3.3.6).
package struct SpecificEndpoint: EndpointParameter {
    package static let name = MGCPParameterName.specificEndpoint
    package static let mayBeAbsent = true
    package let endpoint: EndpointName

    package init(_ endpoint: EndpointName) {
        self.endpoint = endpoint
    }
}

/// The endpoint at the other end of a connection inside one gateway: `Z2:` (RFC 3435 §2.3.5).
package struct SecondEndpoint: EndpointParameter {
    package static let name = MGCPParameterName.secondEndpoint
    package let endpoint: EndpointName

    package init(_ endpoint: EndpointName) {
        self.endpoint = endpoint
    }
}

/// Who shall be told of events: `N: local@domain:port` (RFC 3435 §2.1.4, §3.2.1.3).
package struct NotifiedEntity: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.notifiedEntity
    package static let mayBeAbsent = true

    /// The port of a call agent that names none (§3.2.1.3).
    package static let defaultPort: UInt16 = 2727

    /// What stands before the at sign; `nil` when there is none.
    package let localName: MGCPName?

    /// A domain name, or an address in brackets.
    package let domain: MGCPName

    /// The port, when one is named.
    package let port: UInt16?

    /// An entity of our own; `nil` when the parts do not make one.
    package init?(localName: MGCPName? = nil, domain: MGCPName, port: UInt16? = nil) {
        let local = localName ?? "x"
        guard EndpointName(ByteString(local.text.bytes + [0x40] + domain.text.bytes)) != nil else {
            return nil
        }
        self.localName = localName
        self.domain = domain
        self.port = port
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        var text = reader.run(while: \.isVisible)
        var localName: MGCPName?
        if let at = text.firstIndex(of: 0x40) {
            localName = MGCPName(ByteString(text[..<at]))
            text = text[(at + 1)...]
        }
        var port: UInt16?
        if let colon = text.lastIndex(of: 0x3A), text.last != 0x5D {
            guard let digits = text[(colon + 1)...].decimal(digits: 5), let number = UInt16(exactly: digits), number > 0
            else {
                throw reader.malformed
            }
            port = number
            text = text[..<colon]
        }
        guard let entity = NotifiedEntity(localName: localName, domain: MGCPName(ByteString(text)), port: port) else {
            throw reader.malformed
        }
        self = entity
    }

    package func append(to bytes: inout [UInt8]) {
        if let localName {
            bytes.append(contentsOf: localName.text.bytes)
            bytes.append(0x40)
        }
        bytes.append(contentsOf: self.domain.text.bytes)
        if let port {
            bytes.append(0x3A)
            bytes.appendDecimal(port)
        }
    }

    /// The address, when the domain is one: in brackets, or without them as some write it.
    package var address: IPAddress? {
        var text = self.domain.text.bytes[...]
        if text.first == 0x5B, text.last == 0x5D {
            text = text.dropFirst().dropLast()
        }
        return IPAddress(Array(text))
    }
}
