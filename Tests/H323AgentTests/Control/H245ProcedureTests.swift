import CallModel
import H323Agent
import H323Syntax
import ProtocolKit
import SDP
import Testing

/// Each procedure of H.245 annex C by itself, arc by arc.
struct H245ProcedureTests {
    private let settings = H245Settings()

    // MARK: Capability exchange

    @Test
    func `only the answer to the latest set counts`() {
        var exchange = CapabilityExchange(timeout: .seconds(15))
        let first = exchange.state(CapabilitySet(), at: .start)
        let second = exchange.state(CapabilitySet(), at: .start)
        let stale = exchange.receiveAck(first.sequenceNumber)
        let fresh = exchange.receiveAck(second.sequenceNumber)
        let again = exchange.receiveReject(second.sequenceNumber)

        #expect(stale == nil && again == nil)
        #expect(fresh == .acknowledged)
        #expect(exchange.isAcknowledged)
        #expect(exchange.nextDeadline == nil)
    }

    @Test
    func `capabilities without an answer time out once`() {
        var exchange = CapabilityExchange(timeout: .seconds(15))
        _ = exchange.state(CapabilitySet(), at: .start)
        let early = exchange.advance(to: Self.moment(14))
        let late = exchange.advance(to: Self.moment(15))
        let again = exchange.advance(to: Self.moment(99))

        #expect(early == nil && late == .timedOut && again == nil)
        #expect(!exchange.isAcknowledged)
    }

    // MARK: Master–slave determination

    /// One comparison of clause C.2.2.
    struct Comparison: Sendable {
        let ownType: UInt8
        let own: UInt32
        let peerType: UInt8
        let peer: UInt32
        let isMaster: Bool
    }

    @Test(arguments: [
        Comparison(ownType: 60, own: 1, peerType: 50, peer: 9, isMaster: true),
        Comparison(ownType: 50, own: 1, peerType: 60, peer: 9, isMaster: false),
        Comparison(ownType: 60, own: 0, peerType: 60, peer: 1, isMaster: true),
        Comparison(ownType: 60, own: 1, peerType: 60, peer: 0, isMaster: false),
        Comparison(ownType: 60, own: 0xFF_FFFF, peerType: 60, peer: 0, isMaster: true),
        Comparison(ownType: 60, own: 5, peerType: 60, peer: 0x80_0006, isMaster: false),
    ])
    func `the larger terminal type decides and else the distance of numbers`(_ comparison: Comparison) {
        var settings = H245Settings()
        settings.terminalType = comparison.ownType
        var determination = MasterSlaveDetermination(settings: settings, number: comparison.own)
        let isMaster = comparison.isMaster
        let request = H245.MasterSlaveDetermination(
            terminalType: comparison.peerType,
            statusDeterminationNumber: comparison.peer
        )
        let answer = determination.receive(request, nextNumber: 0, at: .start)
        let ack = H245.MasterSlaveDeterminationAck(decision: isMaster ? .master : .slave)
        let settled = determination.receive(ack, at: .start)

        guard case .acknowledge(let sent) = answer, case .settle(let result) = settled else {
            Issue.record("the determination did not settle")
            return
        }
        #expect(sent.decision == (isMaster ? .slave : .master))
        #expect(result == isMaster)
        #expect(determination.isMaster == isMaster)
    }

    @Test(arguments: [7, 0x80_0007] as [UInt32])
    func `numbers that decide nothing are tried again and not for ever`(_ peer: UInt32) {
        var determination = MasterSlaveDetermination(settings: self.settings, number: 7)
        let request = H245.MasterSlaveDetermination(terminalType: 60, statusDeterminationNumber: peer)
        let idle = determination.receive(request, nextNumber: 7, at: .start)
        guard case .reject = idle else {
            Issue.record("equal numbers were not rejected")
            return
        }
        _ = determination.determine(at: .start)
        var requests = 1
        while case .request = determination.receiveReject(nextNumber: 7, at: .start) {
            requests += 1
        }
        #expect(requests == self.settings.determinationAttempts)
        #expect(determination.nextDeadline == nil)
    }

    @Test
    func `a determination without an answer is released`() {
        var determination = MasterSlaveDetermination(settings: self.settings, number: 7)
        _ = determination.determine(at: .start)
        guard case .fail(let tellsPeer) = determination.advance(to: Self.moment(15)) else {
            Issue.record("T106 did not end the determination")
            return
        }
        #expect(tellsPeer)
        #expect(determination.isMaster == nil)
    }

