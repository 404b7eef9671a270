package import ProtocolKit

/// Which dialog a new one takes the place of (RFC 3891 §3).
package struct Replaces: SIPWritableHeader, Hashable {
    package static let name = SIPHeaderName.replaces

    /// The Call-ID of the dialog.
    package let callID: ByteString

    /// The tag of the side that receives this header.
    package let toTag: ByteString

    /// The tag of the other side.
    package let fromTag: ByteString

    /// Whether the dialog must not be confirmed yet.
    package let isEarlyOnly: Bool

    package init(callID: ByteString, toTag: ByteString, fromTag: ByteString, isEarlyOnly: Bool = false) {
        self.callID = callID
        self.toTag = toTag
        self.fromTag = fromTag
        self.isEarlyOnly = isEarlyOnly
    }

    package init(from value: inout ByteCursor) throws(SIPParseError) {
        let callID = value.take(while: { $0 != 0x3B && OctetSet.callID.contains($0) })
        let parameters = try value.takeParameters()
        guard !callID.isEmpty, let toTag = parameters["to-tag"], let fromTag = parameters["from-tag"], !toTag.isEmpty,
            !fromTag.isEmpty
        else {
            throw .expected("Replaces")
        }
        self.callID = ByteString(value.bytes[callID])
        self.toTag = toTag
        self.fromTag = fromTag
        self.isEarlyOnly = parameters.contains("early-only")
    }

    package func append(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: self.callID.bytes)
        bytes.append(";to-tag=")
        bytes.append(contentsOf: self.toTag.bytes)
        bytes.append(";from-tag=")
        bytes.append(contentsOf: self.fromTag.bytes)
        if self.isEarlyOnly {
            bytes.append(";early-only")
        }
    }
}
