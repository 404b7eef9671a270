package import ProtocolKit

/// One question to the resolver and its later answer.
package struct ResolutionID: Hashable, Sendable {
    /// A number that the asking agent does not use twice.
    package let number: UInt64

    package init(_ number: UInt64) {
        self.number = number
    }
}

/// A DNS question (RFC 1035 §4.1.2), of the types that RFC 3263 needs.
package struct DNSQuestion: Hashable, Sendable {
    /// The types that can be asked for.
    package enum RecordType: UInt16, Hashable, Sendable {
        case a = 1
        case aaaa = 28
        case srv = 33
        case naptr = 35
    }

    /// The name, without a final dot.
    package let name: ByteString

    /// What is asked for.
    package let type: RecordType

    package init(_ name: ByteString, _ type: RecordType) {
        self.name = name
        self.type = type
    }
}

/// One resource record of an answer.
package enum DNSRecord: Hashable, Sendable {
    /// A or AAAA.
    case address(IPAddress)
    /// SRV (RFC 2782).
    case service(priority: UInt16, weight: UInt16, port: UInt16, target: ByteString)
    /// NAPTR (RFC 3403).
    case pointer(order: UInt16, preference: UInt16, flags: ByteString, service: ByteString, replacement: ByteString)
}

/// What the resolver found.
package enum DNSAnswer: Hashable, Sendable {
    /// Records of the type that was asked for, and how long they may be kept.
    case records([DNSRecord], timeToLive: Duration)
    /// The name does not exist, or has no such record (RFC 2308).
    case nothing(timeToLive: Duration)
    /// No server gave a usable answer.
    case failed
}
