import CallModel
import Digests
import ProtocolKit
import SIPSyntax

/// What both ends of a leg say of themselves: its peer, and the other end by way of call control.
struct LegFacts: Sendable {
    /// What the peer has said.
    var peer = PartyFacts()

    /// What the other end has said.
    var other = PartyFacts()

    init(peer: PartyFacts = PartyFacts()) {
        self.peer = peer
    }

    /// What a response says of both ends.
    init(of response: SIPMessage) {
        if let session = try? response.first(SessionID.self) {
            self.peer.sessionID = session.local
            self.other.sessionID = session.remote ?? ByteString()
        }
    }

    /// Takes in what a message of the peer says; whether there is news in it.
    mutating func learn(from message: SIPMessage, limit: Int) -> Bool {
        guard message.contains(.sessionID) || message.contains(.recvInfo) else {
            return false
        }
        let former = self.peer
        let said = message.facts(limit: limit)
        if !said.sessionID.isEmpty {
            self.peer.sessionID = said.sessionID
        }
        self.peer.informationPackages = said.informationPackages ?? former.informationPackages
        return self.peer != former
    }

    /// Gives an identifier to the end that has none when the other has one; whether the peer got it.
    ///
    /// Done once the session is agreed, so that whoever traces it finds two halves (RFC 7989 §7).
    mutating func completeSessionID(from identifiers: inout IdentifierSource) -> Bool {
        guard self.peer.sessionID.isEmpty != self.other.sessionID.isEmpty else {
            return false
        }
        let half = Self.mintHalf(from: &identifiers)
        guard self.peer.sessionID.isEmpty else {
            self.other.sessionID = half
            return false
        }
        self.peer.sessionID = half
        return true
    }

    /// Appends the Session-ID line: the other end's half, which is ours towards the peer, and the peer's (RFC 7989 §5).
    func appendSessionID(to lines: inout [UInt8]) {
        guard !self.peer.sessionID.isEmpty || !self.other.sessionID.isEmpty else {
            return
        }
        lines.append("Session-ID: ")
        SessionID(
            local: self.other.sessionID.isEmpty ? SessionID.null : self.other.sessionID,
            remote: self.peer.sessionID.isEmpty ? SessionID.null : self.peer.sessionID
        ).append(to: &lines)
        lines.append("\r\n")
    }

    /// A random UUID (RFC 9562 §5.4).
    private static func mintHalf(from identifiers: inout IdentifierSource) -> ByteString {
        var octets = identifiers.octets(16)
        for (place, mask, bits) in [(6, 0x0F, 0x40), (8, 0x3F, 0x80)] as [(Int, UInt8, UInt8)] {
            octets[place] = octets[place] & mask | bits
        }
        return ByteString(octets.hexadecimal)
    }
}

extension PartyFacts {
    /// Whether this INFO package, which its parameters may follow, is one that the party is willing to receive
    /// (RFC 6086 §4.2.2).
    func lists(_ package: ByteString) -> Bool {
        let name = ByteString(package.bytes.prefix { $0 != 0x3B && $0 > 0x20 })
        return self.informationPackages?.contains(where: name.equalsIgnoringCase) == true
    }

    /// The INFO packages as a header has them.
    var packageList: [UInt8] {
        Array((self.informationPackages ?? []).map(\.bytes).joined(separator: [0x2C, 0x20]))
    }
}

extension SIPMessage {
    /// What the sender says of itself, at most `limit` INFO packages.
    func facts(limit: Int) -> PartyFacts {
        var facts = PartyFacts()
        if self.contains(.sessionID), let session = try? self.first(SessionID.self), session.local != SessionID.null {
            facts.sessionID = session.local
        }
        if self.contains(.recvInfo) {
            facts.informationPackages = Array(self.tokens(of: .recvInfo).lazy.filter { !$0.isEmpty }.prefix(limit))
        }
        return facts
    }
}
