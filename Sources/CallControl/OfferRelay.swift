import CallModel

/// The exchanges that pass from leg to leg once both sides have described themselves (RFC 3264 §8, RFC 6337 §2).
///
/// ```
///            offer passed on                      answer
///   (none) ──────────────────> offered ─────────────────────────────> (none)
///     │  wish for one passed on             offer             answer
///     └───────────────────────> wished ──────────────> returned ────> (none)
/// ```
/// Every state also ends by refusal, which leaves what both legs agreed before as it was. What the origin takes back is
/// `withdrawn` until the target has said what became of it. A leg takes part in one exchange at a time; one more is
/// refused as crossing (RFC 3261 §14.2).
struct OfferRelay: Sendable {
    enum Stage: UInt8, Sendable {
        /// The offer of the origin waits for the target's answer.
        case offered
        /// The origin wants an offer; the target was asked for one.
        case wished
        /// The target has offered and waits for the origin's answer.
        case returned
        /// The origin has taken its offer or its wish back; the target was told so.
        case withdrawn
    }

    /// One exchange of one leg, as it goes on as another exchange of another leg.
    struct Passage: Sendable {
        /// The leg that began it; `nil` when call control did.
        let origin: Int?
        let originExchange: ExchangeID
        let target: Int
        var targetExchange: ExchangeID
        var stage: Stage

        /// Whether call control began it in the name of its origin, which hears of it with the target's offer.
        var isOurs: Bool {
            self.origin != nil && self.originExchange.initiator == .gateway
        }

        /// The exchange in which the leg still has to answer, offer or refuse.
        func exchangeOwed(by leg: Int) -> ExchangeID? {
            switch self.stage {
            case .offered, .wished, .withdrawn: self.target == leg ? self.targetExchange : nil
            case .returned: self.origin == leg ? self.originExchange : nil
            }
        }

        /// The exchange in which the leg waits to be answered, offered to or refused.
        func exchangeAwaited(by leg: Int) -> ExchangeID? {
            switch self.stage {
            case .offered, .wished: self.origin == leg && !self.isOurs ? self.originExchange : nil
            case .returned: self.target == leg ? self.targetExchange : nil
            case .withdrawn: nil
            }
        }
    }

    private var passages: [Passage] = []

    /// Whether nothing is under way.
    var isEmpty: Bool {
        self.passages.isEmpty
    }

    /// Whether the leg takes part in an exchange.
    func involves(_ leg: Int) -> Bool {
        self.passages.contains { $0.origin == leg || $0.target == leg }
    }

    mutating func begin(_ passage: Passage) {
        self.passages.append(passage)
    }

    /// The passage that ends with an answer or refusal on this leg to an exchange that we began there.
    mutating func takeTarget(_ leg: Int, _ exchange: ExchangeID) -> Passage? {
        self.take { $0.target == leg && $0.targetExchange == exchange && $0.stage != .returned }
    }

    /// The passage that ends with the origin's answer or refusal to the offer that it had wished for.
    mutating func takeOrigin(_ leg: Int, _ exchange: ExchangeID) -> Passage? {
        self.take { $0.origin == leg && $0.originExchange == exchange && $0.stage == .returned }
    }

    /// The target of a wish has offered: the exchange that waits for it at the origin.
    mutating func offerReturned(by leg: Int, as exchange: ExchangeID) -> Passage? {
        guard let place = self.passages.firstIndex(where: { $0.target == leg && $0.stage == .wished }) else {
            return nil
        }
        self.passages[place].stage = .returned
        self.passages[place].targetExchange = exchange
        return self.passages[place]
    }

    /// The origin takes back what it began; `nil` when the target has answered already.
    mutating func withdraw(_ leg: Int, _ exchange: ExchangeID) -> Passage? {
        let place = self.passages.firstIndex {
            $0.origin == leg && $0.originExchange == exchange && ($0.stage == .offered || $0.stage == .wished)
        }
        guard let place else {
            return nil
        }
        self.passages[place].stage = .withdrawn
        return self.passages[place]
    }

    /// Takes out what was taken back and has had an effect at this leg all the same.
    mutating func takeWithdrawn(_ leg: Int, _ exchange: ExchangeID) -> Passage? {
        self.take { $0.target == leg && $0.targetExchange == exchange && $0.stage == .withdrawn }
    }

    /// Takes out what the leg takes part in; it is over.
    mutating func takeAny(of leg: Int) -> Passage? {
        self.take { $0.origin == leg || $0.target == leg }
    }

    private mutating func take(where matches: (Passage) -> Bool) -> Passage? {
        self.passages.firstIndex(where: matches).map { self.passages.remove(at: $0) }
    }
}

extension OfferRelay.Passage {
    /// What a leg still has to say in an exchange that concerns nobody any more: it has another partner by then.
    init(orphan exchange: ExchangeID, of leg: Int) {
        self.init(origin: nil, originExchange: exchange, target: leg, targetExchange: exchange, stage: .withdrawn)
    }
}
