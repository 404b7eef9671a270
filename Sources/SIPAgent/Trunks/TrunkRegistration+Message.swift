package import ProtocolKit
package import SIPSyntax

extension TrunkRegistration.Response {
    /// Reads a final response; `contact` is the URI that we registered (RFC 3261 §10.2.4).
    package init(_ message: SIPMessage, contact: SIPURI) {
        self.init(status: message.status?.code ?? 0)
        self.challenges = message.fields(of: .wwwAuthenticate).prefix(8).map { message.text(in: $0.valueRange) }
        self.proxyChallenges = message.fields(of: .proxyAuthenticate).prefix(8).map { message.text(in: $0.valueRange) }
        self.minimumExpires = Self.seconds(message, .minExpires)
        self.retryAfter = Self.seconds(message, .retryAfter).map { .seconds(Int64($0)) }
        let contacts = (try? message.all(Contact.self)) ?? []
        let ours = contacts.first { $0.uri?.isEquivalent(to: contact) ?? false }
        self.grantedExpires = ours?.expires ?? Self.seconds(message, .expires)
    }

    /// The decimal number that a field begins with.
    private static func seconds(_ message: SIPMessage, _ name: SIPHeaderName) -> UInt32? {
        guard let text = message.firstText(of: name) else {
            return nil
        }
        var cursor = ByteCursor(text.bytes)
        return cursor.takeDecimal().map { UInt32(clamping: $0) }
    }
}

extension TrunkRegistration.Request {
    /// The REGISTER without its Via, which the transaction layer adds (RFC 3261 §10.2).
    ///
    /// `contact` is the URI under which the trunk reaches us, with our user part.
    package func message(
        for configuration: TrunkRegistrationConfiguration,
        contact: SIPURI,
        route: ByteString?,
        userAgent: ByteString
    ) -> [UInt8] {
        var writer = SIPMessageWriter()
        writer.startRequest(.register, uri: configuration.registrar)
        if let route {
            writer.header(.route, [0x3C] + route.bytes + [0x3E])
        }
        writer.header(.maxForwards, literal: "70")
        writer.header(.from, [0x3C] + configuration.addressOfRecord.bytes + Array(">;tag=".utf8) + self.fromTag.bytes)
        writer.header(.to, [0x3C] + configuration.addressOfRecord.bytes + [0x3E])
        writer.header(.callID, self.callID)
        writer.field(.cseq) { bytes in
            bytes.appendDecimal(self.cseq)
            bytes.append(" REGISTER")
        }
        writer.header(.contact, [0x3C] + contact.text.bytes + [0x3E])
        writer.header(.expires, decimal: self.expires)
        writer.lines(self.authorization)
        if !userAgent.isEmpty {
            writer.header(.userAgent, userAgent)
        }
        return writer.finish()
    }
}
