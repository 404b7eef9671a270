package import Digests

/// How users prove who they are (RFC 3261 §22, RFC 8760).
package struct AuthenticationPolicy: Hashable, Sendable {
    /// The algorithms that are offered, most preferred first (RFC 8760 §2.3).
    package var algorithms: [HashAlgorithm] = [.sha256, .md5]

    /// How long a nonce may be used; after it the answer is `stale=true`.
    package var nonceLifetime: Duration = .seconds(300)

    /// How many used nonces are remembered to refuse replays; older ones become stale.
    package var rememberedNonces = 20_000

    /// Whether a response without `qop` is accepted (RFC 3261 §22.4); each of its nonces works once.
    package var acceptsMissingQuality = true

    /// How many wrong answers one source address may give before it has to wait.
    package var failuresPerSource = 20

    /// How long it takes until one more wrong answer is forgiven.
    package var failureForgiveness: Duration = .seconds(6)

    /// How many source addresses are watched; the least recent is forgotten first.
    package var watchedSources = 4096

    package init() {}
}
