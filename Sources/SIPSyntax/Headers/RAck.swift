package import ProtocolKit

/// Which reliable provisional response a PRACK acknowledges (RFC 3262 §7.2).
package struct RAck: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.rack

    /// The RSeq of the response.
    package let responseNumber: UInt32

    /// The CSeq of the response.
    package let cseq: CSeq

    package init(responseNumber: UInt32, cseq: CSeq) {
        self.responseNumber = responseNumber
        self.cseq = cseq
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        self.responseNumber = UInt32(truncatingIfNeeded: try value.takeDecimal(upTo: UInt64(UInt32.max), "RAck"))
        guard !value.take(while: { $0 == 0x20 || $0 == 0x09 }).isEmpty else {
            throw .expected("RAck")
        }
        self.cseq = try CSeq(from: &value)
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.appendDecimal(self.responseNumber)
        bytes.append(0x20)
        self.cseq.append(to: &bytes)
    }
}
