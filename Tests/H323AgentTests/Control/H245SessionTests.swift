import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// A session with a peer that does as it likes.
struct H245SessionTests {
    private var session = H245Session(identifiers: IdentifierSource(seed: 3))
    private var sent: [H245.MultimediaSystemControlMessage] = []
    private var events: [H245Event] = []

    @Test
    mutating func `what nobody answers is asked again after the answer to the call`() {
        self.session.start(at: .start)
        self.session.state(CapabilitySet(), at: .start)
        self.drain()
        self.sent = []
        self.session.repeatUnanswered(at: .start)
        self.drain()

        #expect(self.sent.count == 2)
        self.session.receive(.response(.terminalCapabilitySetAck(.init(sequenceNumber: 2))), at: .start)
        self.drain()
        self.sent = []
        self.session.repeatUnanswered(at: .start)
        self.drain()
        #expect(self.sent.count == 1)
    }

    @Test
    mutating func `channels beyond the limit are refused and the others stay`() {
        self.session.start(at: .start)
        self.drain()
        self.sent = []
        for number in UInt16(1)...10 {
            self.receive(.openLogicalChannel(Self.proposal(number).message))
            self.session.accept(number, media: .lab(1, 4000), control: nil)
        }
        self.drain()

        #expect(self.session.establishedIncoming.count == 8)
        #expect(self.sent.count == 10)
        #expect(
            self.sent.suffix(2).allSatisfy { message in
                guard case .response(.openLogicalChannelReject) = message else {
                    return false
                }
                return true
            }
        )
    }

    @Test
    mutating func `a number that is used again replaces its channel`() {
        self.session.start(at: .start)
        self.receive(.openLogicalChannel(Self.proposal(1).message))
        self.session.accept(1, media: .lab(1, 4000), control: nil)
        self.receive(.openLogicalChannel(Self.proposal(1).message))
        self.drain()

        #expect(self.session.channelCount == 1)
        #expect(self.session.establishedIncoming.isEmpty)
        #expect(
            self.events.contains { event in
                guard case .closedByPeer = event else {
                    return false
                }
                return true
            }
        )
    }

    @Test
    mutating func `channels that nobody knows are closed and rejected politely`() {
        self.session.start(at: .start)
        self.drain()
        self.sent = []
        self.receive(.closeLogicalChannel(.init(forwardLogicalChannelNumber: 99, source: .user)))
        self.receive(.requestChannelClose(.init(forwardLogicalChannelNumber: 98)))
        self.session.receive(.response(.openLogicalChannelAck(.init(forwardLogicalChannelNumber: 97))), at: .start)
        self.session.receive(.response(.closeLogicalChannelAck(.init(forwardLogicalChannelNumber: 96))), at: .start)
        self.drain()

        #expect(
            self.sent == [
                .response(.closeLogicalChannelAck(.init(forwardLogicalChannelNumber: 99))),
                .response(.requestChannelCloseReject(.init(forwardLogicalChannelNumber: 98, cause: .unspecified))),
            ]
        )
    }

    @Test
    mutating func `unknown requests get an answer and unknown indications none`() {
        self.session.start(at: .start)
        self.drain()
        self.sent = []
        self.receive(.maintenanceLoopRequest(.init(type: .systemLoop)))
        self.session.receive(.unrecognized(.init(index: 3, octets: [0])), at: .start)
        self.session.receive(.indication(.unrecognized(.init(index: 30, octets: [0]))), at: .start)
        self.receive(.roundTripDelayRequest(.init(sequenceNumber: 77)))
        self.drain()

        #expect(
            self.sent == [
                .indication(.functionNotSupported(.init(cause: .unknownFunction))),
                .response(.roundTripDelayResponse(.init(sequenceNumber: 77))),
            ]
        )
    }

    @Test
    mutating func `the peer's request to close a channel closes it`() throws {
        self.session.start(at: .start)
        let number = self.session.open(Self.proposal(0), at: .start)
        let opened = try #require(number)
        var parameters = H245.H2250LogicalChannelAckParameters()
        parameters.mediaChannel = H245.TransportAddress(.lab(9, 5000))
        var ack = H245.OpenLogicalChannelAck(forwardLogicalChannelNumber: opened)
        ack.forwardMultiplexAckParameters = .h2250LogicalChannelAckParameters(parameters)
        self.session.receive(.response(.openLogicalChannelAck(ack)), at: .start)
        self.receive(.requestChannelClose(.init(forwardLogicalChannelNumber: opened)))
        self.session.receive(.response(.closeLogicalChannelAck(.init(forwardLogicalChannelNumber: opened))), at: .start)

        #expect(self.session.channelCount == 0)
    }

    @Test
    mutating func `after the end nothing is heard or said`() {
        self.session.start(at: .start)
        self.session.receive(.command(.endSessionCommand(.disconnect)), at: .start)
        self.drain()
        #expect(self.session.isEnded)
        #expect(self.sent.last == .command(.endSessionCommand(.disconnect)))

        self.sent = []
        self.receive(.roundTripDelayRequest(.init(sequenceNumber: 1)))
        self.session.end(at: .start)
        self.session.probe(at: .start)
        self.drain()
        #expect(self.sent.isEmpty)
        #expect(self.session.nextDeadline == nil)
    }

    @Test
    mutating func `an end that the peer does not confirm comes by itself`() {
        self.session.start(at: .start)
        self.session.end(at: .start)
        self.session.advance(to: Instant.start.advanced(by: .seconds(2)))
        #expect(self.session.isEnded)
    }

    // MARK: Driving

    private mutating func receive(_ request: H245.RequestMessage) {
        self.session.receive(.request(request), at: .start)
    }

    private mutating func drain() {
        while let output = self.session.nextOutput() {
            switch output {
            case .send(let message): self.sent.append(message)
            case .report(let event): self.events.append(event)
            }
        }
    }

    private static func proposal(_ number: UInt16) -> ChannelProposal {
        ChannelProposal(.forward, number: number, .audio(AudioFormat(.pcmu, frames: 20)))
    }
}
