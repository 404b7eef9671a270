package import CallModel
import H323Syntax
package import ProtocolKit

/// One H.245 session of a call, over whatever carries its messages: a connection of its own or the call's (H.323 §8.2).
///
/// It joins the procedures of H.245 annex C and keeps the channels of both ends. After every input its owner calls
/// ``nextOutput()`` until it returns `nil`.
package struct H245Session: Sendable {
    enum State {
        case idle
        case running
        case ending(until: Instant)
        case ended
    }

    let settings: H245Settings
    var identifiers: IdentifierSource
    var state = State.idle
    var exchange: CapabilityExchange
    var determination: MasterSlaveDetermination
    var roundTrip: RoundTripDelay
    var mode: ModeRequest
    var modeSequence: UInt8?
    var peerTable = CapabilityTable()
    var outgoing: [UInt16: OutgoingChannel] = [:]
    var incoming: [UInt16: IncomingChannel] = [:]
    var outputs = OutputQueue<H245Output>()
    private var lastNumber: UInt16 = 0

    /// What the peer can receive, as far as it has said.
    package internal(set) var peer: CapabilitySet?

    package init(settings: H245Settings = H245Settings(), identifiers: IdentifierSource) {
        self.settings = settings
        self.identifiers = identifiers
        self.exchange = CapabilityExchange(timeout: settings.capabilityTimeout)
        self.roundTrip = RoundTripDelay(timeout: settings.roundTripTimeout)
        self.mode = ModeRequest(timeout: settings.modeTimeout)
        let number = self.identifiers.number(below: 1 << 24)
        self.determination = MasterSlaveDetermination(settings: settings, number: UInt32(number))
    }

    // MARK: Procedures

    /// Begins with master–slave determination; capabilities follow when they are known.
    package mutating func start(at now: Instant) {
        guard case .idle = self.state else {
            return
        }
        self.state = .running
        self.perform(self.determination.determine(at: now))
    }

    /// States what we can receive now; an empty set makes the peer stop.
    package mutating func state(_ capabilities: CapabilitySet, at now: Instant) {
        guard self.isRunning else {
            return
        }
        self.send(.request(.terminalCapabilitySet(self.exchange.state(capabilities, at: now))))
    }

    /// Sends once more what has no answer yet, for a peer that ignores H.245 until the call is connected.
    package mutating func repeatUnanswered(at now: Instant) {
        guard self.isRunning else {
            return
        }
        if let set = self.exchange.repeat(at: now) {
            self.send(.request(.terminalCapabilitySet(set)))
        }
        if let action = self.determination.repeat(at: now) {
            self.perform(action)
        }
    }

    /// Asks for a sign of life.
    package mutating func probe(at now: Instant) {
        guard self.isRunning else {
            return
        }
        let sequence = self.roundTrip.ask(at: now)
        self.send(.request(.roundTripDelayRequest(H245.RoundTripDelayRequest(sequenceNumber: sequence))))
    }

    /// Sends keys in the best form that the peer takes.
    package mutating func send(_ digits: [Digit]) {
        guard self.isRunning else {
            return
        }
        for indication in KeyInput.indications(digits, to: self.peer?.userInput ?? []) {
            self.send(.indication(.userInput(indication)))
        }
    }

    /// Asks the peer to send fax over UDP from now on (H.323 clause D.5).
    package mutating func requestFax(_ fax: FaxFormat, at now: Instant) {
        guard self.isRunning else {
            return
        }
        let element = H245.ModeElement(type: .dataMode(fax.mode))
        let request = H245.RequestMode(sequenceNumber: self.mode.ask(at: now), requestedModes: [[element]])
        self.send(.request(.requestMode(request)))
    }

    /// Answers the peer's mode request.
    package mutating func answerMode(isGranted: Bool) {
        guard let sequence = self.modeSequence, self.isRunning else {
            return
        }
        self.modeSequence = nil
        if isGranted {
            let ack = H245.RequestModeAck(sequenceNumber: sequence, response: .willTransmitMostPreferredMode)
            self.send(.response(.requestModeAck(ack)))
        } else {
            let reject = H245.RequestModeReject(sequenceNumber: sequence, cause: .modeUnavailable)
            self.send(.response(.requestModeReject(reject)))
        }
    }

    /// Ends the session and its channels: the peer is told and has a moment to answer.
    package mutating func end(at now: Instant) {
        switch self.state {
        case .idle:
            self.finish()
        case .running:
            self.send(.command(.endSessionCommand(.disconnect)))
            self.state = .ending(until: now.advanced(by: self.settings.endTimeout))
        case .ending, .ended:
            break
        }
    }

    /// Whatever carried the session is gone, and it ends without another word.
    package mutating func abandon() {
        if !self.isEnded {
            self.finish()
        }
    }

    // MARK: Queries

    /// Whether procedures may be started.
    package var isRunning: Bool {
        if case .running = self.state {
            return true
        }
        return false
    }

    /// Whether the session is over.
    package var isEnded: Bool {
        if case .ended = self.state {
            return true
        }
        return false
    }

    /// Whether we decide, once that is settled.
    package var isMaster: Bool? {
        self.determination.isMaster
    }

    /// What we have stated last.
    package var stated: CapabilitySet? {
        self.exchange.stated
    }

    /// The channels that exist on either side, whatever their state.
    package var channelCount: Int {
        self.outgoing.count + self.incoming.count
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> H245Output? {
        self.outputs.next()
    }

    // MARK: Time

    /// When the next timer of a procedure runs out.
    package var nextDeadline: Instant? {
        switch self.state {
        case .idle, .ended:
            return nil
        case .ending(let until):
            return until
        case .running:
            let procedures = [
                self.exchange.nextDeadline, self.determination.nextDeadline, self.roundTrip.nextDeadline,
                self.mode.nextDeadline,
            ]
            let outgoing = self.outgoing.values.lazy.compactMap(\.nextDeadline).min()
            let incoming = self.incoming.values.lazy.compactMap(\.nextDeadline).min()
            return (procedures + [outgoing, incoming]).reduce(nil) { Instant.earlier($0, $1) }
        }
    }

    /// Acts on every timer that has run out.
    package mutating func advance(to now: Instant) {
        if case .ending(let until) = self.state, until <= now {
            self.finish()
        }
        guard self.isRunning else {
            return
        }
        if self.exchange.advance(to: now) != nil {
            self.send(.indication(.terminalCapabilitySetRelease(H245.TerminalCapabilitySetRelease())))
            self.report(.failed(.capabilityExchange))
        }
        if let action = self.determination.advance(to: now) {
            self.perform(action)
        }
        if let outcome = self.roundTrip.advance(to: now) {
            self.report(.roundTrip(outcome))
        }
        if let outcome = self.mode.advance(to: now) {
            self.send(.indication(.requestModeRelease(H245.RequestModeRelease())))
            self.report(.modeAnswered(outcome))
        }
        self.advanceChannels(to: now)
    }

    // MARK: Details

    mutating func perform(_ action: MasterSlaveDetermination.Action) {
        switch action {
        case .request(let request):
            self.send(.request(.masterSlaveDetermination(request)))
        case .acknowledge(let ack):
            self.send(.response(.masterSlaveDeterminationAck(ack)))
        case .acknowledgeAndSettle(let ack, let isMaster):
            self.send(.response(.masterSlaveDeterminationAck(ack)))
            self.report(.determined(isMaster: isMaster))
        case .settle(let isMaster):
            self.report(.determined(isMaster: isMaster))
        case .reject(let reject):
            self.send(.response(.masterSlaveDeterminationReject(reject)))
        case .fail(let tellsPeer):
            if tellsPeer {
                let release = H245.MasterSlaveDeterminationRelease()
                self.send(.indication(.masterSlaveDeterminationRelease(release)))
            }
            self.report(.failed(.masterSlaveDetermination))
        }
    }

    mutating func send(_ message: H245.MultimediaSystemControlMessage) {
        self.outputs.append(.send(message))
    }

    mutating func report(_ event: H245Event) {
        self.outputs.append(.report(event))
    }

    mutating func finish() {
        self.state = .ended
        self.outgoing = [:]
        self.incoming = [:]
        self.report(.ended)
    }

    /// A number that no channel of ours has.
    mutating func nextNumber() -> UInt16 {
        repeat {
            self.lastNumber = self.lastNumber == .max ? 1 : self.lastNumber + 1
        } while self.outgoing[self.lastNumber] != nil
        return self.lastNumber
    }
}
