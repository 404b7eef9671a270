import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// A gatekeeper whose endpoints and neighbours are played by the test.
struct GatekeeperDriver {
    /// An endpoint that the test plays.
    struct Player {
        let name: String
        let number: String
        let ras: TransportAddress
        let signaling: TransportAddress

        init(_ name: String, _ number: String, host: UInt32) {
            self.name = name
            self.number = number
            self.ras = TransportAddress(IPAddress(v4: 0x0A00_0000 + host), 1719)
            self.signaling = TransportAddress(IPAddress(v4: 0x0A00_0000 + host), 1720)
        }

        var rule: EndpointRule {
            var rule = EndpointRule(ByteString(self.name), aliases: [RASAlias(self.name), RASAlias(self.number)])
            rule.addresses = [self.ras.ip]
            return rule
        }
    }

    static let alice = Player("alice", "1001", host: 11)
    static let bob = Player("bob", "1002", host: 12)
    static let trunk = Player("trunk", "1003", host: 13)
    static let neighbour = TransportAddress(IPAddress(v4: 0x0A00_0002), 1719)
    static let secondNeighbour = TransportAddress(IPAddress(v4: 0x0A00_0003), 1719)
    static let stranger = TransportAddress(IPAddress(v4: 0x0A00_0063), 1719)
    static let signaling = TransportAddress(IPAddress(v4: 0x0A00_0001), 1720)
    static let start = CivilTime(nanoseconds: 1_700_000_000_000_000_000)

    var gatekeeper: Gatekeeper
    var now = Instant.start
    var number: H225.RequestSeqNum = 100

    var sent: [(message: H225.RasMessage, to: TransportAddress)] = []
    var news: [String] = []
    var violations = 0

    init(_ settings: GatekeeperSettings = Self.settings()) {
        self.gatekeeper = Gatekeeper(
            settings,
            clock: WallClock(Self.start, at: .start),
            identifiers: IdentifierSource(seed: 1)
        )
    }

    static func settings() -> GatekeeperSettings {
        var settings = GatekeeperSettings(
            identifier: "tandem",
            rasAddress: TransportAddress(IPAddress(v4: 0x0A00_0001), 1719),
            callSignalAddress: Self.signaling
        )
        var trunk = Self.trunk.rule
        trunk.prefixes = ["00", "0049"]
        settings.endpoints = [Self.alice.rule, Self.bob.rule, trunk]
        return settings
    }

    // MARK: Inputs

    /// Sends a message with a new number and returns what came for it.
    @discardableResult
    mutating func send(
        _ body: some RASMessageBody,
        from source: TransportAddress,
        viaGroup: Bool = false
    ) -> [H225.RasMessage] {
        self.number += 1
        var body = body
        body.requestSeqNum = self.number
        return self.receive(body, from: source, viaGroup: viaGroup)
    }

    @discardableResult
    mutating func receive(
        _ body: some RASMessageBody,
        from source: TransportAddress,
        viaGroup: Bool = false
    ) -> [H225.RasMessage] {
        let before = self.sent.count
        let octets = (try? body.message.encoded()) ?? []
        self.gatekeeper.receive(octets, from: source, viaGroup: viaGroup, at: self.now)
        self.drain()
        return self.sent.dropFirst(before).map(\.message)
    }

    /// Registers an endpoint and returns its identifier.
    @discardableResult
    mutating func register(_ player: Player, prefixes: [ByteString] = []) -> BMPString {
        let answers = self.send(Self.registrationRequest(player, prefixes: prefixes), from: player.ras)
        guard case .registrationConfirm(let confirm) = answers.first else {
            Issue.record("not registered: \(answers.map(\.word))")
            return "?"
        }
        return confirm.endpointIdentifier
    }

    // MARK: Time

    mutating func wait(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let deadline = self.gatekeeper.nextDeadline, deadline <= end {
            self.now = max(deadline, self.now)
            self.gatekeeper.advance(to: self.now)
            self.drain()
        }
        self.now = end
    }

    // MARK: Outputs

    mutating func drain() {
        while let output = self.gatekeeper.nextOutput() {
            switch output {
            case .send(let octets, let address):
                guard let message = try? H225.RasMessage(decoding: octets) else {
                    Issue.record("what was sent cannot be read")
                    continue
                }
                self.sent.append((message, address))
            case .registered(let endpoint): self.news.append("\(endpoint.name) registered")
            case .unregistered(let endpoint, let loss): self.news.append("\(endpoint.name) unregistered \(loss)")
            case .registrationRefused(let words, _): self.news.append("refused: \(words)")
            case .callAdmitted(let call):
                self.news.append(
                    "\(call.endpoint) \(call.isAnswer ? "answers" : "calls") \(call.remote?.description ?? "-")"
                )
            case .callEnded(let call, let end): self.news.append("\(call.endpoint) ended \(end)")
            case .limitReached(let limit): self.news.append("limit: \(limit)")
            case .violation: self.violations += 1
            }
        }
    }

