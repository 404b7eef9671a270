import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// LRQ to neighbours and from them (H.225.0 clause 7.13).
struct GatekeeperLocationTests {
    private typealias Driver = GatekeeperDriver
    private var driver: GatekeeperDriver
    private var alice: BMPString = ""
    private let remote = TransportAddress(IPAddress(v4: 0x0A01_0001), 1720)

    init() {
        self.driver = GatekeeperDriver(Self.settings())
        self.alice = self.driver.register(Driver.alice)
        self.driver.sent = []
    }

    private static func settings() -> GatekeeperSettings {
        var settings = Driver.settings()
        settings.neighbours = [
            NeighbourGatekeeper("wide", at: Driver.secondNeighbour, prefixes: ["2"]),
            NeighbourGatekeeper("narrow", at: Driver.neighbour, prefixes: ["29", "22"]),
        ]
        return settings
    }

    /// Answers the LRQ that went out last.
    private mutating func answer(_ body: some RASMessageBody, from source: TransportAddress) -> [String] {
        var body = body
        body.requestSeqNum = self.driver.sent.last?.message.body?.requestSeqNum ?? 0
        return self.driver.receive(body, from: source).words
    }

    private var confirm: H225.LocationConfirm {
        H225.LocationConfirm(
            requestSeqNum: 1,
            callSignalAddress: H225.TransportAddress(self.remote),
            rasAddress: H225.TransportAddress(Driver.neighbour)
        )
    }

    @Test
    mutating func `a number of a neighbour is asked for there, the longest prefix first`() {
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        guard case .locationRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no LRQ")
            return
        }
        #expect(self.driver.sent.last?.to == Driver.neighbour)
        #expect(request.hopCount == 4)
        #expect(request.destinationInfo == [.dialledDigits("2201")])
        #expect(self.answer(self.confirm, from: Driver.neighbour) == ["ACF 10.1.0.1:1720"])
        #expect(self.driver.gatekeeper.callCount == 1)
    }

    @Test
    mutating func `who does not know it is followed by the next, and the last refusal is passed on`() {
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        let unknown = H225.LocationReject(requestSeqNum: 1, rejectReason: .notRegistered)
        #expect(self.answer(unknown, from: Driver.neighbour) == ["LRQ"])
        let incomplete = H225.LocationReject(requestSeqNum: 1, rejectReason: .incompleteAddress)
        #expect(self.answer(incomplete, from: Driver.secondNeighbour) == ["ARJ incompleteAddress"])
        #expect(self.driver.gatekeeper.callCount == 0)
    }

    @Test
    mutating func `the caller is told that it takes time, and of silence in the end`() {
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        self.driver.wait(.milliseconds(1_500))
        #expect(self.driver.takeSent() == ["LRQ 10.0.0.2", "RIP 10.0.0.11"])
        self.driver.wait(.milliseconds(28_500))
        #expect(self.driver.sent.map(\.message).words.last == "ARJ calledPartyNotRegistered")
    }

    @Test
    mutating func `an answer from elsewhere is not believed`() {
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        #expect(self.answer(self.confirm, from: Driver.stranger).isEmpty)
        #expect(self.driver.violations == 1)
        #expect(self.answer(self.confirm, from: Driver.neighbour) == ["ACF 10.1.0.1:1720"])
    }

    @Test
    mutating func `a caller that is gone meanwhile is refused`() {
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        let number = self.driver.sent.last?.message.body?.requestSeqNum ?? 0
        self.driver.send(Driver.unregistrationRequest(Driver.alice, self.alice), from: Driver.alice.ras)
        var confirm = self.confirm
        confirm.requestSeqNum = number
        #expect(self.driver.receive(confirm, from: Driver.neighbour).words == ["ARJ callerNotRegistered"])
        self.driver.wait(.seconds(60))
        #expect(self.driver.gatekeeper.isIdle)
    }

    @Test
    mutating func `beyond the limit no more calls wait for neighbours`() {
        var settings = Self.settings()
        settings.limits.locations = 1
        self.driver = GatekeeperDriver(settings)
        self.alice = self.driver.register(Driver.alice)
        self.driver.send(Driver.admissionRequest(self.alice, to: "2201"), from: Driver.alice.ras)
        let second = Driver.admissionRequest(self.alice, to: "2202", call: 2)
        #expect(self.driver.send(second, from: Driver.alice.ras).words == ["ARJ resourceUnavailable"])
    }

    // MARK: Being asked

    @Test
    mutating func `neighbours and endpoints are told where ours are, others are not`() {
        let request = Driver.locationRequest("1001", replyTo: TransportAddress(Driver.neighbour.ip, 5_000))
        #expect(self.driver.send(request, from: Driver.neighbour).words == ["LCF 10.0.0.11:1720"])
        #expect(self.driver.sent.last?.to.port == 5_000)
        let unknown = Driver.locationRequest("9", replyTo: Driver.neighbour)
        #expect(self.driver.send(unknown, from: Driver.neighbour).words == ["LRJ notRegistered"])
        #expect(self.driver.send(request, from: Driver.stranger).words == ["LRJ requestDenied"])
        #expect(self.driver.sent.last?.to == Driver.stranger)

        var own = Driver.locationRequest("1001", replyTo: Driver.alice.ras)
        own.endpointIdentifier = self.alice
        #expect(self.driver.send(own, from: Driver.alice.ras).words == ["LCF 10.0.0.11:1720"])
        #expect(self.driver.send(own, from: Driver.stranger).words == ["LRJ requestDenied"])
    }

    @Test
    mutating func `calls that are routed come to us`() {
        var settings = Self.settings()
        settings.routesCalls = true
        self.driver = GatekeeperDriver(settings)
        self.driver.register(Driver.alice)
        let request = Driver.locationRequest("1001", replyTo: Driver.neighbour)
        #expect(self.driver.send(request, from: Driver.neighbour).words == ["LCF 10.0.0.1:1720"])
        #expect(self.driver.gatekeeper.location(of: [RASAlias("1001")]) == Driver.alice.signaling)
    }
}
