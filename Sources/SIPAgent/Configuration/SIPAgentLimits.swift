/// The bounds of the SIP agent; reaching one gives a protocol answer, never silence.
package struct SIPAgentLimits: Hashable, Sendable {
    /// Legs at once; a further INVITE gets 503.
    ///
    /// A call has two, and one more for each further target that it tries. What late answers may still need of a leg
    /// that has ended (RFC 6026 §7.2) does not count: it is small, and the limit of client transactions bounds it.
    package var legs = 40_000

    /// Early dialogs of one outgoing leg (RFC 3261 §12.1); further ones are ignored.
    package var earlyDialogsPerLeg = 12

    /// Route and Record-Route entries that are kept for one dialog; more get 400 or end the leg.
    package var routeEntries = 16

    /// Octets of the bodies that one request may bring to call control; more get 413.
    package var bodyBytes = 65_536

    /// Body parts of a multipart body; more get 413.
    package var bodyParts = 16

    /// Contacts of one 3xx response that are looked at (RFC 3261 §8.1.3.4).
    package var redirectionContacts = 8

    /// Requests of one dialog that wait for another to end; further ones get 500 with Retry-After.
    package var pendingRequestsPerDialog = 4

    /// How often an offer that meets one of the peer (491) is made again (RFC 3261 §14.1); then the refusal stands.
    package var glareRetries = 5

    /// INFO packages of one Recv-Info that are looked at (RFC 6086 §5.2).
    package var informationPackages = 16

    /// Octets of headers that are relayed with one call.
    package var relayedHeaderBytes = 8192

    package init() {}
}