    mutating func takeSent() -> [String] {
        defer { self.sent = [] }
        return self.sent.map { "\($0.message.word) \($0.to.ip)" }
    }

    mutating func takeNews() -> [String] {
        defer { self.news = [] }
        return self.news
    }

    // MARK: Messages

    static func gatekeeperRequest(_ player: Player) -> H225.GatekeeperRequest {
        var body = H225.GatekeeperRequest(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rasAddress: H225.TransportAddress(player.ras),
            endpointType: H225.EndpointType(mc: false, undefinedNode: false)
        )
        body.endpointAlias = [RASAlias(player.name).address, RASAlias(player.number).address]
        return body
    }

    static func registrationRequest(_ player: Player, prefixes: [ByteString] = []) -> H225.RegistrationRequest {
        var type = H225.EndpointType(mc: false, undefinedNode: false)
        if prefixes.isEmpty {
            type.terminal = H225.TerminalInfo()
        } else {
            var voice = H225.VoiceCaps()
            voice.supportedPrefixes = prefixes.map { H225.SupportedPrefix(prefix: .dialledDigits($0)) }
            var gateway = H225.GatewayInfo()
            gateway.protocol = [.voice(voice)]
            type.gateway = gateway
        }
        var body = H225.RegistrationRequest(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            discoveryComplete: false,
            callSignalAddress: [H225.TransportAddress(player.signaling)],
            rasAddress: [H225.TransportAddress(player.ras)],
            terminalType: type,
            endpointVendor: H225.VendorIdentifier(
                vendor: H225.H221NonStandard(t35CountryCode: 9, t35Extension: 0, manufacturerCode: 61)
            )
        )
        body.terminalAlias = [RASAlias(player.name).address, RASAlias(player.number).address]
        body.timeToLive = 60
        return body
    }

    static func keepAlive(_ player: Player, _ identifier: BMPString) -> H225.RegistrationRequest {
        var body = Self.registrationRequest(player)
        body.terminalAlias = nil
        body.keepAlive = true
        body.endpointIdentifier = identifier
        return body
    }

    static func admissionRequest(
        _ identifier: BMPString,
        to number: String? = "1002",
        isAnswer: Bool = false,
        call: UInt8 = 1,
        bandwidth: UInt32 = 1_280
    ) -> H225.AdmissionRequest {
        var body = H225.AdmissionRequest(
            requestSeqNum: 1,
            callType: .pointToPoint,
            endpointIdentifier: identifier,
            srcInfo: [],
            bandWidth: bandwidth,
            callReferenceValue: UInt16(call),
            conferenceID: Array(repeating: call, count: 16),
            activeMC: false,
            answerCall: isAnswer
        )
        body.destinationInfo = number.map { [RASAlias($0).address] }
        body.callIdentifier = H225.CallIdentifier(guid: Array(repeating: call, count: 16))
        return body
    }

    static func disengageRequest(
        _ identifier: BMPString,
        isAnswer: Bool = false,
        call: UInt8 = 1
    ) -> H225.DisengageRequest {
        var body = H225.DisengageRequest(
            requestSeqNum: 1,
            endpointIdentifier: identifier,
            conferenceID: Array(repeating: call, count: 16),
            callReferenceValue: UInt16(call),
            disengageReason: .normalDrop
        )
        body.callIdentifier = H225.CallIdentifier(guid: Array(repeating: call, count: 16))
        body.answeredCall = isAnswer
        return body
    }

    static func unregistrationRequest(_ player: Player, _ identifier: BMPString?) -> H225.UnregistrationRequest {
        var body = H225.UnregistrationRequest(
            requestSeqNum: 1,
            callSignalAddress: [H225.TransportAddress(player.signaling)]
        )
        body.endpointIdentifier = identifier
        return body
    }

    static func locationRequest(_ number: String, replyTo address: TransportAddress) -> H225.LocationRequest {
        H225.LocationRequest(
            requestSeqNum: 1,
            destinationInfo: [RASAlias(number).address],
            replyAddress: H225.TransportAddress(address)
        )
    }
}

extension [H225.RasMessage] {
    /// The abbreviations of the messages, with the reasons of refusals.
    var words: [String] {
        self.map { message in
            switch message {
            case .gatekeeperReject(let body): "GRJ \(body.rejectReason)"
            case .registrationReject(let body): "RRJ \(body.rejectReason)"
            case .unregistrationReject(let body): "URJ \(body.rejectReason)"
            case .admissionReject(let body): "ARJ \(body.rejectReason)"
            case .bandwidthReject(let body): "BRJ \(body.rejectReason) \(body.allowedBandWidth)"
            case .disengageReject(let body): "DRJ \(body.rejectReason)"
            case .locationReject(let body): "LRJ \(body.rejectReason)"
            case .infoRequestNak(let body): "INAK \(body.nakReason)"
            case .admissionConfirm(let body): "ACF \(body.destCallSignalAddress.address?.description ?? "?")"
            case .locationConfirm(let body): "LCF \(body.callSignalAddress.address?.description ?? "?")"
            default: message.word
            }
        }
    }
}