    @Test
    func `a decision that contradicts ours is a failure`() {
        var determination = MasterSlaveDetermination(settings: self.settings, number: 0)
        let request = H245.MasterSlaveDetermination(terminalType: 60, statusDeterminationNumber: 1)
        _ = determination.receive(request, nextNumber: 0, at: .start)
        guard case .fail = determination.receive(H245.MasterSlaveDeterminationAck(decision: .slave), at: .start) else {
            Issue.record("both ends are slaves")
            return
        }
    }

    // MARK: Channels

    @Test
    func `a channel opens and closes`() {
        var channel = OutgoingChannel(Self.proposal, timeout: .seconds(15), at: .start)
        let opened = channel.receive(Self.ack(port: 5000))
        let twice = channel.receive(Self.ack(port: 5002))
        #expect(opened == .established && twice == nil)
        #expect(channel.channel.mediaAddress == .lab(9, 5000))

        let closing = channel.close(at: .start)
        let again = channel.close(at: .start)
        let gone = channel.receiveCloseAck()
        #expect(closing == .sendClose && again == nil && gone == .released)
        #expect(channel.isReleased && channel.nextDeadline == nil)
    }

    @Test
    func `an acknowledgement without an address opens nothing`() {
        var channel = OutgoingChannel(Self.proposal, timeout: .seconds(15), at: .start)
        let bare = channel.receive(H245.OpenLogicalChannelAck(forwardLogicalChannelNumber: 7))
        #expect(bare == .giveUp && channel.isReleased)
    }

    @Test
    func `an answer that never comes closes the channel`() {
        var channel = OutgoingChannel(Self.proposal, timeout: .seconds(15), at: .start)
        let given = channel.advance(to: Self.moment(15))
        #expect(given == .giveUp)

        var closing = OutgoingChannel(established: Self.proposal, timeout: .seconds(15))
        _ = closing.close(at: .start)
        let late = closing.receive(Self.ack(port: 5000))
        let gone = closing.advance(to: Self.moment(15))
        #expect(late == nil && gone == .released)
    }

    // MARK: Probes and modes

    @Test
    func `a probe measures the way there and back`() {
        var delay = RoundTripDelay(timeout: .seconds(10))
        let first = delay.ask(at: .start)
        let second = delay.ask(at: Self.moment(1))
        let stale = delay.receiveResponse(first, at: Self.moment(2))
        let answered = delay.receiveResponse(second, at: Self.moment(3))
        _ = delay.ask(at: Self.moment(10))
        let lost = delay.advance(to: Self.moment(20))

        #expect(stale == nil && answered == .answered(after: .seconds(2)) && lost == .timedOut)
    }

    @Test
    func `a mode request is answered once`() {
        var mode = ModeRequest(timeout: .seconds(15))
        let sequence = mode.ask(at: .start)
        let wrong = mode.receiveResponse(sequence &+ 1, isGranted: true)
        let denied = mode.receiveResponse(sequence, isGranted: false)
        let again = mode.receiveResponse(sequence, isGranted: true)
        #expect(wrong == nil && denied == .denied && again == nil)
    }

    // MARK: Keys

    @Test
    func `keys take the form that the peer knows`() {
        let keys = [Digit(symbol: 0x31), Digit(symbol: 0x21), Digit(symbol: 0x78)]
        let plain = KeyInput.indications(keys, to: [])
        let signals = KeyInput.indications(keys, to: [.dtmf])

        #expect(plain == [.alphanumeric("1"), .alphanumeric("!")])
        guard case .signal(let signal) = signals.first else {
            Issue.record("no signal for a peer that takes them")
            return
        }
        #expect(signal.duration == 100)
        #expect(signals.count == 2 && signals.last == .alphanumeric("!"))
        #expect(KeyInput.digits(.alphanumeric("12x#")).map(\.symbol) == [0x31, 0x32, 0x23])
        #expect(KeyInput.digits(.signalUpdate(H245.UserInputIndication.SignalUpdate(duration: 5))).isEmpty)
    }

    // MARK: Details

    private static let proposal = ChannelProposal(.forward, number: 7, .audio(AudioFormat(.pcmu, frames: 20)))

    private static func ack(port: UInt16) -> H245.OpenLogicalChannelAck {
        var parameters = H245.H2250LogicalChannelAckParameters()
        parameters.mediaChannel = H245.TransportAddress(.lab(9, port))
        var ack = H245.OpenLogicalChannelAck(forwardLogicalChannelNumber: 7)
        ack.forwardMultiplexAckParameters = .h2250LogicalChannelAckParameters(parameters)
        return ack
    }

    private static func moment(_ seconds: Int) -> Instant {
        Instant.start.advanced(by: .seconds(seconds))
    }
}
