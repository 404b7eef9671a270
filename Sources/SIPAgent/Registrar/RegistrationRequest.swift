import ProtocolKit
import SIPSyntax

/// What a REGISTER asks for, checked for its form (RFC 3261 §10.3 steps 6 and 7).
struct RegistrationRequest: Sendable {
    /// What shall become of the bindings.
    enum Change: Sendable {
        /// Nothing; the bindings are asked for.
        case query
        /// All are removed (`Contact: *` with `Expires: 0`).
        case removeAll
        /// These are added, refreshed or removed.
        case update([Wish])
    }

    /// One contact of the request.
    struct Wish: Sendable {
        /// The URI.
        let uri: SIPURI

        /// The header parameters apart from `q` and `expires`, each with its semicolon.
        let parameters: ByteString

        /// The preference in thousandths.
        let preference: UInt16?

        /// The expiry that is asked for in seconds; `nil` leaves it to the registrar.
        let expires: UInt32?
    }

    let callID: ByteString
    let cseq: UInt32
    let change: Change

    /// The Path, the nearest proxy first.
    let path: [ByteString]

    /// Whether the phone says that it understands Path (RFC 3327 §5.1).
    let supportsPath: Bool

    /// Whether the request came through a proxy, so that its source is not the phone's.
    let cameThroughProxy: Bool

    init(_ message: SIPMessage, policy: RegistrarPolicy) throws(SIPParseError) {
        self.callID = message.callID
        self.cseq = message.cseq.number
        self.path = try message.all(Path.self, limit: policy.pathEntries).map(\.uri.text)
        self.supportsPath = Self.hasOption("path", message)
        self.cameThroughProxy = try message.all(Via.self).count > 1
        let expires = Self.expires(message)
        let contacts = try message.all(Contact.self, limit: policy.contactsPerUser * 2)
        if contacts.isEmpty {
            self.change = .query
            return
        }
        if contacts.contains(where: { $0.address == nil }) {
            guard contacts.count == 1, expires == 0 else {
                throw SIPParseError(.mismatch("Contact and Expires"))
            }
            self.change = .removeAll
            return
        }
        self.change = .update(try Self.wishes(contacts, expires: expires, policy: policy))
    }

    private static func wishes(
        _ contacts: [Contact],
        expires: UInt32?,
        policy: RegistrarPolicy
    ) throws(SIPParseError) -> [Wish] {
        var wishes: [Wish] = []
        for contact in contacts {
            guard let address = contact.address else {
                continue
            }
            guard address.uri.isSIP else {
                throw SIPParseError(.outOfRange("Contact scheme"))
            }
            let parameters = self.otherParameters(of: address)
            guard address.uriRange.count + parameters.count <= policy.contactBytes else {
                throw SIPParseError(.tooLarge("Contact"))
            }
            let wish = Wish(
                uri: address.uri.detached,
                parameters: parameters,
                preference: contact.preference,
                expires: contact.expires ?? expires
            )
            wishes.append(wish)
        }
        return wishes
    }

    /// The parameters that belong to the binding, as they were written.
    private static func otherParameters(of address: NameAddress) -> ByteString {
        var text: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        var current: [UInt8] = []
        func isOurs(_ parameter: [UInt8]) -> Bool {
            let name = ByteString(parameter.dropFirst().prefix { $0 != 0x3D && $0 != 0x20 && $0 != 0x09 })
            return !name.isEmpty && !name.isEqualIgnoringCase(to: "q") && !name.isEqualIgnoringCase(to: "expires")
        }
        for octet in address.parameters.text.bytes {
            if octet == 0x3B, !isQuoted {
                text += isOurs(current) ? current : []
                current = []
            }
            isQuoted = octet == 0x22 && !isEscaped ? !isQuoted : isQuoted
            isEscaped = octet == 0x5C && isQuoted && !isEscaped
            if isQuoted || (octet != 0x20 && octet != 0x09) {
                current.append(octet)
            }
        }
        text += isOurs(current) ? current : []
        return ByteString(text)
    }

    /// The Expires of the request; malformed counts as absent, too large as the largest (RFC 3261 §10.3 step 7).
    private static func expires(_ message: SIPMessage) -> UInt32? {
        guard let text = message.firstText(of: .expires), !text.isEmpty, text.bytes.allSatisfy(\.isASCIIDigit) else {
            return nil
        }
        var cursor = ByteCursor(text.bytes)
        return cursor.takeDecimal().flatMap { UInt32(exactly: $0) } ?? .max
    }

    private static func hasOption(_ option: ByteString, _ message: SIPMessage) -> Bool {
        message.fields(of: .supported).contains { field in
            message.bytes[field.valueRange].split { $0 == 0x2C || $0 == 0x20 || $0 == 0x09 }
                .contains { ByteString($0).equalsIgnoringCase(option) }
        }
    }
}
