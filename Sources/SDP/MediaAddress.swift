package import ProtocolKit

/// Where we receive one stream: ports of ours.
package struct MediaAddress: Hashable, Sendable {
    /// The address.
    package var ip: IPAddress

    /// The port for RTP or UDPTL, never 0.
    package var port: UInt16

    /// The port for RTCP when it is neither the next one nor the same one; then `a=rtcp` names it (RFC 3605).
    package var rtcpPort: UInt16?

    package init(_ ip: IPAddress, port: UInt16, rtcpPort: UInt16? = nil) {
        self.ip = ip
        self.port = port
        self.rtcpPort = rtcpPort
    }
}

/// What becomes of one media section when a description goes from one leg to the other.
package enum MediaRewrite: Hashable, Sendable {
    /// Our address stands in place of the peer's; a direction replaces the one that is stated.
    case anchored(MediaAddress, direction: MediaDirection? = nil)
    /// The peer's address and everything else of the section stay: media flows past us.
    case direct
    /// The section is refused or removed: its port becomes 0 (RFC 3264 §6, §8.2).
    case refused
}

/// What one leg's description may tell the other leg about who made it.
package struct SDPDisclosure: Hashable, Sendable {
    /// Whether `i=`, `u=`, `e=` and `p=` pass.
    package var passesInformation = false

    /// Whether `a=tool` passes.
    package var passesTool = false

    package init() {}
}
