import H323Agent
import H323Syntax
import ProtocolKit
import Testing

/// Requests of ours (H.225.0 clause 7.19).
struct RASRequestTests {
    private var driver = RASLayerDriver()

    @Test
    mutating func `a request that is not answered is repeated with its number, then reported`() {
        self.driver.send(Sample.bandwidthRequest())
        self.driver.wait(.milliseconds(2_999))
        #expect(self.driver.sentNumbers == [1])

        self.driver.wait(.milliseconds(6_000))
        #expect(self.driver.sentNumbers == [1, 1, 1])
        #expect(self.driver.unanswered.isEmpty)

        self.driver.wait(.milliseconds(1))
        #expect(self.driver.unanswered == [1])
        #expect(self.driver.layer.isIdle)
    }

    @Test(arguments: RASProcedure.allCases)
    func `each request has a time-out and retries`(procedure: RASProcedure) {
        #expect(RASTimers().repetitions[procedure] != nil)
    }

    @Test
    mutating func `an answer ends it, and its repetition is ignored`() {
        self.driver.send(Sample.bandwidthRequest(), owner: 5)
        self.driver.receive(Sample.bandwidthConfirm())
        self.driver.receive(Sample.bandwidthConfirm())

        #expect(self.driver.answers.map(\.owner) == [5])
        #expect(self.driver.layer.isIdle)
        #expect(self.driver.violations.isEmpty)
    }

    @Test
    mutating func `an answer from another address changes nothing`() {
        self.driver.send(Sample.bandwidthRequest())
        self.driver.receive(Sample.bandwidthConfirm(), from: RASLayerDriver.other)

        #expect(self.driver.answers.isEmpty)
        #expect(self.driver.violations.count == 1)

        self.driver.receive(Sample.bandwidthConfirm(), from: TransportAddress(RASLayerDriver.peer.ip, 40_000))
        #expect(self.driver.answers.count == 1)
    }

    @Test
    mutating func `an answer to another kind of request is ignored`() {
        self.driver.send(Sample.bandwidthRequest())
        self.driver.receive(H225.DisengageConfirm(requestSeqNum: 1))
        #expect(self.driver.answers.isEmpty)
    }

    @Test
    mutating func `RIP gives time, after which retries are counted anew`() {
        self.driver.send(Sample.bandwidthRequest())
        self.driver.wait(.seconds(7))
        #expect(self.driver.sent.count == 3)

        self.driver.receive(H225.RequestInProgress(requestSeqNum: 1, delay: 10_000))
        self.driver.wait(.milliseconds(9_999))
        #expect(self.driver.sent.count == 3)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.sent.count == 4)
        self.driver.wait(.milliseconds(8_999))
        #expect(self.driver.sent.count == 6)
        #expect(self.driver.unanswered.isEmpty)
        self.driver.wait(.milliseconds(1))
        #expect(self.driver.unanswered == [1])
    }

    @Test
    mutating func `RIP for ever ends all the same`() {
        self.driver.send(Sample.bandwidthRequest())
        for _ in 0..<100 {
            self.driver.receive(H225.RequestInProgress(requestSeqNum: 1, delay: 2_000))
            self.driver.wait(.seconds(1))
        }
        #expect(self.driver.unanswered == [1])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `numbers go from 65535 to 1 and pass over those that wait`() {
        self.driver = RASLayerDriver(first: 65_535)
        for owner in 0..<3 {
            self.driver.send(Sample.bandwidthRequest(), owner: owner)
        }
        #expect(self.driver.sentNumbers == [65_535, 1, 2])

        self.driver.receive(Sample.bandwidthConfirm(number: 1))
        #expect(self.driver.answers.map(\.owner) == [1])
    }

    @Test
    mutating func `a group's refusals do not end a GRQ, the first GCF does`() {
        self.driver.send(Sample.gatekeeperRequest(), to: RASLayerDriver.group)
        self.driver.receive(Sample.gatekeeperReject())
        #expect(self.driver.answers.isEmpty)

        self.driver.receive(Sample.gatekeeperConfirm(), from: RASLayerDriver.other)
        self.driver.receive(Sample.gatekeeperConfirm())
        #expect(self.driver.answers.count == 1)
    }

    @Test
    mutating func `a gatekeeper that does not understand says so by XRS`() {
        self.driver.send(Sample.bandwidthRequest())
        var response = H225.UnknownMessageResponse(requestSeqNum: 1)
        response.messageNotUnderstood = [1, 2, 3]
        self.driver.receive(response)
        #expect(self.driver.answers.isEmpty)

        response.messageNotUnderstood = self.driver.sent.first?.octets
        self.driver.receive(response)
        #expect(self.driver.answers.count == 1)
    }

    @Test
    mutating func `beyond the limit a request ends at once`() {
        var limits = RASTransactionLimits()
        limits.requests = 1
        self.driver = RASLayerDriver(limits: limits)
        self.driver.send(Sample.bandwidthRequest(), owner: 1)
        self.driver.send(Sample.bandwidthRequest(), owner: 2)
        #expect(self.driver.unanswered == [2])
    }

    @Test
    mutating func `what cannot be written ends at once`() {
        var body = Sample.bandwidthRequest()
        body.conferenceID = [1]
        self.driver.send(body)
        #expect(self.driver.unanswered == [1])
        #expect(self.driver.layer.isIdle)
    }

    @Test
    mutating func `an abandoned request is neither repeated nor reported`() {
        guard let request = self.driver.send(Sample.bandwidthRequest()) else {
            Issue.record("not sent")
            return
        }
        self.driver.layer.abandon(request)
        self.driver.wait(.seconds(60))
        self.driver.receive(Sample.bandwidthConfirm())
        #expect(self.driver.sent.count == 1)
        #expect(self.driver.unanswered.isEmpty && self.driver.answers.isEmpty)
        #expect(self.driver.layer.isIdle)
    }
}
