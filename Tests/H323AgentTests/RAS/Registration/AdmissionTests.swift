import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Calls that a gatekeeper is asked about (H.323 clause 8, H.225.0 clauses 7.11 to 7.14).
struct AdmissionTests {
    private var driver = ClientDriver()

    @Test
    mutating func `a call is admitted, and its end is told with its cause`() {
        self.driver.register()
        let id = self.driver.admitted()
        #expect(self.driver.grants.first?.destination == ClientDriver.callee)
        #expect(self.driver.grants.first?.isRouted == false)

        self.driver.disengage(id, RASCallEnd(.userBusy))
        guard case .disengageRequest(let request) = self.driver.sent.last?.message else {
            Issue.record("no DRQ")
            return
        }
        #expect(request.terminationCause == .releaseCompleteCauseIE([0x80, 0x91]))
        #expect(request.callIdentifier?.guid == Array(repeating: 1, count: 16))
        #expect(request.answeredCall == false)
        self.driver.answer(H225.DisengageConfirm(requestSeqNum: 1))
        #expect(self.driver.takeNews() == ["registered", "admitted", "disengaged"])
        #expect(self.driver.client.admissionCount == 0)
    }

    @Test
    mutating func `what a confirm says beyond the destination is handed over`() {
        self.driver.register()
        _ = self.driver.admitted {
            $0.callModel = .gatekeeperRouted
            $0.bandWidth = 640
            $0.destinationInfo = [.dialledDigits("7")]
            $0.tokens = [Sample.token]
            var other = H225.Endpoint()
            other.callSignalAddress = [H225.TransportAddress(ClientDriver.third)]
            $0.alternateEndpoints = [other]
        }
        let grant = self.driver.grants.first
        #expect(grant?.isRouted == true)
        #expect(grant?.bandwidth == 640)
        #expect(grant?.destinationInfo == [.dialledDigits("7")])
        #expect(grant?.tokens == [Sample.token])
        #expect(grant?.alternates == [ClientDriver.third])
    }

    @Test(
        arguments: [
            (.calledPartyNotRegistered, "calledPartyNotRegistered 20"), (.requestDenied, "requestDenied 21"),
            (.resourceUnavailable, "resourceUnavailable 34"), (.incompleteAddress, "incompleteAddress 28"),
            (.exceedsCallCapacity, "exceedsCallCapacity 34"), (.undefinedReason, "undefinedReason 31"),
            (.unallocatedNumber, "unallocatedNumber 1"), (.noRouteToDestination, "noRouteToDestination 3"),
        ] as [(H225.AdmissionRejectReason, String)]
    )
    mutating func `a refusal has the cause of its reason`(reason: H225.AdmissionRejectReason, news: String) {
        self.driver.register()
        _ = self.driver.admit()
        self.driver.answer(H225.AdmissionReject(requestSeqNum: 1, rejectReason: reason))
        #expect(self.driver.takeNews().last == "refused: \(news)")
        #expect(self.driver.client.admissionCount == 0)
    }

    @Test
    mutating func `silence refuses the call and makes us ask whether the gatekeeper lives`() {
        self.driver.register()
        _ = self.driver.admit()
        self.driver.wait(.seconds(15))
        #expect(self.driver.takeNews().last == "refused: no answer 38")
        #expect(self.driver.takeSent().last == "RRQ+ 10.0.0.1")
    }

    @Test
    mutating func `without a gatekeeper calls are refused at once`() {
        _ = self.driver.admit()
        #expect(self.driver.takeNews() == ["refused: not registered 38"])
    }

