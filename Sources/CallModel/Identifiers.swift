/// One caller's attempt and everything bridged to it.
package struct CallID: Hashable, Sendable, CustomStringConvertible {
    /// The shard number in the top ten bits, then a number that the shard does not use twice.
    package let number: UInt64

    package init(shard: UInt16, sequence: UInt64) {
        self.number = UInt64(shard) << 54 | sequence & (1 << 54 - 1)
    }

    /// Reads what ``description`` prints.
    package init?(_ text: String) {
        guard let number = UInt64(text, radix: 36) else {
            return nil
        }
        self.number = number
    }

    /// The number in base 36, as people see it in logs and type it in commands.
    package var description: String {
        String(self.number, radix: 36)
    }
}

/// A signaling protocol that legs are made of.
package enum SignalingProtocol: UInt8, Hashable, Sendable, CaseIterable {
    case sip
    case mgcp

    /// Whether a caller acknowledges the answer to its call, so that nothing new may be offered before (RFC 3261 §14.1).
    package var acknowledgesAnswers: Bool {
        switch self {
        case .sip: true
        case .mgcp: false
        }
    }
}

/// One party's side of a call, whatever its protocol.
///
/// The agent mints the identifiers of legs that come in, call control those of legs that it places.
package struct LegID: Hashable, Sendable {
    /// Who made the leg.
    package enum Origin: UInt8, Hashable, Sendable {
        /// It came in.
        case incoming
        /// It was placed.
        case outgoing
    }

    /// The protocol of the leg, which names the agent that owns it.
    package let signaling: SignalingProtocol

    /// Who made the leg.
    package let origin: Origin

    /// A number that is not used twice by the same origin and agent.
    package let number: UInt64

    package init(_ signaling: SignalingProtocol, _ origin: Origin, number: UInt64) {
        self.signaling = signaling
        self.origin = origin
        self.number = number
    }
}

/// One answering party of an outgoing leg: a SIP early dialog, an H.323 callee, an MGCP endpoint.
///
/// Forking downstream gives a leg several. The number is unique within the leg.
package struct AnswererID: Hashable, Sendable {
    /// The number within the leg.
    package let number: UInt32

    package init(_ number: UInt32) {
        self.number = number
    }
}

/// One offer/answer exchange on a leg (RFC 3264).
///
/// Every offer, answer and refusal names it, so that crossing exchanges cannot be confused.
package struct ExchangeID: Hashable, Sendable {
    /// Who asked for the exchange.
    package enum Initiator: UInt8, Hashable, Sendable {
        /// The far side, seen from the gateway; the agent mints the number.
        case peer
        /// Call control mints the number.
        case gateway
    }

    /// Who asked for the exchange.
    package let initiator: Initiator

    /// The number within the leg and initiator.
    package let number: UInt32

    package init(_ initiator: Initiator, _ number: UInt32) {
        self.initiator = initiator
        self.number = number
    }

    /// The exchange of the offer, or of the wish for one, that sets an incoming leg up.
    package static let incomingSetup = ExchangeID(.peer, 0)

    /// The exchange of the offer, or of the wish for one, that places an outgoing leg.
    package static let outgoingSetup = ExchangeID(.gateway, 0)

    /// The exchange of an offer that a callee makes before its answer although the caller cannot be asked by then: it is
    /// answered at once, so that nothing flows, and what the caller says later is offered anew (RFC 3262 §5).
    package static let outgoingEarly = ExchangeID(.gateway, .max)
}
