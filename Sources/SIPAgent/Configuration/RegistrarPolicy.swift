/// How users register (RFC 3261 §10.3).
package struct RegistrarPolicy: Hashable, Sendable {
    /// The shortest expiry that is granted; less gets 423 (RFC 3261 §10.3 step 7).
    package var minimumExpires: Duration = .seconds(60)

    /// The longest expiry that is granted; a wish for more is shortened.
    package var maximumExpires: Duration = .seconds(3600)

    /// The expiry of a contact that names none.
    package var defaultExpires: Duration = .seconds(3600)

    /// Contacts of one user; one more gets 403.
    package var contactsPerUser = 8

    /// Contacts of all users; one more gets 503.
    package var contacts = 100_000

    /// Entries of a Path that are kept (RFC 3327); more get 400.
    package var pathEntries = 8

    /// Octets of one contact URI with its parameters; more get 400.
    package var contactBytes = 1024

    /// Whether a phone behind a proxy that adds a Path must understand it; if not, 421 (RFC 3327 §5.3).
    package var requiresPathSupport = false

    package init() {}
}
