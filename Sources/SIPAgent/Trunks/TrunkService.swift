import ProtocolKit
import SIPSyntax

/// What runs for one trunk without being asked: our registration and the probe.
struct TrunkService: Sendable {
    let configuration: SIPTrunkConfiguration
    var registration: TrunkRegistration?
    var probe: TrunkProbe?

    /// The Contact that was registered last.
    var contact: SIPURI?

    init(_ configuration: SIPTrunkConfiguration, identifiers: inout IdentifierSource) {
        self.configuration = configuration
        self.registration = configuration.registration.map {
            TrunkRegistration($0, credentials: configuration.credentials, identifiers: &identifiers)
        }
        self.probe = configuration.probe.map { TrunkProbe($0, identifiers: &identifiers) }
    }

    /// The next moment that something is due.
    var nextDeadline: Instant? {
        switch (self.registration?.nextDeadline, self.probe?.nextDeadline) {
        case (let first?, let second?):
            min(first, second)
        case (let first, let second):
            first ?? second
        }
    }

    /// The URI that our own requests to the trunk are routed by.
    var nextHop: ByteString {
        self.configuration.proxy ?? self.configuration.uri
    }
}
