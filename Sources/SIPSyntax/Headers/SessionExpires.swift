package import ProtocolKit

/// The interval of a session and who refreshes it (RFC 4028 §4).
package struct SessionExpires: SIPWritableHeader, Hashable {
    /// Who sends the refreshes.
    package enum Refresher: Hashable, Sendable {
        /// The side that sent the request.
        case uac

        /// The side that answers it.
        case uas
    }

    package static let name = SIPHeaderName.sessionExpires

    /// The interval in seconds.
    package let seconds: UInt32

    /// Who refreshes, when it is said.
    package let refresher: Refresher?

    package init(seconds: UInt32, refresher: Refresher?) {
        self.seconds = seconds
        self.refresher = refresher
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let seconds = try value.takeDecimal(upTo: UInt64(UInt32.max), "Session-Expires")
        self.seconds = UInt32(truncatingIfNeeded: seconds)
        switch try value.takeParameters()["refresher"] {
        case nil:
            self.refresher = nil
        case let text? where text.isEqualIgnoringCase(to: "uac"):
            self.refresher = .uac
        case let text? where text.isEqualIgnoringCase(to: "uas"):
            self.refresher = .uas
        case .some:
            throw .expected("refresher")
        }
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
        switch self.refresher {
        case nil: break
        case .uac: bytes.append(";refresher=uac")
        case .uas: bytes.append(";refresher=uas")
        }
    }
}

/// The shortest session interval that an element accepts (RFC 4028 §5).
package struct MinSE: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.minSE

    /// The interval in seconds.
    package let seconds: UInt32

    package init(_ seconds: UInt32) {
        self.seconds = seconds
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.seconds = UInt32(truncatingIfNeeded: try value.takeDecimal(upTo: UInt64(UInt32.max), "Min-SE"))
        _ = try value.takeParameters()
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.seconds)
    }
}
