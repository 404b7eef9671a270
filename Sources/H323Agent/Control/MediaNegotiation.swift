package import CallModel
package import H323Syntax
package import ProtocolKit
import SDP

/// What a negotiation wants.
package enum NegotiationOutput: Sendable {
    /// Send this to the peer.
    case send(H245.MultimediaSystemControlMessage)
    /// Tell the owner.
    case report(NegotiationEvent)
}

/// What a negotiation reports.
package enum NegotiationEvent: Sendable {
    /// What the peer can receive, while nobody has said what we can: an offer whose addresses are not known yet.
    case offered([StreamOptions])
    /// What the peer receives now, for each of our streams in their order; `nil` refuses one.
    ///
    /// It follows every description of ours, and every change that the peer makes on its own.
    case agreed([StreamOptions?])
    /// Both ends have nothing in common; a call without media is to be cleared.
    case nothingInCommon
    /// Keys were pressed.
    case digits([Digit])
    /// The peer wants fax instead of speech; it waits for ``MediaNegotiation/answerFax(isGranted:)``.
    case faxRequested
    /// What came of our wish for fax.
    case faxAnswered(isGranted: Bool)
    /// What came of a probe.
    case roundTrip(RoundTripDelay.Outcome)
    /// A procedure failed without which there is no media.
    case failed(H245Event.Failure)
    /// The session is over; nothing follows.
    case ended
}

