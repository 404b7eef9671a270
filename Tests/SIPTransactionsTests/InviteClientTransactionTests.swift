import ProtocolKit
import SIPTransactions
import Testing

/// RFC 3261 Figure 5 as RFC 6026 amends it, arc by arc.
struct InviteClientTransactionTests {
    private var transaction = InviteClientTransaction(timers: SIPTimers(), at: .start)

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(nanoseconds: milliseconds * 1_000_000)
    }

    @Test
    mutating func `an unanswered INVITE is sent seven times and reported after 64 T1`() {
        var repeats: [Int64] = []
        var last: InviteClientTransaction.Action?
        while let deadline = self.transaction.nextDeadline {
            last = self.transaction.advance(to: deadline)
            if last == .repeatRequest {
                repeats.append(deadline.nanoseconds / 1_000_000)
            }
        }
        #expect(repeats == [500, 1500, 3500, 7500, 15500, 31500])
        #expect(last == .reportTimeout)
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `an INVITE that nobody waits for is not repeated but may be answered until 64 T1`() {
        self.transaction.stopRepeating()
        #expect(self.transaction.nextDeadline == Self.at(32_000))
        let late = self.transaction.receiveResponse(status: 200, at: Self.at(9_000))
        #expect(late == .passResponse)
    }

    @Test
    mutating func `a provisional response stops the repetition and every one is passed up`() {
        #expect(self.transaction.isCalling)
        for status in [UInt16(100), 180, 183] {
            let action = self.transaction.receiveResponse(status: status, at: Self.at(100))
            #expect(action == .passResponse)
        }
        #expect(!self.transaction.isCalling)
        #expect(self.transaction.nextDeadline == nil)
    }

    @Test
    mutating func `a refusal is acknowledged each time but passed up once`() {
        let first = self.transaction.receiveResponse(status: 486, at: Self.at(100))
        let second = self.transaction.receiveResponse(status: 486, at: Self.at(600))
        #expect(first == .passResponseAndAcknowledge)
        #expect(second == .acknowledge)
        #expect(self.transaction.nextDeadline == Self.at(32_100))
        _ = self.transaction.advance(to: Self.at(32_100))
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `every 2xx within 64 T1 is passed up`() {
        let first = self.transaction.receiveResponse(status: 200, at: .start)
        let second = self.transaction.receiveResponse(status: 200, at: Self.at(500))
        let refusal = self.transaction.receiveResponse(status: 500, at: Self.at(600))
        #expect(first == .passResponse)
        #expect(second == .passResponse)
        #expect(refusal == nil)
        _ = self.transaction.advance(to: Self.at(32_000))
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `a transport failure is reported only while the answer is open`() {
        let failed = self.transaction.receiveTransportFailure()
        let again = self.transaction.receiveTransportFailure()
        #expect(failed)
        #expect(!again)
    }

    @Test
    func `a reliable transport is asked once`() {
        let transaction = InviteClientTransaction(timers: SIPTimers(), isReliable: true, at: .start)
        #expect(transaction.nextDeadline == Self.at(32_000))
    }
}
