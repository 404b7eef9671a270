import ProtocolKit

/// What happens to an endpoint: `RM:` (RFC 3435 §2.3.12, §3.2.2.20).
package enum RestartMethod: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.restartMethod

    /// Out of service after the delay; connections stay until then.
    case graceful
    /// Out of service at once; connections are lost.
    case forced
    /// Back in service after the delay, without any connection.
    case restart
    /// Was disconnected from its call agent and is trying again; connections are as they were.
    case disconnected
    /// The graceful restart does not take place after all.
    case cancelGraceful
    /// A method of a package, or one that nobody defines (536).
    case other(MGCPName)

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        let word = try reader.qualifiedName()
        switch word {
        case "graceful": self = .graceful
        case "forced": self = .forced
        case "restart": self = .restart
        case "disconnected": self = .disconnected
        case "cancel-graceful": self = .cancelGraceful
        default: self = .other(word)
        }
    }

    package func append(to bytes: inout [UInt8]) {
        switch self {
        case .graceful: bytes.append("graceful")
        case .forced: bytes.append("forced")
        case .restart: bytes.append("restart")
        case .disconnected: bytes.append("disconnected")
        case .cancelGraceful: bytes.append("cancel-graceful")
        case .other(let name): bytes.append(contentsOf: name.text.bytes)
        }
    }
}

/// How long until the restart: `RD:` (RFC 3435 §2.3.12).
package struct RestartDelay: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.restartDelay
    package static let mayBeAbsent = true

    private static let largest: UInt32 = 999_999

    /// Seconds, up to six digits of them; 0 is at once, or never for a graceful restart.
    package let seconds: UInt32

    package init(seconds: UInt32) {
        self.seconds = min(seconds, Self.largest)
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.seconds = try reader.decimal(upTo: Self.largest)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
    }
}

/// The largest datagram that a gateway takes: `MD:` (RFC 3435 §3.2.2.11).
package struct MaximumDatagram: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.maximumDatagram
    package static let mayBeAbsent = true

    private static let largest: UInt32 = 999_999_999

    /// Octets, up to nine digits of them.
    package let octets: UInt32

    package init(octets: UInt32) {
        self.octets = min(octets, Self.largest)
    }

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        self.octets = try reader.decimal(upTo: Self.largest)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.octets)
    }
}

/// Whether an endpoint waits for a request: `B/NS:` (RFC 3435 appendix B.2.2).
package enum NotificationState: Hashable, Sendable, MGCPParameterValue {
    package static let name = MGCPParameterName.notificationState

    /// A notification is under way.
    case notification
    /// A notification was answered, and the next request must come before another one.
    case lockstep
    /// Neither.
    case other

    package init(from reader: inout MGCPValueReader) throws(MGCPParseError) {
        switch MGCPName(try reader.name()) {
        case "ns": self = .notification
        case "ls": self = .lockstep
        case "o": self = .other
        default: throw reader.malformed
        }
    }

    package func append(to bytes: inout [UInt8]) {
        switch self {
        case .notification: bytes.append("ns")
        case .lockstep: bytes.append("ls")
        case .other: bytes.append("o")
        }
    }
}
