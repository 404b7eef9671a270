import ProtocolKit
import SIPSyntax

/// Whether anything of one leg's identity shows up on another: Call-ID, tags, branches, addresses, Contact, o= line.
///
/// User parts of From, P-Asserted-Identity and History-Info and the Session-ID are meant to cross (RFC 7989).
package struct LeakTest {
    private let packets: [WirePacket]
    private let allowsDirectMedia: Bool

    /// With direct media the addresses in session descriptions are those of the phones by intention.
    package init(_ wire: [WirePacket], allowsDirectMedia: Bool) {
        self.packets = wire
        self.allowsDirectMedia = allowsDirectMedia
    }

    /// One line for each token that leaked.
    func findings(nodeAt: (TransportAddress) -> NodeID?) -> [String] {
        let failedOver = self.failedOverCalls
        var tokens: [NodeID: Set<String>] = [:]
        var outgoing: [(NodeID, String)] = []
        for packet in self.packets {
            if self.takeMGCP(packet, nodeAt, &tokens, &outgoing) {
                continue
            }
            let phone = packet.sender == .gateway ? nodeAt(packet.to) : packet.sender
            // A registrar lists the contacts of a user to each of its phones (RFC 3261 §10.3 step 8).
            guard let phone, case .message(let message) = SIPMessage.parse(packet.bytes), message.method != .register,
                !failedOver.contains(message.callID)
            else {
                continue
            }
            tokens[phone, default: []].formUnion(self.tokens(of: message))
            if packet.sender != .gateway {
                tokens[phone, default: []].formUnion(self.addresses(of: message, from: packet.from))
            } else {
                outgoing.append((phone, String(decoding: self.visiblePart(of: message), as: UTF8.self)))
            }
        }
        let index = TokenIndex(tokens)
        var findings: [String] = []
        for (receiver, text) in outgoing {
            for (token, owner) in index.tokens(in: text) where receiver != owner {
                let line = text.split(separator: "\r\n").first { $0.contains(token) } ?? ""
                findings.append("\(token) of \(owner) was sent to \(receiver) in \(line)")
            }
        }
        return Array(Set(findings)).sorted()
    }

    /// Takes the tokens of MGCP messages; `false` for a packet that has none.
    ///
    /// Identifiers that the call agent chose may be the same on two endpoints of one gateway; between MGCP and SIP none
    /// may pass, nor the endpoints' names, nor what their session descriptions say of them.
    private func takeMGCP(
        _ packet: WirePacket,
        _ nodeAt: (TransportAddress) -> NodeID?,
        _ tokens: inout [NodeID: Set<String>],
        _ outgoing: inout [(NodeID, String)]
    ) -> Bool {
        let entries = MGCPTrace([packet]).entries
        guard !entries.isEmpty else {
            return false
        }
        guard let node = packet.sender == .gateway ? nodeAt(packet.to) : packet.sender else {
            return true
        }
        if case .spoofer = packet.sender {
            // What somebody forges is not its own.
            return true
        }
        tokens[node, default: []].formUnion(entries.flatMap(\.tokens).filter { $0.count >= 8 })
        if packet.sender == .gateway {
            outgoing.append((node, String(decoding: packet.bytes, as: UTF8.self)))
        } else {
            let text = String(decoding: packet.bytes, as: UTF8.self)
            let origins = text.split(separator: "\r\n").filter { $0.hasPrefix("o=") }
            tokens[node, default: []].formUnion(origins.map(String.init))
            tokens[node, default: []].insert("\(packet.from)")
            if !self.allowsDirectMedia {
                tokens[node, default: []].insert("\(packet.from.ip)")
            }
        }
        return true
    }

    /// Calls of ours that went to several servers of one name: one leg, one identity (RFC 3263 §4.3).
    private var failedOverCalls: Set<ByteString> {
        var places: [ByteString: Set<TransportAddress>] = [:]
        var tags: [ByteString: Set<ByteString>] = [:]
        for packet in self.packets where packet.sender == .gateway {
            if case .message(let message) = SIPMessage.parse(packet.bytes), message.isRequest,
                message.method == .invite,
                message.toTag == nil, let tag = message.fromTag
            {
                places[message.callID, default: []].insert(packet.to)
                tags[message.callID, default: []].insert(tag)
            }
        }
        return Set(places.filter { $0.value.count > 1 && tags[$0.key]?.count == 1 }.keys)
    }

    private func tokens(of message: SIPMessage) -> [String] {
        let texts = [message.callID, message.fromTag, message.toTag, message.topVia.branch]
        return texts.compactMap { $0?.description }.filter { $0.count >= 8 }
    }

    private func addresses(of message: SIPMessage, from source: TransportAddress) -> [String] {
        var found = ["\(source)"]
        let body = String(decoding: message.body, as: UTF8.self)
        found += body.split(separator: "\r\n").filter { $0.hasPrefix("o=") }.map(String.init)
        if !self.allowsDirectMedia {
            found.append("\(source.ip)")
        }
        return found
    }

    private func visiblePart(of message: SIPMessage) -> [UInt8] {
        message.bytes
    }
}

/// Finds which of very many tokens stand anywhere in a text, in one pass over it.
private struct TokenIndex {
    private struct Token {
        let text: String
        let octets: [UInt8]
        let owner: NodeID
    }

    /// The tokens by their last eight octets, which differ more than the first ones do.
    private var tokens: [UInt64: [Token]] = [:]

    /// Those that have no eight octets.
    private var shortTokens: [Token] = []

    init(_ tokensOfNodes: [NodeID: Set<String>]) {
        for (owner, texts) in tokensOfNodes {
            for text in texts {
                let token = Token(text: text, octets: Array(text.utf8), owner: owner)
                guard token.octets.count >= 8 else {
                    self.shortTokens.append(token)
                    continue
                }
                let key = token.octets.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
                self.tokens[key, default: []].append(token)
            }
        }
    }

    /// The tokens that stand in a text.
    func tokens(in text: String) -> [(text: String, owner: NodeID)] {
        var found = self.shortTokens.filter { text.contains($0.text) }
        var key: UInt64 = 0
        let octets = Array(text.utf8)
        for (place, octet) in octets.enumerated() {
            key = key << 8 | UInt64(octet)
            for token in self.tokens[key] ?? [] where octets[...place].suffix(token.octets.count) == token.octets[...] {
                found.append(token)
            }
        }
        return found.map { ($0.text, $0.owner) }
    }
}
