import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// A client whose gatekeepers are played by the test.
struct ClientDriver {
    static let gatekeeper = TransportAddress(IPAddress(v4: 0x0A00_0001), 1719)
    static let second = TransportAddress(IPAddress(v4: 0x0A00_0002), 1719)
    static let third = TransportAddress(IPAddress(v4: 0x0A00_0003), 1719)
    static let stranger = TransportAddress(IPAddress(v4: 0x0A00_0063), 1719)
    static let ras = TransportAddress(IPAddress(v4: 0x0A00_000A), 1719)
    static let signaling = TransportAddress(IPAddress(v4: 0x0A00_000A), 1720)
    static let callee = TransportAddress(IPAddress(v4: 0x0A00_0014), 1720)
    static let endpoint: BMPString = "7_endp"

    var client: RegistrationClient
    var now = Instant.start

    var sent: [(message: H225.RasMessage, to: TransportAddress)] = []
    var news: [String] = []
    var grants: [AdmissionGrant] = []
    var violations = 0

    init(_ settings: RegistrationSettings = Self.settings()) {
        self.client = RegistrationClient(
            settings,
            clock: WallClock(CivilTime(nanoseconds: 1_700_000_000_000_000_000), at: .start),
            identifiers: IdentifierSource(seed: 1)
        )
    }

    static func settings(
        _ gatekeepers: [GatekeeperContact] = [GatekeeperContact(Self.gatekeeper, firstStep: .registration)]
    ) -> RegistrationSettings {
        RegistrationSettings(
            gatekeepers: gatekeepers,
            rasAddress: Self.ras,
            callSignalAddresses: [Self.signaling],
            kind: .gateway(prefixes: ["00"]),
            aliases: [RASAlias("tandem"), RASAlias("4912")],
            vendor: H225.VendorIdentifier(
                vendor: H225.H221NonStandard(t35CountryCode: 4, t35Extension: 0, manufacturerCode: 0)
            )
        )
    }

    // MARK: Inputs

    mutating func start() {
        self.client.start(at: self.now)
        self.drain()
    }

    /// Answers what was sent last with the number that it had.
    mutating func answer(_ body: some RASMessageBody, from source: TransportAddress? = nil) {
        guard let request = self.sent.last, let number = request.message.body?.requestSeqNum else {
            Issue.record("nothing was sent")
            return
        }
        var body = body
        body.requestSeqNum = number
        self.receive(body, from: source ?? request.to)
    }

    mutating func receive(_ body: some RASMessageBody, from source: TransportAddress = Self.gatekeeper) {
        self.client.receive((try? body.message.encoded()) ?? [], from: source, at: self.now)
        self.drain()
    }

    /// Goes through registration with the gatekeeper that is asked.
    mutating func register(_ change: (inout H225.RegistrationConfirm) -> Void = { _ in }) {
        self.start()
        var confirm = Self.registrationConfirm()
        change(&confirm)
        self.answer(confirm)
    }

    mutating func admit(_ question: AdmissionQuestion = Self.question()) -> AdmissionID {
        defer { self.drain() }
        return self.client.admit(question, at: self.now)
    }

    /// Goes through the admission of a call.
    mutating func admitted(_ change: (inout H225.AdmissionConfirm) -> Void = { _ in }) -> AdmissionID {
        let id = self.admit()
        var confirm = Self.admissionConfirm()
        change(&confirm)
        self.answer(confirm)
        return id
    }

    mutating func disengage(_ id: AdmissionID, _ cause: RASCallEnd = .normal) {
        self.client.disengage(id, cause: cause, at: self.now)
        self.drain()
    }

    // MARK: Time

    mutating func wait(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let deadline = self.client.nextDeadline, deadline <= end {
            self.now = max(deadline, self.now)
            self.client.advance(to: self.now)
            self.drain()
        }
        self.now = end
    }

    // MARK: Outputs

