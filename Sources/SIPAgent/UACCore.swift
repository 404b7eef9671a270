import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// Where a leg is placed to: everything of the INVITE that follows from its target.
struct PlacedTarget: Sendable {
    /// The Request-URI.
    var requestURI: ByteString

    /// The URI of To.
    var toURI: ByteString

    /// The proxies that requests pass first.
    var routes = RouteSet.empty

    /// The way, when it is known: the flow or translated address of a registered contact.
    var destination: Destination?

    /// Where the next hop is found otherwise.
    var nextHop: NextHopTarget?

    /// The trunk, by its place in the configuration.
    var trunk: Int?

    /// The listener to leave from, where one is configured.
    var listener: ListenerID?
}

/// The parts of an INVITE that a call determines (RFC 3261 §8.1.1, RFC 3323, RFC 3325).
struct UACCore {
    let setup: CallSetup
    let policy: SIPLegPolicy

    /// The host that our From names.
    let host: ByteString

    /// From without its tag.
    var from: ByteString {
        var text: [UInt8] = []
        if self.setup.caller.presentation != .allowed {
            // RFC 3323 §4.1.1.3.
            text.append("\"Anonymous\" <sip:anonymous@anonymous.invalid>")
            return ByteString(text)
        }
        Self.append(self.setup.caller, host: self.host, to: &text)
        return ByteString(text)
    }

    /// Privacy, identities, diversions and the headers that policy lets across.
    func appendLines(to lines: inout [UInt8]) {
        self.appendIdentity(to: &lines)
        if self.policy.isTrusted {
            for diversion in self.setup.diversions.prefix(8) {
                self.append(diversion, to: &lines)
            }
        }
        for header in self.setup.headers
        where self.policy.relayedHeaders.contains(where: header.name.equalsIgnoringCase) {
            lines.append(contentsOf: header.name.bytes)
            lines.append(": ")
            lines.append(contentsOf: header.value.bytes.lazy.map { $0 == 0x0D || $0 == 0x0A ? 0x20 : $0 })
            lines.append("\r\n")
        }
        for change in self.setup.headerChanges {
            lines.apply(change)
        }
    }

    /// The body and the lines that describe it: the description alone, or with the bodies that are passed on
    /// (RFC 5621 §3.1).
    func content(
        _ description: [UInt8],
        identifiers: inout IdentifierSource
    ) -> (lines: [UInt8], body: [UInt8]) {
        guard !self.setup.bodies.isEmpty else {
            return (description.isEmpty ? [] : Array("Content-Type: application/sdp\r\n".utf8), description)
        }
        let boundary = identifiers.token(length: 20)
        var lines = Array("MIME-Version: 1.0\r\nContent-Type: multipart/mixed;boundary=".utf8)
        lines.append(contentsOf: boundary.bytes)
        lines.append("\r\n")
        var body: [UInt8] = []
        let sdp = OpaqueBody(contentType: "application/sdp", bytes: description)
        for part in (description.isEmpty ? [] : [sdp]) + self.setup.bodies {
            body.append("--")
            body.append(contentsOf: boundary.bytes)
            body.append("\r\n")
            body.appendLine("Content-Type", part.contentType.bytes)
            if !part.disposition.isEmpty {
                body.appendLine("Content-Disposition", part.disposition.bytes)
            }
            body.append("\r\n")
            body.append(contentsOf: part.bytes)
            body.append("\r\n")
        }
        body.append("--")
        body.append(contentsOf: boundary.bytes)
        body.append("--\r\n")
        return (lines, body)
    }

    private func appendIdentity(to lines: inout [UInt8]) {
        let party = self.setup.assertedCaller ?? self.setup.caller
        let isRestricted = self.setup.caller.presentation != .allowed || party.presentation != .allowed
        // RFC 3325 §7: what shall not be shown leaves the trust domain in no header.
        let mayAssert = !party.user.isEmpty && (self.policy.isTrusted || !isRestricted)
        switch self.policy.assertedIdentity {
        case .none:
            break
        case .asserted where mayAssert:
            lines.append("P-Asserted-Identity: ")
            Self.append(party, host: self.host, to: &lines)
            lines.append("\r\n")
        case .remoteParty where mayAssert:
            lines.append("Remote-Party-ID: ")
            Self.append(party, host: self.host, to: &lines)
            lines.append(isRestricted ? ";party=calling;privacy=full\r\n" : ";party=calling;privacy=off\r\n")
        case .asserted, .remoteParty:
            break
        }
        if isRestricted {
            lines.append("Privacy: id\r\n")
        }
    }

    private func append(_ diversion: CallModel.Diversion, to lines: inout [UInt8]) {
        lines.append("Diversion: ")
        Self.append(diversion.party, host: self.host, to: &lines)
        switch diversion.reason {
        case .unknown: lines.append(";reason=unknown")
        case .unconditional: lines.append(";reason=unconditional")
        case .userBusy: lines.append(";reason=user-busy")
        case .noAnswer: lines.append(";reason=no-answer")
        case .unavailable: lines.append(";reason=unavailable")
        case .deflection: lines.append(";reason=deflection")
        }
        lines.append(diversion.party.presentation == .allowed ? "\r\n" : ";privacy=full\r\n")
    }

    /// Appends `"Name" <sip:user@host>`.
    static func append(_ party: Party, host: ByteString, to bytes: inout [UInt8]) {
        bytes.appendDisplayName(party.displayName)
        bytes.append("<sip:")
        if !party.user.isEmpty {
            bytes.append(escapedUser: party.user)
            bytes.append(0x40)
        }
        bytes.append(contentsOf: host.bytes)
        bytes.append(party.isTelephoneNumber ? ";user=phone>" : ">")
    }
}

extension [UInt8] {
    /// Changes complete header lines as a dialplan wants it; a value is written on one line whatever is in it.
    mutating func apply(_ change: HeaderChange) {
        if change.replaces {
            self.removeLines(of: change.name)
        }
        if let value = change.value {
            self.append(contentsOf: change.name.bytes)
            self.append(": ")
            self.append(contentsOf: value.bytes.lazy.map { $0 == 0x0D || $0 == 0x0A ? 0x20 : $0 })
            self.append("\r\n")
        }
    }

    private mutating func removeLines(of name: ByteString) {
        var kept: [UInt8] = []
        kept.reserveCapacity(self.count)
        for line in self.split(separator: 0x0A) {
            let own = line.prefix { $0 != 0x3A && $0 != 0x20 && $0 != 0x09 }
            if !name.equalsIgnoringCase(ByteString(own)) {
                kept.append(contentsOf: line)
                kept.append(0x0A)
            }
        }
        self = kept
    }

    /// Appends a user part with `%HH` for what may not stand in one (RFC 3261 §25.1 `user`).
    mutating func append(escapedUser user: ByteString) {
        for octet in user.bytes {
            if octet.isASCIIDigit || octet.isASCIILetter || Self.userMarks.contains(octet) {
                self.append(octet)
            } else {
                self.append(0x25)
                self.append(Self.hexDigits[Int(octet >> 4)])
                self.append(Self.hexDigits[Int(octet & 15)])
            }
        }
    }

    private static var userMarks: [UInt8] { Array("-_.!~*'()&=+$,;?/".utf8) }
    private static var hexDigits: [UInt8] { Array("0123456789ABCDEF".utf8) }
}
