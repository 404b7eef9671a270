import CallModel
import ProtocolKit
import SDP

/// Between the descriptions that the legs exchange and the relay: what is ordered is passed on before the word that
/// makes a far side send.
extension Call {
    /// A leg exists: its media is treated as its trunk, or else the gateway, has it.
    mutating func addMedia(of place: Int, in environment: CallEnvironment) {
        let trunk = place == self.caller ? self.setup.source.trunk : self.legs[place].trunk
        let profile = trunk.flatMap { environment.configuration.trunkMedia[$0] }
        var chosen = profile ?? environment.configuration.media.profile
        if chosen.family == nil, place != self.caller {
            chosen.family = self.legs[place].target?.addressFamily
        }
        self.media.add(place, profile: chosen)
    }

    /// Turns what one leg describes into what another one may see.
    mutating func carry(
        _ description: SessionDescription,
        _ role: CallMedia.Role,
        from source: MediaSource,
        to place: Int,
        in environment: inout CallEnvironment
    ) -> MediaOutcome {
        let former = self.legs[place].session.latest
        let outcome = self.media.carry(
            description,
            role,
            from: source,
            to: place,
            session: &self.legs[place].session,
            on: &environment.plane
        )
        environment.orderMedia(for: self.index)
        self.note(role, outcome, from: source.leg, to: place, former: former)
        if outcome == .noPorts {
            environment.observe(.limitReached(.mediaPorts, by: ByteString()))
        }
        return outcome
    }

    /// An offer waits for its answer, or was answered.
    private mutating func note(
        _ role: CallMedia.Role,
        _ outcome: MediaOutcome,
        from source: Int,
        to place: Int,
        former: SessionDescription?
    ) {
        switch (role, outcome) {
        case (.offer, .passed): self.legs[place].standing = former
        case (.answer, .passed): self.legs[source].standing = nil
        case (_, .noPorts), (_, .notAcceptable): break
        }
    }

    /// A party has described its media, and the caller need not hear of it yet.
    mutating func takeAnswer(of source: MediaSource, in environment: inout CallEnvironment) {
        if let early = self.legs[source.leg].description(of: source.answerer), early.offer == nil {
            self.agreeAlone(on: early.description, from: source, in: &environment)
        }
    }

    /// What was offered between two legs has been refused: both go by what they were told before (RFC 3261 §14.1).
    mutating func restore(_ first: Int, _ second: Int, in environment: inout CallEnvironment) {
        self.legs[first].withdrawOffer()
        self.legs[second].withdrawOffer()
        self.media.restore(first, second, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// The media of this party is what the caller hears from now on.
    mutating func feedCaller(from source: MediaSource, in environment: inout CallEnvironment) {
        guard self.feed != source else {
            return
        }
        self.feed = source
        self.ringback.isHeard = false
        self.media.select(source, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// This party has answered: its leg has no other.
    mutating func settleMedia(on source: MediaSource, in environment: inout CallEnvironment) {
        self.media.settle(source, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// One of several answering parties is gone.
    mutating func loseMedia(of source: MediaSource, in environment: inout CallEnvironment) {
        self.media.lose(source, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// A leg is over: its ports go back.
    mutating func closeMedia(of place: Int, in environment: inout CallEnvironment) {
        self.media.close(place, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    /// A party has answered, and no other leg waits for what it says.
    mutating func agreeAlone(
        on answer: SessionDescription,
        from source: MediaSource,
        in environment: inout CallEnvironment
    ) {
        self.legs[source.leg].take(answer)
        self.media.takeAnswer(answer, from: source, on: &environment.plane)
        environment.orderMedia(for: self.index)
    }

    // MARK: Reports

    /// The relay reports about an anchor of this call.
    mutating func receive(_ report: MediaReport, in environment: inout CallEnvironment) {
        switch report {
        case .firstPacket(let anchor, _, _):
            self.receiveFirstPacket(on: anchor, in: &environment)
        case .silent(let anchor, let stream, for: _):
            self.media.receiveSilence(of: stream, on: anchor)
            if self.isSilent(environment.configuration.silence) {
                self.release(.local(.mediaSilence, .recoveryOnTimerExpiry), in: &environment)
            }
        case .counters(let anchor, let counters):
            self.media.receive(counters, of: anchor)
            if case .ended = self.phase, self.media.isClosed {
                self.writeRecord(in: &environment)
            }
        case .failed(_, let failure):
            environment.observe(.mediaFailed(self.id, failure))
            self.release(.local(.mediaFailure, .resourceUnavailable), in: &environment)
        }
    }

    /// Whether silence ends the call: never before somebody talks.
    private func isSilent(_ policy: CallConfiguration.SilencePolicy) -> Bool {
        let talking: [Int]
        switch self.phase {
        case .bridged(let winner): talking = [self.caller, winner.leg]
        case .local: talking = [self.caller]
        case .pausing, .asking: talking = self.isCallerAnswered ? [self.caller] : []
        case .routing, .hunting, .releasing, .ended: return false
        }
        switch policy {
        case .ignore: return false
        case .anyLeg: return talking.contains { self.media.isSilent($0) }
        case .allLegs: return !talking.isEmpty && talking.allSatisfy { self.media.isSilent($0) }
        }
    }
}

extension MediaOutcome {
    /// What goes on, if anything does.
    var description: SessionDescription? {
        switch self {
        case .passed(let description): description
        case .noPorts, .notAcceptable: nil
        }
    }

    /// Why nothing goes on.
    var obstacle: ReleaseCause? {
        switch self {
        case .passed: nil
        case .noPorts: .local(.limit, .resourceUnavailable)
        case .notAcceptable: .local(.mediaMismatch, .bearerCapabilityNotImplemented)
        }
    }
}
