import CallModel
import ProtocolKit
import SIPSyntax

/// One contact of a user as the registrar keeps it (RFC 3261 §10.3 step 7).
struct Binding: Sendable {
    /// The contact URI.
    let uri: ByteString

    /// The parameters that came with it, each with its semicolon.
    let parameters: ByteString

    /// The Call-ID of the request that set it last.
    let callID: ByteString

    /// The CSeq of the request that set it last.
    let cseq: UInt32

    /// When it ends.
    let expiry: Instant

    /// The preference in thousandths.
    let preference: UInt16

    /// The Path, the nearest proxy first.
    let path: [ByteString]

    /// The listener that the request came to.
    let listener: ListenerID

    /// The address that the request came from.
    let remote: TransportAddress

    /// Whether requests must go to ``remote`` as the contact's own address cannot be reached.
    let isTranslated: Bool

    /// The connection that the request came on, while it is up.
    var flow: FlowID?

    /// What call control gets to know.
    func contact(of user: ByteString) -> RegisteredContact {
        RegisteredContact(
            user: user,
            uri: self.uri,
            path: self.path,
            flow: self.flow,
            source: self.isTranslated ? self.remote : nil,
            listener: self.listener,
            preference: self.preference
        )
    }

    /// Appends a Contact line with the time that is left (RFC 3261 §10.3 step 8).
    func append(to lines: inout [UInt8], at now: Instant) {
        lines.append("Contact: <")
        lines.append(contentsOf: self.uri.bytes)
        lines.append(">")
        lines.append(contentsOf: self.parameters.bytes)
        if self.preference < 1000 {
            lines.append(";q=0.")
            for weight in [UInt16(100), 10, 1] {
                lines.append(0x30 + UInt8(truncatingIfNeeded: self.preference / weight % 10))
            }
        }
        lines.append(";expires=")
        lines.appendDecimal(UInt64(max(now.duration(to: self.expiry).nanoseconds, 0) / 1_000_000_000))
        lines.append("\r\n")
    }
}
