package import H323Syntax
package import ProtocolKit

/// Who may register, as which names, and how it proves that it is.
///
/// A rule with neither addresses nor credentials admits nobody.
package struct EndpointRule: Sendable {
    /// What the configuration calls it.
    package let name: ByteString

    /// The names and numbers that it may have; at least one.
    package var aliases: [RASAlias]

    /// The beginnings of numbers that it may be a gateway for.
    package var prefixes: [ByteString] = []

    /// Where it may register from; empty for anywhere, with credentials.
    package var addresses: [IPAddress] = []

    /// The password that it must prove, if any.
    package var credentials: RASCredentials?

    /// The calls that it may have at a time; `nil` for the limit of all.
    package var calls: Int?

    package init(_ name: ByteString, aliases: [RASAlias]) {
        self.name = name
        self.aliases = aliases
    }
}

/// Another gatekeeper that is asked for numbers that are not ours, and may ask for ours.
package struct NeighbourGatekeeper: Sendable {
    /// What the configuration calls it.
    package let name: ByteString

    /// Its RAS address.
    package let address: TransportAddress

    /// The beginnings of numbers that it is asked for; one that is empty stands for every name and number.
    package var prefixes: [ByteString]

    package init(_ name: ByteString, at address: TransportAddress, prefixes: [ByteString]) {
        self.name = name
        self.address = address
        self.prefixes = prefixes
    }
}

/// The bounds of a gatekeeper; what exceeds them is refused as the standard has it.
package struct GatekeeperLimits: Hashable, Sendable {
    /// Endpoints that are registered.
    package var registrations = 1_000

    /// Names and numbers of one endpoint.
    package var aliasesOfEndpoint = 64

    /// Admissions at a time: of all, and of one endpoint.
    package var calls = 10_000
    package var callsOfEndpoint = 1_000

    /// Bandwidth of one call and of all, in units of 100 bit/s.
    package var bandwidthOfCall: H225.BandWidth = 200_000
    package var bandwidth: UInt64 = 100_000_000

    /// Calls that wait for the answers of neighbours.
    package var locations = 1_000

    /// Neighbours that are asked for one call, one after the other.
    package var neighboursOfCall = 3

    /// The transactions below.
    package var transactions = RASTransactionLimits()

    package init() {}
}

/// What the gatekeeper is, whom it serves and how.
package struct GatekeeperSettings: Sendable {
    /// Its name, 1 to 128 characters.
    package var identifier: BMPString

    /// Where its RAS channel and its call signaling are.
    package var rasAddress: TransportAddress
    package var callSignalAddress: TransportAddress

    /// Whether call signaling goes through us rather than between endpoints.
    package var routesCalls = false

    /// Who may register.
    package var endpoints: [EndpointRule] = []

    /// Whom to ask, and who may ask.
    package var neighbours: [NeighbourGatekeeper] = []

    /// How often a LRQ may be passed on by those who get it.
    package var hopCount: UInt8 = 4

    /// The longest time to live of a registration, and how much later it really ends.
    package var timeToLive: Duration = .seconds(120)
    package var timeToLiveGrace: Duration = .seconds(10)

    /// How often endpoints report their calls.
    ///
    /// A call that is not reported in two and a half intervals is asked about; `nil` lets a call last until its DRQ or
    /// its endpoint's end.
    package var reportInterval: Duration? = .seconds(60)

    /// How far clocks of endpoints may be from ours.
    package var clockTolerance: Duration = .seconds(600)

    /// Durations and bounds.
    package var rasTimers = RASTimers()
    package var limits = GatekeeperLimits()

    /// A gatekeeper that serves nobody yet.
    package init(identifier: BMPString, rasAddress: TransportAddress, callSignalAddress: TransportAddress) {
        self.identifier = identifier
        self.rasAddress = rasAddress
        self.callSignalAddress = callSignalAddress
    }
}
