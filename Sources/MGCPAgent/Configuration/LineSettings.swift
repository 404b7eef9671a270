package import ProtocolKit

/// A line of a residential gateway: one endpoint with a telephone.
package struct LineSettings: Hashable, Sendable {
    /// The configured name: what dialplans call `line/NAME`, and the user that its calls come from.
    package var name: ByteString

    /// The configured name of its gateway.
    package var gateway: ByteString

    /// The local part of its endpoint name, as `aaln/1` (RFC 3435 appendix E.1).
    package var endpoint: ByteString

    /// The number that its calls show.
    package var number: ByteString

    /// The name that its calls show.
    package var displayName = ByteString()

    /// Whether its number may be shown.
    package var isRestricted = false

    /// The dialplan context that it dials into.
    package var context: ByteString

    /// The name of its class; empty for the default one.
    package var lineClass = ByteString()

    /// Whether messages are waiting: stuttered dial tone and a lamp (RFC 3660 L, `sl` and `vmwi`).
    package var hasMessages = false

    package init(name: ByteString, gateway: ByteString, endpoint: ByteString, number: ByteString, context: ByteString) {
        self.name = name
        self.gateway = gateway
        self.endpoint = endpoint
        self.number = number
        self.context = context
    }
}

/// How the users of lines are treated.
package struct LineClass: Hashable, Sendable {
    /// What a hook flash does while the line talks.
    package enum FlashUse: UInt8, Hashable, Sendable, CaseIterable {
        /// Call waiting, hold, second call, three parties and transfer.
        case features
        /// It is passed to the other party as a digit.
        case pass
        /// Nothing.
        case ignore
    }

    /// What a hook flash does.
    package var flash = FlashUse.features

    /// Whether a second call is announced by a tone while the line talks.
    package var hasCallWaiting = true

    /// Whether a talking line that has held another party can be joined with both.
    package var hasThreeWayCalling = true

    /// Whether hanging up with one party held and one talking joins those two.
    package var hasTransfer = true

    /// Whether a called line shows who calls (RFC 3660 L, `ci`).
    package var showsCaller = true

    /// The distinctive ring 0 to 7 (RFC 3660 L, `r0` to `r7`), or `nil` for the ordinary one.
    package var ring: UInt8?

    /// How long the first digit may take (RFC 3660 L: dial tone); then the caller hears that it was too long.
    package var firstDigitTimeout: Duration = .seconds(16)

    /// How long it rings before a call is forwarded because nobody answers, where its user has asked for that.
    package var noAnswerTimeout: Duration = .seconds(20)

    /// How long a tone is played to a line after its call before the off-hook warning (§5.1.5 of the tables).
    package var toneTimeout: Duration = .seconds(30)

    /// How long the off-hook warning is played; then the line is left in silence until it hangs up.
    package var warningTimeout: Duration = .seconds(60)

    /// Whether a line hears a tone, and which one, when the other party hangs up first.
    package var tellsRelease = true

    /// The announcement for each cause value that has one (RFC 2897, RFC 3660 A `ann`), as a URL; others get tones.
    package var announcements: [UInt8: ByteString] = [:]

    package init() {}
}
