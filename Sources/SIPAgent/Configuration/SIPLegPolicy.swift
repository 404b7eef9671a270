package import ProtocolKit

/// Trust, headers and extensions on the legs of one kind of peer.
package struct SIPLegPolicy: Hashable, Sendable {
    /// Whether reliable provisional responses are used (RFC 3262).
    package enum ReliableProvisionals: UInt8, Hashable, Sendable, CaseIterable {
        /// Neither offered nor used; a peer that requires them gets 420.
        case off
        /// Offered as Supported, used when the peer supports or requires them.
        case supported
        /// Required of the peer; a caller without support gets 421.
        case required
    }

    /// Whether session timers are used (RFC 4028).
    package enum SessionTimers: UInt8, Hashable, Sendable, CaseIterable {
        /// Not offered; a peer's wish is still served as the RFC asks of a UAS without a wish of its own.
        case passive
        /// Asked for on every leg.
        case active
        /// Neither offered nor served; the leg ends by media silence only.
        case off
    }

    /// How an identity of the caller is asserted to the peer.
    package enum AssertedIdentity: UInt8, Hashable, Sendable, CaseIterable {
        /// Not at all.
        case none
        /// P-Asserted-Identity (RFC 3325).
        case asserted
        /// Remote-Party-ID, for old peers.
        case remoteParty
    }

    /// Whether the peer belongs to our trust domain (RFC 3325 §2.3).
    ///
    /// Identities and Reason values are believed only from trusted peers, and restricted identities are shown only to them.
    package var isTrusted = false

    /// How identities are asserted to the peer; what is restricted is asserted to trusted peers only.
    package var assertedIdentity = AssertedIdentity.none

    /// The names of headers that may cross from and to the peer, besides those that the agent understands itself.
    package var relayedHeaders: [ByteString] = []

    /// Whether the bodies of INFO requests pass from and to the peer (RFC 6086).
    package var relaysInformation = true

    /// Reliable provisional responses.
    package var reliableProvisionals = ReliableProvisionals.supported

    /// Session timers.
    package var sessionTimers = SessionTimers.passive

    /// The session interval that is asked for (RFC 4028 §4).
    package var sessionInterval: Duration = .seconds(1800)

    /// The shortest session interval that is accepted (RFC 4028 §5 forbids less than 90 s).
    package var minimumSessionInterval: Duration = .seconds(90)

    /// Whether a SIP status passes unchanged to a SIP caller instead of by way of its Q.850 value.
    package var passesStatus = true

    package init() {}
}
