import CallModel
import ProtocolKit
import SIPSyntax
import SIPTransactions

/// From the targets of call control to Request-URIs and next hops.
extension SIPUserAgent {
    /// What an INVITE to this target says; `nil` when there is no such target.
    func resolve(_ target: Target) -> PlacedTarget? {
        switch target {
        case .uri(let text):
            return self.resolve(uri: text)
        case .contact(let contact):
            return self.resolve(contact)
        case .trunk(let name, let number):
            return self.resolve(trunk: name, number: number)
        case .user, .dialed, .line, .circuits:
            // Users are located, and numbers routed, before legs are placed; the others are another agent's.
            return nil
        }
    }

    private func resolve(uri text: ByteString) -> PlacedTarget? {
        guard let uri = try? SIPURI(text), uri.scheme == .sip else {
            return nil
        }
        let bare = Self.withoutHeaders(uri)
        var placed = PlacedTarget(requestURI: bare, toURI: bare)
        placed.nextHop = NextHopTarget(uri)
        return placed
    }

    /// A URI may carry headers for a request to be made from it; they never stand in a Request-URI (RFC 3261 §19.1.1).
    private static func withoutHeaders(_ uri: SIPURI) -> ByteString {
        guard uri.headers != nil else {
            return uri.text
        }
        return ByteString(uri.text.bytes.prefix(while: { $0 != 0x3F }))
    }

    private func resolve(_ contact: RegisteredContact) -> PlacedTarget? {
        guard let uri = try? SIPURI(contact.uri), uri.isSIP else {
            return nil
        }
        var to: [UInt8] = []
        let host = self.services.configuration.domains.first ?? self.services.lines.host(contact.listener)
        UACCore.append(Party(user: contact.user), host: host, to: &to)
        var placed = PlacedTarget(
            requestURI: Self.withoutHeaders(uri),
            toURI: ByteString(to.dropFirst().dropLast())
        )
        placed.routes = RouteSet(preset: contact.path)
        placed.listener = contact.listener
        let transport = self.services.configuration.listener(contact.listener)?.transport ?? .udp
        if let flow = contact.flow, let source = contact.source {
            placed.destination = Destination(
                transport: transport,
                address: source,
                listener: contact.listener,
                flow: flow
            )
        } else if contact.path.isEmpty, let source = contact.source, uri.hostAddress != source.ip {
            placed.destination = Destination(transport: transport, address: source, listener: contact.listener)
        } else {
            placed.nextHop = NextHopTarget(placed.routes.first ?? uri)
        }
        return placed
    }

    private func resolve(trunk name: ByteString, number: ByteString) -> PlacedTarget? {
        guard let place = self.directory.place(of: name), let trunk = self.services.trunk(place),
            let uri = try? SIPURI(trunk.uri)
        else {
            return nil
        }
        var text: [UInt8] = []
        text.append("sip:")
        text.append(escapedUser: number)
        text.append(0x40)
        text.append(contentsOf: uri.host.bytes)
        if let port = uri.port {
            text.append(0x3A)
            text.appendDecimal(port)
        }
        text.append(contentsOf: uri.parameters.text.bytes)
        var placed = PlacedTarget(requestURI: ByteString(text), toURI: ByteString(text))
        placed.routes = RouteSet(preset: trunk.proxy.map { [$0] } ?? [])
        placed.trunk = place
        placed.listener = trunk.listener
        placed.nextHop = NextHopTarget(placed.routes.first ?? uri)
        return placed
    }
}

extension AgentServices {
    /// The URI by which a caller is sent to a target (RFC 3261 §21.3).
    func uri(of target: Target, listener: ListenerID) -> ByteString? {
        switch target {
        case .uri(let uri):
            return uri
        case .contact(let contact):
            return contact.uri
        case .user(let user):
            return self.ownURI(user: user, listener: listener)
        case .trunk(_, let number), .circuits(_, let number), .dialed(let number, _):
            return self.ownURI(user: number, listener: listener)
        case .line(let line):
            return self.ownURI(user: line, listener: listener)
        }
    }

    private func ownURI(user: ByteString, listener: ListenerID) -> ByteString {
        var text: [UInt8] = []
        UACCore.append(Party(user: user), host: self.lines.host(listener), to: &text)
        return ByteString(text.dropFirst().dropLast())
    }
}
