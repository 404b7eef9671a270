package import CallModel
package import DialplanEngine
import ProtocolKit
package import SDP

/// What became of a description that shall cross from one leg to another.
package enum MediaOutcome: Hashable, Sendable {
    /// This goes to the other leg.
    case passed(SessionDescription)
    /// No ports are free: the call or the offer is refused for want of resources (503).
    case noPorts
    /// Nothing in it can be relayed: it is refused (488).
    case notAcceptable
}

/// The media of one call: what every leg is lent, and what the relay is told when descriptions cross.
///
/// The owner says what happened and sends on the descriptions that it gets back; orders for the relay wait in
/// ``MediaPlane/orders``. A leg is named by its place in the call, the caller's being 0 until another takes its part.
///
/// ```
///   caller's offer            carry(.offer, from: 0, to: 1)     → offer for leg 1; both anchors open
///   description in 183, 200   carry(.answer, from: 1, to: 0)    → answer for the caller
///   its media is to be heard  select(1)                         → the legs are joined
///   leg 1 answers the call    settle(1)                         → its other answering parties are gone
///   re-INVITE, UPDATE         carry(.offer, …), then carry(.answer, …), or restore(…) after a refusal
///   a leg ends                close(1)                          → its ports go back
///   the call ends             end()                             → all ports go back
/// ```
/// With a delayed offer the legs change places. On the direct path the addresses of the parties stay in the
/// descriptions, and the relay is not asked for anything.
package struct CallMedia: Sendable {
    /// What a description is in its exchange (RFC 3264).
    package enum Role: Sendable {
        case offer
        case answer
    }

    var legs: [LegMedia?] = []
    var path: BridgeAction.MediaPath?
    var joined: (first: Int, second: Int)?

    /// The leg that has the caller's part.
    var caller = 0

    package init() {}

    /// Whether the parties send to each other, past the relay.
    package var isDirect: Bool {
        self.path == .direct
    }

    // MARK: Legs

    /// States where the media flows; what was stated first stands, since a party may have been told.
    package mutating func choose(_ path: BridgeAction.MediaPath) {
        self.path = self.path ?? path
    }

    /// A leg exists, and its media is to be treated so; one that is not announced gets the default treatment.
    package mutating func add(_ place: Int, profile: MediaProfile) {
        while self.legs.count <= place {
            self.legs.append(nil)
        }
        self.legs[place] = self.legs[place] ?? LegMedia(profile: profile, isSettled: place == self.caller)
    }

    /// The anchor of a leg, once it is open.
    package func anchor(of place: Int) -> MediaAnchor? {
        place < self.legs.count ? self.legs[place]?.anchor : nil
    }

    /// The leg that an anchor belongs to.
    package func place(of anchor: MediaAnchor) -> Int? {
        self.legs.firstIndex { $0?.anchor == anchor }
    }

    // MARK: Descriptions

    /// Turns what a party of one leg describes into what another leg may see.
    ///
    /// An answer that breaks the rules of RFC 3264 §6 is mended, so that the offerer gets one that keeps them.
    package mutating func carry(
        _ description: SessionDescription,
        _ role: Role,
        from source: MediaSource,
        to place: Int,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> MediaOutcome {
        self.add(source.leg, profile: plane.settings.profile)
        self.add(place, profile: plane.settings.profile)
        switch role {
        case .offer:
            return self.carryOffer(description, from: source, to: place, session: &session, on: &plane)
        case .answer:
            return .passed(self.carryAnswer(description, from: source, to: place, session: &session, on: &plane))
        }
    }

    private mutating func carryOffer(
        _ offer: SessionDescription,
        from source: MediaSource,
        to place: Int,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> MediaOutcome {
        let whole = session.latest.map { offer.extended(toMatch: $0) } ?? offer
        guard self.path != .direct else {
            self.legs[place]?.passed = PassedOffer(origin: source, offer: offer, streams: [])
            return .passed(session.rewrite(whole, media: Array(repeating: .direct, count: whole.media.count)))
        }
        let streams = DescribedStream.all(of: offer, plane.settings)
        guard streams.contains(where: \.isUsable) || streams.allSatisfy(\.isRejected) else {
            return .notAcceptable
        }
        guard self.lend(for: streams, family: offer.family, from: source, to: place, on: &plane) else {
            return .noPorts
        }
        self.legs[place]?.passed = PassedOffer(origin: source, offer: offer, streams: streams)
        return .passed(session.rewrite(whole, media: self.rewrites(of: streams, whole.media.count, at: place)))
    }

    private mutating func carryAnswer(
        _ answer: SessionDescription,
        from source: MediaSource,
        to place: Int,
        session: inout LocalSession,
        on plane: inout MediaPlane
    ) -> SessionDescription {
        let passed = self.legs[source.leg]?.passed
        let aligned = passed.map { answer.aligned(with: $0.offer) } ?? answer
        guard self.path != .direct else {
            return session.rewrite(aligned, media: Array(repeating: .direct, count: aligned.media.count))
        }
        let streams = DescribedStream.all(of: aligned, plane.settings)
        if let passed, passed.isAnchored {
            self.agree(passed, streams, of: source, on: &plane)
        }
        let offered = passed?.streams ?? []
        return session.rewrite(
            aligned,
            media: self.rewrites(of: streams, aligned.media.count, at: place, answering: offered)
        )
    }

    /// A party answers an offer that was made in the name of a leg which need not hear of it.
    package mutating func takeAnswer(
        _ answer: SessionDescription,
        from source: MediaSource,
        on plane: inout MediaPlane
    ) {
        guard self.path != .direct, source.leg < self.legs.count, let passed = self.legs[source.leg]?.passed,
            passed.isAnchored
        else {
            return
        }
        let streams = DescribedStream.all(of: answer.aligned(with: passed.offer), plane.settings)
        self.agree(passed, streams, of: source, on: &plane)
    }

    /// What was offered between two legs has been refused: what they agreed before stands.
    package mutating func restore(_ first: Int, _ second: Int, on plane: inout MediaPlane) {
        for place in [first, second] where place < self.legs.count {
            self.legs[place]?.passed = nil
            self.legs[place]?.takeBackUnplanned(on: &plane)
        }
    }

    // MARK: Who hears whom

    /// Whether what one of these legs sends goes to the other one.
    func areJoined(_ first: Int, _ second: Int) -> Bool {
        guard let joined else {
            return false
        }
        return joined.first == first && joined.second == second || joined.first == second && joined.second == first
    }

    /// The caller and this party hear each other, and nobody else does.
    package mutating func select(_ source: MediaSource, on plane: inout MediaPlane) {
        guard let caller = self.anchor(of: self.caller), let other = self.anchor(of: source.leg) else {
            return
        }
        if !self.areJoined(self.caller, source.leg) {
            self.part(on: &plane)
            plane.orders.append(.join(caller, other))
            self.joined = (self.caller, source.leg)
        }
        if let key = self.legs[source.leg]?.key(of: source.answerer) {
            plane.orders.append(.select(other, key))
        }
    }

    /// This party has answered the call: it is the only one of its leg from here.
    package mutating func settle(_ source: MediaSource, on plane: inout MediaPlane) {
        guard source.leg < self.legs.count, let exchange = self.legs[source.leg]?.exchange(of: source.answerer) else {
            if source.leg < self.legs.count {
                self.legs[source.leg]?.settle(on: source.answerer, on: &plane)
            }
            return
        }
        self.legs[source.leg]?.settle(on: source.answerer, on: &plane)
        self.legs[source.leg]?.replan(exchange.own, exchange.other, isFinal: true, on: &plane)
        if self.caller == 0 {
            // A caller that came from another call had no part in this exchange.
            self.legs[0]?.replan(exchange.other, exchange.own, isFinal: true, on: &plane)
        }
    }

    /// One party of a leg that is not answered yet is gone.
    package mutating func lose(_ source: MediaSource, on plane: inout MediaPlane) {
        if source.leg < self.legs.count {
            self.legs[source.leg]?.lose(source.answerer, on: &plane)
        }
    }

    // MARK: Ends

    /// The leg at this place is over: its ports go back, those of the others stay.
    package mutating func close(_ place: Int, on plane: inout MediaPlane) {
        guard place < self.legs.count else {
            return
        }
        if let joined, joined.first == place || joined.second == place {
            self.part(on: &plane)
        }
        self.legs[place]?.close(on: &plane)
    }

    /// The call is over: every port goes back.
    package mutating func end(on plane: inout MediaPlane) {
        self.joined = nil
        for place in self.legs.indices {
            self.legs[place]?.close(on: &plane)
        }
    }

    mutating func part(on plane: inout MediaPlane) {
        if let joined = self.joined.take(), let anchor = self.anchor(of: joined.first) {
            plane.orders.append(.part(anchor))
        }
    }

    // MARK: Private

    private mutating func lend(
        for streams: [DescribedStream],
        family: MediaProfile.Family?,
        from source: MediaSource,
        to place: Int,
        on plane: inout MediaPlane
    ) -> Bool {
        let thread = self.thread ?? plane.ports.idlestThread
        guard self.legs[source.leg]?.lend(for: streams, family: family, thread: thread, on: &plane) == true else {
            return false
        }
        guard self.legs[place]?.lend(for: streams, family: family, thread: thread, on: &plane) == true else {
            self.legs[source.leg]?.takeBackUnplanned(on: &plane)
            return false
        }
        self.legs[source.leg]?.open(for: streams, on: &plane)
        if self.legs[source.leg]?.knows(source.answerer) == false {
            self.legs[source.leg]?.describe(source.answerer, as: streams, with: nil, on: &plane)
        }
        self.legs[place]?.open(for: streams, on: &plane)
        return true
    }

    /// The thread of the call's anchors, once there is one.
    var thread: UInt16? {
        for leg in self.legs {
            if let anchor = leg?.anchor {
                return anchor.thread
            }
        }
        return nil
    }

    private mutating func agree(
        _ passed: PassedOffer,
        _ answer: [DescribedStream],
        of source: MediaSource,
        on plane: inout MediaPlane
    ) {
        let origin = passed.origin
        let isFinal = self.legs[origin.leg]?.isSettled == true && self.legs[source.leg]?.isSettled == true
        self.legs[origin.leg]?.replan(passed.streams, answer, isFinal: isFinal, on: &plane)
        self.legs[source.leg]?.replan(answer, passed.streams, isFinal: isFinal, on: &plane)
        self.legs[origin.leg]?.describe(origin.answerer, as: passed.streams, with: answer, on: &plane)
        self.legs[source.leg]?.describe(source.answerer, as: answer, with: passed.streams, on: &plane)
    }

    /// An answer never allows more than its offer: not `recvonly` to one that says `inactive` (RFC 3264 §6.1).
    private func rewrites(
        of streams: [DescribedStream],
        _ count: Int,
        at place: Int,
        answering offered: [DescribedStream] = []
    ) -> [MediaRewrite] {
        var rewrites = Array(repeating: MediaRewrite.refused, count: count)
        for stream in streams where stream.isUsable {
            if let address = self.legs[place]?.address(stream.index) {
                let isOffered = stream.index < offered.count
                let allowed = isOffered ? offered[stream.index].direction.mirrored : .sendrecv
                let direction = stream.direction.intersection(allowed)
                rewrites[stream.index] = .anchored(
                    address,
                    direction: direction == stream.direction ? nil : direction
                )
            }
        }
        return rewrites
    }
}

extension SessionDescription {
    /// The address family in which the media is described.
    var family: MediaProfile.Family? {
        let media = self.media
        for index in 0..<media.count {
            if let ip = media[index].ip {
                return ip.isV4 ? .ipv4 : .ipv6
            }
        }
        return nil
    }
}
