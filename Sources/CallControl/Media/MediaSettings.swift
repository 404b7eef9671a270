package import CallModel
package import ProtocolKit

/// An address of ours where media is received, and the ports that may be lent there.
package struct MediaInterface: Hashable, Sendable {
    /// The address.
    package var address: IPAddress

    /// The ports; they are lent in pairs that begin with an even one.
    package var ports: ClosedRange<UInt16>

    package init(address: IPAddress, ports: ClosedRange<UInt16>) {
        self.address = address
        self.ports = ports
    }
}

/// How the media of one leg is treated: a choice of each trunk, user or listener.
package struct MediaProfile: Hashable, Sendable {
    /// An address family.
    package enum Family: UInt8, Hashable, Sendable {
        case ipv4
        case ipv6
    }

    /// The family of the addresses we give to the leg; `nil` for the one in which the leg or the other one speaks.
    package var family: Family?

    /// Which packets are accepted.
    package var sourceRule = SourceRule.address

    /// Differentiated services code point of audio and fax: expedited forwarding (RFC 4594 §4.1).
    package var audioCodePoint: UInt8 = 46

    /// Differentiated services code point of everything else: AF41 (RFC 4594 §4.3).
    package var videoCodePoint: UInt8 = 34

    /// After how long without a packet an RTP stream counts as silent; `nil` for never.
    package var silenceTimeout: Duration?

    package init() {}
}

/// The settings of all media.
package struct MediaSettings: Hashable, Sendable {
    /// Where media is received, the preferred address of each family first.
    package var interfaces = [MediaInterface(address: .loopbackV4, ports: 30_000...39_999)]

    /// The media threads.
    package var threads: UInt16 = 1

    /// How long a port rests before it is lent again, so that late packets of one call never reach the next.
    package var quarantine: Duration = .seconds(5)

    /// How a leg is treated that nothing else is said about.
    package var profile = MediaProfile()

    /// How many m-lines of one description are anchored; more are refused.
    package var streamsPerLeg = 8

    package init() {}
}
