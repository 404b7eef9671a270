package import H323Syntax
package import ProtocolKit

/// A gatekeeper that can be asked, and how to begin with it.
package struct GatekeeperContact: Hashable, Sendable {
    /// The first message to it.
    package enum FirstStep: UInt8, Hashable, Sendable {
        /// GRQ.
        case discovery
        /// A full RRQ.
        case registration
        /// A lightweight RRQ: it knows us from the gatekeeper that it stands in for (`needToRegister` is false).
        case keepAlive
    }

    /// Where requests go; a group's address only for a GRQ.
    package let address: TransportAddress

    /// Its name.
    package var identifier: BMPString?

    /// How to begin.
    package var firstStep: FirstStep

    package init(_ address: TransportAddress, identifier: BMPString? = nil, firstStep: FirstStep = .discovery) {
        self.address = address
        self.identifier = identifier
        self.firstStep = firstStep
    }

    /// The group and port that gatekeepers listen to: 224.0.1.41:1718 (H.225.0 appendix IV).
    package static let everybody = GatekeeperContact(TransportAddress(IPAddress(v4: 0xE000_0129), 1718))

    /// Whether it is a group and no gatekeeper yet.
    package var isGroup: Bool {
        self.address.ip.isMulticastOrBroadcast
    }

    /// The alternates of a list, those to be tried first in front; at most `limit` (H.225.0 clause 7.8.2).
    static func contacts(of alternates: [H225.AlternateGK]?, limit: Int) -> [GatekeeperContact] {
        (alternates ?? []).prefix(limit).enumerated()
            .sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }
            .compactMap { _, alternate in
                alternate.rasAddress.reachableAddress.map { address in
                    GatekeeperContact(
                        address,
                        identifier: alternate.gatekeeperIdentifier,
                        firstStep: alternate.needToRegister ? .registration : .keepAlive
                    )
                }
            }
    }
}
