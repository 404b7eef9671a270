package import ProtocolKit

/// A call, connection or request identifier: up to 32 hexadecimal digits, compared as text (RFC 3435 §3.2.2.2).
package struct MGCPIdentifier: Hashable, Sendable {
    /// The longest identifier.
    package static let longest = 32

    /// The digits; hexadecimal digits mean the same in either case, since MGCP has none (appendix A).
    package let name: MGCPName

    /// An identifier of our own; `nil` when it is empty, too long, or has another character than a hexadecimal digit.
    package init?(_ text: ByteString) {
        guard (1...Self.longest).contains(text.count), text.bytes.allSatisfy({ $0.hexDigitValue != nil }) else {
            return nil
        }
        self.name = MGCPName(text)
    }

    /// Reads what a peer sent; other visible characters than hexadecimal digits are noted.
    init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let text = reader.run(while: Self.isTolerated)
        guard (1...Self.longest).contains(text.count) else {
            throw text.isEmpty ? reader.malformed : reader.error(.outOfRange)
        }
        if text.contains(where: { $0.hexDigitValue == nil }) {
            reader.note(.nonHexadecimalIdentifier)
        }
        self.name = MGCPName(ByteString(text))
    }

    /// Letters, digits, and the marks that identifiers elsewhere are made of.
    private static func isTolerated(_ octet: UInt8) -> Bool {
        octet.isNameCharacter || octet == 0x2E || octet == 0x5F
    }
}

/// A type that is an identifier and nothing else, so that one kind is never taken for another.
package protocol MGCPIdentifying: Hashable, Sendable, CustomStringConvertible {
    /// The identifier.
    var identifier: MGCPIdentifier { get }

    init(_ identifier: MGCPIdentifier)
}

extension MGCPIdentifying {
    /// An identifier of our own; `nil` when it is empty, too long, or has another character than a hexadecimal digit.
    package init?(_ text: ByteString) {
        guard let identifier = MGCPIdentifier(text) else {
            return nil
        }
        self.init(identifier)
    }

    /// The digits as they were written.
    package var text: ByteString {
        self.identifier.name.text
    }

    package var description: String {
        self.text.description
    }
}

extension MGCPIdentifying {
    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.init(try MGCPIdentifier(from: &reader))
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.text.bytes)
    }
}

/// The identifier of a call, which the call agent chooses: `C:` (RFC 3435 §2.1.3.1).
package struct MGCPCallID: MGCPIdentifying, MGCPParameterValue {
    package static let name = MGCPParameterName.callID
    package let identifier: MGCPIdentifier

    package init(_ identifier: MGCPIdentifier) {
        self.identifier = identifier
    }
}

/// What ties a notification to the request that asked for it: `X:` (RFC 3435 §3.2.2.18).
package struct MGCPRequestID: MGCPIdentifying, MGCPParameterValue {
    package static let name = MGCPParameterName.requestID
    package static let mayBeAbsent = true
    package let identifier: MGCPIdentifier

    package init(_ identifier: MGCPIdentifier) {
        self.identifier = identifier
    }

    /// Whether it is 0: a persistent event from before the first request.
    package var isUnsolicited: Bool {
        self.identifier.name.isEqual(to: "0")
    }
}

/// The identifier of a connection, which the gateway chooses (RFC 3435 §2.1.3.2).
package struct MGCPConnectionID: MGCPIdentifying, MGCPListEntry {
    package let identifier: MGCPIdentifier

    package init(_ identifier: MGCPIdentifier) {
        self.identifier = identifier
    }
}

/// One connection, or several in the answer to an audit: `I:` (RFC 3435 §3.2.2.5, §3.3.6).
package struct ConnectionIDs: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.connectionID

    /// The connections in their order.
    package let connections: [MGCPConnectionID]

    package init(_ connections: [MGCPConnectionID]) {
        self.connections = connections
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.connections = try reader.list(of: MGCPConnectionID.self)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(list: self.connections)
    }
}

/// The connection on the second endpoint of a command for two: `I2:` (RFC 3435 §2.3.5).
package struct SecondConnectionID: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.secondConnection

    /// The connection.
    package let connection: MGCPConnectionID

    package init(_ connection: MGCPConnectionID) {
        self.connection = connection
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.connection = try MGCPConnectionID(from: &reader)
    }

    package func append(to bytes: inout [UInt8]) {
        self.connection.append(to: &bytes)
    }
}
