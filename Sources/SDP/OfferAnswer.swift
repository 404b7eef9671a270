/// The offer/answer exchanges of one dialog (RFC 3264 §4, RFC 3311 §5, RFC 6337 §2).
///
/// ```
///                  sendOffer                       receiveOffer
///   localOffer  <───────────────     stable     ───────────────>  remoteOffer
///               ───────────────>                <───────────────
///            receiveAnswer, offerRefused       sendAnswer, refuseOffer
/// ```
/// There is at most one offer at a time. A refused offer leaves what was agreed before exactly as it was.
package struct OfferAnswer: Sendable {
    /// Where the exchange stands.
    package enum State: Hashable, Sendable {
        /// No offer is open.
        case stable
        /// We offered and wait for the answer.
        case localOffer(SessionDescription)
        /// The peer offered and waits for ours.
        case remoteOffer(SessionDescription)
    }

    /// What both sides agreed to last.
    package struct Agreement: Hashable, Sendable {
        /// What we sent.
        package let local: SessionDescription

        /// What the peer sent.
        package let remote: SessionDescription

        /// Whether ours was the offer.
        package let isLocalOffer: Bool
    }

    /// Why an offer cannot be taken now.
    package enum Conflict: UInt8, Hashable, Sendable {
        /// Ours is open: glare, 491 (RFC 3261 §14.2, RFC 3311 §5.2).
        case localOfferOpen
        /// The peer's earlier one is not answered yet: 500 with Retry-After (RFC 3311 §5.2).
        case remoteOfferOpen
    }

    /// Where the exchange stands.
    package private(set) var state = State.stable

    /// What is in force; `nil` before the first answer.
    package private(set) var agreed: Agreement?

    package init() {}

    /// Whether an offer may be sent or taken.
    package var isStable: Bool {
        self.state == .stable
    }

    /// Why an offer from the peer cannot be taken now; `nil` when it can.
    package var conflict: Conflict? {
        switch self.state {
        case .stable: nil
        case .localOffer: .localOfferOpen
        case .remoteOffer: .remoteOfferOpen
        }
    }

    /// We send an offer; `false`, with nothing changed, while another one is open.
    package mutating func sendOffer(_ offer: SessionDescription) -> Bool {
        guard self.isStable else {
            return false
        }
        self.state = .localOffer(offer)
        return true
    }

    /// The peer offers; nothing is changed while another offer is open.
    package mutating func receiveOffer(_ offer: SessionDescription) -> Conflict? {
        if let conflict = self.conflict {
            return conflict
        }
        self.state = .remoteOffer(offer)
        return nil
    }

    /// The peer answers our offer; `nil` when none is open, as for the copy of an early answer in the 2xx
    /// (RFC 3261 §13.2.1), which is then ignored.
    package mutating func receiveAnswer(_ answer: SessionDescription) -> [AnswerViolation]? {
        guard case .localOffer(let offer) = self.state else {
            return nil
        }
        self.agreed = Agreement(local: offer, remote: answer, isLocalOffer: true)
        self.state = .stable
        return answer.violations(asAnswerTo: offer)
    }

    /// We answer the peer's offer; `false` when none is open.
    package mutating func sendAnswer(_ answer: SessionDescription) -> Bool {
        guard case .remoteOffer(let offer) = self.state else {
            return false
        }
        self.agreed = Agreement(local: answer, remote: offer, isLocalOffer: false)
        self.state = .stable
        return true
    }

    /// Our offer was refused or its transaction failed; what was agreed stands (RFC 3261 §14.1, RFC 6337 §3.4).
    package mutating func offerRefused() {
        if case .localOffer = self.state {
            self.state = .stable
        }
    }

    /// We refuse the peer's offer; what was agreed stands.
    package mutating func refuseOffer() {
        if case .remoteOffer = self.state {
            self.state = .stable
        }
    }
}
