package import ProtocolKit

/// What tells headers apart whose value is a number.
package protocol SIPNumberKind: SIPHeaderKind {
    /// The numbers that may stand there.
    static var range: ClosedRange<UInt32> { get }
}

extension SIPNumberKind {
    /// Any number of 32 bits, unless the kind says otherwise.
    package static var range: ClosedRange<UInt32> { 0...UInt32.max }
}

/// A header whose value is a decimal number.
package struct NumberHeader<Kind: SIPNumberKind>: SIPWritableHeader, Hashable {
    package static var name: SIPHeaderName { Kind.name }
    package static var occurrence: SIPHeaderOccurrence { Kind.occurrence }

    /// The number.
    package let number: UInt32

    package init(_ number: UInt32) {
        self.number = number
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let number = try value.takeDecimal(upTo: UInt64(Kind.range.upperBound), "number")
        self.number = UInt32(truncatingIfNeeded: number)
        guard Kind.range.contains(self.number) else {
            throw .outOfRange("number")
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.number)
    }
}

/// How many more elements a request may pass (RFC 3261 §20.22).
package typealias MaxForwards = NumberHeader<MaxForwardsKind>

/// The number of octets of the body (RFC 3261 §20.14).
package typealias ContentLength = NumberHeader<ContentLengthKind>

/// How many seconds a message or its content is valid (RFC 3261 §20.19).
package typealias Expires = NumberHeader<ExpiresKind>

/// The shortest interval that a registrar accepts, in seconds (RFC 3261 §20.23).
package typealias MinExpires = NumberHeader<MinExpiresKind>

/// The sequence number of a reliable provisional response, at least 1 (RFC 3262 §7.1).
package typealias RSeq = NumberHeader<RSeqKind>

/// ``MaxForwards``.
package enum MaxForwardsKind: SIPNumberKind {
    package static var name: SIPHeaderName { .maxForwards }
    package static var range: ClosedRange<UInt32> { 0...255 }
}

/// ``ContentLength``.
package enum ContentLengthKind: SIPNumberKind {
    package static var name: SIPHeaderName { .contentLength }
}

/// ``Expires``.
package enum ExpiresKind: SIPNumberKind {
    package static var name: SIPHeaderName { .expires }
}

/// ``MinExpires``.
package enum MinExpiresKind: SIPNumberKind {
    package static var name: SIPHeaderName { .minExpires }
}

/// ``RSeq``.
package enum RSeqKind: SIPNumberKind {
    package static var name: SIPHeaderName { .rseq }
    package static var range: ClosedRange<UInt32> { 1...UInt32.max }
}
