package import ProtocolKit

/// A caller, callee or diverting party in neutral words: a number or user name and a name for people.
///
/// No host name and no protocol's identity is part of it, so nothing of one leg's network reaches the other.
package struct Party: Hashable, Sendable {
    /// Whether the number may be shown to the far side (Q.931 §4.5.10, RFC 3323).
    package enum Presentation: UInt8, Hashable, Sendable {
        case allowed
        case restricted
        case unavailable
    }

    /// The number or user name, unescaped.
    package var user: ByteString

    /// The name for people, without quotes.
    package var displayName: ByteString

    /// Whether the number and name may be shown.
    package var presentation: Presentation

    /// Whether `user` is a telephone number (`user=phone` or a tel URI, RFC 3966).
    package var isTelephoneNumber: Bool

    package init(
        user: ByteString,
        displayName: ByteString = ByteString(),
        presentation: Presentation = .allowed,
        isTelephoneNumber: Bool = false
    ) {
        self.user = user
        self.displayName = displayName
        self.presentation = presentation
        self.isTelephoneNumber = isTelephoneNumber
    }
}

/// A party that the call was diverted from, and why (RFC 7044, RFC 5806, H.450.3).
package struct Diversion: Hashable, Sendable {
    /// Why a call was diverted.
    package enum Reason: UInt8, Hashable, Sendable {
        case unknown
        case unconditional
        case userBusy
        case noAnswer
        case unavailable
        case deflection
    }

    /// Who diverted it.
    package var party: Party

    /// Why.
    package var reason: Reason

    package init(party: Party, reason: Reason) {
        self.party = party
        self.reason = reason
    }
}
