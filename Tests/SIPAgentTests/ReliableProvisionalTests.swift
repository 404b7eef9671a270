import ProtocolKit
import SIPAgent
import Testing

/// RFC 3262 §3 and RFC 3261 §13.3.1.4: what the server of an INVITE repeats.
struct ReliableProvisionalTests {
    private var provisional = ReliableProvisional(firstSequence: 776_655)
    private var answer = AnswerRetransmission(t1: .milliseconds(500), t2: .seconds(4), at: .start)

    @Test
    mutating func `responses are numbered one after the other`() {
        #expect(self.provisional.send(carriesDescription: true, t1: .milliseconds(500), at: .start) == 776_655)
        #expect(self.provisional.holdsAnswerBack)
        #expect(self.provisional.receivePRACK(sequence: 776_655) == .acknowledged(carriedDescription: true))
        #expect(self.provisional.send(carriesDescription: false, t1: .milliseconds(500), at: .start) == 776_656)
        #expect(!self.provisional.holdsAnswerBack)
    }

    @Test
    mutating func `a PRACK that matches nothing is unknown`() {
        #expect(self.provisional.receivePRACK(sequence: 776_655) == .unknown)
        _ = self.provisional.send(carriesDescription: false, t1: .milliseconds(500), at: .start)
        #expect(self.provisional.receivePRACK(sequence: 1) == .unknown)
        #expect(self.provisional.isOutstanding)
    }

    @Test
    mutating func `repetition doubles from T1 and gives up after 64 T1`() {
        _ = self.provisional.send(carriesDescription: false, t1: .milliseconds(500), at: .start)
        var repeated: [Int64] = []
        var gaveUp: Int64?
        while let deadline = self.provisional.nextDeadline {
            switch self.provisional.advance(to: deadline) {
            case .repeatResponse:
                repeated.append(deadline.nanoseconds / 1_000_000)
            case .giveUp:
                gaveUp = deadline.nanoseconds / 1_000_000
            case nil:
                break
            }
        }
        #expect(repeated == [500, 1500, 3500, 7500, 15500, 31500])
        #expect(gaveUp == 32000)
    }

    @Test
    mutating func `a 2xx is repeated from T1 to T2 until 64 T1`() {
        var repeated: [Int64] = []
        while true {
            let deadline = self.answer.nextDeadline
            guard self.answer.advance(to: deadline) == .repeatResponse else {
                #expect(deadline == .start.advanced(by: .seconds(32)))
                break
            }
            repeated.append(deadline.nanoseconds / 1_000_000)
        }
        #expect(repeated == [500, 1500, 3500, 7500, 11500, 15500, 19500, 23500, 27500, 31500])
    }

    @Test
    func `a tag names the place of its leg`() {
        var identifiers = IdentifierSource(seed: 1)
        for place in [(0, 0), (31, 0), (32, 1), (UInt32.max, UInt32.max)] as [(UInt32, UInt32)] {
            let index = SlabIndex(slot: place.0, generation: place.1)
            let tag = LegTag(for: index, from: &identifiers)
            #expect(LegTag.place(in: tag.text.bytes) == index)
        }
        for foreign in ["", "abc", "0123456789abcd", "0123456789abcd!", "0123456789abcd01234567890123456789"] {
            #expect(LegTag.place(in: Array(foreign.utf8)) == nil)
        }
    }
}