/// Brings what SDP says of a session and the channels of H.245 together.
///
/// Each stream of ours gets a channel to the peer in an encoding that the peer takes, and the peer's channels are taken
/// when they carry the same encoding: SIP and MGCP know no other (RFC 4123 §7.1). When both ends open different ones at
/// once, the slave follows the master (H.245 clause 8.4.1.3).
package struct MediaNegotiation: Sendable {
    var session: H245Session
    var local: [StreamOptions]?
    var proposed: [ChannelProposal] = []
    var refused: [ChannelFormat] = []
    var outputs = OutputQueue<NegotiationOutput>()
    /// What is to be stated once the peer has stopped.
    var restated: CapabilitySet?
    /// Whether the latest description of ours has not been answered yet.
    var isReportDue = false
    /// When it must have been answered, once H.245 runs.
    var expiresAt: Instant?
    var reported: [StreamOptions?]?
    var settlesAt: Instant?
    /// Whether the wait for channels of the peer is over.
    var hasSettled = false

    package init(settings: H245Settings = H245Settings(), identifiers: IdentifierSource) {
        self.session = H245Session(settings: settings, identifiers: identifiers)
    }

    // MARK: Inputs

    /// H.245 begins; what is known of our side is stated at once.
    package mutating func start(at now: Instant) {
        self.session.start(at: now)
        self.settle(at: now)
    }

    /// Our side of the session is this now: an offer to the peer, or the answer to what it can receive.
    package mutating func describe(_ streams: [StreamOptions], at now: Instant) {
        let former = self.local
        self.local = streams
        self.refused = []
        self.isReportDue = true
        self.hasSettled = false
        self.settlesAt = nil
        self.expiresAt = nil
        if former != nil {
            self.restate(at: now)
        }
        self.settle(at: now)
    }

    /// Fast connect has opened these channels for our side of the session.
    package mutating func adopt(_ agreement: ChannelAgreement, asProposer: Bool, local: [StreamOptions]) {
        self.local = local
        self.session.adopt(agreement, asProposer: asProposer)
        self.reported = self.answer
    }

    /// Takes a message of the peer.
    package mutating func receive(_ message: H245.MultimediaSystemControlMessage, at now: Instant) {
        self.session.receive(message, at: now)
        self.settle(at: now)
    }

    /// Sends once more what the peer has not answered, for one that ignores H.245 in a Setup.
    package mutating func repeatUnanswered(at now: Instant) {
        self.session.repeatUnanswered(at: now)
        self.drain(at: now)
    }

    /// Sends keys.
    package mutating func send(_ digits: [Digit], at now: Instant) {
        self.session.send(digits)
        self.drain(at: now)
    }

    /// Asks for a sign of life.
    package mutating func probe(at now: Instant) {
        self.session.probe(at: now)
        self.drain(at: now)
    }

    /// Answers the peer's wish for fax; granted, a description with fax follows.
    package mutating func answerFax(isGranted: Bool, at now: Instant) {
        self.session.answerMode(isGranted: isGranted)
        self.drain(at: now)
    }

    /// Ends the session.
    package mutating func end(at now: Instant) {
        self.session.end(at: now)
        self.drain(at: now)
    }

    /// The call is gone: channels and timers go with it, and nothing is waited for.
    package mutating func abandon(at now: Instant) {
        self.session.abandon()
        self.drain(at: now)
    }

    // MARK: Queries

    /// Whether H.245 runs.
    package var isRunning: Bool {
        self.session.isRunning
    }

    /// Whether H.245 is over.
    package var isEnded: Bool {
        self.session.isEnded
    }

    /// Whether keys can be sent in messages of H.245, as far as the peer has said.
    package var takesKeys: Bool {
        self.session.isRunning && self.session.peer?.userInput.isEmpty == false
    }

    /// What the peer can receive, as far as it has said.
    package var peerStreams: [StreamOptions]? {
        self.session.peer?.streams
    }

    /// How many channels there are on either side.
    package var channelCount: Int {
        self.session.channelCount
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> NegotiationOutput? {
        self.outputs.next()
    }

    /// When the next timer runs out.
    package var nextDeadline: Instant? {
        Instant.earlier(self.session.nextDeadline, Instant.earlier(self.settlesAt, self.expiresAt))
    }

    /// Acts on every timer that has run out.
    package mutating func advance(to now: Instant) {
        self.session.advance(to: now)
        if let settlesAt = self.settlesAt, settlesAt <= now {
            self.settlesAt = nil
            self.hasSettled = true
        }
        self.settle(at: now)
        if let expiresAt = self.expiresAt, expiresAt <= now {
            self.reportIsDone()
            self.report(.failed(.negotiation))
        }
    }

    // MARK: Events of the session

    /// Takes what the session puts out.
    mutating func drain(at now: Instant) {
        while let output = self.session.nextOutput() {
            switch output {
            case .send(let message): self.outputs.append(.send(message))
            case .report(let event): self.receive(event, at: now)
            }
        }
    }

    private mutating func receive(_ event: H245Event, at now: Instant) {
        switch event {
        case .capabilities(let peer):
            self.refused = []
            if self.local == nil, !peer.isEmpty {
                self.report(.offered(peer.streams))
            }
        case .capabilitiesAcknowledged:
            if let restated = self.restated {
                self.restated = nil
                self.session.state(restated, at: now)
            }
        case .proposed(let channel):
            self.proposed.append(channel)
        case .closedByPeer(let channel):
            self.proposed.removeAll { $0.number == channel.number }
        case .refused(let channel):
            self.refused.append(channel.format)
        case .determined, .opened, .closed:
            break
        case .digits(let digits):
            self.report(.digits(digits))
        case .modeRequested(let formats):
            let wantsFax = formats.contains { $0.kind == .image }
            if wantsFax {
                self.report(.faxRequested)
            } else {
                // Speech is what the channels carry already, or what they go back to by a description of ours.
                self.session.answerMode(isGranted: formats.first?.kind == .audio)
            }
        case .modeAnswered(let outcome):
            self.report(.faxAnswered(isGranted: outcome == .granted))
        case .roundTrip(let outcome):
            self.report(.roundTrip(outcome))
        case .failed(let failure):
            self.report(.failed(failure))
        case .ended:
            self.reportIsDone()
            self.proposed = []
            self.report(.ended)
        }
    }

    /// The latest description of ours has been answered, or never will be.
    mutating func reportIsDone() {
        self.isReportDue = false
        self.settlesAt = nil
        self.expiresAt = nil
    }

    mutating func report(_ event: NegotiationEvent) {
        self.outputs.append(.report(event))
    }
}
