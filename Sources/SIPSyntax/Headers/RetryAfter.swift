package import ProtocolKit

/// When to try again (RFC 3261 §20.33).
package struct RetryAfter: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.retryAfter

    /// The seconds to wait.
    package let seconds: UInt32

    /// How many seconds the element will then be there, when it is said.
    package let duration: UInt32?

    package init(seconds: UInt32, duration: UInt32? = nil) {
        self.seconds = seconds
        self.duration = duration
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.seconds = UInt32(truncatingIfNeeded: try value.takeDecimal(upTo: UInt64(UInt32.max), "Retry-After"))
        value.skipLWS()
        try value.skipComment()
        self.duration = try value.takeParameters().decimal("duration").flatMap { UInt32(exactly: $0) }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
        if let duration {
            bytes.append(";duration=")
            bytes.appendDecimal(duration)
        }
    }
}

extension ByteCursor {
    /// Takes a comment in parentheses, which may contain others, if one stands here (RFC 3261 §25.1 `comment`).
    mutating func skipComment() throws(SIPParseError) {
        guard self.peek() == 0x28 else {
            return
        }
        var depth = 0
        while let octet = self.take() {
            switch octet {
            case 0x28: depth += 1
            case 0x29: depth -= 1
            case 0x5C: _ = self.take()
            default: break
            }
            guard depth > 0 else {
                return
            }
        }
        throw .expected("comment")
    }
}
