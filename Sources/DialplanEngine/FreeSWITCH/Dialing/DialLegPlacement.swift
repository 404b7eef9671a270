import CallModel
import ProtocolKit

/// Where a leg of a dial string goes, or why it can go nowhere.
enum DialLegPlacement: Hashable, Sendable {
    /// A leg can be placed.
    case target(Target)
    /// It fails at once, with this cause and these words for the author.
    case failure(FreeSWITCHCause, String)

    init(_ leg: DialString.Leg, names: DialplanReader.Names, context: ByteString) {
        let resolver = DialLegResolver(names: names, context: context)
        self = resolver.place(leg)
    }
}

/// Finds the target of a leg by the forms that dial strings have.
private struct DialLegResolver {
    let names: DialplanReader.Names
    let context: ByteString

    func place(_ leg: DialString.Leg) -> DialLegPlacement {
        switch leg.type.key.description {
        case "sofia":
            self.sofia(leg.data)
        case "user":
            self.user(leg.data)
        case "loopback":
            self.loopback(leg.data)
        case "error":
            self.error(leg.data)
        case "line":
            self.line(leg.data)
        case "mgcp":
            self.mgcp(leg.data)
        case "trunk":
            self.trunk(leg.data, of: "trunk/NAME/NUMBER")
        case "group":
            .failure(.noRouteDestination, "there are no groups; write the targets with commas between")
        default:
            .failure(.channelNotImplemented, "there is no kind of leg \"\(leg.type.description)\"")
        }
    }

    // MARK: SIP

    private func sofia(_ data: MarkedText) -> DialLegPlacement {
        guard let (profile, rest) = data.split(at: "/") else {
            return .failure(.invalidURL, "it is neither sofia/gateway/NAME/NUMBER nor sofia/PROFILE/user@host")
        }
        if profile.isWord("gateway") {
            return self.trunk(rest, of: "sofia/gateway/NAME/NUMBER")
        }
        var address = rest
        if address.hasPrefix("sips:") {
            return .failure(.invalidURL, "sips: cannot be dialed here")
        }
        address = address.hasPrefix("sip:") ? address.dropFirst(4) : address
        if address.octets.firstIndex(of: "@") == nil {
            // A user who is registered, with a domain of ours behind the percent sign.
            return self.user(address.split(at: "%")?.before ?? address)
        }
        guard let (user, host) = address.split(at: "@"), let uri = SIPAddressText.uri(user: user, host: host) else {
            return .failure(.invalidURL, "it is no address of SIP")
        }
        return .target(.uri(uri))
    }

    private func trunk(_ data: MarkedText, of form: String) -> DialLegPlacement {
        guard let (trunk, rest) = data.split(at: "/") else {
            return .failure(.invalidURL, "it is not \(form)")
        }
        let written = rest.split(at: ";")?.before ?? rest
        guard let number = written.string.asName else {
            return .failure(.invalidNumberFormat, "there is no number, or one with a space in it")
        }
        let name = trunk.string
        if self.names.trunks.contains(name) {
            return .target(.trunk(name, number: number))
        }
        if self.names.circuitGroups.contains(name) {
            return .target(.circuits(name, number: number))
        }
        let known = self.names.trunks.union(self.names.circuitGroups).map(\.description).sorted()
        return .failure(
            .invalidGateway,
            "there is no trunk \"\(name)\"; \(NearestName.advice(for: name.description, among: known))"
        )
    }

    private func user(_ data: MarkedText) -> DialLegPlacement {
        let name = (data.split(at: "@")?.before ?? data).string
        guard let user = name.asName else {
            return .failure(.noRouteDestination, "it names no user")
        }
        if let users = self.names.users, !users.contains(user) {
            let known = users.map(\.description).sorted()
            let advice = NearestName.advice(for: user.description, among: known)
            return .failure(.noRouteDestination, "there is no user \"\(user)\"; \(advice)")
        }
        return .target(.user(user))
    }

    // MARK: Others

    /// `loopback/NUMBER[/CONTEXT]` is dialed as a call of its own; `loopback/app=…` needs an application on that side.
    private func loopback(_ data: MarkedText) -> DialLegPlacement {
        guard !data.hasPrefix("app=") else {
            return .failure(.destinationOutOfOrder, "no application can be at the far end of a leg here")
        }
        let parts = data.octets.split(separator: "/", omittingEmptySubsequences: false).map(MarkedText.init)
        guard let number = parts.first?.string.asName else {
            return .failure(.invalidNumberFormat, "there is no number")
        }
        let context = parts.count > 1 && !parts[1].isEmpty ? parts[1].string : self.context
        return .target(.dialed(number, context: context))
    }

    private func error(_ data: MarkedText) -> DialLegPlacement {
        let cause = FreeSWITCHCause(data)
        return .failure(cause, "it always fails with \(cause.name)")
    }

    private func line(_ data: MarkedText) -> DialLegPlacement {
        guard let name = data.string.asName else {
            return .failure(.invalidURL, "it names no line")
        }
        if let lines = self.names.lines, !lines.contains(name) {
            let known = lines.map(\.description).sorted()
            let advice = NearestName.advice(for: name.description, among: known)
            return .failure(.noRouteDestination, "there is no line \"\(name)\"; \(advice)")
        }
        return .target(.line(name))
    }

    /// `mgcp/LINE`, `mgcp/ENDPOINT@GATEWAY` by the line's name, or `mgcp/GROUP/NUMBER`.
    private func mgcp(_ data: MarkedText) -> DialLegPlacement {
        if let (group, number) = data.split(at: "/"), self.names.circuitGroups.contains(group.string),
            let number = number.string.asName
        {
            return .target(.circuits(group.string, number: number))
        }
        return self.line(data)
    }
}

/// Writes addresses of SIP from text that a caller may have supplied a part of (RFC 3261 §25.1).
enum SIPAddressText {
    private static let userMarks = Set("-_.!~*'()&=+$,;?/%".utf8)
    private static let hostMarks = Set("-.:[]".utf8)
    private static let parameterMarks = Set("-_.!~*'()[]/:&+$%;=".utf8)

    /// `sip:user@host`; `nil` when the parts make none.
    static func uri(user: MarkedText?, host: MarkedText) -> ByteString? {
        guard let host = self.host(host) else {
            return nil
        }
        var octets = Array("sip:".utf8)
        if let user {
            guard !user.isEmpty else {
                return nil
            }
            for octet in user.octets {
                let isFree = octet.isAuthored && self.userMarks.contains(octet.octet)
                octets += isFree ? [octet.octet] : ByteString([octet.octet]).escapedForUser?.bytes ?? []
            }
            octets.append(0x40)
        }
        return ByteString(octets + host.bytes)
    }

    /// Host, port and parameters; what a caller has supplied can only be a part of the host or the port.
    private static func host(_ text: MarkedText) -> ByteString? {
        guard let first = text.octets.first?.octet, first != 0x3A, first != 0x3B else {
            return nil
        }
        var isHost = true
        for octet in text.octets {
            isHost = isHost && octet != ";"
            let marks = isHost || !octet.isAuthored ? self.hostMarks : self.parameterMarks
            guard octet.octet.isASCIILetter || octet.octet.isASCIIDigit || marks.contains(octet.octet) else {
                return nil
            }
        }
        return text.string
    }
}