    @Test
    mutating func `a call waits for a registration that is under way`() {
        self.driver.start()
        _ = self.driver.admit()
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1"])
        self.driver = ClientDriver()
        self.driver.start()
        _ = self.driver.admit()
        self.driver.answer(ClientDriver.registrationConfirm())
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "ARQ 10.0.0.1"])

        self.driver = ClientDriver()
        self.driver.start()
        _ = self.driver.admit()
        self.driver.answer(ClientDriver.registrationReject(.securityDenial))
        #expect(
            self.driver.takeNews() == ["registration refused: securityDenial", "refused: not registered 38"]
        )

        self.driver = ClientDriver()
        self.driver.start()
        _ = self.driver.admit()
        self.driver.wait(.seconds(8))
        #expect(self.driver.takeNews() == ["refused: not registered 38"])
    }

    @Test
    mutating func `a gatekeeper that has forgotten us is registered with again, then asked once more`() {
        self.driver.register()
        self.driver.wait(.seconds(15))
        self.driver.sent = []
        _ = self.driver.admit()
        let reject = H225.AdmissionReject(requestSeqNum: 1, rejectReason: .callerNotRegistered)
        self.driver.answer(reject)
        self.driver.answer(ClientDriver.registrationConfirm())
        self.driver.answer(reject)
        #expect(self.driver.takeSent() == ["ARQ 10.0.0.1", "RRQ 10.0.0.1", "ARQ 10.0.0.1"])
        #expect(self.driver.takeNews().last == "refused: callerNotRegistered 21")
    }

    @Test
    mutating func `an alternate for this call only is asked, and told of its end`() {
        self.driver.register()
        let id = self.driver.admit()
        var reject = H225.AdmissionReject(requestSeqNum: 1, rejectReason: .resourceUnavailable)
        reject.altGKInfo = H225.AltGKInfo(
            alternateGatekeeper: [ClientDriver.alternate(ClientDriver.second, mustRegister: false)],
            altGKisPermanent: false
        )
        self.driver.answer(reject)
        self.driver.answer(ClientDriver.admissionConfirm())
        self.driver.disengage(id)
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "ARQ 10.0.0.1", "ARQ 10.0.0.2", "DRQ 10.0.0.2"])
        #expect(self.driver.client.gatekeeper?.address == ClientDriver.gatekeeper)
    }

    @Test
    mutating func `a permanent alternate is registered with before it is asked`() {
        self.driver.register()
        _ = self.driver.admit()
        var reject = H225.AdmissionReject(requestSeqNum: 1, rejectReason: .resourceUnavailable)
        reject.altGKInfo = H225.AltGKInfo(
            alternateGatekeeper: [ClientDriver.alternate(ClientDriver.second)],
            altGKisPermanent: true
        )
        self.driver.answer(reject)
        self.driver.answer(ClientDriver.registrationConfirm())
        self.driver.answer(ClientDriver.admissionConfirm())
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "ARQ 10.0.0.1", "RRQ 10.0.0.2", "ARQ 10.0.0.2"])
        #expect(self.driver.takeNews().last == "admitted")
    }

    @Test
    mutating func `a call that ends while it is asked about is told of once it was admitted`() {
        self.driver.register()
        let id = self.driver.admit()
        self.driver.disengage(id)
        #expect(self.driver.takeSent().last == "ARQ 10.0.0.1")

        self.driver = ClientDriver()
        self.driver.register()
        let second = self.driver.admit()
        self.driver.disengage(second)
        self.driver.answer(ClientDriver.admissionConfirm())
        self.driver.answer(H225.DisengageConfirm(requestSeqNum: 1))
        #expect(self.driver.takeSent().last == "DRQ 10.0.0.1")
        #expect(self.driver.takeNews() == ["registered", "disengaged"])

        let third = self.driver.admit()
        self.driver.disengage(third)
        self.driver.answer(H225.AdmissionReject(requestSeqNum: 1, rejectReason: .requestDenied))
        #expect(self.driver.takeNews() == ["disengaged"])
        #expect(self.driver.client.admissionCount == 0)
    }

    @Test
    mutating func `beyond the limit calls are refused`() {
        var settings = ClientDriver.settings()
        settings.limits.admissions = 1
        self.driver = ClientDriver(settings)
        self.driver.register()
        _ = self.driver.admitted()
        _ = self.driver.admit(ClientDriver.question(call: 2))
        #expect(self.driver.takeNews().last == "refused: limit 47")
        #expect(self.driver.client.admissionCount == 1)
    }

    // MARK: Granted beforehand

    private static func pregrant(
        routed: Bool,
        restriction: UInt32? = nil
    ) -> H225.RegistrationConfirm.PreGrantedARQ {
        var pregrant = H225.RegistrationConfirm.PreGrantedARQ(
            makeCall: true,
            useGKCallSignalAddressToMakeCall: routed,
            answerCall: true,
            useGKCallSignalAddressToAnswer: routed
        )
        pregrant.irrFrequencyInCall = 30
        pregrant.totalBandwidthRestriction = restriction
        return pregrant
    }

    @Test
    mutating func `a call that is granted beforehand goes to the gatekeeper without a question, and is reported`() {
        self.driver.register { $0.preGrantedARQ = Self.pregrant(routed: true) }
        self.driver.sent = []
        let id = self.driver.admit()
        #expect(self.driver.grants.first?.destination == TransportAddress(ClientDriver.gatekeeper.ip, 1720))
        #expect(self.driver.grants.first?.isRouted == true)
        #expect(self.driver.takeSent().isEmpty)
        self.driver.wait(.seconds(30))
        #expect(self.driver.takeSent() == ["IRR 10.0.0.1"])
        self.driver.disengage(id)
        #expect(self.driver.takeSent().isEmpty)
        #expect(self.driver.takeNews() == ["registered", "admitted", "disengaged"])
    }

    @Test
    mutating func `what is not granted beforehand is asked`() {
        self.driver.register { $0.preGrantedARQ = Self.pregrant(routed: false) }
        _ = self.driver.admit()
        var question = ClientDriver.question(call: 2)
        question.destinationAddress = ClientDriver.callee
        _ = self.driver.admit(question)
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "ARQ 10.0.0.1"])
        #expect(self.driver.grants.first?.destination == ClientDriver.callee)

        self.driver = ClientDriver()
        self.driver.register { $0.preGrantedARQ = Self.pregrant(routed: true, restriction: 640) }
        _ = self.driver.admit()
        var answer = ClientDriver.question(isAnswer: true, call: 2)
        answer.bandwidth = 640
        answer.sourceAddress = ClientDriver.stranger
        _ = self.driver.admit(answer)
        #expect(self.driver.takeSent() == ["RRQ 10.0.0.1", "ARQ 10.0.0.1", "ARQ 10.0.0.1"])

        answer.sourceAddress = TransportAddress(ClientDriver.gatekeeper.ip, 40_000)
        let id = self.driver.admit(answer)
        #expect(self.driver.takeNews().last == "admitted")
        self.driver.client.requestBandwidth(1_280, for: id, at: self.driver.now)
        self.driver.drain()
        #expect(self.driver.takeNews() == ["bandwidth refused: insufficientResources, 640 allowed"])
    }

    @Test
    mutating func `routeCallToGatekeeper sends the call to the gatekeeper`() {
        self.driver.register()
        _ = self.driver.admit()
        self.driver.answer(H225.AdmissionReject(requestSeqNum: 1, rejectReason: .routeCallToGatekeeper))
        #expect(self.driver.grants.first?.destination == TransportAddress(ClientDriver.gatekeeper.ip, 1720))

        _ = self.driver.admit(ClientDriver.question(isAnswer: true, call: 2))
        self.driver.answer(H225.AdmissionReject(requestSeqNum: 1, rejectReason: .routeCallToGatekeeper))
        #expect(self.driver.takeNews().last == "refused: routeCallToGatekeeper 21")
    }

    // MARK: Bandwidth

    @Test
    mutating func `bandwidth is asked for, refused and imposed`() {
        self.driver.register()
        let id = self.driver.admitted()
        self.driver.client.requestBandwidth(2_560, for: id, at: self.driver.now)
        self.driver.drain()
        self.driver.answer(H225.BandwidthConfirm(requestSeqNum: 1, bandWidth: 2_000))
        self.driver.client.requestBandwidth(5_000, for: id, at: self.driver.now)
        self.driver.drain()
        self.driver.answer(
            H225.BandwidthReject(requestSeqNum: 1, rejectReason: .insufficientResources, allowedBandWidth: 2_000)
        )
        var request = Sample.bandwidthRequest(640, number: 9)
        request.callIdentifier = H225.CallIdentifier(guid: Array(repeating: 1, count: 16))
        self.driver.receive(request)
        #expect(
            self.driver.takeNews().dropFirst(2) == [
                "bandwidth 2000", "bandwidth refused: insufficientResources, 2000 allowed", "bandwidth 640",
            ]
        )
        #expect(self.driver.takeSent().suffix(3) == ["BRQ 10.0.0.1", "BRQ 10.0.0.1", "BCF 10.0.0.1"])
    }

    @Test
    mutating func `silence leaves the bandwidth as it is`() {
        self.driver.register()
        let id = self.driver.admitted()
        self.driver.client.requestBandwidth(2_560, for: id, at: self.driver.now)
        self.driver.wait(.seconds(9))
        #expect(self.driver.takeNews().last == "bandwidth refused: no answer, 1280 allowed")
    }

    // MARK: The gatekeeper ends a call

    private static func drop(_ call: UInt8, number: UInt16) -> H225.DisengageRequest {
        var request = H225.DisengageRequest(
            requestSeqNum: number,
            endpointIdentifier: ClientDriver.endpoint,
            conferenceID: Array(repeating: call, count: 16),
            callReferenceValue: UInt16(call),
            disengageReason: .forcedDrop
        )
        request.callIdentifier = H225.CallIdentifier(guid: Array(repeating: call, count: 16))
        return request
    }

    @Test
    mutating func `a DRQ of the gatekeeper ends the call, and only there`() {
        self.driver.register()
        _ = self.driver.admitted()
        self.driver.receive(Self.drop(1, number: 9), from: ClientDriver.stranger)
        #expect(self.driver.client.admissionCount == 1)
        #expect(self.driver.violations == 1)

        self.driver.receive(Self.drop(2, number: 10))
        #expect(self.driver.client.admissionCount == 1)
        self.driver.receive(Self.drop(1, number: 11))
        #expect(self.driver.takeNews().last == "dropped")
        #expect(self.driver.takeSent().suffix(2) == ["DCF 10.0.0.1", "DCF 10.0.0.1"])
        #expect(self.driver.client.admissionCount == 0)
    }
}
