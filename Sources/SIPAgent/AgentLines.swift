import CallModel
import ProtocolKit

/// Header lines that never change, written once.
struct AgentLines: Sendable {
    /// `Server`, for responses.
    let server: [UInt8]

    /// `User-Agent`, for requests.
    let userAgent: [UInt8]

    /// `Allow` (RFC 3261 §20.5).
    let allow: [UInt8]

    /// `Accept` (RFC 3261 §20.1).
    let accept: [UInt8]

    /// `Supported` of legs without a trunk, then of each trunk's (RFC 3261 §20.37).
    private let supported: [[UInt8]]

    /// `Contact` of each listener.
    let contacts: [[UInt8]]

    /// The host of each listener as our From and To name it.
    let hosts: [ByteString]

    init(_ configuration: SIPAgentConfiguration) {
        let name = configuration.userAgent.bytes
        self.server = name.isEmpty ? [] : Array("Server: ".utf8) + name + [0x0D, 0x0A]
        self.userAgent = name.isEmpty ? [] : Array("User-Agent: ".utf8) + name + [0x0D, 0x0A]
        self.allow = Array("Allow: INVITE, ACK, CANCEL, BYE, PRACK, UPDATE, INFO, OPTIONS, REGISTER\r\n".utf8)
        self.accept = Array("Accept: application/sdp\r\n".utf8)
        self.supported = ([configuration.legPolicy] + configuration.trunks.map(\.policy)).map(Self.supported)
        self.contacts = configuration.listeners.map(Self.contact)
        self.hosts = configuration.listeners.map(\.visibleHost)
    }

    /// The `Supported` line of a trunk's legs, or of all others.
    func supported(trunk: Int?) -> [UInt8] {
        let place = trunk.map { $0 + 1 } ?? 0
        return self.supported.indices.contains(place) ? self.supported[place] : []
    }

    private static func supported(_ policy: SIPLegPolicy) -> [UInt8] {
        var line: [UInt8] = []
        switch (policy.reliableProvisionals == .off, policy.sessionTimers == .off) {
        case (false, false):
            line.append("Supported: 100rel, timer\r\n")
        case (true, false):
            line.append("Supported: timer\r\n")
        case (false, true):
            line.append("Supported: 100rel\r\n")
        case (true, true):
            break
        }
        return line
    }

    /// The `Contact` line of a listener.
    func contact(_ listener: ListenerID) -> [UInt8] {
        let place = Int(listener.number)
        return self.contacts.indices.contains(place) ? self.contacts[place] : []
    }

    /// The host of a listener.
    func host(_ listener: ListenerID) -> ByteString {
        let place = Int(listener.number)
        return self.hosts.indices.contains(place) ? self.hosts[place] : "invalid"
    }

    private static func contact(_ listener: SIPListenerConfiguration) -> [UInt8] {
        var line: [UInt8] = []
        line.append("Contact: <sip:")
        line.append(contentsOf: listener.visibleHost.bytes)
        line.append(0x3A)
        line.appendDecimal(listener.visiblePort)
        switch listener.transport {
        case .udp:
            break
        case .tcp:
            line.append(";transport=tcp")
        }
        line.append(">\r\n")
        return line
    }
}

extension [UInt8] {
    /// Appends `Name: number` and a line end.
    mutating func appendLine(_ name: StaticString, _ number: some UnsignedInteger & FixedWidthInteger) {
        self.append(name)
        self.append(": ")
        self.appendDecimal(number)
        self.append("\r\n")
    }

    /// Appends `Name: text` and a line end; line ends inside `text` become spaces.
    mutating func appendLine(_ name: StaticString, _ text: some Sequence<UInt8>) {
        self.append(name)
        self.append(": ")
        for octet in text {
            self.append(octet == 0x0D || octet == 0x0A ? 0x20 : octet)
        }
        self.append("\r\n")
    }

    /// Appends the end of the header and a body that is a session description, or none.
    mutating func appendDescription(_ body: [UInt8]) {
        if !body.isEmpty {
            self.append("Content-Type: application/sdp\r\n")
        }
        self.appendBody(body)
    }

    /// Appends the end of the header and the body, whose type has been said.
    mutating func appendBody(_ body: [UInt8]) {
        self.append("Content-Length: ")
        self.appendDecimal(UInt(body.count))
        self.append("\r\n\r\n")
        self.append(contentsOf: body)
    }
}
