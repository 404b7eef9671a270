import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Which calls a gatekeeper admits, and what it keeps of them.
struct GatekeeperAdmissionTests {
    private typealias Driver = GatekeeperDriver
    private var driver = GatekeeperDriver()
    private var alice: BMPString = ""
    private var bob: BMPString = ""

    init() {
        self.registerBoth()
    }

    private mutating func registerBoth() {
        self.alice = self.driver.register(Driver.alice)
        self.bob = self.driver.register(Driver.bob)
        self.driver.sent = []
        self.driver.news = []
    }

    private mutating func restart(_ change: (inout GatekeeperSettings) -> Void) {
        var settings = Driver.settings()
        change(&settings)
        self.driver = GatekeeperDriver(settings)
        self.registerBoth()
    }

    // MARK: Direct and routed

    @Test
    mutating func `a direct call goes to the endpoint, and both sides are counted until they end`() {
        #expect(
            self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras).words
                == ["ACF 10.0.0.12:1720"]
        )
        var answer = Driver.admissionRequest(self.bob, isAnswer: true)
        answer.srcCallSignalAddress = H225.TransportAddress(Driver.alice.signaling)
        #expect(self.driver.send(answer, from: Driver.bob.ras).words == ["ACF 10.0.0.1:1720"])
        #expect(self.driver.gatekeeper.callCount == 2)
        #expect(self.driver.gatekeeper.destination(ofCall: Array(repeating: 1, count: 16)) == nil)

        self.driver.send(Driver.disengageRequest(self.alice), from: Driver.alice.ras)
        self.driver.send(Driver.disengageRequest(self.bob, isAnswer: true), from: Driver.bob.ras)
        #expect(self.driver.gatekeeper.callCount == 0)
        #expect(
            self.driver.takeNews() == [
                "alice calls 10.0.0.12:1720", "bob answers 10.0.0.11:1720", "alice ended byEndpoint",
                "bob ended byEndpoint",
            ]
        )
    }

    @Test
    mutating func `a routed call goes to our call signaling address, which knows where it goes on`() {
        self.restart { $0.routesCalls = true }
        guard
            case .admissionConfirm(let confirm) = self.driver.send(
                Driver.admissionRequest(self.alice),
                from: Driver.alice.ras
            ).first
        else {
            Issue.record("no ACF")
            return
        }
        #expect(confirm.callModel == .gatekeeperRouted)
        #expect(confirm.destCallSignalAddress.address == Driver.signaling)
        let identifier = [UInt8](repeating: 1, count: 16)
        #expect(self.driver.gatekeeper.destination(ofCall: identifier) == Driver.bob.signaling)

        var answer = Driver.admissionRequest(self.bob, isAnswer: true)
        answer.srcCallSignalAddress = H225.TransportAddress(Driver.alice.signaling)
        #expect(self.driver.send(answer, from: Driver.bob.ras).words == ["ARJ routeCallToGatekeeper"])
        answer.srcCallSignalAddress = H225.TransportAddress(TransportAddress(Driver.signaling.ip, 40_000))
        #expect(self.driver.send(answer, from: Driver.bob.ras).words == ["ACF 10.0.0.1:1720"])

        self.driver.send(Driver.disengageRequest(self.alice), from: Driver.alice.ras)
        #expect(self.driver.gatekeeper.destination(ofCall: identifier) == nil)
    }

    // MARK: Where calls go

    @Test
    mutating func `numbers go to gateways by their longest prefix, to those that have resources first`() {
        self.restart { settings in
            var second = Driver.Player("second", "1004", host: 14).rule
            second.prefixes = ["0049"]
            settings.endpoints.append(second)
        }
        let second = Driver.Player("second", "1004", host: 14)
        let trunk = self.driver.register(Driver.trunk, prefixes: ["00", "0049", "112"])
        self.driver.register(second, prefixes: ["0049"])
        let request = Driver.admissionRequest(self.alice, to: "004930123")
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ACF 10.0.0.13:1720"])

        var indication = H225.ResourcesAvailableIndicate(
            requestSeqNum: 1,
            protocolIdentifier: .h225Version7,
            endpointIdentifier: trunk,
            protocols: [],
            almostOutOfResources: true
        )
        #expect(self.driver.send(indication, from: Driver.stranger).words == ["RAC"])
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ACF 10.0.0.13:1720"])
        #expect(self.driver.send(indication, from: Driver.trunk.ras).words == ["RAC"])
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ACF 10.0.0.14:1720"])
        indication.almostOutOfResources = false
        self.driver.send(indication, from: Driver.trunk.ras)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ACF 10.0.0.13:1720"])

        let france = Driver.admissionRequest(self.alice, to: "0033123", call: 2)
        #expect(self.driver.send(france, from: Driver.alice.ras).words == ["ACF 10.0.0.13:1720"])
        // A prefix that the configuration does not allow is not taken, and nobody is routed to itself.
        let emergency = Driver.admissionRequest(self.alice, to: "112", call: 3)
        #expect(self.driver.send(emergency, from: Driver.alice.ras).words == ["ARJ calledPartyNotRegistered"])
        let own = Driver.admissionRequest(trunk, to: "0033123", call: 4)
        #expect(self.driver.send(own, from: Driver.trunk.ras).words == ["ARJ calledPartyNotRegistered"])
    }

    @Test
    mutating func `an address is called only if an endpoint has it`() {
        var request = Driver.admissionRequest(self.alice, to: nil)
        request.destCallSignalAddress = H225.TransportAddress(Driver.bob.signaling)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ACF 10.0.0.12:1720"])
        request.destCallSignalAddress = H225.TransportAddress(Driver.stranger)
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["ARJ calledPartyNotRegistered"])
    }

    // MARK: Who may ask

    @Test
    mutating func `who is not registered, or asks from elsewhere, is refused`() {
        let request = Driver.admissionRequest(self.alice)
        #expect(self.driver.send(request, from: Driver.stranger).words == ["ARJ callerNotRegistered"])
        let unknown = Driver.admissionRequest("nobody")
        #expect(self.driver.send(unknown, from: Driver.alice.ras).words == ["ARJ callerNotRegistered"])
        #expect(self.driver.violations == 1)
    }

    @Test
    mutating func `a forged DRQ or BRQ changes nothing`() {
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        let end = Driver.disengageRequest(self.alice)
        #expect(self.driver.send(end, from: Driver.stranger).words == ["DRJ notRegistered"])
        // Another endpoint cannot end it either, by its own name or another's.
        #expect(self.driver.send(end, from: Driver.bob.ras).words == ["DRJ notRegistered"])
        #expect(self.driver.send(Driver.disengageRequest(self.bob), from: Driver.bob.ras).words == ["DCF"])
        var request = Sample.bandwidthRequest(1)
        request.endpointIdentifier = self.alice
        #expect(self.driver.send(request, from: Driver.stranger).words == ["BRJ notBound 0"])
        #expect(self.driver.gatekeeper.callCount == 1)
    }

    // MARK: Limits

    @Test
    mutating func `at its limits it refuses as the standard has it`() {
        self.restart { settings in
            settings.limits.calls = 3
            settings.endpoints[0].calls = 1
            settings.limits.bandwidth = 3_000
            settings.limits.bandwidthOfCall = 2_000
        }
        let first = Driver.admissionRequest(self.alice, bandwidth: 9_000)
        guard case .admissionConfirm(let confirm) = self.driver.send(first, from: Driver.alice.ras).first else {
            Issue.record("no ACF")
            return
        }
        #expect(confirm.bandWidth == 2_000)
        let second = Driver.admissionRequest(self.alice, call: 2)
        #expect(self.driver.send(second, from: Driver.alice.ras).words == ["ARJ exceedsCallCapacity"])
        let large = Driver.admissionRequest(self.bob, to: "1001", call: 3, bandwidth: 1_500)
        #expect(self.driver.send(large, from: Driver.bob.ras).words == ["ARJ requestDenied"])
        for call in 4...5 as ClosedRange<UInt8> {
            let small = Driver.admissionRequest(self.bob, to: "1001", call: call, bandwidth: 100)
            #expect(self.driver.send(small, from: Driver.bob.ras).words == ["ACF 10.0.0.11:1720"])
        }
        let last = Driver.admissionRequest(self.bob, to: "1001", call: 6, bandwidth: 1)
        #expect(self.driver.send(last, from: Driver.bob.ras).words == ["ARJ resourceUnavailable"])
        #expect(
            Set(self.driver.takeNews().filter { $0.hasPrefix("limit") })
                == ["limit: calls", "limit: calls of an endpoint", "limit: bandwidth"]
        )
    }

    @Test
    mutating func `a call that is asked about twice is one call`() {
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        self.driver.register(Driver.trunk)
        let again = Driver.admissionRequest(self.alice, to: "1003", bandwidth: 640)
        #expect(self.driver.send(again, from: Driver.alice.ras).words == ["ACF 10.0.0.13:1720"])
        #expect(self.driver.gatekeeper.callCount == 1)
    }

    @Test
    mutating func `bandwidth changes within the limits`() {
        self.restart { settings in
            settings.limits.bandwidth = 3_000
            settings.limits.bandwidthOfCall = 2_500
        }
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        self.driver.send(Driver.admissionRequest(self.bob, to: "1001", call: 2), from: Driver.bob.ras)
        var request = Sample.bandwidthRequest(1_720)
        request.endpointIdentifier = self.alice
        request.callIdentifier = H225.CallIdentifier(guid: Array(repeating: 1, count: 16))
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["BCF"])
        request.bandWidth = 1_721
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["BRJ insufficientResources 1720"])
        request.callIdentifier = H225.CallIdentifier(guid: Array(repeating: 9, count: 16))
        #expect(self.driver.send(request, from: Driver.alice.ras).words == ["BRJ invalidConferenceID 0"])
    }

    // MARK: Reports

    private func report(_ calls: [UInt8], needsResponse: Bool = true) -> H225.InfoRequestResponse {
        var body = H225.InfoRequestResponse(
            requestSeqNum: 1,
            endpointType: H225.EndpointType(mc: false, undefinedNode: false),
            endpointIdentifier: self.alice,
            rasAddress: H225.TransportAddress(Driver.alice.ras),
            callSignalAddress: []
        )
        body.perCallInfo = calls.map { call in
            var information = H225.InfoRequestResponse.PerCallInfo(
                callReferenceValue: UInt16(call),
                conferenceID: Array(repeating: call, count: 16),
                h245: H225.TransportChannelInfo(),
                callSignalling: H225.TransportChannelInfo(),
                callType: .pointToPoint,
                bandWidth: 1_280,
                callModel: .direct
            )
            information.originator = true
            information.callIdentifier = H225.CallIdentifier(guid: Array(repeating: call, count: 16))
            return information
        }
        body.needResponse = needsResponse
        body.unsolicited = needsResponse
        return body
    }

    private mutating func keepAlive() {
        self.driver.send(Driver.keepAlive(Driver.alice, self.alice), from: Driver.alice.ras)
        self.driver.send(Driver.keepAlive(Driver.bob, self.bob), from: Driver.bob.ras)
    }

    @Test
    mutating func `a call that is reported lasts, one that is not is asked about and ends`() {
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        for _ in 0..<4 {
            self.driver.wait(.seconds(60))
            self.keepAlive()
            #expect(self.driver.send(self.report([1]), from: Driver.alice.ras).words == ["IACK"])
        }
        #expect(self.driver.send(self.report([1]), from: Driver.stranger).words == ["INAK notRegistered"])
        for _ in 0..<2 {
            self.driver.wait(.seconds(60))
            self.keepAlive()
        }
        self.driver.sent = []
        self.driver.wait(.seconds(30))
        #expect(self.driver.takeSent() == ["IRQ 10.0.0.11"])
        self.driver.wait(.seconds(6))
        #expect(self.driver.takeNews().last == "alice ended notReported")
        #expect(self.driver.gatekeeper.callCount == 0)
    }

    @Test(arguments: [true, false])
    mutating func `the answer to an IRQ decides whether the call goes on`(hasCall: Bool) {
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        for _ in 0..<3 {
            self.driver.wait(.seconds(50))
            self.keepAlive()
        }
        guard case .infoRequest(let request) = self.driver.sent.first(where: { $0.message.word == "IRQ" })?.message
        else {
            Issue.record("no IRQ")
            return
        }
        var answer = self.report(hasCall ? [1] : [], needsResponse: false)
        answer.requestSeqNum = request.requestSeqNum
        self.driver.receive(answer, from: Driver.alice.ras)
        #expect(self.driver.gatekeeper.callCount == (hasCall ? 1 : 0))
    }

    @Test
    mutating func `an operator ends a call on both sides`() {
        self.driver.send(Driver.admissionRequest(self.alice), from: Driver.alice.ras)
        self.driver.send(Driver.admissionRequest(self.bob, isAnswer: true), from: Driver.bob.ras)
        self.driver.sent = []
        self.driver.gatekeeper.drop(Array(repeating: 1, count: 16), at: self.driver.now)
        self.driver.drain()
        #expect(self.driver.takeSent() == ["DRQ 10.0.0.11", "DRQ 10.0.0.12"])
        #expect(self.driver.takeNews().suffix(2) == ["alice ended byOperator", "bob ended byOperator"])
    }
}
