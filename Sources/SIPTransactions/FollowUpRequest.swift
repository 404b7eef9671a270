import ProtocolKit
import SIPSyntax

/// The two requests that are made from an INVITE of ours: its CANCEL (RFC 3261 §9.1) and the ACK to a final response
/// that is not a 2xx (§17.1.1.3).
struct FollowUpRequest {
    private let invite: SIPMessage

    /// Reads the INVITE back; `nil` when the octets are not one.
    init?(of request: [UInt8]) {
        guard case .message(let message) = SIPMessage.parse(request), message.isRequest else {
            return nil
        }
        self.invite = message
    }

    /// The CANCEL, with lines of the transaction user's.
    func cancel(headers: [UInt8]) -> [UInt8] {
        var bytes = self.start("CANCEL ")
        self.appendLines(of: .to, self.invite, to: &bytes)
        self.appendCSeq(" CANCEL\r\n", to: &bytes)
        bytes.append(contentsOf: headers)
        bytes.append("Content-Length: 0\r\n\r\n")
        return bytes
    }

    /// The ACK, whose To is the response's.
    func acknowledgement(of response: SIPMessage) -> [UInt8] {
        var bytes = self.start("ACK ")
        self.appendLines(of: .to, response, to: &bytes)
        self.appendCSeq(" ACK\r\n", to: &bytes)
        bytes.append("Content-Length: 0\r\n\r\n")
        return bytes
    }

    private func start(_ method: StaticString) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        bytes.append(method)
        if let uri = self.invite.requestURI {
            bytes.append(contentsOf: self.invite.bytes[uri.range])
        }
        bytes.append(" SIP/2.0\r\nVia: ")
        bytes.append(contentsOf: self.invite.bytes[self.invite.topVia.range])
        bytes.append("\r\nMax-Forwards: 70\r\n")
        self.appendLines(of: .route, self.invite, to: &bytes)
        self.appendLines(of: .from, self.invite, to: &bytes)
        self.appendLines(of: .callID, self.invite, to: &bytes)
        self.appendLines(of: .sessionID, self.invite, to: &bytes)
        return bytes
    }

    private func appendCSeq(_ method: StaticString, to bytes: inout [UInt8]) {
        bytes.append("CSeq: ")
        bytes.appendDecimal(self.invite.cseq.number)
        bytes.append(method)
    }

    private func appendLines(of name: SIPHeaderName, _ message: SIPMessage, to bytes: inout [UInt8]) {
        for field in message.fields where message.hasName(name, field) {
            bytes.append(contentsOf: name.text.bytes)
            bytes.append(": ")
            bytes.append(contentsOf: message.bytes[field.valueRange])
            bytes.append("\r\n")
        }
    }
}
