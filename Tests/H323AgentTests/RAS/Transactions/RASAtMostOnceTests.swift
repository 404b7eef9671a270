import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Requests of peers: executed once, answered as often as they come.
struct RASAtMostOnceTests {
    private var driver = RASLayerDriver()

    @Test
    mutating func `a repetition gets the answer that went out`() {
        self.driver.receive(Sample.bandwidthRequest())
        self.driver.respond(Sample.bandwidthConfirm())
        self.driver.receive(Sample.bandwidthRequest())

        #expect(self.driver.requests.count == 1)
        #expect(self.driver.sentNumbers == [7, 7])
        #expect(self.driver.sent.map(\.to) == [RASLayerDriver.peer, RASLayerDriver.peer])

        self.driver.wait(.seconds(30))
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `a repetition while it is executed gets RIP`() {
        self.driver.receive(Sample.bandwidthRequest())
        self.driver.receive(Sample.bandwidthRequest())

        #expect(self.driver.requests.count == 1)
        guard case .requestInProgress(let body) = self.driver.sent.last?.message else {
            Issue.record("no RIP")
            return
        }
        #expect(body.requestSeqNum == 7)
        #expect(body.delay == 4_000)
    }

    @Test
    mutating func `who has to wait is told by RIP until the answer is there`() {
        self.driver.receive(Sample.bandwidthRequest())
        self.driver.wait(.milliseconds(1_499))
        #expect(self.driver.sent.isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.sent.count == 1)
        self.driver.wait(.seconds(3))
        #expect(self.driver.sent.count == 2)

        self.driver.respond(Sample.bandwidthConfirm())
        self.driver.wait(.seconds(29))
        #expect(self.driver.sent.count == 3)
        #expect(!self.driver.layer.isIdle)
        self.driver.wait(.seconds(1))
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `what is never answered is forgotten when its peer has given up`() {
        self.driver.receive(Sample.bandwidthRequest())
        self.driver.wait(.seconds(60))
        #expect(self.driver.layer.isIdle)
        self.driver.respond(Sample.bandwidthConfirm())
        #expect(!self.driver.sentNumbers.isEmpty)
        #expect(!self.driver.sent.contains { $0.message == Sample.bandwidthConfirm(number: 7).message })
    }

    @Test
    mutating func `a repetition with fresh tokens is a repetition`() {
        var request = Sample.bandwidthRequest()
        request.tokens = [Sample.token]
        self.driver.receive(request)
        request.tokens?[0].timeStamp = 99
        self.driver.receive(request)
        #expect(self.driver.requests.count == 1)
    }

    @Test
    mutating func `another request with the same number is another one`() {
        self.driver.receive(Sample.bandwidthRequest(640))
        self.driver.respond(Sample.bandwidthConfirm())
        self.driver.receive(Sample.bandwidthRequest(1_280))
        self.driver.receive(Sample.bandwidthRequest(640), from: RASLayerDriver.other)
        self.driver.receive(H225.InfoRequest(requestSeqNum: 7, callReferenceValue: 0))
        #expect(self.driver.requests.count == 4)
    }

    @Test
    mutating func `answers go to another port of the host that asks, and to no other host`() {
        let port = TransportAddress(RASLayerDriver.peer.ip, 5_000)
        self.driver.receive(Sample.bandwidthRequest(number: 7))
        self.driver.respond(Sample.bandwidthConfirm(), replyingTo: port)
        self.driver.receive(Sample.bandwidthRequest(number: 8))
        self.driver.respond(Sample.bandwidthConfirm(), replyingTo: RASLayerDriver.other)
        #expect(self.driver.sent.map(\.to) == [port, RASLayerDriver.peer])
    }

    @Test
    mutating func `the oldest answer goes when no more can be kept`() {
        var limits = RASTransactionLimits()
        limits.history = 2
        self.driver = RASLayerDriver(limits: limits)
        for number in 1...3 as ClosedRange<UInt16> {
            self.driver.receive(Sample.bandwidthRequest(number: number))
            self.driver.respond(Sample.bandwidthConfirm())
            self.driver.wait(.milliseconds(1))
        }
        self.driver.receive(Sample.bandwidthRequest(number: 3))
        #expect(self.driver.requests.count == 3)
        self.driver.receive(Sample.bandwidthRequest(number: 1))
        #expect(self.driver.requests.count == 4)
    }

    @Test
    mutating func `requests that are executed are not given up for others`() {
        var limits = RASTransactionLimits()
        limits.history = 1
        self.driver = RASLayerDriver(limits: limits)
        self.driver.receive(Sample.bandwidthRequest(number: 1))
        self.driver.receive(Sample.bandwidthRequest(number: 2))
        #expect(self.driver.requests.count == 1)
        #expect(self.driver.violations.count == 1)
    }

    // MARK: IRR

    @Test
    mutating func `an IRR answers the IRQ of its number, or is a report`() {
        self.driver.send(H225.InfoRequest(requestSeqNum: 1, callReferenceValue: 0), owner: 3)
        self.driver.receive(Sample.informationResponse(number: 9))
        #expect(self.driver.requests.count == 1)
        self.driver.receive(Sample.informationResponse(number: 1), from: RASLayerDriver.other)
        #expect(self.driver.requests.count == 2)
        self.driver.receive(Sample.informationResponse(number: 1))
        #expect(self.driver.answers.map(\.owner) == [3])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `an IRR that wants an answer is executed once`() {
        var report = Sample.informationResponse(number: 9)
        report.needResponse = true
        report.unsolicited = true
        self.driver.receive(report)
        self.driver.respond(H225.InfoRequestAck(requestSeqNum: 1))
        self.driver.receive(report)
        #expect(self.driver.requests.count == 1)
        #expect(self.driver.sentNumbers == [9, 9])
    }

    // MARK: What is not understood

    @Test
    mutating func `a message of a newer standard gets XRS with what it said`() {
        // The addition 20 of RasMessage, in two octets of an open type.
        let octets: [UInt8] = [0x94, 0x02, 0xAB, 0xCD]
        self.driver.receive(octets: octets)
        guard case .unknownMessageResponse(let body) = self.driver.sent.first?.message else {
            Issue.record("no XRS")
            return
        }
        #expect(body.messageNotUnderstood == octets)
    }

    @Test
    mutating func `XRS is never answered`() {
        self.driver.receive(H225.UnknownMessageResponse(requestSeqNum: 1))
        #expect(self.driver.sent.isEmpty)
    }

    @Test(arguments: [[], [0xFF], [0x0E, 0x00], [0x00], Array(repeating: 0x1C, count: 2_000)] as [[UInt8]])
    mutating func `rubbish is noted and not answered`(octets: [UInt8]) {
        self.driver.receive(octets: octets)
        #expect(self.driver.sent.isEmpty)
        #expect(self.driver.requests.isEmpty)
        #expect(self.driver.layer.isIdle)
    }
}
