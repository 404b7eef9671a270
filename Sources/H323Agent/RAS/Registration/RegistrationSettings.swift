package import H323Syntax
package import ProtocolKit

/// The durations and bounds of being registered.
package struct RegistrationTimers: Hashable, Sendable {
    /// The first wait after every gatekeeper has failed, and the longest; it doubles.
    package var firstRetry: Duration = .seconds(5)
    package var longestRetry: Duration = .seconds(120)

    /// How long a registration must have stood to be made again at once when it is lost.
    package var steady: Duration = .seconds(10)

    /// The shortest wait between lightweight registrations, however short the time to live is.
    package var shortestRefresh: Duration = .seconds(1)

    /// How long a call waits for a registration that is under way.
    package var admissionWait: Duration = .seconds(8)

    /// The gatekeepers that are tried in one round.
    package var gatekeepersOfRound = 32

    package init() {}
}

/// The bounds of what one registration has.
package struct RegistrationLimits: Hashable, Sendable {
    /// Calls that are admitted, or shall be.
    package var admissions = 10_000

    /// Alternates that are taken from one list.
    package var alternates = 16

    /// Calls that one IRR tells; the others follow in further ones (H.225.0 clause 7.15.2).
    package var callsOfResponse = 20

    /// The transactions below.
    package var transactions = RASTransactionLimits()

    package init() {}
}

/// What the program registers as, and where.
package struct RegistrationSettings: Sendable {
    /// What kind of endpoint we are.
    package enum Kind: Hashable, Sendable {
        case terminal
        /// A gateway to these numbers.
        case gateway(prefixes: [ByteString])
    }

    /// The gatekeepers, in the order in which they are tried; ``GatekeeperContact/everybody`` is one of them for
    /// discovery by multicast.
    package var gatekeepers: [GatekeeperContact]

    /// Our RAS address.
    package var rasAddress: TransportAddress

    /// Where calls for us go.
    package var callSignalAddresses: [TransportAddress]

    /// What kind of endpoint we are.
    package var kind: Kind

    /// Our names and numbers.
    package var aliases: [RASAlias]

    /// The time to live that is asked for.
    package var timeToLive: Duration = .seconds(120)

    /// Name and password, where the gatekeeper wants them.
    package var credentials: RASCredentials?

    /// The forms in which they are sent; a GCF may choose one.
    package var mechanisms: [RASMechanism] = [.md5, .accessToken]

    /// Whose product we are.
    package var vendor: H225.VendorIdentifier

    /// Durations and bounds.
    package var timers = RegistrationTimers()
    package var rasTimers = RASTimers()
    package var limits = RegistrationLimits()

    package init(
        gatekeepers: [GatekeeperContact],
        rasAddress: TransportAddress,
        callSignalAddresses: [TransportAddress],
        kind: Kind,
        aliases: [RASAlias],
        vendor: H225.VendorIdentifier
    ) {
        self.gatekeepers = gatekeepers
        self.rasAddress = rasAddress
        self.callSignalAddresses = callSignalAddresses
        self.kind = kind
        self.aliases = aliases
        self.vendor = vendor
    }

    /// What we are, in the words of H.225.0.
    var endpointType: H225.EndpointType {
        var type = H225.EndpointType(mc: false, undefinedNode: false)
        type.vendor = self.vendor
        switch self.kind {
        case .terminal:
            type.terminal = H225.TerminalInfo()
        case .gateway(let prefixes):
            var capabilities = H225.VoiceCaps()
            capabilities.supportedPrefixes = prefixes.map { prefix in
                H225.SupportedPrefix(prefix: .dialledDigits(prefix))
            }
            var gateway = H225.GatewayInfo()
            gateway.protocol = [.voice(capabilities)]
            type.gateway = gateway
        }
        return type
    }
}