    mutating func drain() {
        while let output = self.client.nextOutput() {
            switch output {
            case .send(let octets, let address):
                guard let message = try? H225.RasMessage(decoding: octets) else {
                    Issue.record("what was sent cannot be read")
                    continue
                }
                self.sent.append((message, address))
            case .registered: self.news.append("registered")
            case .unregistered(let refusal): self.news.append("unregistered: \(refusal.reason)")
            case .registrationRefused(let refusal, _): self.news.append("registration refused: \(refusal.reason)")
            case .stopped: self.news.append("stopped")
            case .admitted(_, let grant):
                self.grants.append(grant)
                self.news.append("admitted")
            case .refused(_, let refusal):
                self.news.append("refused: \(refusal.reason) \(refusal.cause.rawValue)")
            case .bandwidth(_, let bandwidth): self.news.append("bandwidth \(bandwidth)")
            case .bandwidthRefused(_, let allowed, let refusal):
                self.news.append("bandwidth refused: \(refusal.reason), \(allowed) allowed")
            case .dropped: self.news.append("dropped")
            case .disengaged: self.news.append("disengaged")
            case .violation: self.violations += 1
            }
        }
    }

    /// The kinds of the messages since the last look, and where they went.
    mutating func takeSent() -> [String] {
        defer { self.sent = [] }
        return self.sent.map { "\($0.message.word) \($0.to.ip)" }
    }

    mutating func takeNews() -> [String] {
        defer { self.news = [] }
        return self.news
    }

    // MARK: Messages

    static func question(isAnswer: Bool = false, call: UInt8 = 1) -> AdmissionQuestion {
        var question = AdmissionQuestion(
            isAnswer: isAnswer,
            bandwidth: 1_280,
            callReference: UInt16(call),
            conferenceID: Array(repeating: call, count: 16),
            callIdentifier: Array(repeating: call, count: 16)
        )
        question.destination = [.digits("1002")]
        question.source = [RASAlias("tandem")]
        return question
    }

    static func registrationConfirm() -> H225.RegistrationConfirm {
        var confirm = H225.RegistrationConfirm(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            callSignalAddress: [H225.TransportAddress(TransportAddress(Self.gatekeeper.ip, 1720))],
            endpointIdentifier: Self.endpoint
        )
        confirm.timeToLive = 60
        return confirm
    }

    static func admissionConfirm() -> H225.AdmissionConfirm {
        H225.AdmissionConfirm(
            requestSeqNum: 1,
            bandWidth: 1_280,
            callModel: .direct,
            destCallSignalAddress: H225.TransportAddress(Self.callee)
        )
    }

    static func registrationReject(_ reason: H225.RegistrationRejectReason) -> H225.RegistrationReject {
        H225.RegistrationReject(requestSeqNum: 1, protocolIdentifier: .h225Version7, rejectReason: reason)
    }

    static func alternate(
        _ address: TransportAddress,
        mustRegister: Bool = true,
        priority: UInt8 = 0
    ) -> H225.AlternateGK {
        H225.AlternateGK(
            rasAddress: H225.TransportAddress(address),
            needToRegister: mustRegister,
            priority: priority
        )
    }
}

extension H225.RasMessage {
    /// The message's usual abbreviation; `RRQ+` for a lightweight one.
    var word: String {
        switch self {
        case .gatekeeperRequest: "GRQ"
        case .gatekeeperConfirm: "GCF"
        case .gatekeeperReject: "GRJ"
        case .registrationRequest(let body): body.keepAlive == true ? "RRQ+" : "RRQ"
        case .registrationConfirm: "RCF"
        case .registrationReject: "RRJ"
        case .unregistrationRequest: "URQ"
        case .unregistrationConfirm: "UCF"
        case .unregistrationReject: "URJ"
        case .admissionRequest: "ARQ"
        case .admissionConfirm: "ACF"
        case .admissionReject: "ARJ"
        case .bandwidthRequest: "BRQ"
        case .bandwidthConfirm: "BCF"
        case .bandwidthReject: "BRJ"
        case .disengageRequest: "DRQ"
        case .disengageConfirm: "DCF"
        case .disengageReject: "DRJ"
        case .locationRequest: "LRQ"
        case .locationConfirm: "LCF"
        case .locationReject: "LRJ"
        case .infoRequest: "IRQ"
        case .infoRequestResponse: "IRR"
        case .nonStandardMessage: "NSM"
        case .unknownMessageResponse: "XRS"
        case .requestInProgress: "RIP"
        case .resourcesAvailableIndicate: "RAI"
        case .resourcesAvailableConfirm: "RAC"
        case .infoRequestAck: "IACK"
        case .infoRequestNak: "INAK"
        case .serviceControlIndication: "SCI"
        case .serviceControlResponse: "SCR"
        case .admissionConfirmSequence: "ACFs"
        case .unrecognized: "?"
        }
    }
}
