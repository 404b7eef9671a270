package import ProtocolKit

/// How many more elements a request may pass (RFC 3261 §20.22).
package struct MaxForwards: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.maxForwards

    /// The number of elements.
    package let hops: UInt8

    package init(_ hops: UInt8) {
        self.hops = hops
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(UInt8.max), "Max-Forwards")
        self.hops = UInt8(truncatingIfNeeded: number)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.hops)
    }
}

/// The length of the body (RFC 3261 §20.14).
package struct ContentLength: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.contentLength

    /// The number of octets.
    package let octets: UInt32

    package init(_ octets: UInt32) {
        self.octets = octets
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(UInt32.max), "Content-Length")
        self.octets = UInt32(truncatingIfNeeded: number)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.octets)
    }
}

/// How long a message or its content is valid (RFC 3261 §20.19).
package struct Expires: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.expires

    /// The number of seconds.
    package let seconds: UInt32

    package init(_ seconds: UInt32) {
        self.seconds = seconds
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(UInt32.max), "Expires")
        self.seconds = UInt32(truncatingIfNeeded: number)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
    }
}

/// The shortest interval a registrar accepts (RFC 3261 §20.23).
package struct MinExpires: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.minExpires

    /// The number of seconds.
    package let seconds: UInt32

    package init(_ seconds: UInt32) {
        self.seconds = seconds
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(UInt32.max), "Min-Expires")
        self.seconds = UInt32(truncatingIfNeeded: number)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
    }
}

/// The sequence number of a reliable provisional response (RFC 3262 §7.1).
package struct RSeq: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.rseq

    /// The number, at least 1.
    package let number: UInt32

    package init(_ number: UInt32) {
        self.number = number
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(UInt32.max), "RSeq")
        self.number = UInt32(truncatingIfNeeded: number)
        guard self.number > 0 else {
            throw .outOfRange("RSeq")
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.number)
    }
}
