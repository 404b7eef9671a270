package import CallModel
package import ProtocolKit

/// A peer that carries calls by agreement: a provider, an exchange, another gateway.
package struct SIPTrunkConfiguration: Sendable {
    /// The name in the configuration and the dialplan.
    package var name: ByteString

    /// Where requests of this trunk come from; a request from elsewhere is not the trunk's.
    package var sources: [AddressPrefix]

    /// Host names whose addresses are sources too; the agent keeps them resolved.
    package var sourceHosts: [ByteString] = []

    /// The URI that calls go to; its user part is replaced by the number that is dialed.
    package var uri: ByteString

    /// The proxy that requests pass first, as a URI (a preloaded Route, RFC 3261 §8.1.2); `nil` goes to ``uri`` directly.
    package var proxy: ByteString?

    /// The listener that requests leave from; `nil` takes the first that fits the next hop.
    package var listener: ListenerID?

    /// The host that our From and asserted identities name on this trunk; `nil` names the listener's.
    package var callerHost: ByteString?

    /// How we answer the trunk's challenges; `nil` never answers.
    package var credentials: DigestCredentials?

    /// Our registration with the trunk; `nil` does not register.
    package var registration: TrunkRegistrationConfiguration?

    /// The OPTIONS probe; `nil` does not probe and takes the trunk for reachable.
    package var probe: TrunkProbeConfiguration?

    /// The dialplan context of calls that come by this trunk; `nil` refuses them.
    package var context: ByteString?

    /// Whether requests from the trunk must be authenticated as one of our users besides their source address.
    package var challenges = false

    /// How many calls may be up at once, both directions together; `nil` is unlimited.
    package var maximumCalls: Int?

    /// How many calls may begin in one second, both directions together; `nil` is unlimited.
    package var callsPerSecond: Int?

    /// Trust, headers and extensions on this trunk's legs.
    package var policy = SIPLegPolicy()

    /// How statuses and causes are translated on this trunk where it differs from the tables.
    package var causes = SIPCauseOverrides()

    package init(name: ByteString, uri: ByteString, sources: [AddressPrefix] = []) {
        self.name = name
        self.uri = uri
        self.sources = sources
    }
}

/// What we prove to a peer that challenges us (RFC 3261 §22.2).
package struct DigestCredentials: Hashable, Sendable {
    /// The realm that they are for, so that no other server gets an answer computed from them.
    ///
    /// `nil` answers whatever realm the configured peer names.
    package var realm: ByteString?

    /// The user name.
    package var username: ByteString

    /// The secret.
    package var secret: DigestSecret

    package init(realm: ByteString? = nil, username: ByteString, secret: DigestSecret) {
        self.realm = realm
        self.username = username
        self.secret = secret
    }
}

/// Our registration with a trunk (RFC 3261 §10.2).
package struct TrunkRegistrationConfiguration: Hashable, Sendable {
    /// The registrar, a URI without a user part (RFC 3261 §10.2 Request-URI).
    package var registrar: ByteString

    /// The address of record that we register.
    package var addressOfRecord: ByteString

    /// The user part of the Contact that we register, by which incoming calls are known.
    package var contactUser: ByteString

    /// The expiry that we ask for.
    package var expires: Duration = .seconds(3600)

    /// The first wait after a failure; it doubles with each further one.
    package var firstRetry: Duration = .seconds(5)

    /// The longest wait after a failure.
    package var maximumRetry: Duration = .seconds(600)

    package init(registrar: ByteString, addressOfRecord: ByteString, contactUser: ByteString) {
        self.registrar = registrar
        self.addressOfRecord = addressOfRecord
        self.contactUser = contactUser
    }
}

/// The OPTIONS requests that tell whether a trunk answers (RFC 3261 §11).
package struct TrunkProbeConfiguration: Hashable, Sendable {
    /// The time between a response and the next request while the trunk answers.
    package var interval: Duration = .seconds(30)

    /// The time between requests while the trunk does not answer.
    package var intervalWhileDown: Duration = .seconds(10)

    /// How many requests in a row must fail before the trunk counts as unreachable.
    package var failuresUntilDown = 2

    /// How many requests in a row must be answered before an unreachable trunk counts as reachable again.
    package var answersUntilUp = 1

    package init() {}
}
