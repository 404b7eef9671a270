import ProtocolKit
import SIPTransactions
import Testing

/// RFC 3261 Figure 7 as RFC 6026 amends it, arc by arc.
struct InviteServerTransactionTests {
    private var transaction = InviteServerTransaction(timers: SIPTimers())

    private static func at(_ milliseconds: Int64) -> Instant {
        Instant(nanoseconds: milliseconds * 1_000_000)
    }

    @Test
    mutating func `proceeding repeats its last response for each retransmission and has no deadline`() {
        let sent = self.transaction.respond(status: 180, at: .start)
        #expect(sent)
        #expect(self.transaction.receiveRetransmission() == .repeatResponse)
        #expect(self.transaction.nextDeadline == nil)
        #expect(self.transaction.isProceeding)
    }

    @Test
    mutating func `a refusal is repeated at doubling intervals up to T2 until timer H reports the missing ACK`() {
        _ = self.transaction.respond(status: 486, at: .start)
        var repeats: [Int64] = []
        var last: InviteServerTransaction.Action?
        while let deadline = self.transaction.nextDeadline {
            last = self.transaction.advance(to: deadline)
            if last == .repeatResponse {
                repeats.append(deadline.nanoseconds / 1_000_000)
            } else {
                #expect(deadline == Self.at(32_000))
            }
        }
        #expect(repeats == [500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500])
        #expect(last == .reportMissingACK)
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `an ACK ends the repetition and timer I ends the transaction`() {
        _ = self.transaction.respond(status: 404, at: .start)
        self.transaction.receiveACK(at: Self.at(100))
        #expect(self.transaction.nextDeadline == Self.at(5100))
        #expect(self.transaction.receiveRetransmission() == nil)
        #expect(self.transaction.advance(to: Self.at(5100)) == nil)
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `a 2xx is accepted for 64 T1, absorbs the INVITE and lets further 2xx pass`() {
        _ = self.transaction.respond(status: 200, at: .start)
        #expect(self.transaction.isAccepted)
        #expect(self.transaction.receiveRetransmission() == nil)
        self.transaction.receiveACK(at: .start)
        #expect(self.transaction.isAccepted)
        let again = self.transaction.respond(status: 200, at: Self.at(500))
        let refusal = self.transaction.respond(status: 486, at: Self.at(500))
        #expect(again)
        #expect(!refusal)
        #expect(self.transaction.advance(to: Self.at(31_999)) == nil)
        #expect(!self.transaction.isTerminated)
        #expect(self.transaction.advance(to: Self.at(32_000)) == nil)
        #expect(self.transaction.isTerminated)
    }

    @Test
    mutating func `a final response closes the transaction to any other`() {
        _ = self.transaction.respond(status: 486, at: .start)
        let late = self.transaction.respond(status: 200, at: .start)
        let ringing = self.transaction.respond(status: 180, at: .start)
        #expect(!late)
        #expect(!ringing)
    }

    @Test
    func `a reliable transport neither repeats nor lingers`() {
        var transaction = InviteServerTransaction(timers: SIPTimers(), isReliable: true)
        _ = transaction.respond(status: 486, at: .start)
        #expect(transaction.nextDeadline == Self.at(32_000))
        transaction.receiveACK(at: Self.at(10))
        #expect(transaction.isTerminated)
    }
}
