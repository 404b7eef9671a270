import CallModel
import H323Agent
import H323Syntax
import ProtocolKit

/// A transaction layer whose requests are owned by numbers, and what it has put out.
struct RASLayerDriver {
    static let peer = TransportAddress(IPAddress(v4: 0x0A00_0001), 1719)
    static let other = TransportAddress(IPAddress(v4: 0x0A00_0002), 1719)
    static let group = TransportAddress(IPAddress(v4: 0xE000_0129), 1718)

    var layer: RASTransactionLayer<Int>
    var now = Instant.start

    var sent: [(message: H225.RasMessage, octets: [UInt8], to: TransportAddress)] = []
    var requests: [(message: H225.RasMessage, id: RASInboundID?)] = []
    var answers: [(message: H225.RasMessage, owner: Int)] = []
    var unanswered: [Int] = []
    var violations: [PeerViolation] = []

    init(
        timers: RASTimers = RASTimers(),
        limits: RASTransactionLimits = RASTransactionLimits(),
        first: H225.RequestSeqNum = 1
    ) {
        self.layer = RASTransactionLayer(timers: timers, limits: limits, firstNumber: first)
    }

    // MARK: Inputs

    @discardableResult
    mutating func send(
        _ body: some RASMessageBody,
        to destination: TransportAddress = Self.peer,
        owner: Int = 1
    ) -> RASRequestID? {
        defer { self.drain() }
        return self.layer.send(body, to: destination, for: owner, at: self.now)
    }

    mutating func receive(_ body: some RASMessageBody, from source: TransportAddress = Self.peer) {
        self.receive(octets: (try? body.message.encoded()) ?? [], from: source)
    }

    mutating func receive(octets: [UInt8], from source: TransportAddress = Self.peer) {
        self.layer.receive(octets, from: source, at: self.now)
        self.drain()
    }

    mutating func respond(_ body: some RASMessageBody, replyingTo address: TransportAddress? = nil) {
        guard let id = self.requests.last?.id else {
            return
        }
        self.layer.respond(to: id, with: body, replyingTo: address, at: self.now)
        self.drain()
    }

    // MARK: Time

    mutating func wait(_ duration: Duration) {
        let end = self.now.advanced(by: duration)
        while let deadline = self.layer.nextDeadline, deadline <= end {
            self.now = max(deadline, self.now)
            self.layer.advance(to: self.now)
            self.drain()
        }
        self.now = end
    }

    // MARK: Outputs

    mutating func drain() {
        while let output = self.layer.nextOutput() {
            switch output {
            case .send(let octets, let address):
                if let message = try? H225.RasMessage(decoding: octets) {
                    self.sent.append((message, octets, address))
                }
            case .request(let message, let id, _): self.requests.append((message, id))
            case .answer(let message, let owner, _): self.answers.append((message, owner))
            case .unanswered(let owner, _): self.unanswered.append(owner)
            case .violation(let violation): self.violations.append(violation)
            }
        }
    }

    /// The numbers of the requests that have gone out.
    var sentNumbers: [H225.RequestSeqNum] {
        self.sent.compactMap { $0.message.body?.requestSeqNum }
    }
}

/// Messages that say as little as they may.
enum Sample {
    static let endpoint: BMPString = "0001"
    static let guid = Array(UInt8(1)...16)

    static func bandwidthRequest(_ bandwidth: UInt32 = 640, number: H225.RequestSeqNum = 7) -> H225.BandwidthRequest {
        H225.BandwidthRequest(
            requestSeqNum: number,
            endpointIdentifier: self.endpoint,
            conferenceID: self.guid,
            callReferenceValue: 1,
            bandWidth: bandwidth
        )
    }

    static func bandwidthConfirm(number: H225.RequestSeqNum = 1) -> H225.BandwidthConfirm {
        H225.BandwidthConfirm(requestSeqNum: number, bandWidth: 640)
    }

    static func gatekeeperRequest() -> H225.GatekeeperRequest {
        H225.GatekeeperRequest(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            rasAddress: H225.TransportAddress(RASLayerDriver.other),
            endpointType: H225.EndpointType(mc: false, undefinedNode: false)
        )
    }

    static func gatekeeperConfirm(number: H225.RequestSeqNum = 1) -> H225.GatekeeperConfirm {
        H225.GatekeeperConfirm(
            requestSeqNum: number,
            protocolIdentifier: .h225Version7,
            rasAddress: H225.TransportAddress(RASLayerDriver.peer)
        )
    }

    static func gatekeeperReject(number: H225.RequestSeqNum = 1) -> H225.GatekeeperReject {
        H225.GatekeeperReject(
            requestSeqNum: number,
            protocolIdentifier: .h225Version7,
            rejectReason: .terminalExcluded
        )
    }

    static func informationResponse(number: H225.RequestSeqNum = 1) -> H225.InfoRequestResponse {
        H225.InfoRequestResponse(
            requestSeqNum: number,
            endpointType: H225.EndpointType(mc: false, undefinedNode: false),
            endpointIdentifier: self.endpoint,
            rasAddress: H225.TransportAddress(RASLayerDriver.peer),
            callSignalAddress: []
        )
    }

    static let token: H235.ClearToken = {
        var token = H235.ClearToken(tokenOID: OID(0, 0))
        token.timeStamp = 1
        return token
    }()
}
