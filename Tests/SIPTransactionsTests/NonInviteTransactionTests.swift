import ProtocolKit
import SIPTransactions
import Testing

/// RFC 3261 Figures 6 and 8, arc by arc.
struct NonInviteTransactionTests {
    private var client = NonInviteClientTransaction(timers: SIPTimers(), at: .start)
    private var server = NonInviteServerTransaction(timers: SIPTimers())

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(nanoseconds: milliseconds * 1_000_000)
    }

    @Test
    mutating func `an unanswered request is repeated at intervals up to T2 and reported after 64 T1`() {
        var repeats: [Int64] = []
        var last: NonInviteClientTransaction.Action?
        while let deadline = self.client.nextDeadline {
            last = self.client.advance(to: deadline)
            if last == .repeatRequest {
                repeats.append(deadline.nanoseconds / 1_000_000)
            }
        }
        #expect(repeats == [500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500])
        #expect(last == .reportTimeout)
    }

    @Test
    mutating func `a provisional response slows the repetition to T2`() {
        let passed = self.client.receiveResponse(status: 100, at: Self.at(100))
        #expect(passed)
        #expect(self.client.advance(to: Self.at(500)) == .repeatRequest)
        #expect(self.client.nextDeadline == Self.at(4500))
    }

    @Test
    mutating func `a final response is passed up once and lingers for T4`() {
        let first = self.client.receiveResponse(status: 200, at: Self.at(100))
        let second = self.client.receiveResponse(status: 200, at: Self.at(200))
        #expect(first)
        #expect(!second)
        #expect(self.client.advance(to: Self.at(5100)) == nil)
        #expect(self.client.isTerminated)
    }

    @Test
    mutating func `the server absorbs repetitions until it has answered and then repeats its answer`() {
        #expect(!self.server.repeatsResponse)
        let answered = self.server.respond(status: 200, at: .start)
        let again = self.server.respond(status: 500, at: .start)
        #expect(answered)
        #expect(!again)
        #expect(self.server.repeatsResponse)
        self.server.advance(to: Self.at(31_999))
        #expect(!self.server.isTerminated)
        self.server.advance(to: Self.at(32_000))
        #expect(self.server.isTerminated)
    }

    @Test
    func `a reliable transport does not linger`() {
        var server = NonInviteServerTransaction(timers: SIPTimers(), isReliable: true)
        _ = server.respond(status: 200, at: .start)
        #expect(server.isTerminated)
        var client = NonInviteClientTransaction(timers: SIPTimers(), isReliable: true, at: .start)
        _ = client.receiveResponse(status: 200, at: .start)
        #expect(client.isTerminated)
    }
}
