package import CallModel
import H323Syntax
package import ProtocolKit
package import SDP

/// How one call uses H.245 and fast connect, and its timers.
package struct H323CallSettings: Hashable, Sendable {
    /// Whether calls propose and accept channels in call signaling (H.323 clause 8.1.7).
    package var usesFastConnect = true

    /// Whether H.245 may go in call signaling messages (H.323 clause 8.2.1).
    package var usesTunnelling = true

    /// Timers of call signaling.
    package var signaling = SignalingTimers()

    /// Timers and bounds of H.245.
    package var control = H245Settings()

    package init() {}
}

/// One H.323 call: its signaling, fast connect, H.245 however it travels, and its channels.
///
/// Its owner opens and closes connections for it and tells what the other leg wants; after every input it calls
/// ``nextOutput()`` until that returns `nil`.
package struct H323Call: Sendable {
    /// What has become of fast connect.
    enum FastConnect: Sendable {
        /// Nobody has proposed it, or it was refused.
        case none
        /// We have proposed channels.
        case offered(FastConnectOffer)
        /// The peer has proposed channels that we cannot take; it has not been told yet.
        case refused
        /// The peer has proposed channels.
        case received(FastConnectProposal)
        /// Its channels are open; as callee with the elements to repeat until the call is answered.
        case agreed(elements: [[UInt8]])
    }

    /// How H.245 travels.
    enum ControlPath: Sendable {
        case none
        /// In call signaling messages.
        case tunnel
        /// A connection of its own is being opened, by us or by the peer.
        case connecting
        case connection
    }

    let settings: H323CallSettings
    var signaling: CallSignaling
    var negotiation: MediaNegotiation
    var fastConnect = FastConnect.none
    var control = ControlPath.none
    /// Whether the peer can have H.245 in call signaling messages; unknown before its first message.
    var peerTunnels: Bool?
    /// Our side of the session.
    var local: [StreamOptions]?
    /// H.245 messages that wait for a message to go in, or for the connection.
    var waiting: [[UInt8]] = []
    /// Where we take an H.245 connection for this call, if the owner has a port for it.
    let controlAddress: TransportAddress?
    var isAnswered = false
    /// Whether there has been media.
    var hasAgreed = false
    /// When an answered call must have media.
    var mediaBy: Instant?
    var outputs = OutputQueue<H323CallOutput>()

    package init(
        _ role: CallSignaling.Role,
        _ identity: CallIdentity,
        settings: H323CallSettings = H323CallSettings(),
        controlAddress: TransportAddress? = nil,
        identifiers: IdentifierSource
    ) {
        self.settings = settings
        self.controlAddress = controlAddress
        self.signaling = CallSignaling(
            role,
            identity,
            tunnels: settings.usesTunnelling,
            timers: settings.signaling
        )
        self.negotiation = MediaNegotiation(settings: settings.control, identifiers: identifiers)
    }

    // MARK: Queries

    /// Whether the call exists.
    package var isOpen: Bool {
        self.signaling.isOpen
    }

    /// The numbers of the call.
    package var identity: CallIdentity {
        self.signaling.identity
    }

    /// Where the call is.
    package var state: SignalingState {
        self.signaling.state
    }

    /// How many channels there are on either side.
    package var channelCount: Int {
        self.negotiation.channelCount
    }

    /// The oldest output that has not been taken.
    package mutating func nextOutput() -> H323CallOutput? {
        self.outputs.next()
    }

    /// When the next timer runs out.
    package var nextDeadline: Instant? {
        let procedures = Instant.earlier(self.signaling.nextDeadline, self.negotiation.nextDeadline)
        return Instant.earlier(procedures, self.mediaBy)
    }

    /// Acts on every timer that has run out.
    package mutating func advance(to now: Instant) {
        self.signaling.advance(to: now)
        self.negotiation.advance(to: now)
        self.settle(at: now)
        if let mediaBy = self.mediaBy, mediaBy <= now {
            self.mediaBy = nil
            self.release(SignalingClearing(.recoveryOnTimerExpiry), at: now)
        }
    }

    // MARK: The caller's side

    /// Places the call; with a description fast connect proposes its channels.
    package mutating func place(_ content: SetupContent, offer: SessionDescription?, at now: Instant) {
        var content = content
        if let offer {
            self.local = StreamOptions.all(of: offer)
            let proposal = FastConnectOffer(offer)
            if self.settings.usesFastConnect, !proposal.proposals.isEmpty, let elements = try? proposal.elements() {
                content.media.fastStart = elements
                self.fastConnect = .offered(proposal)
            } else {
                self.negotiation.describe(StreamOptions.all(of: offer), at: now)
            }
        }
        self.signaling.place(content, at: now)
        self.settle(at: now)
    }

    /// Sends more digits of the called number.
    package mutating func sendDigits(_ digits: ByteString, at now: Instant) {
        self.signaling.sendDigits(digits, at: now)
        self.settle(at: now)
    }

    // MARK: The callee's side

    /// Tells the caller that no more digits are needed.
    package mutating func proceed(at now: Instant) {
        self.signaling.proceed(self.outgoingElements())
        self.settle(at: now)
    }

    /// Asks the caller for more digits.
    package mutating func askForDigits(at now: Instant) {
        self.signaling.askForDigits(at: now)
        self.settle(at: now)
    }

    /// Tells the caller that the called party is alerted.
    package mutating func alert(inBand: Bool, at now: Instant) {
        self.signaling.alert(inBand: inBand, self.outgoingElements())
        self.settle(at: now)
    }

    /// Tells the caller of progress.
    package mutating func progress(inBand: Bool, at now: Instant) {
        self.signaling.progress(inBand: inBand, self.outgoingElements())
        self.settle(at: now)
    }

    /// Answers the call.
    ///
    /// Without channels of fast connect H.245 begins now, in the Connect where it can be.
    package mutating func accept(_ party: SignalingParty?, at now: Instant) {
        guard !self.isAnswered, self.signaling.role == .callee else {
            return
        }
        self.isAnswered = true
        var elements = MediaElements()
        switch self.fastConnect {
        case .agreed:
            // H.245 starts when something needs it.
            break
        case .none, .offered:
            self.beginControl(&elements, at: now)
        case .received, .refused:
            elements.refusesFastConnect = true
            self.fastConnect = .none
            if self.local == nil, let streams = self.negotiation.peerStreams, !streams.isEmpty {
                self.report(.offered(streams))
            }
            self.beginControl(&elements, at: now)
        }
        self.waitForMedia(at: now)
        self.collectControl(at: now)
        let more = self.outgoingElements()
        elements.fastStart = more.fastStart
        elements.control = more.control
        self.signaling.connect(party, elements)
        self.settle(at: now)
    }

    // MARK: Both sides

    /// Our side of the session is this now: an answer to what the peer offered, or an offer of ours.
    package mutating func describe(_ description: SessionDescription, at now: Instant) {
        let streams = StreamOptions.all(of: description)
        self.local = streams
        if case .received(let proposal) = self.fastConnect, !self.isAnswered {
            self.acceptFastConnect(proposal, description, streams, at: now)
        } else if case .offered = self.fastConnect {
            // It takes the place of what the Setup proposed once H.245 runs.
        } else {
            self.negotiation.describe(streams, at: now)
            if self.isAnswered {
                self.wantControl(at: now)
            }
        }
        self.settle(at: now)
    }

    /// Sends keys: by H.245 when the peer takes them there, else by Information.
    package mutating func send(_ digits: [Digit], at now: Instant) {
        if self.negotiation.takesKeys {
            self.negotiation.send(digits, at: now)
        } else {
            self.signaling.sendKeys(digits)
        }
        self.settle(at: now)
    }

    /// Answers the peer's wish for fax; granted, a description with fax follows.
    package mutating func answerFax(isGranted: Bool, at now: Instant) {
        self.negotiation.answerFax(isGranted: isGranted, at: now)
        self.settle(at: now)
    }

    /// Asks for a sign of life where H.245 runs; whether it does.
    package mutating func probe(at now: Instant) -> Bool {
        self.negotiation.probe(at: now)
        self.settle(at: now)
        return self.negotiation.isRunning
    }

    /// Ends the call.
    package mutating func release(_ clearing: SignalingClearing, at now: Instant) {
        guard self.signaling.isOpen else {
            return
        }
        if self.negotiation.isRunning {
            self.negotiation.end(at: now)
        }
        self.collectControl(at: now)
        var elements = MediaElements()
        if case .tunnel = self.control {
            elements.control = self.waiting
            self.waiting = []
        }
        self.signaling.release(clearing, elements)
        self.settle(at: now)
    }

    private mutating func acceptFastConnect(
        _ proposal: FastConnectProposal,
        _ description: SessionDescription,
        _ streams: [StreamOptions],
        at now: Instant
    ) {
        guard let agreement = proposal.accept(description, firstNumber: 1),
            let elements = try? FastConnectProposal.elements(agreement)
        else {
            self.fastConnect = .refused
            self.negotiation.describe(streams, at: now)
            return
        }
        self.negotiation.adopt(agreement, asProposer: false, local: streams)
        self.fastConnect = .agreed(elements: elements)
        self.hasAgreed = true
        if let moved = proposal.corrected(by: agreement) {
            self.report(.moved(moved))
        }
    }

    mutating func report(_ event: H323CallEvent) {
        self.outputs.append(.report(event))
    }
}
