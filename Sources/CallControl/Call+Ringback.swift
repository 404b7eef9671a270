import CallModel
import DialplanEngine
import ProtocolKit
import SDP

/// The ringing tone that the relay plays to the caller (RFC 3960 §3.2).
extension Call {
    /// A target is alerted: what was heard of it before, such as an announcement, may be over.
    mutating func noteAlerting(in environment: inout CallEnvironment) {
        guard self.generatesRingback, !self.ringback.isPlaying, let feed, self.isFeedDescribed else {
            return
        }
        self.ringback.isHeard = false
        self.ringback.deadline = nil
        self.media.listen(to: feed.leg, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// The first packet of an anchor since it was listened for has come.
    mutating func receiveFirstPacket(on anchor: MediaAnchor, in environment: inout CallEnvironment) {
        guard case .hunting = self.phase, let feed, self.media.place(of: anchor) == feed.leg else {
            return
        }
        self.ringback.isHeard = true
        self.settleRingback(in: &environment)
    }

    /// Plays the tone or stops it, as the facts are now.
    mutating func settleRingback(in environment: inout CallEnvironment) {
        guard self.generatesRingback || self.ringback.isPlaying, case .hunting = self.phase else {
            return
        }
        let word = self.feed.flatMap { self.legs[$0.leg].description(of: $0.answerer)?.word }
        let facts = RingbackPolicy.Facts(
            // Also by a leg that is over: what the caller has heard of is not taken back.
            isAlerted: self.legs.indices.contains {
                $0 != self.caller && self.legs[$0].alerted != nil && self.legs[$0].answered == nil
            },
            isDescribed: self.isFeedDescribed,
            word: word ?? .none,
            isHeard: self.ringback.isHeard
        )
        switch RingbackPolicy.verdict(for: facts) {
        case .silent:
            self.stopRingback(in: &environment)
        case .generate:
            self.startRingback(in: &environment)
        case .wait:
            guard !self.ringback.isPlaying, self.ringback.deadline == nil else {
                return
            }
            let timeout = environment.configuration.ringback.mediaTimeout
            self.ringback.deadline = environment.now.advanced(by: timeout)
        }
    }

    /// Plays the tone to a caller who has waited long enough for the far side's media.
    mutating func expireRingback(in environment: inout CallEnvironment) {
        guard let deadline = self.ringback.deadline, deadline <= environment.now else {
            return
        }
        if case .hunting = self.phase {
            self.startRingback(in: &environment)
        }
        self.ringback.deadline = nil
    }

    /// The caller hears from now on what is to be heard of others.
    mutating func stopRingback(in environment: inout CallEnvironment) {
        self.ringback.deadline = nil
        if self.ringback.isPlaying {
            self.ringback.isPlaying = false
            self.signal = .silence
            self.media.play(.silence, to: self.caller, on: &environment.plane)
            environment.orderMedia(for: self.index)
        }
    }

    /// A party describes its media while the caller has been answered for the tone only.
    ///
    /// The caller is joined with it when it understands its codec and knows our ports, and told of it once the call is
    /// answered.
    mutating func joinEarly(_ source: MediaSource, in environment: inout CallEnvironment) {
        guard self.agreement == .complete, let told = self.legs[self.caller].session.latest,
            let early = self.legs[source.leg].description(of: source.answerer), early.offer == nil,
            told.understandsSpeech(of: early.description)
        else {
            return
        }
        self.takeAnswer(of: source, in: &environment)
        self.negotiation = .answered(source)
        self.owesDescription = true
        self.feedCaller(from: source, in: &environment)
    }

    /// A party that waits in a caller's place, or was answered before, is free again: it may be played to now.
    mutating func settleWaiting(in environment: inout CallEnvironment) {
        if self.isCallerAnswered, case .hunting = self.phase {
            self.settleRingback(in: &environment)
        }
    }

    // MARK: Steps

    private var generatesRingback: Bool {
        (self.isCallerAnswered || self.hunt?.action.ringback == .generate) && !self.media.isDirect
    }

    private var isFeedDescribed: Bool {
        guard let feed, self.hunt?.action.earlyMedia == .relay else {
            return false
        }
        return self.legs[feed.leg].isRinging && self.legs[feed.leg].description(of: feed.answerer) != nil
    }

    /// Plays the tone, if the caller can be played to: it must have offered, and understand G.711.
    private mutating func startRingback(in environment: inout CallEnvironment) {
        self.ringback.deadline = nil
        guard !self.isCallerAnswered else {
            self.ringToAnswered(in: &environment)
            return
        }
        guard !self.ringback.isPlaying, self.negotiation != .offered || self.answerForRingback(in: &environment),
            let type = self.media.tonePayloadType(of: self.caller)
        else {
            return
        }
        self.ringback.isPlaying = true
        let tone = environment.configuration.ringback.tone
        self.media.play(.cadence(tone, payloadType: type), to: self.caller, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// Plays the tone to a caller who was answered before, or to a party that waits in its place; the gateway's own media
    /// is offered to one that does not hear the relay, such as one on hold.
    private mutating func ringToAnswered(in environment: inout CallEnvironment) {
        guard !self.ringback.isPlaying else {
            return
        }
        self.signal = .cadence(environment.configuration.ringback.tone, payloadType: 0)
        if self.media.hearsTones(self.caller), let type = self.media.tonePayloadType(of: self.caller) {
            self.ringback.isPlaying = true
            self.media.play(self.signal.inPayloadType(type), to: self.caller, on: &environment.plane)
            environment.orderMedia(for: self.index)
        } else if self.localOffer == nil, self.legs[self.caller].mayBeOffered, !self.exchanges.involves(self.caller) {
            self.settleLocally(in: &environment)
            self.ringback.isPlaying = self.localOffer != nil
        }
    }

    /// Answers the caller's offer before anyone else does, with one codec that tones are made in.
    private mutating func answerForRingback(in environment: inout CallEnvironment) -> Bool {
        guard let callerOffer,
            let answer = self.media.answerForTone(
                callerOffer,
                of: self.caller,
                session: &self.legs[self.caller].session,
                on: &environment.plane
            )
        else {
            return false
        }
        environment.orderMedia(for: self.index)
        self.legs[self.caller].agreed = answer
        self.negotiation = .local
        environment.command(.answer(answer, .incomingSetup), on: self.legs[self.caller].id)
        return true
    }
}
