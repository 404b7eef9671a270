package import ProtocolKit

/// A media gateway that Tandem controls (RFC 3435 §2.1).
package struct MediaGatewaySettings: Hashable, Sendable {
    /// What its endpoints speak (RFC 3435 §3.2.1.4).
    package enum Profile: UInt8, Hashable, Sendable, CaseIterable {
        case mgcp
        case ncs
        case tgcp
    }

    /// The configured name.
    package var name: ByteString

    /// What stands after the at sign of its endpoints' names: a domain name, or an address in brackets (§3.2.1.3).
    package var domain: ByteString

    /// Where it listens, the preferred address first; 2427 is the gateways' port (§3.5).
    ///
    /// Commands are sent to the first
    /// that answers, and only what comes from one of these IP addresses is listened to.
    package var addresses: [TransportAddress]

    /// Whether commands may come from any port of these addresses, or only from the ports of ``addresses``.
    package var acceptsAnyPort = true

    /// What its endpoints speak.
    package var profile = Profile.mgcp

    /// The codecs that connections may have, the preferred one first, by their encoding names; empty for those of the
    /// other leg.
    package var codecs: [ByteString] = ["PCMU", "PCMA"]

    /// Whether the codecs are put into one option as a list, or only the first of them (some gateways take one).
    package var takesCodecLists = true

    /// Milliseconds of media in a packet, or `nil` for the gateway's own choice.
    package var packetization: UInt16? = 20

    /// Whether DTMF digits travel as RTP events (RFC 4733), asked for by `fmtp` (§2.1.5, RFC 3660 §4).
    package var relaysEvents = true

    /// The longest digit map that its endpoints take, in characters; `nil` when it has stated none.
    package var digitMapLimit: Int?

    /// Whether the gateway understands wildcards of restarts and audits; some do not answer them.
    package var takesWildcards = true

    /// Whether commands that a peer may not know are left out: audits and endpoint configuration (osmo-mgw is silent).
    package var isMinimal = false

    /// Whether its endpoints go on notifying by the same request (`Q: loop`), which says what they look for next; without
    /// that, each waits for a new one after every notification (§3.2.2.13, §4.4.1).
    ///
    /// Not every gateway can do both, and one that is asked and ignores it is never heard of again.
    package var takesLoops = false

    /// Whether the connection of a telephone that rings is both ways already, so that no word is lost when it is lifted;
    /// never where the other party would hear of it before the answer, for want of a relay in between.
    ///
    /// Without it the connection is inactive until then, and the gateway sends nothing while it rings.
    package var opensWhileRinging = true

    /// How often an idle gateway is asked whether it lives; `nil` for never.
    package var probeInterval: Duration? = .seconds(60)

    package init(name: ByteString, domain: ByteString, addresses: [TransportAddress]) {
        self.name = name
        self.domain = domain
        self.addresses = addresses
    }
}
