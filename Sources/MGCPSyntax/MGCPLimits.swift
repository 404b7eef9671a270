/// How much of a peer's datagram is looked at before it is refused.
///
/// RFC 3435 bounds little: a datagram by UDP (§3.5.4), identifiers to 32 and names to 255 characters.
package struct MGCPLimits: Hashable, Sendable {
    /// The largest datagram in octets; at least 4,000 must be supported (RFC 3435 §3.5.4).
    package var datagramOctets = 65_507

    /// The most messages of one datagram (§3.5.5); what follows is dropped.
    package var piggybackedMessages = 32

    /// The longest line in octets.
    package var lineOctets = 8_192

    /// The most parameter lines of one message; the answer to a wild-carded audit has one for each endpoint.
    package var parameterLines = 1_024

    /// The most entries of one list: events, signals, options, identifiers, ranges.
    package var listEntries = 256

    /// The most parameters of one event or signal.
    package var eventParameters = 64

    /// How deep events, their parameters and embedded requests may stand in each other.
    package var nesting = 8

    /// The longest digit map in octets; 2,048 or more are recommended (§2.1.5).
    package var digitMapOctets = 4_096

    package init() {}
}
