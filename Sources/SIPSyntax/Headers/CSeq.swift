package import ProtocolKit

/// The number and method of a request (RFC 3261 §20.16).
package struct CSeq: SIPHeader, Hashable {
    package static let name = SIPHeaderName.cseq

    /// The number.
    package let number: UInt32

    /// The method.
    package let method: SIPMethod

    package init(number: UInt32, method: SIPMethod) {
        self.number = number
        self.method = method
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let layout = try value.scan { octets, scanner throws(SIPParseError) in try CSeqLayout(octets, &scanner) }
        self.init(number: layout.number, method: SIPMethod(ByteString(value.bytes[layout.method.range])))
    }
}

extension CSeq: SIPWritableHeader {
    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.number)
        bytes.append(0x20)
        bytes.append(method: self.method)
    }
}

/// Where the method of a CSeq stands, and its number.
struct CSeqLayout {
    let number: UInt32
    let method: Extent

    init(_ octets: Span<UInt8>, _ scanner: inout Scanner) throws(SIPParseError) {
        self.number = UInt32(truncatingIfNeeded: try scanner.decimal(upTo: UInt64(UInt32.max), octets, "CSeq"))
        let gap = scanner.position
        scanner.skipLWS(octets)
        guard scanner.position > gap else {
            throw .expected("CSeq")
        }
        self.method = try scanner.token(octets, "CSeq")
    }
}

extension [UInt8] {
    /// Appends a method as it is written on the wire.
    package mutating func append(method: SIPMethod) {
        if case .other(let text) = method {
            self.append(contentsOf: text.bytes)
        } else {
            self.append(method.knownText)
        }
    }
}
