package import CallModel
package import ProtocolKit

extension Q850Cause {
    /// The name of the value for people (ITU-T Q.850 §2.2.7).
    var text: StaticString {
        switch self.rawValue {
        case 1: "Unallocated number"
        case 2: "No route to specified transit network"
        case 3: "No route to destination"
        case 16: "Normal call clearing"
        case 17: "User busy"
        case 18: "No user responding"
        case 19: "No answer from user"
        case 20: "Subscriber absent"
        case 21: "Call rejected"
        case 22: "Number changed"
        case 23: "Redirection to new destination"
        case 25: "Exchange routing error"
        case 26: "Non-selected user clearing"
        case 27: "Destination out of order"
        case 28: "Invalid number format"
        case 29: "Facility rejected"
        case 31: "Normal, unspecified"
        case 34: "No circuit available"
        case 38: "Network out of order"
        case 41: "Temporary failure"
        case 42: "Switching equipment congestion"
        case 44: "Requested circuit not available"
        case 47: "Resource unavailable"
        case 55: "Incoming calls barred within CUG"
        case 57: "Bearer capability not authorized"
        case 58: "Bearer capability not available"
        case 63: "Service or option not available"
        case 65: "Bearer capability not implemented"
        case 66: "Channel type not implemented"
        case 69: "Requested facility not implemented"
        case 70: "Only restricted digital information available"
        case 79: "Service or option not implemented"
        case 87: "User not member of CUG"
        case 88: "Incompatible destination"
        case 102: "Recovery on timer expiry"
        case 111: "Protocol error"
        case 127: "Interworking, unspecified"
        default: ""
        }
    }
}

extension [UInt8] {
    /// Appends a Reason line with a Q.850 value (RFC 3326 §2).
    package mutating func append(reason cause: Q850Cause) {
        self.append("Reason: Q.850;cause=")
        self.appendDecimal(cause.rawValue)
        let text = cause.text
        if text.utf8CodeUnitCount > 0 {
            self.append(";text=\"")
            self.append(text)
            self.append("\"")
        }
        self.append("\r\n")
    }

    /// Appends a Warning line of the session-description range (RFC 3261 §20.43).
    package mutating func append(warning code: UInt16, agent: ByteString) {
        self.append("Warning: ")
        self.appendDecimal(code)
        self.append(" ")
        self.append(contentsOf: agent.bytes)
        self.append(" \"")
        self.append(Self.warningText(code))
        self.append("\"\r\n")
    }

    /// Appends a Retry-After line, rounded up to whole seconds (RFC 3261 §20.33).
    package mutating func append(retryAfter wait: Duration) {
        self.append("Retry-After: ")
        self.appendDecimal(UInt64(Swift.max((wait.nanoseconds + 999_999_999) / 1_000_000_000, 1)))
        self.append("\r\n")
    }

    private static func warningText(_ code: UInt16) -> StaticString {
        switch code {
        case 300: "Incompatible network protocol"
        case 301: "Incompatible network address formats"
        case 302: "Incompatible transport protocol"
        case 303: "Incompatible bandwidth units"
        case 304: "Media type not available"
        case 305: "Incompatible media format"
        case 306: "Attribute not understood"
        case 307: "Session description parameter not understood"
        case 330: "Multicast not available"
        case 331: "Unicast not available"
        case 370: "Insufficient bandwidth"
        default: "Miscellaneous warning"
        }
    }
}
