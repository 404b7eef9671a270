import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// What the gatekeeper is told: IRR, RAI and answers to what it asks (H.225.0 clauses 7.15 and 7.16).
struct ReportTests {
    private var driver = ClientDriver()

    private var lastResponse: H225.InfoRequestResponse? {
        guard case .infoRequestResponse(let response) = self.driver.sent.last?.message else {
            return nil
        }
        return response
    }

    @Test
    mutating func `an IRQ is answered with all calls, or with the one it names`() {
        self.driver.register()
        for call in 1...3 as ClosedRange<UInt8> {
            _ = self.driver.admit(ClientDriver.question(call: call))
            self.driver.answer(ClientDriver.admissionConfirm())
        }
        self.driver.receive(H225.InfoRequest(requestSeqNum: 50, callReferenceValue: 0))
        #expect(self.lastResponse?.requestSeqNum == 50)
        #expect(self.lastResponse?.perCallInfo?.map(\.callReferenceValue) == [1, 2, 3])
        #expect(self.lastResponse?.irrStatus == .complete)
        #expect(self.lastResponse?.perCallInfo?.first?.originator == true)

        self.driver.receive(H225.InfoRequest(requestSeqNum: 51, callReferenceValue: 2))
        #expect(self.lastResponse?.perCallInfo?.map(\.callReferenceValue) == [2])
        self.driver.receive(H225.InfoRequest(requestSeqNum: 52, callReferenceValue: 9))
        #expect(self.lastResponse?.perCallInfo == nil)
        #expect(self.lastResponse?.irrStatus == .invalidCall)
        self.driver.receive(H225.InfoRequest(requestSeqNum: 53, callReferenceValue: 0), from: ClientDriver.stranger)
        #expect(self.driver.sent.last?.to == ClientDriver.gatekeeper)
    }

    @Test
    mutating func `many calls are told in segments`() {
        var settings = ClientDriver.settings()
        settings.limits.callsOfResponse = 2
        self.driver = ClientDriver(settings)
        self.driver.register()
        for call in 1...5 as ClosedRange<UInt8> {
            _ = self.driver.admit(ClientDriver.question(call: call))
            self.driver.answer(ClientDriver.admissionConfirm())
        }
        var calls: [UInt16] = []
        var status: [H225.InfoRequestResponseStatus?] = []
        for segment in 0...2 as ClosedRange<UInt16> {
            var request = H225.InfoRequest(requestSeqNum: 50 + segment, callReferenceValue: 0)
            request.segmentedResponseSupported = true
            request.nextSegmentRequested = segment
            self.driver.receive(request)
            calls += self.lastResponse?.perCallInfo?.map(\.callReferenceValue) ?? []
            status.append(self.lastResponse?.irrStatus)
        }
        #expect(calls == [1, 2, 3, 4, 5])
        #expect(status == [.segment(0), .segment(1), .complete])

        self.driver.receive(H225.InfoRequest(requestSeqNum: 60, callReferenceValue: 0))
        #expect(self.lastResponse?.irrStatus == .incomplete)
    }

    @Test
    mutating func `a call is reported as often as the ACF says`() {
        self.driver.register()
        let id = self.driver.admitted { $0.irrFrequency = 20 }
        self.driver.sent = []
        self.driver.wait(.seconds(40))
        #expect(self.driver.takeSent() == ["IRR 10.0.0.1", "RRQ+ 10.0.0.1", "IRR 10.0.0.1"])
        self.driver.disengage(id)
        self.driver.answer(H225.DisengageConfirm(requestSeqNum: 1))
        self.driver.sent = []
        self.driver.wait(.seconds(8))
        #expect(!self.driver.takeSent().contains("IRR 10.0.0.1"))
    }

    @Test
    mutating func `a gatekeeper that answers reports is waited for, and believed when it has forgotten us`() {
        self.driver.register {
            $0.willRespondToIRR = true
            $0.timeToLive = nil
        }
        _ = self.driver.admitted { $0.irrFrequency = 20 }
        self.driver.wait(.seconds(20))
        #expect(self.lastResponse?.needResponse == true)
        self.driver.answer(H225.InfoRequestAck(requestSeqNum: 1))
        self.driver.wait(.seconds(20))
        self.driver.sent.removeFirst(self.driver.sent.count - 1)
        self.driver.answer(H225.InfoRequestNak(requestSeqNum: 1, nakReason: .notRegistered))
        #expect(self.driver.takeSent() == ["IRR 10.0.0.1", "RRQ 10.0.0.1"])
        #expect(self.driver.takeNews().last == "unregistered: notRegistered")
    }

    @Test
    mutating func `a gateway that is nearly full says so when it changes, and to every gatekeeper`() {
        self.driver.register()
        self.driver.sent = []
        for isAlmostOut in [true, true, false] {
            self.driver.client.setAlmostOutOfResources(isAlmostOut, at: self.driver.now)
            self.driver.drain()
        }
        #expect(self.driver.takeSent() == ["RAI 10.0.0.1", "RAI 10.0.0.1"])

        self.driver = ClientDriver()
        self.driver.client.setAlmostOutOfResources(true, at: self.driver.now)
        self.driver.register()
        guard case .resourcesAvailableIndicate(let body) = self.driver.sent.last?.message else {
            Issue.record("no RAI")
            return
        }
        #expect(body.almostOutOfResources)
        #expect(body.endpointIdentifier == ClientDriver.endpoint)
    }

    @Test
    mutating func `service control is not available, and what only endpoints ask is not understood`() {
        self.driver.register()
        self.driver.sent = []
        self.driver.receive(H225.ServiceControlIndication(requestSeqNum: 60, serviceControl: []))
        self.driver.receive(Sample.gatekeeperRequest())
        #expect(self.driver.takeSent() == ["SCR 10.0.0.1", "XRS 10.0.0.1"])
    }
}
