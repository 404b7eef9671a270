import CallModel
import DialplanEngine
import ProtocolKit

/// Actions of the dialplan that concern the caller alone: it is answered, waits, or is played to.
extension Call {
    /// Answers the caller with the gateway's own media; one that talks already is left as it is.
    mutating func answerCaller(in environment: inout CallEnvironment) {
        guard !self.isCallerAnswered, self.serveCaller(with: .silence, in: &environment) else {
            return
        }
        self.establishCaller(for: self.maximumDuration, in: &environment)
        environment.observe(.callAnswered(self.id, self.legs[self.caller].id))
    }

    /// Lets a caller who is not answered hear the gateway's own media, if it can (RFC 3960 §3).
    mutating func answerCallerEarly(in environment: inout CallEnvironment) {
        guard !self.isCallerAnswered, self.indication?.inBand != .present else {
            return
        }
        let isHeard = self.serveCallerEarly(in: &environment)
        guard case .routing = self.phase else {
            return
        }
        let indication = Indication(isAlert: false, inBand: isHeard ? .present : .none, leg: self.caller)
        self.indication = indication
        environment.command(.progress(inBand: indication.inBand), on: self.legs[self.caller].id)
    }

    /// Tells the caller that it rings, unless it knows.
    mutating func ringCaller(in environment: inout CallEnvironment) {
        guard !self.isCallerAnswered, self.indication?.isAlert != true else {
            return
        }
        let inBand = self.indication?.inBand ?? .none
        self.indication = Indication(isAlert: true, inBand: inBand, leg: self.caller)
        environment.command(.alert(inBand: inBand), on: self.legs[self.caller].id)
    }

    /// The next action follows after this time.
    mutating func pause(for duration: Duration, in environment: inout CallEnvironment) {
        self.phase = .pausing(until: environment.now.advanced(by: duration))
    }

    /// Plays to the caller, as early media if it is not answered; the next action follows when it is over.
    mutating func play(_ playback: PlaybackAction, in environment: inout CallEnvironment) {
        self.answerCallerEarly(in: &environment)
        guard case .routing = self.phase else {
            return
        }
        self.phase = .pausing(until: playback.duration.map { environment.now.advanced(by: $0) })
        guard let signal = playback.signal else {
            return
        }
        self.signal = signal
        if self.media.hearsTones(self.caller), let type = self.media.tonePayloadType(of: self.caller) {
            self.media.play(signal.inPayloadType(type), to: self.caller, on: &environment.plane)
            environment.orderMedia(for: self.index)
        } else if self.isCallerAnswered, self.localOffer == nil {
            // It may have heard another party in a codec that no tone is made in.
            self.negotiation = .local
            self.owesDescription = true
            self.settleDescription(in: &environment)
        }
    }

    /// What takes its time may be over: the next action is due.
    mutating func expirePause(in environment: inout CallEnvironment) {
        guard case .pausing(let end?) = self.phase, end <= environment.now else {
            return
        }
        if self.signal != .silence {
            self.signal = .silence
            self.media.play(.silence, to: self.caller, on: &environment.plane)
            environment.orderMedia(for: self.index)
        }
        self.phase = .routing
        self.carryOn(in: &environment)
    }

    /// The caller's leg has been answered: by somebody, or by the gateway.
    var isCallerAnswered: Bool {
        self.legs[self.caller].phase == .answered
    }

    /// The party that talked with the caller has hung up, and the dialplan says what follows.
    mutating func leaveCaller(_ winner: Int, _ cause: ReleaseCause, in environment: inout CallEnvironment) {
        self.part(winner, from: self.caller, in: &environment)
        self.agreement = self.media.isDirect || self.media.anchor(of: self.caller) == nil ? .owed : .complete
        self.media.anchor()
        self.setup.negotiatesEarly = false
        self.negotiation = .local
        self.owesDescription = false
        self.owesAnswer = false
        self.goesOn = false
        self.rounds = 0
        self.feed = nil
        self.ringback = Ringback()
        self.failure = nil
        self.signal = .silence
        self.outcome = .ended(cause)
        self.phase = .routing
        self.carryOn(in: &environment)
    }

    /// A hunt has failed: a caller who was answered before hears the gateway again, which is no tone of that hunt.
    mutating func hearGateway(in environment: inout CallEnvironment) {
        guard self.isCallerAnswered else {
            return
        }
        self.stopRingback(in: &environment)
        self.feed = nil
        self.owesDescription = false
        switch self.negotiation {
        case .answered, .agreed: self.negotiation = .local
        case .offered, .wanting, .offering, .local: break
        }
    }

    // MARK: Steps

    /// Gives the caller the gateway's own media with the answer to its call; `false` when the call has ended for want of
    /// any.
    private mutating func serveCaller(with signal: Signal, in environment: inout CallEnvironment) -> Bool {
        self.stopRingback(in: &environment)
        self.signal = signal
        self.media.anchor()
        switch self.negotiation {
        case .offered, .wanting:
            return self.describeLocally(in: &environment)
        case .answered, .agreed:
            // What the caller was told of a party that is gone will do: it knows our ports.
            self.negotiation = .local
            return true
        case .offering, .local:
            return true
        }
    }

    /// Gives the caller the gateway's own media before any answer; `false` when it cannot be played to.
    private mutating func serveCallerEarly(in environment: inout CallEnvironment) -> Bool {
        switch self.negotiation {
        case .offered:
            guard let offer = self.callerOffer, self.media.mayAnswerLocally(offer, environment.plane) else {
                return false
            }
        case .wanting:
            guard self.setup.negotiatesEarly else {
                return false
            }
        case .answered, .offering, .agreed, .local:
            return true
        }
        self.media.anchor()
        self.signal = .silence
        return self.describeLocally(in: &environment)
    }
}

extension PlaybackAction {
    /// How long it takes; `nil` when it has no end.
    fileprivate var duration: Duration? {
        let once: Duration =
            switch self.sound {
            case .tones(let segments): segments.reduce(.zero) { $0 + $1.sound + $1.pause }
            case .silence(let duration): duration
            case .recording: .zero
            }
        return self.repetitions.map { once * min($0, 1_000_000) }
    }

    /// What the relay plays; `nil` for silence.
    fileprivate var signal: Signal? {
        switch self.sound {
        case .tones(let segments):
            .tones(ToneSequence(segments.map(CadencedTone.init), repetitions: self.repetitions), payloadType: 0)
        case .silence, .recording:
            nil
        }
    }
}

extension CadencedTone {
    /// One tone of a sequence; more than two frequencies are not made.
    fileprivate init(_ segment: ToneSegment) {
        self.init(
            hertz: segment.hertz.first ?? 0,
            secondHertz: segment.hertz.dropFirst().first ?? 0,
            sound: segment.sound,
            pause: segment.pause
        )
    }
}
